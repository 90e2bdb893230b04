import { BadRequest, isStorable } from "./bad-request.ts";
import type { Reader } from "./database.ts";
import type { Order } from "./order.ts";
import { and, identifier, keyword, list, type Sql, sql } from "./sql.ts";

/** How many rows a page has when nothing is asked for. */
export const DEFAULT_PAGE_SIZE = 20;
/** The most rows that a page can have. */
export const MAXIMUM_PAGE_SIZE = 100;

/** The arguments of a Relay connection, as they come. */
export interface PageArguments {
	readonly first?: number | null | undefined;
	readonly after?: string | null | undefined;
	readonly last?: number | null | undefined;
	readonly before?: string | null | undefined;
}

/** A list that can be paged: which table, which of its rows, in which order. */
export interface ListQuery {
	readonly table: "Article" | "Statement" | "Speaker" | "Location";
	/** A condition on the row s. */
	readonly condition: Sql;
	readonly order: Order;
	/** For a list inside a row: the condition that s belongs to the row of key k.key. */
	readonly scope: Sql | null;
	/** The tsquery of the words to mark in the rows, where the list was searched. */
	readonly marks?: string | null;
}

/** A page of a list. */
export interface Page<Row> {
	readonly rows: readonly { readonly row: Row; readonly cursor: string }[];
	readonly hasNextPage: boolean;
	readonly hasPreviousPage: boolean;
}

/** What a page asks for, checked. */
export interface Slice {
	/** The most rows of it. */
	readonly size: number;
	/** From the end of the list towards its beginning. */
	readonly backward: boolean;
	readonly after: readonly string[] | null;
	readonly before: readonly string[] | null;
}

function encodeCursor(order: Order, values: readonly string[]): string {
	return Buffer.from(JSON.stringify([order.name, ...values]), "utf8").toString("base64url");
}

