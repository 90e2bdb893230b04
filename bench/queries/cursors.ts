import type { Variables } from "../contenders/sql/operations.ts";
import { at, dataOf, type Json, listAt } from "./json.ts";
import { type Ask, graphqlRequest } from "./query.ts";

/** The cursors that a walk has passed, by the slugs of their rows. */
function take(found: Map<string, string>, connection: Json): void {
	for (const edge of listAt(connection, "edges"))
		found.set(String(at(edge, "node", "slug")), String(at(edge, "cursor")));
}

/**
 * Walks a list until it has passed every row that a page is to begin after.
 *
 * @param query takes the variable `after`, and gives edges with the slugs of the nodes
 * @param list the field at the root
 */
export async function walk(
	ask: Ask,
	{ query, list }: { query: string; list: string },
	wanted: readonly Variables[],
): Promise<ReadonlyMap<string, string>> {
	const slugs = [...new Set(wanted.flatMap(({ afterSlug }) => afterSlug ?? []))].map(String);
	const found = new Map<string, string>();
	let after: string | null = null;
	while (!slugs.every((slug) => found.has(slug))) {
		const connection: Json = at(dataOf(await ask(graphqlRequest(query, { after }))), list);
		take(found, connection);
		if (
			at(connection, "pageInfo", "hasNextPage") !== true &&
			!slugs.every((slug) => found.has(slug))
		)
			throw new Error(
				`expected the list ${list} to have all rows that pages begin after; it ended`,
			);
		after = String(at(connection, "pageInfo", "endCursor"));
	}
	return found;
}

/** The cursor of the row that a page begins after; null for the first page. */
export function cursorOf(
	{ afterSlug }: Variables,
	learnt: ReadonlyMap<string, string>,
): string | null {
	return afterSlug === null ? null : (learnt.get(String(afterSlug)) ?? null);
}
