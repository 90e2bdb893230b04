import type DataLoader from "dataloader";
import { readMatchingOf } from "./columns/read.ts";
import type { Source } from "./entities.ts";
import { fact } from "./facts.ts";
import type { MaybePromise } from "./maybe-promise.ts";
import { belongs, type ListQuery, readPages, readTotals } from "./page.ts";
import type { Page } from "./page-rows.ts";
import type { PageArguments } from "./slice.ts";
import { type Facet, type FacetArguments, type FacetSource, readFacets } from "./stats/facets.ts";

/** Which page of which list; the same object for all rows that a list is asked of. */
export interface PageOfList {
	readonly query: ListQuery;
	readonly page: PageArguments;
}

/**
 * Loads pages, totals and facets of lists: a page and a total cost one SQL statement for all
 * the rows that the list belongs to, facets what readFacets says. Totals and facets are kept; pages are kept where their rows
 * are kept elsewhere, and a page is only their slugs.
 */
export interface ListLoader {
	/** The page of a list that belongs to a key. */
	page<Row>(wanted: PageOfList, key: string): MaybePromise<Page<Row>>;
	/** How many rows the whole list has. */
	total(query: ListQuery, key: string): MaybePromise<number>;
	/** The most frequent values of a dimension in a whole list of statements. */
	facets(query: ListQuery, wanted: FacetArguments, key: string): MaybePromise<readonly Facet[]>;
}

const names = new WeakMap<ListQuery, string>();

/** What tells one list from another. */
function nameOf(query: ListQuery): string {
	const known = names.get(query);
	if (known !== undefined) return known;
	const { table, condition, order, scope, speaker, columns, withoutBehind, withoutCursors } = query;
	const called = query.name ?? [condition.sql, condition.values];
	const parts = [table, called, order.name, scope, speaker];
	const name = JSON.stringify([...parts, columns, withoutBehind, withoutCursors]);
	names.set(query, name);
	return name;
}

const pageNames = new WeakMap<PageOfList, string>();

function nameOfPage({ query, page: { first, after, last, before } }: PageOfList): string {
	return `page ${nameOf(query)} ${JSON.stringify([first, after, last, before])}`;
}

/** The loader of the lists of a request. */
export function listLoader({ reader, makeLoader, edition }: Source): ListLoader {
	const loaders = new Map<string, DataLoader<string, unknown>>();
	/** Loads by the loader of a name, which is made when it is first asked for. */
	const load = <Value>(
		name: string,
		key: string,
		read: (keys: readonly string[]) => Promise<readonly Value[]>,
		leaf: boolean,
	): Promise<Value> => {
		const known = loaders.get(name);
		const loader = known ?? makeLoader<string, unknown>(read, { leaf });
		if (known === undefined) loaders.set(name, loader);
		// Loaders of one name read values of one type.
		return loader.load(key) as Promise<Value>;
	};
	const facetSource: FacetSource = {
		reader,
		edition,
		// The facets of one list, in whichever fields, read its statements once.
		matching: (version, query, keys) => {
			const read = (some: readonly string[]) =>
				readMatchingOf(reader, version, belongs(query), some);
			const name = `matching ${version} ${nameOf(query)}`;
			return Promise.all(keys.map((key) => load(name, key, read, true)));
		},
	};
	return {
		page: <Row>(wanted: PageOfList, key: string) => {
			const { query, page } = wanted;
			const name = pageNames.get(wanted) ?? nameOfPage(wanted);
			pageNames.set(wanted, name);
			const read = () =>
				load(name, key, (keys) => readPages<Row>(reader, query, page, keys), false);
			return query.table === "Statement" ? read() : fact(edition, name, read);
		},
		total: (query, key) => {
			const name = `total ${nameOf(query)}`;
			return fact(edition, `${name} ${key}`, () =>
				load(name, key, (keys) => readTotals(reader, query, keys), true),
			);
		},
		facets: (query, wanted, key) => {
			const name = `facets ${nameOf(query)} ${JSON.stringify([wanted.field, wanted.first])}`;
			return fact(edition, `${name} ${key}`, () =>
				load(name, key, (keys) => readFacets(facetSource, query, wanted, keys), true),
			);
		},
	};
}
