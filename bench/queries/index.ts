import { q1 } from "./q1.ts";
import { q2 } from "./q2.ts";
import { q3 } from "./q3.ts";
import { q4, q4First } from "./q4.ts";
import type { Query } from "./query.ts";
import { repeatedQueries } from "./repeated.ts";
import { search } from "./search.ts";
import { q5, statsQueries } from "./stats.ts";

/** Every query, in the order of the report. */
export const QUERIES: readonly Query[] = [
	q1,
	q2,
	q3,
	q4,
	q4First,
	q5,
	search,
	...statsQueries,
	...repeatedQueries,
];

/** The name by which --only asks for the measuring of exports, which is no query. */
export const EXPORT = "export";
/** The name by which --only asks for the start of the embedded database, which is no query either. */
export const EMBEDDED_START = "start";

const OTHERS = [EXPORT, EMBEDDED_START];

/**
 * The queries that are asked for.
 *
 * @param only names, whole or up to their first space; null for all but those that are too long for a quick run
 * @throws Error for a name that no query has
 */
export function wantedQueries(only: readonly string[] | null, isQuick: boolean): readonly Query[] {
	if (only === null) return QUERIES.filter(({ isLong }) => !(isQuick && isLong === true));
	const matches = (name: string, query: Query) =>
		query.name === name || query.name.split(/[ ,]/)[0] === name;
	const unknown = only.find(
		(name) => !OTHERS.includes(name) && !QUERIES.some((query) => matches(name, query)),
	);
	if (unknown !== undefined)
		throw new Error(
			`--only: expected some of ${[...QUERIES.map(({ name }) => name), ...OTHERS].join("; ")}, found ${unknown}`,
		);
	return QUERIES.filter((query) => only.some((name) => matches(name, query)));
}
