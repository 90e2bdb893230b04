import type DataLoader from "dataloader";
import type { Reader } from "./database.ts";
import { createEdition, type Edition } from "./edition.ts";
import { ENTITIES, type RowLoader, type Source } from "./entities.ts";
import { fact } from "./facts.ts";
import { createLevels, type MakeLoader } from "./levels.ts";
import { listLoader } from "./lists.ts";
import { once } from "./once.ts";
import type { CreditedSourceRow, DocumentSegmentRow, StatementRow } from "./rows.ts";
import { readNearest } from "./search/names.ts";
import { identifier, type Sql, sql } from "./sql.ts";

type Keyed<Row> = Row & { readonly loaderKey: string };

/** Loads the rows that belong to a key, in their order. */
export type RowsLoader<Row> = DataLoader<string, readonly Row[]>;

/** A loader whose SQL gives rows with the key that each belongs to. */
function rowsLoader<Row extends object>(
	{ reader, makeLoader }: Source,
	select: (keys: readonly string[]) => Sql,
): RowsLoader<Row> {
	return makeLoader(async (keys: readonly string[]) => {
		const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]));
		for (const row of await reader.read<Keyed<Row>>(select(keys)))
			byKey.get(row.loaderKey)?.push(row);
		return keys.map((key) => byKey.get(key) ?? []);
	});
}

/** The rows of a table by a column, in an order. */
function childrenLoader<Row extends object>(
	source: Source,
	table: string,
	column: string,
	columns: Sql = sql`*`,
	order: Sql = sql`position`,
): RowsLoader<Row> {
	const key = identifier(column);
	return rowsLoader(
		source,
		(keys) =>
			sql`SELECT ${columns}, ${key} AS "loaderKey" FROM ${identifier(table)} WHERE ${key} = ANY(${keys}) ORDER BY ${order}`,
	);
}

interface Slug {
	readonly slug: string;
}

const RELATIONS = {
	/** The places that an article names. */
	articleLocations: (source: Source) =>
		childrenLoader<Slug>(source, "ArticleLocation", "articleSlug", sql`"locationSlug" AS slug`),
	creditedSources: (source: Source) =>
		childrenLoader<CreditedSourceRow>(source, "CreditedSource", "articleSlug"),
	segments: (source: Source) =>
		childrenLoader<DocumentSegmentRow>(source, "DocumentSegment", "documentFileName"),
	/** The places that lie right inside a place, by slug. */
	locationChildren: (source: Source) =>
		childrenLoader<Slug>(source, "Location", "parentSlug", sql`slug`, sql`slug`),
	/** The speakers of an article's statements, in the order in which they first speak; those of drafts by themselves. */
	articleSpeakers: (source: Source) =>
		rowsLoader<Slug & Pick<StatementRow, "reviewStatus">>(
			source,
			(keys) => sql`
				SELECT a."speakerSlug" AS slug, t."articleSlug" AS "loaderKey", t."reviewStatus"
				FROM "Statement" t JOIN "Attribution" a ON a."statementNumber" = t.number
				WHERE t."articleSlug" = ANY(${keys})
				GROUP BY 1, 2, 3
				ORDER BY min(t.position * 1000 + a.position), 1`,
		),
};

/** Finds who has a name, of those whom not only drafts name: one SQL statement, and one more when nobody has it exactly so. */
function byNameLoader(source: Source, table: "Speaker" | "Location"): RowLoader<Slug> {
	const { reader, makeLoader, edition } = source;
	const owner = identifier(table === "Speaker" ? "speakerSlug" : "locationSlug");
	const loader = makeLoader(async (folded: readonly string[]) => {
		const rows = await reader.read<{ folded: string; slug: string }>(
			sql`SELECT DISTINCT n.folded, o.slug FROM ${identifier(`${table}Name`)} n JOIN ${identifier(table)} o ON o.slug = n.${owner} WHERE n.folded = ANY(${folded}) AND n.kind <> 'EPITHET' AND o."reviewStatus" = 'CURATED' ORDER BY slug`,
		);
		const exact = new Map(rows.map((row) => [row.folded, row.slug]));
		const others = folded.filter((name) => !exact.has(name));
		const near = others.length === 0 ? [] : await readNearest(reader, table, others);
		return folded.map((name) => {
			const slug = exact.get(name) ?? near[others.indexOf(name)] ?? null;
			return slug === null ? null : { slug };
		});
	});
	return {
		load: (name) => fact(edition, `name ${table} ${name}`, () => loader.load(name)),
	};
}

function byWikidataIdLoader(source: Source, table: "Speaker" | "Location"): RowLoader<Slug> {
	const { reader, makeLoader, edition } = source;
	const loader = makeLoader(async (ids: readonly string[]) => {
		const rows = await reader.read<{ wikidataId: string; slug: string }>(
			sql`SELECT "wikidataId", slug FROM ${identifier(table)} WHERE "wikidataId" = ANY(${ids})`,
		);
		return ids.map((id) => rows.find((row) => row.wikidataId === id) ?? null);
	});
	return { load: (id) => fact(edition, `wikidata ${table} ${id}`, () => loader.load(id)) };
}

const LOOK_UPS = {
	locationByName: (source: Source) => byNameLoader(source, "Location"),
	speakerByName: (source: Source) => byNameLoader(source, "Speaker"),
	locationByWikidataId: (source: Source) => byWikidataIdLoader(source, "Location"),
	speakerByWikidataId: (source: Source) => byWikidataIdLoader(source, "Speaker"),
};

const makeLoaders = once({
	...ENTITIES,
	...RELATIONS,
	...LOOK_UPS,
	lists: listLoader,
});

/**
 * Everything that a request reads, batched: one SQL statement for each level of each
 * kind, and none for what the edition keeps.
 *
 * @param makeLoader what the request's other loaders are made by
 * @param edition what is kept between requests; left out: nothing
 */
export function createLoaders(
	reader: Reader,
	makeLoader: MakeLoader = createLevels(),
	edition: Edition = createEdition(),
): Loaders {
	return makeLoaders({ reader, makeLoader, edition });
}

/** The loaders of one request. */
export type Loaders = ReturnType<typeof makeLoaders>;
