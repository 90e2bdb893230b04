import type { Reader } from "./database.ts";
import type { Order } from "./order.ts";
import { type Page, type PageRow, placeColumn, toPage } from "./page-rows.ts";
import { SCOPES, type Scope } from "./scopes.ts";
import { pickedOf, pickedStatement } from "./search/picked-rows.ts";
import type { Picked } from "./search/postings/pick.ts";
import { MAXIMUM_PAGE_SIZE, type PageArguments, type Slice, toSlice } from "./slice.ts";
import { and, identifier, keyword, list, literal, type Sql, sql } from "./sql.ts";

/** A list that can be paged: which table, which of its rows, in which order. */
export interface ListQuery {
	readonly table: "Article" | "Statement" | "Speaker" | "Location";
	/** A condition on the row s. */
	readonly condition: Sql;
	readonly order: Order;
	/** For a list inside a row: the noun whose slug the key is. */
	readonly scope: Scope | null;
	/** The slug of the one speaker that all its statements are attributed to, beside the condition. */
	readonly speaker?: string | null;
	/** The columns that are read, slug among them; all when it is left out. */
	readonly columns?: readonly string[];
	/** Whether nobody asks where a row stands. */
	readonly withoutCursors?: boolean;
	/** Whether nobody asks if anything lies behind the cursor that a page starts from. */
	readonly withoutBehind?: boolean;
	/** Whether the condition holds for nearly every row, so that a page of it is read by an index alone. */
	readonly isPlain?: boolean;
	/** Whether the list is all curated rows that a search has found, in the order of relevance. */
	readonly isSearchAlone?: boolean;
	/** Whether it is of all curated statements, or of all of its one `speaker`, and belongs to no row. */
	readonly isEverything?: boolean;
	/** What the list is called where its condition is long; another name for another list. */
	readonly name?: string;
	/** The words to mark in the rows, where the list was searched. */
	readonly marks?: readonly string[];
}

/** What is read of a row that goes by a name. */
function columnsOf({ columns }: ListQuery, row: Sql): Sql {
	if (columns === undefined) return sql`${row}.*`;
	return list(columns.map((column) => sql`${row}.${identifier(column)}`));
}

/** The row of keys that a list inside of rows is read for. */
export const KEY = sql`k.key`;

/** What a list is read from, and what its rows are compared and ordered by. */
interface Path {
	readonly from: Sql;
	readonly conditions: readonly Sql[];
	readonly keys: readonly Sql[];
	/** Whether a page of it is read from an index in its order, and nothing besides. */
	readonly isBrief: boolean;
}

/** The speaker that all statements of a list are attributed to; null where it is not of one speaker. */
function speakerOf({ scope, speaker }: ListQuery, key: Sql): Sql | null {
	if (scope === "speaker") return key;
	return speaker == null ? null : sql`${speaker}`;
}

/** The lists of a table that indexes have in all orders; an article has few statements. */
const INDEXED: readonly (Scope | null)[] = [null, "article"];

/** The statements of one speaker are read in order from an index of Attribution; all else from the table itself. */
function pathOf(query: ListQuery, key: Sql): Path {
	const { order, table, condition, isPlain = false } = query;
	const speaker = speakerOf(query, key);
	const attributed = order.keys.flatMap(({ ofAttribution }) => ofAttribution ?? []);
	if (speaker !== null && attributed.length === order.keys.length)
		return {
			from: sql`"Attribution" a JOIN "Statement" s ON s.number = a."statementNumber"`,
			conditions: [sql`a."speakerSlug" = ${speaker}`, condition],
			keys: attributed,
			isBrief: isPlain && order.isIndexedBySpeaker === true,
		};
	return {
		from: sql`${identifier(table)} s${order.join ?? sql``}`,
		conditions: [belongs(query, key)],
		keys: order.keys.map(({ expression }) => expression),
		isBrief: isPlain && speaker === null && INDEXED.includes(query.scope),
	};
}

/** The condition that the row s is in the list, the one of a key where it stands inside a row. */
export function belongs(query: ListQuery, key: Sql = KEY): Sql {
	const { condition, scope, speaker } = query;
	return and([
		...(scope === null ? [] : [SCOPES[scope](key)]),
		...(speaker == null ? [] : [SCOPES.speaker(sql`${speaker}`)]),
		condition,
	]);
}

/** Rows behind a cursor on one side of it, in the order; with `inclusive` the row of the cursor too. */
function compare(
	{ keys }: Path,
	order: Order,
	side: "after" | "before",
	values: readonly string[],
	inclusive = false,
): Sql {
	const greater = (order.direction === "ASC") === (side === "after");
	const operator = greater ? (inclusive ? ">=" : ">") : inclusive ? "<=" : "<";
	const cursor = list(order.keys.map(({ type }, index) => sql`${values[index]}::${type}`));
	return sql`(${list(keys)}) ${keyword(operator)} (${cursor})`;
}

function directionOf(order: Order, backward: boolean): Sql {
	return keyword((order.direction === "ASC") !== backward ? "ASC" : "DESC");
}

/** Whether anything lies on the other side of the cursor that the page starts from. */
function behind(path: Path, { order }: ListQuery, { backward, after, before }: Slice): Sql {
	const from = backward ? before : after;
	if (from === null) return sql`false`;
	const outside = compare(path, order, backward ? "after" : "before", from, true);
	return sql`EXISTS (SELECT FROM ${path.from} WHERE ${and([...path.conditions, outside])})`;
}

