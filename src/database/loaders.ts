import type DataLoader from "dataloader";
import type { Range } from "../text/span.ts";
import type { Reader } from "./database.ts";
import { createLevels, type MakeLoader } from "./levels.ts";
import { type ListQuery, type Page, type PageArguments, readPages, readTotals } from "./page.ts";
import type {
	AddresseeRow,
	ArticleLocationRow,
	ArticleRow,
	AttributionRow,
	CreditedSourceRow,
	DocumentRow,
	DocumentSegmentRow,
	LocationRow,
	NameRow,
	OccasionRow,
	OfficeRow,
	PublisherRow,
	RelayRow,
	SpeakerRow,
	StatementLocationRow,
	StatementRow,
} from "./rows.ts";
import { readNearest } from "./search/names.ts";
import { readMarks, type Searched } from "./search/search.ts";
import { identifier, type Sql, sql } from "./sql.ts";
import { type Facet, type FacetArguments, readFacets } from "./stats/facets.ts";

/** What loaders are made of: the database, and the way to batch. */
interface Source {
	readonly reader: Reader;
	readonly makeLoader: MakeLoader;
}

type Keyed<Row> = Row & { readonly loaderKey: string };

/** Loads one row by its key; null when there is none. */
export type RowLoader<Row> = DataLoader<string, Row | null>;
/** Loads the rows that belong to a key, in their order. */
export type RowsLoader<Row> = DataLoader<string, readonly Row[]>;

function withoutKey<Row extends object>({ loaderKey: _key, ...row }: Keyed<Row>): Row {
	// What is left of the row when the loader's own column is taken off is the table's.
	return row as unknown as Row;
}

/** A loader whose SQL gives rows with the key that each belongs to. */
function rowsLoader<Row extends object>(
	{ reader, makeLoader }: Source,
	select: (keys: readonly string[]) => Sql,
): RowsLoader<Row> {
	return makeLoader(async (keys: readonly string[]) => {
		const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]));
		for (const row of await reader.read<Keyed<Row>>(select(keys)))
			byKey.get(row.loaderKey)?.push(withoutKey(row));
		return keys.map((key) => byKey.get(key) ?? []);
	});
}

/** The rows of a table by a column, in the order of their positions. */
function childrenLoader<Row extends object>(
	source: Source,
	table: string,
	column: string,
): RowsLoader<Row> {
	const key = identifier(column);
	return rowsLoader(
		source,
		(keys) =>
			sql`SELECT *, ${key} AS "loaderKey" FROM ${identifier(table)} WHERE ${key} = ANY(${keys}) ORDER BY position`,
	);
}

/** One row of a table by its primary key. */
function rowLoader<Row extends object>(
	{ reader, makeLoader }: Source,
	table: string,
	column = "slug",
): RowLoader<Row> {
	const key = identifier(column);
	return makeLoader(async (keys: readonly string[]) => {
		const rows = await reader.read<Keyed<Row>>(
			sql`SELECT *, ${key} AS "loaderKey" FROM ${identifier(table)} WHERE ${key} = ANY(${keys})`,
		);
		const byKey = new Map(rows.map((row) => [row.loaderKey, withoutKey<Row>(row)]));
		return keys.map((key) => byKey.get(key) ?? null);
	});
}

function entityLoaders(source: Source) {
	return {
		article: rowLoader<ArticleRow>(source, "Article"),
		document: rowLoader<DocumentRow>(source, "Document", "fileName"),
		location: rowLoader<LocationRow>(source, "Location"),
		occasion: rowLoader<OccasionRow>(source, "Occasion"),
		office: rowLoader<OfficeRow>(source, "Office", "id"),
		publisher: rowLoader<PublisherRow>(source, "Publisher"),
		speaker: rowLoader<SpeakerRow>(source, "Speaker"),
		statement: rowLoader<StatementRow>(source, "Statement"),
	};
}

function relationLoaders(source: Source) {
	return {
		addressees: childrenLoader<AddresseeRow>(source, "Addressee", "statementSlug"),
		articleLocations: childrenLoader<ArticleLocationRow>(source, "ArticleLocation", "articleSlug"),
		attributions: childrenLoader<AttributionRow>(source, "Attribution", "statementSlug"),
		creditedSources: childrenLoader<CreditedSourceRow>(source, "CreditedSource", "articleSlug"),
		locationNames: childrenLoader<NameRow>(source, "LocationName", "locationSlug"),
		offices: childrenLoader<OfficeRow>(source, "Office", "speakerSlug"),
		publisherNames: childrenLoader<NameRow>(source, "PublisherName", "publisherSlug"),
		relays: childrenLoader<RelayRow>(source, "Relay", "statementSlug"),
		segments: childrenLoader<DocumentSegmentRow>(source, "DocumentSegment", "documentFileName"),
		speakerNames: childrenLoader<NameRow>(source, "SpeakerName", "speakerSlug"),
		statementLocations: childrenLoader<StatementLocationRow>(
			source,
			"StatementLocation",
			"statementSlug",
		),
		/** The places that lie right inside a place, by slug. */
		locationChildren: rowsLoader<LocationRow>(
			source,
			(keys) =>
				sql`SELECT *, "parentSlug" AS "loaderKey" FROM "Location" WHERE "parentSlug" = ANY(${keys}) ORDER BY slug`,
		),
		/** The speakers of an article's curated statements, in the order in which they first speak. */
		articleSpeakers: rowsLoader<SpeakerRow>(
			source,
			(keys) => sql`
				SELECT p.*, q."articleSlug" AS "loaderKey" FROM "Speaker" p JOIN (
					SELECT t."articleSlug", a."speakerSlug", min(t.position * 1000 + a.position) AS place
					FROM "Statement" t JOIN "Attribution" a ON a."statementSlug" = t.slug
					WHERE t."articleSlug" = ANY(${keys}) AND t."reviewStatus" = 'CURATED'
					GROUP BY 1, 2
				) q ON q."speakerSlug" = p.slug
				ORDER BY q.place, p.slug`,
		),
	};
}

