import type { Order } from "./order.ts";
import { encodeCursor, type Slice } from "./slice.ts";

/** A row in its place. */
export interface PageEntry<Row> {
	readonly row: Row;
	readonly cursor: string;
}

/** A page of a list. */
export interface Page<Row> {
	/** Its rows as they are. */
	readonly nodes: readonly Row[];
	/** Its rows in their places. */
	readonly rows: readonly PageEntry<Row>[];
	readonly hasNextPage: boolean;
	readonly hasPreviousPage: boolean;
}

/** The columns by which a row tells its place, so that a cursor can be made of it. */
export function placeColumn(index: number): `place${number}` {
	return `place${index}`;
}

/** A row as it is read for a page. */
export type PageRow<Row> = Row & {
	/** Null in a row that only stands for an empty page. */
	readonly slug: string | null;
	/** The values of the order; left out where nobody asks for cursors. */
	readonly [place: `place${number}`]: string | number;
	/** The index of the key whose page it is in. */
	readonly pageOf?: number;
	readonly pageBehind?: boolean;
};

/** A row of a page. The cursor is made when it is asked for. */
class Entry<Row> implements PageEntry<Row> {
	readonly row: Row;
	readonly #order: Order;
	constructor(order: Order, row: Row) {
		this.row = row;
		this.#order = order;
	}
	get cursor(): string {
		// Only rows that were read for a page come here, so the columns of the place are in it.
		const row = this.row as PageRow<Row>;
		if (row.place0 === undefined) throw new Error("a cursor of a page that was read without");
		const values = this.#order.keys.map((_key, index) => String(row[placeColumn(index)]));
		return encodeCursor(this.#order, values);
	}
}

/** A page whose rows are put in their places when that is asked for. */
class PageOf<Row> implements Page<Row> {
	readonly nodes: readonly Row[];
	readonly hasNextPage: boolean;
	readonly hasPreviousPage: boolean;
	readonly #order: Order;
	constructor(
		order: Order,
		nodes: readonly Row[],
		{ hasNextPage, hasPreviousPage }: Pick<Page<Row>, "hasNextPage" | "hasPreviousPage">,
	) {
		this.nodes = nodes;
		this.hasNextPage = hasNextPage;
		this.hasPreviousPage = hasPreviousPage;
		this.#order = order;
	}
	get rows(): readonly PageEntry<Row>[] {
		return this.nodes.map((row) => new Entry(this.#order, row));
	}
}

/**
 * Makes a page of the rows that were read for it: as many as it has, and one more where there are.
 *
 * @param pageBehind whether anything lies behind the cursor that it starts from
 */
export function toPage<Row>(
	order: Order,
	slice: Slice,
	found: readonly PageRow<Row>[],
	pageBehind = found[0]?.pageBehind ?? false,
): Page<Row> {
	// An empty page has one row, which only says so.
	const nodes = found[0]?.slug === null ? [] : found;
	const more = nodes.length > slice.size;
	const page = more ? nodes.slice(0, slice.size) : nodes;
	return slice.backward
		? new PageOf(order, page.toReversed(), { hasPreviousPage: more, hasNextPage: pageBehind })
		: new PageOf(order, page, { hasNextPage: more, hasPreviousPage: pageBehind });
}
