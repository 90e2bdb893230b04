import type { Reader } from "./database.ts";
import { type ListQuery, readSlices } from "./page.ts";
import type { Page } from "./page-rows.ts";
import { toSlice } from "./slice.ts";

/** How many rows of a whole list are read at once. */
export const BATCH_SIZE = 500;

/** The list belongs to no row, so there is one key, and it may be any. */
const KEY = "";

/**
 * Reads a whole list, a batch at a time, by the SQL and in the order of its pages. A
 * batch is read when it is asked for, by one SQL statement, and none is kept, so a list of any
 * length takes the memory of one batch.
 *
 * @param size the most rows of a batch
 * @returns the batches in order; for an empty list one empty batch
 */
export async function* everyPage<Row>(
	reader: Reader,
	query: ListQuery,
	size: number = BATCH_SIZE,
): AsyncGenerator<readonly Row[], void, undefined> {
	let cursor: string | undefined;
	do {
		const slice = { ...toSlice(query.order, { after: cursor }), size };
		const [page]: Page<Row>[] = await readSlices<Row>(reader, query, slice, [KEY]);
		if (page === undefined) throw new Error("one key gives one page");
		yield page.nodes;
		cursor = page.hasNextPage ? page.rows.at(-1)?.cursor : undefined;
	} while (cursor !== undefined);
}
