import { checkPage, type ListQuery, type PageArguments } from "../database/page.ts";
import { checkFacets, type Facet, type FacetArguments } from "../database/stats/facets.ts";
import type { Context } from "./context.ts";

/** A row in its list. */
export interface Edge<Row> {
	readonly cursor: string;
	readonly node: Row;
	/** The tsquery of the words to mark in it; null where nothing was searched. */
	readonly marks: string | null;
}

/** What a connection resolves to; each part is read only when it is asked for. */
export interface Connection<Row> {
	readonly edges: Promise<Edge<Row>[]>;
	readonly pageInfo: Promise<{
		hasNextPage: boolean;
		hasPreviousPage: boolean;
		startCursor: string | null;
		endCursor: string | null;
	}>;
	/** How many rows the whole list has, whatever the page. */
	total(): Promise<number>;
	/**
	 * The most frequent values of a dimension in the whole list; only for lists of statements.
	 *
	 * @throws BadRequest for a number of values that is out of range
	 */
	facets(wanted: FacetArguments): Promise<readonly Facet[]>;
}

/** Where a list stands that belongs to nothing else. */
export const ROOT = "";

/**
 * A Relay connection over a list.
 *
 * @param key the row that the list belongs to, or ROOT
 * @throws BadRequest for page arguments that cannot be met
 */
export function connectionOf<Row>(
	{ loaders }: Context,
	query: ListQuery,
	page: PageArguments,
	key: string = ROOT,
): Connection<Row> {
	checkPage(query.order, page);
	const load = () => loaders.lists.page<Row>(query, page, key);
	return {
		get edges() {
			return load().then(({ rows }) =>
				rows.map(({ row, cursor }) => ({ cursor, node: row, marks: query.marks ?? null })),
			);
		},
		get pageInfo() {
			return load().then(({ rows, hasNextPage, hasPreviousPage }) => ({
				hasNextPage,
				hasPreviousPage,
				startCursor: rows[0]?.cursor ?? null,
				endCursor: rows.at(-1)?.cursor ?? null,
			}));
		},
		total: () => loaders.lists.total(query, key),
		facets: async (wanted) => {
			checkFacets(wanted);
			return loaders.lists.facets(query, wanted, key);
		},
	};
}
