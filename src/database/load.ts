import type { CheckedCorpus } from "../curation/corpus.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { buildKeyOf } from "./build-key.ts";
import type { Database } from "./database.ts";
import { type Tables, toTables } from "./tables.ts";

/** How far the loading is. */
export interface LoadProgress {
	/** The table that is being written. */
	readonly table: string;
	readonly rowsDone: number;
	readonly rowsTotal: number;
}

/** The tables in the order in which they are filled; they are emptied in the opposite one. */
const ORDER: readonly (keyof Tables)[] = [
	"document",
	"documentSegment",
	"publisher",
	"publisherName",
	"location",
	"locationName",
	"locationAncestor",
	"speaker",
	"speakerName",
	"office",
	"occasion",
	"article",
	"creditedSource",
	"articleLocation",
	"statement",
	"attribution",
	"addressee",
	"relay",
	"statementLocation",
	"articleSearch",
	"statementSearch",
	"searchWord",
];

/** PostgreSQL takes 65,535 parameters a statement; the widest table has 23 columns. */
const ROWS_PER_INSERT = 1000;
/** In milliseconds: as long as loading takes, the old corpus is served. */
const TRANSACTION_TIMEOUT = 60 * 60 * 1000;

/** The two operations that the loader needs, the same for every table. */
interface TableWriter {
	deleteMany(): Promise<unknown>;
	createMany(input: { data: readonly object[] }): Promise<unknown>;
}

function writerOf(transaction: Prisma.TransactionClient, table: keyof Tables): TableWriter {
	// Each table's rows have its own type; toTables has paired them, so here any object will do.
	return transaction[table] as unknown as TableWriter;
}

async function fill(
	transaction: Prisma.TransactionClient,
	tables: Tables,
	onProgress: (progress: LoadProgress) => void,
): Promise<void> {
	const rowsTotal = ORDER.reduce((sum, table) => sum + tables[table].length, 0);
	let rowsDone = 0;
	for (const table of ORDER)
		for (let start = 0; start < tables[table].length; start += ROWS_PER_INSERT) {
			const data = tables[table].slice(start, start + ROWS_PER_INSERT);
			await writerOf(transaction, table).createMany({ data });
			rowsDone += data.length;
			onProgress({ table, rowsDone, rowsTotal });
		}
}

/**
 * Replaces what is in the database by a corpus, in one transaction: until it is
 * committed, and if it fails or is killed, the old corpus is served whole. What was
 * taken out of the files is taken out of the database.
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
	const buildKey = await buildKeyOf(corpus);
	const prisma = await database.writer();
	await prisma.$transaction(
		async (transaction) => {
			for (const table of ORDER.toReversed()) await writerOf(transaction, table).deleteMany();
			await transaction.corpus.deleteMany();
			await fill(transaction, tables, onProgress);
			await transaction.corpus.create({ data: { version: corpus.version, buildKey, seededAt } });
		},
		{ timeout: TRANSACTION_TIMEOUT, maxWait: TRANSACTION_TIMEOUT },
	);
}
