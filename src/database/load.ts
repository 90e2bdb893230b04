import type { CheckedCorpus } from "../curation/corpus.ts";
import { buildKeyOf } from "./build-key.ts";
import { ColumnDeriver } from "./columns/deriver.ts";
import type { Database } from "./database.ts";
import { type Deriver, withDerived } from "./load/derive.ts";
import { loadInTransaction } from "./load/in-transaction.ts";
import { linkDeriver } from "./load/link-deriver.ts";
import { createMeter, type LoadProgress } from "./load/progress.ts";
import { loadStaged, type NamedRows } from "./load/staged.ts";
import type { TableChunk } from "./load/table-chunk.ts";
import { DERIVED_TABLES, type LoadedCorpus, nameOf, TABLES } from "./load/table-names.ts";
import { postingDeriver } from "./search/postings/posting-deriver.ts";
import { type Tables, toTables } from "./tables.ts";

export type { LoadPhase, LoadProgress } from "./load/progress.ts";
export type { TableChunk } from "./load/table-chunk.ts";

/** A corpus of which the rows come one by one. */
export interface CorpusOfRows extends LoadedCorpus {
	/** How many rows come, when that is known. */
	readonly rowsTotal?: number;
}

/** What makes rows of other rows, anew for each load. */
const DERIVERS: readonly (() => Deriver)[] = [
	linkDeriver,
	() => new ColumnDeriver(),
	() => postingDeriver(),
];

async function* named(chunks: AsyncIterable<TableChunk>): AsyncGenerator<NamedRows> {
	for await (const { table, rows } of chunks) yield { table: nameOf(table), rows };
}

async function* chunksOf(tables: Tables): AsyncGenerator<TableChunk> {
	// Its keys are those of Tables.
	for (const [table, rows] of Object.entries(tables) as [keyof Tables, readonly object[]][])
		yield { table, rows };
}

/**
 * Replaces what is in the database by rows that come bit by bit; more are asked for only
 * when the database has taken those before. Until all is there, and if it fails or is
 * killed, the old corpus is served whole. A PostgreSQL server tells the new version on
 * the channel CORPUS_CHANNEL of watch.ts.
 *
 * @param chunks rows as toTables makes them, into which their numbers are written; articles
 * before their statements, and for the embedded database all parents before children
 * @throws what the database says; then nothing has changed
 */
export async function loadRows(
	database: Database,
	chunks: AsyncIterable<TableChunk>,
	{ rowsTotal, ...corpus }: CorpusOfRows,
	onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<void> {
	const meter = createMeter(onProgress);
	meter.begin("copying", rowsTotal ?? null);
	const all = withDerived(
		chunks,
		DERIVERS.map((make) => make()),
	);
	const tables = [...TABLES, ...DERIVED_TABLES];
	if (database.connect !== undefined)
		await loadStaged(database.connect, tables.map(nameOf), named(all), corpus, meter);
	else await loadInTransaction(await database.writer(), tables, all, corpus, meter);
	meter.end();
}

/**
 * Replaces what is in the database by a corpus. What was taken out of the files is taken
 * out of the database.
 *
 * @param corpus only the checker makes one
 * @param seededAt the moment that the corpus tells as its own
 * @throws what the database says; then nothing has changed
 */
export async function load(
	database: Database,
	corpus: CheckedCorpus,
	onProgress: (progress: LoadProgress) => void = () => undefined,
	seededAt: Date = new Date(),
): Promise<void> {
	const tables = toTables(corpus);
	const rowsTotal = Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
	const { version } = corpus;
	const buildKey = await buildKeyOf(corpus);
	await loadRows(
		database,
		chunksOf(tables),
		{ version, buildKey, seededAt, rowsTotal },
		onProgress,
	);
}