/** Finds who has a name: one SQL statement, and one more when nobody has it exactly so. */
function byNameLoader(
	{ reader, makeLoader }: Source,
	table: "Speaker" | "Location",
): RowLoader<{ slug: string }> {
	const owner = identifier(table === "Speaker" ? "speakerSlug" : "locationSlug");
	return makeLoader(async (folded: readonly string[]) => {
		const rows = await reader.read<{ folded: string; slug: string }>(
			sql`SELECT DISTINCT folded, ${owner} AS slug FROM ${identifier(`${table}Name`)} WHERE folded = ANY(${folded}) AND kind <> 'EPITHET' ORDER BY slug`,
		);
		const exact = new Map(rows.map((row) => [row.folded, row.slug]));
		const others = folded.filter((name) => !exact.has(name));
		const near = others.length === 0 ? [] : await readNearest(reader, table, others);
		return folded.map((name) => {
			const slug = exact.get(name) ?? near[others.indexOf(name)] ?? null;
			return slug === null ? null : { slug };
		});
	});
}

function byWikidataIdLoader(
	{ reader, makeLoader }: Source,
	table: "Speaker" | "Location",
): RowLoader<{ slug: string }> {
	return makeLoader(async (ids: readonly string[]) => {
		const rows = await reader.read<{ wikidataId: string; slug: string }>(
			sql`SELECT "wikidataId", slug FROM ${identifier(table)} WHERE "wikidataId" = ANY(${ids})`,
		);
		return ids.map((id) => rows.find((row) => row.wikidataId === id) ?? null);
	});
}

/** Loads pages and totals of lists: a list costs one SQL statement for its pages, one for its totals and one for the facets of each field, for all the rows that it belongs to. */
export interface ListLoader {
	/** The page of a list that belongs to a key. */
	page<Row>(query: ListQuery, page: PageArguments, key: string): Promise<Page<Row>>;
	/** How many rows the whole list has. */
	total(query: ListQuery, key: string): Promise<number>;
	/** The most frequent values of a dimension in a whole list of statements. */
	facets(query: ListQuery, wanted: FacetArguments, key: string): Promise<readonly Facet[]>;
}

/** The loader of a name, made when it is first asked for. */
function remembered<Loader>(
	loaders: Map<string, Loader>,
	name: string,
	make: () => Loader,
): Loader {
	const loader = loaders.get(name) ?? make();
	loaders.set(name, loader);
	return loader;
}

function listLoader({ reader, makeLoader }: Source): ListLoader {
	const pages = new Map<string, DataLoader<string, Page<unknown>>>();
	const totals = new Map<string, DataLoader<string, number>>();
	const facets = new Map<string, DataLoader<string, readonly Facet[]>>();
	const nameOf = ({ table, condition, order, scope }: ListQuery) =>
		JSON.stringify([table, condition.sql, condition.values, order.name, scope?.sql, scope?.values]);
	return {
		page: async <Row>(query: ListQuery, page: PageArguments, key: string) => {
			const { first, after, last, before } = page;
			const name = `${nameOf(query)} ${JSON.stringify([first, after, last, before])}`;
			const loader = remembered(pages, name, () =>
				makeLoader((keys: readonly string[]) => readPages<unknown>(reader, query, page, keys)),
			);
			// The table that the query names has rows of this type.
			return (await loader.load(key)) as Page<Row>;
		},
		total: (query, key) =>
			remembered(totals, nameOf(query), () =>
				makeLoader((keys: readonly string[]) => readTotals(reader, query, keys), { leaf: true }),
			).load(key),
		facets: (query, wanted, key) => {
			const name = `${nameOf(query)} ${JSON.stringify([wanted.field, wanted.first])}`;
			return remembered(facets, name, () =>
				makeLoader((keys: readonly string[]) => readFacets(reader, query, wanted, keys), {
					leaf: true,
				}),
			).load(key);
		},
	};
}

/** Finds where the words of a search stand: one SQL statement for all rows of a list. */
export interface MarksLoader {
	/** Ranges of the row's searchable text, in UTF-16 units. */
	load(searched: Searched, marks: string, slug: string): Promise<readonly Range[]>;
}

function marksLoader({ reader, makeLoader }: Source): MarksLoader {
	const loaders = new Map<string, DataLoader<string, readonly Range[]>>();
	return {
		load: (searched, marks, slug) =>
			remembered(loaders, `${searched} ${marks}`, () =>
				makeLoader((slugs: readonly string[]) => readMarks(reader, searched, marks, slugs)),
			).load(slug),
	};
}

/**
 * Everything that a request reads, batched: one SQL statement for each level of each kind.
 *
 * @param makeLoader what the request's other loaders are made by
 */
export function createLoaders(reader: Reader, makeLoader: MakeLoader = createLevels()) {
	const source = { reader, makeLoader };
	return {
		...entityLoaders(source),
		...relationLoaders(source),
		locationByName: byNameLoader(source, "Location"),
		speakerByName: byNameLoader(source, "Speaker"),
		locationByWikidataId: byWikidataIdLoader(source, "Location"),
		speakerByWikidataId: byWikidataIdLoader(source, "Speaker"),
		lists: listLoader(source),
		marks: marksLoader(source),
	};
}

/** The loaders of one request. */
export type Loaders = ReturnType<typeof createLoaders>;