/** The rows of one page and the one after it. */
function sliceStatement(path: Path, query: ListQuery, slice: Slice, withPlaces: boolean): Sql {
	const { order } = query;
	const direction = directionOf(order, slice.backward);
	const cursors = [
		...(slice.after === null ? [] : [compare(path, order, "after", slice.after)]),
		...(slice.before === null ? [] : [compare(path, order, "before", slice.before)]),
	];
	const places = path.keys.map((key, index) => sql`${key} AS ${identifier(placeColumn(index))}`);
	const ordered = list(path.keys.map((key) => sql`${key} ${direction}`));
	const columns = [columnsOf(query, sql`s`), ...(withPlaces ? places : [])];
	return sql`SELECT ${list(columns)} FROM ${path.from} WHERE ${and([...path.conditions, ...cursors])} ORDER BY ${ordered} LIMIT ${literal(slice.size + 1)}`;
}

/** One SQL statement for the pages of all keys: a row for each row of each page, one without for an empty page. */
function pageStatement(
	query: ListQuery,
	slice: Slice,
	keys: readonly string[],
): { readonly statement: Sql; readonly isBrief: boolean } {
	const [only] = keys;
	const key = keys.length === 1 ? sql`${only}` : KEY;
	const path = pathOf(query, key);
	const { order, withoutCursors, withoutBehind, columns } = query;
	// An export reads more at once than anyone can ask for.
	const isBrief = path.isBrief && slice.size <= MAXIMUM_PAGE_SIZE;
	if (keys.length === 1 && withoutBehind)
		return { statement: sliceStatement(path, query, slice, !withoutCursors), isBrief };
	const direction = directionOf(order, slice.backward);
	const places = order.keys.map(
		(_key, index) => sql`p.${identifier(placeColumn(index))} ${direction}`,
	);
	const statement = sql`
		WITH k AS MATERIALIZED (
			SELECT k.key, k.place::int - 1 AS place, ${withoutBehind ? sql`false` : behind(path, query, slice)} AS behind
			FROM unnest(${keys}::text[]) WITH ORDINALITY AS k(key, place)
		)
		SELECT k.place AS "pageOf", k.behind AS "pageBehind", ${withoutCursors && columns ? columnsOf(query, sql`p`) : sql`p.*`}
		FROM k LEFT JOIN LATERAL (${sliceStatement(path, query, slice, true)}) p ON true
		ORDER BY k.place, ${list(places)}`;
	return { statement, isBrief };
}

/**
 * Reads one page of a list for each of some keys, all in one SQL statement. Paging
 * is by the values of the order (keyset), so a far page costs what the first does.
 *
 * @param keys the rows that the lists belong to; for a list of its own: one key, any
 * @returns a page for each key, in their order
 * @throws BadRequest for page arguments that cannot be met
 */
export async function readPages<Row>(
	reader: Reader,
	query: ListQuery,
	page: PageArguments,
	keys: readonly string[],
): Promise<Page<Row>[]> {
	return readSlices(reader, query, toSlice(query.order, page), keys);
}

/** Reads the rows that a search has picked, by their numbers. */
async function readPicked<Row>(
	reader: Reader,
	query: ListQuery,
	slice: Slice,
	picked: Picked,
): Promise<Page<Row>> {
	const statement = pickedStatement(query.table, columnsOf(query, sql`s`), slice, picked);
	const isBrief = slice.size <= MAXIMUM_PAGE_SIZE;
	const rows =
		picked.numbers.length === 0 ? [] : await reader.read<PageRow<Row>>(statement, isBrief);
	return toPage(query.order, slice, rows, picked.isBehind);
}

/** Reads one slice of a list for each of some keys, as `readPages` does; its size may be any. */
export async function readSlices<Row>(
	reader: Reader,
	query: ListQuery,
	slice: Slice,
	keys: readonly string[],
): Promise<Page<Row>[]> {
	const picked = query.isSearchAlone ? pickedOf(query.order, slice) : null;
	if (picked !== null && keys.length === 1)
		return [await readPicked<Row>(reader, query, slice, picked)];
	const { statement, isBrief } = pageStatement(query, slice, keys);
	const found = await reader.read<PageRow<Row>>(statement, isBrief);
	if (keys.length === 1) return [toPage(query.order, slice, found)];
	const pages = keys.map((): PageRow<Row>[] => []);
	for (const row of found) pages[row.pageOf ?? 0]?.push(row);
	return pages.map((rows) => toPage(query.order, slice, rows));
}

/** Counts the rows of a list for each of some keys, all in one SQL statement. */
export async function readTotals(
	reader: Reader,
	query: ListQuery,
	keys: readonly string[],
): Promise<number[]> {
	const { isSearchAlone, order } = query;
	if (isSearchAlone === true && order.ofMatches !== undefined)
		return keys.map(() => order.ofMatches?.matches.curatedCount ?? 0);
	const rows = await reader.read<{ key: string; total: number }>(sql`
		SELECT k.key, (SELECT count(*)::int FROM ${identifier(query.table)} s WHERE ${belongs(query)}) AS total
		FROM unnest(${keys}::text[]) AS k(key)`);
	const totals = new Map(rows.map(({ key, total }) => [key, total]));
	return keys.map((key) => totals.get(key) ?? 0);
}
