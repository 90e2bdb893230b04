import { BadRequest, isStorable } from "./bad-request.ts";
import type { Order } from "./order.ts";

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

/** What a page asks for, checked. */
export interface Slice {
	/** The most rows of it. */
	readonly size: number;
	/** From the end of the list towards its beginning. */
	readonly backward: boolean;
	readonly after: readonly string[] | null;
	readonly before: readonly string[] | null;
}

/** Writes where a row stands in an order, for `after` and `before`. */
export function encodeCursor(order: Order, values: readonly string[]): string {
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
	const expected = () =>
		new BadRequest(
			`expected ${argument} to be a cursor that this list gave in the order ${order.name}, found ${JSON.stringify(cursor.slice(0, 80))}; take one from edges.cursor or pageInfo`,
		);
	let decoded: unknown;
	try {
		decoded = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
	} catch {
		throw expected();
	}
	if (!Array.isArray(decoded) || decoded.length !== order.keys.length + 1) throw expected();
	const [name, ...values] = decoded as unknown[];
	const valid = values.every((value, index) =>
		isValueOf(order.keys[index]?.type.text ?? "", value),
	);
	if (name !== order.name || !valid) throw expected();
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

/**
 * Checks page arguments without reading anything.
 *
 * @throws BadRequest for arguments that cannot be met
 */
export function checkPage(order: Order, page: PageArguments): void {
	toSlice(order, page);
}
