import { brandWithType } from "@pothos/core";
import type { RowLoader } from "../database/entities.ts";
import type { RowsLoader } from "../database/loaders.ts";
import { all, andThen, type MaybePromise } from "../database/maybe-promise.ts";

/**
 * A row that a foreign key promises.
 *
 * @throws Error when it is missing (a bug, or a corpus that changed in the middle of the request)
 */
export function required<Row>(row: Row | null): Row {
	if (row === null) throw new Error("a row that another one refers to is not in the database");
	return row;
}

/** The row of a slug that a foreign key promises. */
export function loadOne<Row>(loader: RowLoader<Row>, slug: string): MaybePromise<Row> {
	return andThen(loader.load(slug), required);
}

/** The row of a slug; null where there is no slug. */
export function loadOptional<Row>(
	loader: RowLoader<Row>,
	slug: string | null,
): MaybePromise<Row | null> {
	return slug === null ? null : loader.load(slug);
}

/** The rows of some slugs, in their order. */
export function loadBy<Row>(loader: RowLoader<Row>, slugs: readonly string[]): MaybePromise<Row[]> {
	return all(slugs.map((slug) => loadOne(loader, slug)));
}

/** The rows that belong to a row, by slug. */
export async function loadRelated<Row>(
	loader: RowLoader<Row>,
	relation: RowsLoader<{ readonly slug: string }>,
	key: string,
): Promise<Row[]> {
	const slugs = await relation.load(key);
	return loadBy(
		loader,
		slugs.map(({ slug }) => slug),
	);
}

/**
 * The rows of some slugs of a noun that has ids, each with its type noted in it: Pothos notes
 * it only behind the loading, which another field that waits for the same row does not wait for.
 */
export function loadNodes<Row>(
	type: Parameters<typeof brandWithType>[1],
	loader: RowLoader<Row>,
	slugs: readonly string[],
): MaybePromise<Row | null>[] {
	return slugs.map((slug) =>
		andThen(loader.load(slug), (row) => {
			brandWithType(row, type);
			return row;
		}),
	);
}
