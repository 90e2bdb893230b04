import type { RowLoader } from "../database/loaders.ts";

/**
 * A row that a foreign key promises.
 *
 * @throws Error when it is missing (a bug, or a corpus that changed in the middle of the request)
 */
export function required<Row>(row: Row | null): Row {
	if (row === null) throw new Error("a row that another one refers to is not in the database");
	return row;
}

/** The rows of some slugs, in their order. */
export async function loadBy<Row>(
	loader: RowLoader<Row>,
	slugs: readonly string[],
): Promise<Row[]> {
	const rows = await Promise.all(slugs.map((slug) => loader.load(slug)));
	return rows.map(required);
}