/** A day that PostgreSQL takes: one that exists, from the year 1 on, or before or after all days. */
function isDay(value: string): boolean {
	if (value === "infinity" || value === "-infinity") return true;
	const time = Date.parse(value);
	return (
		value > "0001" && !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${value}T`)
	);
}

function isValueOf(type: string, value: unknown): value is string {
	if (typeof value !== "string" || !isStorable(value)) return false;
	if (type === "date") return isDay(value);
	return type !== "integer" || /^-?\d{1,9}$/.test(value);
}

function decodeCursor(order: Order, cursor: string, argument: string): readonly string[] {
	const expected = new BadRequest(
		`expected ${argument} to be a cursor that this list gave in the order ${order.name}, found ${JSON.stringify(cursor.slice(0, 80))}; take one from edges.cursor or pageInfo`,
	);
	let decoded: unknown;
	try {
		decoded = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
	} catch {
		throw expected;
	}
	if (!Array.isArray(decoded) || decoded.length !== order.keys.length + 1) throw expected;
	const [name, ...values] = decoded as unknown[];
	const valid = values.every((value, index) =>
		isValueOf(order.keys[index]?.type.text ?? "", value),
	);
	if (name !== order.name || !valid) throw expected;
	return values as string[];
}

function sizeOf(argument: "first" | "last", value: number): number {
	if (!Number.isInteger(value) || value < 0 || value > MAXIMUM_PAGE_SIZE)
		throw new BadRequest(
			`expected ${argument} to be from 0 to ${MAXIMUM_PAGE_SIZE}, found ${value}; ask for more in further pages, with ${argument === "first" ? "after" : "before"}`,
		);
	return value;
}

/**
 * Checks page arguments.
 *
 * @throws BadRequest for arguments that cannot be met
 */
export function toSlice(order: Order, { first, after, last, before }: PageArguments): Slice {
	if (first != null && last != null)
		throw new BadRequest(
			"expected first or last, found both; first pages forward with after, last backward with before",
		);
	return {
		backward: last != null,
		size: last != null ? sizeOf("last", last) : sizeOf("first", first ?? DEFAULT_PAGE_SIZE),
		after: after == null ? null : decodeCursor(order, after, "after"),
		before: before == null ? null : decodeCursor(order, before, "before"),
	};
}

function compare(order: Order, side: "after" | "before", values: readonly string[]): Sql {
	const ascending = (order.direction === "ASC") === (side === "after");
	const expressions = list(order.keys.map(({ expression }) => expression));
	const cursor = list(order.keys.map(({ type }, index) => sql`${values[index]}::${type}`));
	return sql`(${expressions}) ${keyword(ascending ? ">" : "<")} (${cursor})`;
}

function orderBy(order: Order, backward: boolean): Sql {
	const ascending = (order.direction === "ASC") !== backward;
	return list(
		order.keys.map(({ expression }) => sql`${expression} ${keyword(ascending ? "ASC" : "DESC")}`),
	);
}

/** The condition that the row s is in the list, the one of the key k.key where it stands inside a row. */
export function belongs({ condition, scope }: ListQuery): Sql {
	return scope === null ? condition : and([scope, condition]);
}

/** What lies on the other side of the cursor that the page starts from. */
function behind(query: ListQuery, { backward, after, before }: Slice): Sql {
	const from = backward ? before : after;
	if (from === null) return sql`false`;
	const inPage = compare(query.order, backward ? "before" : "after", from);
	return sql`EXISTS (SELECT FROM ${identifier(query.table)} s WHERE ${belongs(query)} AND NOT ${inPage})`;
}

type PageRow<Row> = Row & {
	readonly pageKey: string;
	readonly pageBehind: boolean;
	readonly pagePlace: string | null;
	readonly pageCursor: readonly string[] | null;
};

/** One SQL statement for the pages of all keys: a row for each row of each page, one without for an empty page. */
function pageStatement(query: ListQuery, slice: Slice, keys: readonly string[]): Sql {
	const { order, table } = query;
	const cursors = [
		...(slice.after === null ? [] : [compare(order, "after", slice.after)]),
		...(slice.before === null ? [] : [compare(order, "before", slice.before)]),
	];
	const cursor = list(order.keys.map(({ expression }) => sql`(${expression})::text`));
	return sql`
		WITH k AS MATERIALIZED (
			SELECT k.key, k.place, ${behind(query, slice)} AS behind
			FROM unnest(${keys}::text[]) WITH ORDINALITY AS k(key, place)
		)
		SELECT k.key AS "pageKey", k.behind AS "pageBehind", p.*
		FROM k
		LEFT JOIN LATERAL (
			SELECT s.*, ARRAY[${cursor}] AS "pageCursor", row_number() OVER (ORDER BY ${orderBy(order, slice.backward)}) AS "pagePlace"
			FROM ${identifier(table)} s
			WHERE ${and([belongs(query), ...cursors])}
			ORDER BY ${orderBy(order, slice.backward)}
			LIMIT ${slice.size + 1}
		) p ON true
		ORDER BY k.place, p."pagePlace"`;
}

function toPage<Row>(order: Order, slice: Slice, found: readonly PageRow<Row>[]): Page<Row> {
	const all = found.flatMap(
		({ pageKey: _key, pageBehind: _behind, pagePlace: _place, pageCursor, ...row }) =>
			// What is left of the row when the page's own columns are taken off is the table's.
			pageCursor === null
				? []
				: [{ row: row as unknown as Row, cursor: encodeCursor(order, pageCursor) }],
	);
	const more = all.length > slice.size;
	const rows = all.slice(0, slice.size);
	const pageBehind = found[0]?.pageBehind ?? false;
	return slice.backward
		? { rows: rows.toReversed(), hasPreviousPage: more, hasNextPage: pageBehind }
		: { rows, hasNextPage: more, hasPreviousPage: pageBehind };
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

/** Reads one slice of a list for each of some keys, as `readPages` does; its size may be any. */
export async function readSlices<Row>(
	reader: Reader,
	query: ListQuery,
	slice: Slice,
	keys: readonly string[],
): Promise<Page<Row>[]> {
	const found = await reader.read<PageRow<Row>>(pageStatement(query, slice, keys));
	const byKey = new Map<string, PageRow<Row>[]>(keys.map((key) => [key, []]));
	for (const row of found) byKey.get(row.pageKey)?.push(row);
	return keys.map((key) => toPage(query.order, slice, byKey.get(key) ?? []));
}

/** Counts the rows of a list for each of some keys, all in one SQL statement. */
export async function readTotals(
	reader: Reader,
	query: ListQuery,
	keys: readonly string[],
): Promise<number[]> {
	const rows = await reader.read<{ key: string; total: number }>(sql`
		SELECT k.key, (SELECT count(*)::int FROM ${identifier(query.table)} s WHERE ${belongs(query)}) AS total
		FROM unnest(${keys}::text[]) AS k(key)`);
	const totals = new Map(rows.map(({ key, total }) => [key, total]));
	return keys.map((key) => totals.get(key) ?? 0);
}

/**
 * Checks page arguments without reading anything.
 *
 * @throws BadRequest for arguments that cannot be met
 */
export function checkPage(order: Order, page: PageArguments): void {
	toSlice(order, page);
}
