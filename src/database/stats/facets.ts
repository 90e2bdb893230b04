import { BadRequest } from "../bad-request.ts";
import { readMatchingOf } from "../columns/read.ts";
import type { Reader } from "../database.ts";
import type { Edition } from "../edition.ts";
import { belongs, type ListQuery } from "../page.ts";
import { firstBucket } from "./axis.ts";
import { type CountedGroups, countGroups, type GroupQuery } from "./count-groups.ts";
import type { Dimension, Value } from "./dimensions.ts";
import { dayOfBucket, readLabels } from "./labels.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { formCondition, linkCondition } from "./row-conditions.ts";
import type { ColumnSource, Selection } from "./selection.ts";
import { NOTHING_WANTED } from "./wanted.ts";
import { withColumns } from "./with-columns.ts";

/** How often a value occurs in a list of statements. */
export interface Facet extends Value {
	/** How many statements of the list have it. */
	readonly count: number;
}

/** What is asked of a list: the most frequent values of one dimension. */
export interface FacetArguments {
	readonly field: Dimension;
	/** How many values, from 0 to 100. */
	readonly first: number;
}

/** The most values that can be asked for. */
const MOST_FACETS = 100;

/**
 * Checks the arguments without reading anything.
 *
 * @throws BadRequest for a number of values that is out of range
 */
export function checkFacets({ first }: FacetArguments): void {
	if (first < 0 || first > MOST_FACETS)
		throw new BadRequest(
			`expected first to be from 0 to ${MOST_FACETS}, found ${first}; for more values ask statementStats with the same filter`,
		);
}

/** All that matches where nothing is asked. */
const CURATED = formCondition({
	hasStatus: (status) => status === "CURATED",
	hasKind: () => true,
	hasAct: () => true,
});

function queryOf({ field, first }: FacetArguments): GroupQuery {
	return {
		groupBy: [field],
		interval: "MONTH",
		orderBy: "COUNT_DESC",
		first,
		minCount: 1,
		series: false,
		wanted: NOTHING_WANTED,
	};
}

/** Where facets are counted. */
export interface FacetSource {
	readonly reader: Reader;
	/** What is kept of the corpus. */
	readonly edition: Pick<Edition, "columns">;
	/**
	 * The numbers of the statements of a list that belong to each of some keys, in rising order.
	 *
	 * @throws AnotherCorpus when the corpus is not of the version
	 */
	matching?(version: string, query: ListQuery, keys: readonly string[]): Promise<Int32Array[]>;
}

/** All that are curated, or those of one speaker, which need no SQL. */
async function everyCurated(
	{ reader, keeper }: ColumnSource,
	speaker: string | null,
): Promise<Selection> {
	if (speaker === null) return { conditions: [CURATED] };
	const numbers = await keeper.numbers(reader, [{ noun: "Speaker", which: [speaker] }]);
	const number = numbers.get("Speaker")?.get(speaker);
	const among = { numbers: number === undefined ? [] : [number], isWanted: true };
	return { conditions: [CURATED, linkCondition("speaker", among)] };
}

async function selectionsOf(
	source: ColumnSource,
	{ reader, matching }: FacetSource,
	query: ListQuery,
	keys: readonly string[],
): Promise<Selection[]> {
	const { speaker = null, isEverything = false } = query;
	if (isEverything) {
		const every = await everyCurated(source, speaker);
		return keys.map(() => every);
	}
	const { version } = source.layout;
	const found =
		matching === undefined
			? readMatchingOf(reader, version, belongs(query), keys)
			: matching(version, query, keys);
	return (await found).map((numbers) => ({ numbers }));
}

async function count(
	columns: ColumnSource,
	source: FacetSource,
	list: ListQuery,
	wanted: FacetArguments,
	keys: readonly string[],
): Promise<Facet[][]> {
	const query = queryOf(wanted);
	const counted: CountedGroups[] = [];
	for (const selection of await selectionsOf(columns, source, list, keys))
		counted.push(await oneAtATime(() => countGroups(columns, query, selection)));
	const dimensions = counted[0]?.dimensions ?? [];
	const shown = counted.flatMap((groups) => groups.shown);
	const valueOfCode = await readLabels(columns, dimensions, shown);
	return counted.map((groups) =>
		groups.shown.map(({ codes: [code = 0], count: statements }) => {
			const isTime = wanted.field === "TIME";
			const value = isTime
				? { value: dayOfBucket(query.interval, firstBucket(groups.times) + code), names: null }
				: valueOfCode(wanted.field, code);
			return { ...value, count: statements };
		}),
	);
}

/**
 * The most frequent values of a dimension in the same list of statements for each of
 * some keys. The whole list counts, whatever the page; time is counted in months. Those
 * with equal counts come by label, then by value.
 *
 * It costs one SQL statement for the numbers of the statements of all keys, none for a list
 * of everything, and one for the names that are not kept; besides those for columns, as
 * readStatementStats.
 *
 * @param query a list of the table Statement
 */
export function readFacets(
	source: FacetSource,
	query: ListQuery,
	wanted: FacetArguments,
	keys: readonly string[],
): Promise<Facet[][]> {
	return withColumns(source.reader, source.edition.columns, (columns) =>
		count(columns, source, query, wanted, keys),
	);
}
