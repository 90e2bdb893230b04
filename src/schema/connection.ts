import type { GraphQLResolveInfo } from "graphql";
import type { RowLoader } from "../database/entities.ts";
import type { PageOfList } from "../database/lists.ts";
import { all, andThen, type MaybePromise } from "../database/maybe-promise.ts";
import type { ListQuery } from "../database/page.ts";
import type { Page, PageEntry } from "../database/page-rows.ts";
import { checkPage, type PageArguments } from "../database/slice.ts";
import { checkFacets, type Facet, type FacetArguments } from "../database/stats/facets.ts";
import type { Context } from "./context.ts";
import { loadOne } from "./load.ts";
import { lookAhead, type Wanted } from "./look-ahead.ts";

/** A row in its list. */
export interface Edge<Row> {
	readonly cursor: string;
	readonly node: Row;
	/** The words to mark in it; none where nothing was searched. */
	readonly marks: readonly string[];
}

/** Where a page lies in its list. */
interface PageInfo {
	readonly hasNextPage: boolean;
	readonly hasPreviousPage: boolean;
	readonly startCursor: string | null;
	readonly endCursor: string | null;
}

/** What a connection resolves to; each part is read only when it is asked for. */
export interface Connection<Row> {
	readonly edges: MaybePromise<Edge<Row>[]>;
	/** The rows of the edges. */
	readonly nodes: MaybePromise<readonly Row[]>;
	readonly pageInfo: MaybePromise<PageInfo>;
	/** How many rows the whole list has, whatever the page. */
	total(): MaybePromise<number>;
	/**
	 * The most frequent values of a dimension in the whole list; only for lists of statements.
	 *
	 * @throws BadRequest for a number of values that is out of range
	 */
	facets(wanted: FacetArguments): MaybePromise<readonly Facet[]>;
}

/** Where a list stands that belongs to nothing else. */
export const ROOT = "";

/** The cursor is made when it is asked for. */
class EdgeOf<Row> implements Edge<Row> {
	readonly node: Row;
	readonly marks: readonly string[];
	readonly #entry: PageEntry<unknown>;
	constructor(entry: PageEntry<unknown>, node: Row, marks: readonly string[]) {
		this.#entry = entry;
		this.node = node;
		this.marks = marks;
	}
	get cursor(): string {
		return this.#entry.cursor;
	}
}

function pageInfoOf(page: Page<unknown>): PageInfo {
	const { hasNextPage, hasPreviousPage } = page;
	return {
		hasNextPage,
		hasPreviousPage,
		get startCursor() {
			return page.rows[0]?.cursor ?? null;
		},
		get endCursor() {
			return page.rows.at(-1)?.cursor ?? null;
		},
	};
}

/** What a page of them reads of the row s. */
const SLUG = ["slug"];

/** The nouns whose pages are slugs, and whose rows come from where all others come from. */
const BY_SLUG = { Article: "article", Location: "location", Speaker: "speaker" } as const;

/**
 * The rows of a page. A statement is read with its page; any other row by its slug, so
 * that one that is kept is not read again.
 */
function nodesOf<Row>(
	{ loaders }: Context,
	{ table }: ListQuery,
	{ nodes }: Page<unknown>,
): MaybePromise<readonly Row[]> {
	// The table that the query names has rows of this type.
	if (table === "Statement") return nodes as readonly Row[];
	const loader = loaders[BY_SLUG[table]] as RowLoader<unknown> as RowLoader<Row>;
	return all(nodes.map((row) => loadOne(loader, (row as { slug: string }).slug)));
}

/** A page of a list as one field asks for it, of whichever row. */
export interface ConnectionPlan extends PageOfList {
	/** All of the list, for what is asked beside the page. */
	readonly list: ListQuery;
}

/** What is left of a list, by what is asked of it. */
const narrowedLists = new WeakMap<ListQuery, WeakMap<Wanted, ListQuery>>();

function narrowed(list: ListQuery, wanted: Wanted): ListQuery {
	const known = narrowedLists.get(list) ?? new WeakMap<Wanted, ListQuery>();
	narrowedLists.set(list, known);
	const columns = list.table === "Statement" ? wanted.columns : SLUG;
	const query = known.get(wanted) ?? {
		...list,
		withoutBehind: !wanted.behind,
		withoutCursors: !wanted.cursors,
		...(columns && { columns }),
	};
	known.set(wanted, query);
	return query;
}

/**
 * Plans a page of a list.
 *
 * @param info what is asked of the list; no more of its rows is read
 * @throws BadRequest for page arguments that cannot be met
 */
export function planConnection(
	list: ListQuery,
	page: PageArguments,
	info: GraphQLResolveInfo,
): ConnectionPlan {
	checkPage(list.order, page);
	return { list, page, query: narrowed(list, lookAhead(info, page.last != null)) };
}

/** A connection whose parts are read when they are asked for. */
class PlannedConnection<Row> implements Connection<Row> {
	readonly #context: Context;
	readonly #plan: ConnectionPlan;
	readonly #key: string;
	#loading: MaybePromise<Page<unknown>> | undefined;

	constructor(context: Context, plan: ConnectionPlan, key: string) {
		this.#context = context;
		this.#plan = plan;
		this.#key = key;
	}

	get #page(): MaybePromise<Page<unknown>> {
		this.#loading ??= this.#context.loaders.lists.page<unknown>(this.#plan, this.#key);
		return this.#loading;
	}

	get nodes(): MaybePromise<readonly Row[]> {
		return andThen(this.#page, (page) => nodesOf<Row>(this.#context, this.#plan.list, page));
	}

	get edges(): MaybePromise<Edge<Row>[]> {
		const { list } = this.#plan;
		const { marks = [] } = list;
		return andThen(this.#page, (page) =>
			andThen(nodesOf<Row>(this.#context, list, page), (nodes) =>
				page.rows.map((entry, index) => new EdgeOf(entry, nodes[index] as Row, marks)),
			),
		);
	}

	get pageInfo(): MaybePromise<PageInfo> {
		return andThen(this.#page, pageInfoOf);
	}

	total(): MaybePromise<number> {
		return this.#context.loaders.lists.total(this.#plan.list, this.#key);
	}

	facets(wanted: FacetArguments): MaybePromise<readonly Facet[]> {
		checkFacets(wanted);
		return this.#context.loaders.lists.facets(this.#plan.list, wanted, this.#key);
	}
}

/**
 * A Relay connection over a list.
 *
 * @param key the row that the list belongs to, or ROOT
 */
export function connectionOf<Row>(
	context: Context,
	plan: ConnectionPlan,
	key: string = ROOT,
): Connection<Row> {
	return new PlannedConnection(context, plan, key);
}
