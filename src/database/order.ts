import type { Matches } from "./search/postings/matches.ts";
import { type Sql, sql } from "./sql.ts";

/** Which way a list runs. */
export type Direction = "ASC" | "DESC";

/** One thing that a list is ordered by; all run in the direction of the list. */
export interface OrderKey {
	/** What it is of the row s; never null, so that rows can be compared with it. */
	readonly expression: Sql;
	/** The same of the row a of Attribution, where that table repeats it. */
	readonly ofAttribution?: Sql;
	/** The type that a cursor's text is turned into for the comparison. */
	readonly type: Sql;
}

/** The order of a list. Its last keys name one row, so that no two rows are equal in it. */
export interface Order {
	/** What a cursor remembers, so that it is not used in another order. */
	readonly name: string;
	readonly direction: Direction;
	readonly keys: readonly OrderKey[];
	/** What is joined to the row s for the keys, behind its table. */
	readonly join?: Sql;
	/** In the order of relevance: what the search has found, and whether the best or the worst comes first. */
	readonly ofMatches?: { readonly matches: Matches; readonly direction: Direction };
	/** Whether an index has the statements of one speaker in it. */
	readonly isIndexedBySpeaker?: boolean;
}

const DATE = sql`date`;
const INTEGER = sql`integer`;
const TEXT = sql`text`;

/** The greatest code point: text that is missing comes after all text. */
const AFTER_ALL_TEXT = "\u{10ffff}";

// What stands in an index stands here in the same words: with a parameter in it, PostgreSQL
// could not see in a prepared statement that it is the same.

/** A day; the unknown comes last in either direction. */
function orLast(column: Sql, direction: Direction): Sql {
	return direction === "ASC"
		? sql`coalesce(${column}, 'infinity'::date)`
		: sql`coalesce(${column}, '-infinity'::date)`;
}

/** A text, by code points; the missing comes last in either direction. */
function textKey(column: Sql, direction: Direction): OrderKey {
	const last = direction === "ASC" ? AFTER_ALL_TEXT : "";
	return { expression: sql`coalesce(${column}, ${last}) COLLATE "C"`, type: TEXT };
}

const slugKey: OrderKey = { expression: sql`s.slug`, type: TEXT };
const articleKey: OrderKey = {
	expression: sql`s."articleSlug"`,
	ofAttribution: sql`a."articleSlug"`,
	type: TEXT,
};

/** The reading order of an article, which runs forward whichever way the list does. */
function readingKey(direction: Direction): OrderKey {
	return direction === "ASC"
		? { expression: sql`s.position`, ofAttribution: sql`a."statementPosition"`, type: INTEGER }
		: {
				expression: sql`(-s.position)`,
				ofAttribution: sql`(-a."statementPosition")`,
				type: INTEGER,
			};
}

/**
 * The orders of statements: the date, then the article, then the reading order in it,
 * which is never turned round but by POSITION DESC.
 */
export function statementOrder(
	field: "SAID_AT" | "PUBLISHED_AT" | "POSITION",
	direction: Direction,
): Order {
	const name = `${field} ${direction}`;
	if (field === "POSITION") return { name, direction, keys: [articleKey, readingKey("ASC")] };
	const said: OrderKey = {
		expression: orLast(sql`s."saidEarliest"`, direction),
		ofAttribution: orLast(sql`a."saidEarliest"`, direction),
		type: DATE,
	};
	const published: OrderKey = {
		expression: orLast(sql`s."publishedEarliest"`, direction),
		type: DATE,
	};
	const day = field === "SAID_AT" ? said : published;
	const keys = [day, articleKey, readingKey(direction)];
	return { name, direction, keys, isIndexedBySpeaker: field === "SAID_AT" };
}

/**
 * The order by how well a row matches a search; rows that match equally well run in the
 * order of their numbers, which is that in which articles were loaded, by their slugs.
 */
export function relevanceOrder(matches: Matches, direction: Direction): Order {
	const { areOthers, numbersParameter, ranksParameter } = matches;
	const rank = areOthers ? sql`0::int` : sql`f.rank`;
	// The best first is the least negative one first, so that what follows runs forward.
	const key: OrderKey = { expression: direction === "ASC" ? rank : sql`(-${rank})`, type: INTEGER };
	const join = sql` JOIN unnest(${numbersParameter}::int[], ${ranksParameter}::int[]) AS f(number, rank) ON f.number = s.number`;
	return {
		name: `RELEVANCE ${direction}`,
		direction: "ASC",
		keys: [key, { expression: sql`s.number`, type: INTEGER }],
		ofMatches: { matches, direction },
		...(!areOthers && { join }),
	};
}

/** The orders of articles. */
export function articleOrder(field: "PUBLISHED_AT" | "TITLE", direction: Direction): Order {
	const key =
		field === "TITLE"
			? textKey(sql`s.title`, direction)
			: { expression: orLast(sql`s."publishedEarliest"`, direction), type: DATE };
	return { name: `${field} ${direction}`, direction, keys: [key, slugKey] };
}

/** The orders of speakers and of places; those with equally many statements by their slugs, forward. */
export function authorityOrder(field: "STATEMENT_COUNT" | "NAME", direction: Direction): Order {
	const name = `${field} ${direction}`;
	if (field === "NAME") {
		const key: OrderKey = { expression: sql`s."sortName"`, type: TEXT };
		return { name, direction, keys: [key, slugKey] };
	}
	// The greatest count first is the least negative one first, so that slugs run forward.
	const count = direction === "ASC" ? sql`s."statementCount"` : sql`(-s."statementCount")`;
	return { name, direction: "ASC", keys: [{ expression: count, type: INTEGER }, slugKey] };
}
