import type { CheckedCorpus, CorpusContent, CorpusStatement } from "../../src/curation/corpus.ts";
import type { TableChunk } from "../../src/database/load.ts";
import { type Tables, toTables } from "../../src/database/tables.ts";
import { type GeneratedArticle, makeArticle } from "./article.ts";
import { PLACES } from "./places.ts";
import { type CorpusSize, makeWorld, type World } from "./world.ts";

/** How many articles are held at once. */
const ARTICLES_PER_CHUNK = 50;

const NOTHING: CorpusContent = {
	documents: [],
	publishers: [],
	speakers: [],
	locations: [],
	occasions: [],
	articles: [],
};

function tablesOf(content: Partial<CorpusContent>): Tables {
	// Only the checker makes this type; what is generated has no files that it could check.
	return toTables({ ...NOTHING, ...content, version: "" } as CorpusContent as CheckedCorpus);
}

function* chunksOf(tables: Partial<Tables>): Generator<TableChunk> {
	// The keys of Tables are those of the object that toTables makes.
	for (const [table, rows] of Object.entries(tables) as [keyof Tables, object[]][])
		if (rows.length > 0) yield { table, rows };
}

/** What only the whole corpus tells. */
interface Totals {
	readonly bySpeaker: Map<string, Counts>;
	readonly byLocation: Map<string, Counts>;
}

/** How many statements a row has, drafts by themselves. */
interface Counts {
	readonly statementCount: number;
	readonly draftStatementCount: number;
}

const NO_STATEMENTS: Counts = { statementCount: 0, draftStatementCount: 0 };

function add(
	counts: Map<string, Counts>,
	{ review }: CorpusStatement,
	slugs: Iterable<string>,
): void {
	const counted = review.status === "CURATED" ? "statementCount" : "draftStatementCount";
	for (const slug of slugs) {
		const before = counts.get(slug) ?? NO_STATEMENTS;
		counts.set(slug, { ...before, [counted]: before[counted] + 1 });
	}
}

function count({ bySpeaker, byLocation }: Totals, statement: CorpusStatement): void {
	add(
		bySpeaker,
		statement,
		statement.attributions.map(({ speakerSlug }) => speakerSlug),
	);
	add(byLocation, statement, new Set(statement.locations.map(({ locationSlug }) => locationSlug)));
}

function* articles(world: World, { statements, seed }: CorpusSize): Generator<GeneratedArticle> {
	let left = statements;
	for (let index = 0; left > 0; index += 1) {
		const made = makeArticle(world, seed, index, left);
		left -= made.article.statements.length;
		yield made;
	}
}

function* articleChunks(batch: readonly GeneratedArticle[], totals: Totals): Generator<TableChunk> {
	const tables = tablesOf({
		documents: batch.map(({ document }) => document),
		articles: batch.map(({ article }) => article),
	});
	for (const { article } of batch)
		for (const statement of article.statements) count(totals, statement);
	yield* chunksOf(tables);
}

function* authorityChunks(world: World, totals: Totals): Generator<TableChunk> {
	const { publishers, speakers, occasions } = world;
	const tables = tablesOf({ publishers, speakers, locations: PLACES, occasions });
	const withCount = <Row extends { slug: string }>(
		rows: readonly Row[],
		counts: Totals["bySpeaker"],
	) => rows.map((row) => ({ ...row, ...(counts.get(row.slug) ?? NO_STATEMENTS) }));
	yield* chunksOf({
		...tables,
		speaker: withCount(tables.speaker, totals.bySpeaker),
		location: withCount(tables.location, totals.byLocation),
	});
}

/**
 * Makes the rows of a corpus, some at a time: in constant memory but for the counts
 * of its speakers and places, which come last.
 */
export async function* corpusChunks(size: CorpusSize): AsyncGenerator<TableChunk> {
	const world = makeWorld(size);
	const totals: Totals = { bySpeaker: new Map(), byLocation: new Map() };
	let batch: GeneratedArticle[] = [];
	for (const made of articles(world, size)) {
		batch.push(made);
		if (batch.length < ARTICLES_PER_CHUNK) continue;
		yield* articleChunks(batch, totals);
		batch = [];
	}
	yield* articleChunks(batch, totals);
	yield* authorityChunks(world, totals);
}
