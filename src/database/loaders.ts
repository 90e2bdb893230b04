import DataLoader from "dataloader";
import type { Range } from "../text/span.ts";
import type { Reader } from "./database.ts";
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

/** The most keys that one SQL statement asks for. */
const LARGEST_BATCH = 1000;

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
	reader: Reader,
	select: (keys: readonly string[]) => Sql,
): RowsLoader<Row> {
	return new DataLoader(
		async (keys) => {
			const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]));
			for (const row of await reader.read<Keyed<Row>>(select(keys)))
				byKey.get(row.loaderKey)?.push(withoutKey(row));
			return keys.map((key) => byKey.get(key) ?? []);
		},
		{ maxBatchSize: LARGEST_BATCH },
	);
}

/** The rows of a table by a column, in the order of their positions. */
function childrenLoader<Row extends object>(
	reader: Reader,
	table: string,
	column: string,
): RowsLoader<Row> {
	const key = identifier(column);
	return rowsLoader(
		reader,
		(keys) =>
			sql`SELECT *, ${key} AS "loaderKey" FROM ${identifier(table)} WHERE ${key} = ANY(${keys}) ORDER BY position`,
	);
}

/** One row of a table by its primary key. */
function rowLoader<Row extends object>(
	reader: Reader,
	table: string,
	column = "slug",
): RowLoader<Row> {
	const key = identifier(column);
	return new DataLoader(
		async (keys) => {
			const rows = await reader.read<Keyed<Row>>(
				sql`SELECT *, ${key} AS "loaderKey" FROM ${identifier(table)} WHERE ${key} = ANY(${keys})`,
			);
			const byKey = new Map(rows.map((row) => [row.loaderKey, withoutKey<Row>(row)]));
			return keys.map((key) => byKey.get(key) ?? null);
		},
		{ maxBatchSize: LARGEST_BATCH },
	);
}

function entityLoaders(reader: Reader) {
	return {
		article: rowLoader<ArticleRow>(reader, "Article"),
		document: rowLoader<DocumentRow>(reader, "Document", "fileName"),
		location: rowLoader<LocationRow>(reader, "Location"),
		occasion: rowLoader<OccasionRow>(reader, "Occasion"),
		office: rowLoader<OfficeRow>(reader, "Office", "id"),
		publisher: rowLoader<PublisherRow>(reader, "Publisher"),
		speaker: rowLoader<SpeakerRow>(reader, "Speaker"),
		statement: rowLoader<StatementRow>(reader, "Statement"),
	};
}

function relationLoaders(reader: Reader) {
	return {
		addressees: childrenLoader<AddresseeRow>(reader, "Addressee", "statementSlug"),
		articleLocations: childrenLoader<ArticleLocationRow>(reader, "ArticleLocation", "articleSlug"),
		attributions: childrenLoader<AttributionRow>(reader, "Attribution", "statementSlug"),
		creditedSources: childrenLoader<CreditedSourceRow>(reader, "CreditedSource", "articleSlug"),
		locationNames: childrenLoader<NameRow>(reader, "LocationName", "locationSlug"),
		offices: childrenLoader<OfficeRow>(reader, "Office", "speakerSlug"),
		publisherNames: childrenLoader<NameRow>(reader, "PublisherName", "publisherSlug"),
		relays: childrenLoader<RelayRow>(reader, "Relay", "statementSlug"),
		segments: childrenLoader<DocumentSegmentRow>(reader, "DocumentSegment", "documentFileName"),
		speakerNames: childrenLoader<NameRow>(reader, "SpeakerName", "speakerSlug"),
		statementLocations: childrenLoader<StatementLocationRow>(
			reader,
			"StatementLocation",
			"statementSlug",
		),
		/** The places that lie right inside a place, by slug. */
		locationChildren: rowsLoader<LocationRow>(
			reader,
			(keys) =>
				sql`SELECT *, "parentSlug" AS "loaderKey" FROM "Location" WHERE "parentSlug" = ANY(${keys}) ORDER BY slug`,
		),
		/** The speakers of an article's curated statements, in the order in which they first speak. */
		articleSpeakers: rowsLoader<SpeakerRow>(
			reader,
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
function byNameLoader(reader: Reader, table: "Speaker" | "Location"): RowLoader<{ slug: string }> {
	const owner = identifier(table === "Speaker" ? "speakerSlug" : "locationSlug");
	return new DataLoader(async (folded) => {
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
	reader: Reader,
	table: "Speaker" | "Location",
): RowLoader<{ slug: string }> {
	return new DataLoader(async (ids) => {
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

function listLoader(reader: Reader): ListLoader {
	const pages = new Map<string, DataLoader<string, Page<unknown>>>();
	const totals = new Map<string, DataLoader<string, number>>();
	const facets = new Map<string, DataLoader<string, readonly Facet[]>>();
	const nameOf = ({ table, condition, order, scope }: ListQuery) =>
		JSON.stringify([table, condition.sql, condition.values, order.name, scope?.sql, scope?.values]);
	const remembered = <Value>(
		loaders: Map<string, DataLoader<string, Value>>,
		name: string,
		batch: (keys: readonly string[]) => Promise<Value[]>,
	) => {
		const known = loaders.get(name);
		if (known !== undefined) return known;
		const made = new DataLoader<string, Value>(batch, { maxBatchSize: LARGEST_BATCH });
		loaders.set(name, made);
		return made;
	};
	return {
		page: async <Row>(query: ListQuery, page: PageArguments, key: string) => {
			const { first, after, last, before } = page;
			const name = `${nameOf(query)} ${JSON.stringify([first, after, last, before])}`;
			const loader = remembered(pages, name, (keys) =>
				readPages<unknown>(reader, query, page, keys),
			);
			// The table that the query names has rows of this type.
			return (await loader.load(key)) as Page<Row>;
		},
		total: (query, key) =>
			remembered(totals, nameOf(query), (keys) => readTotals(reader, query, keys)).load(key),
		facets: (query, wanted, key) => {
			const name = `${nameOf(query)} ${JSON.stringify([wanted.field, wanted.first])}`;
			return remembered(facets, name, (keys) => readFacets(reader, query, wanted, keys)).load(key);
		},
	};
}

/** Finds where the words of a search stand: one SQL statement for all rows of a list. */
export interface MarksLoader {
	/** Ranges of the row's searchable text, in UTF-16 units. */
	load(searched: Searched, marks: string, slug: string): Promise<readonly Range[]>;
}

function marksLoader(reader: Reader): MarksLoader {
	const loaders = new Map<string, DataLoader<string, readonly Range[]>>();
	return {
		load: (searched, marks, slug) => {
			const name = `${searched} ${marks}`;
			const loader =
				loaders.get(name) ??
				new DataLoader((slugs) => readMarks(reader, searched, marks, slugs), {
					maxBatchSize: LARGEST_BATCH,
				});
			loaders.set(name, loader);
			return loader.load(slug);
		},
	};
}

/** Everything that a request reads, batched: one SQL statement for each level of each kind. */
export function createLoaders(reader: Reader) {
	return {
		...entityLoaders(reader),
		...relationLoaders(reader),
		locationByName: byNameLoader(reader, "Location"),
		speakerByName: byNameLoader(reader, "Speaker"),
		locationByWikidataId: byWikidataIdLoader(reader, "Location"),
		speakerByWikidataId: byWikidataIdLoader(reader, "Speaker"),
		lists: listLoader(reader),
		marks: marksLoader(reader),
	};
}

/** The loaders of one request. */
export type Loaders = ReturnType<typeof createLoaders>;
