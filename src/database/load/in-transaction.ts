import type { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import type { Meter } from "./progress.ts";
import type { TableChunk } from "./table-chunk.ts";
import { type LoadedCorpus, type LoadedTable, nameOf } from "./table-names.ts";

/** PostgreSQL takes 65,535 parameters a statement; the widest table has 28 columns. */
const ROWS_PER_INSERT = 1000;
/** In milliseconds: as long as loading takes, the old corpus is served. */
const TRANSACTION_TIMEOUT = 60 * 60 * 1000;

/** The two operations that the loader needs, the same for every table. */
interface TableWriter {
	deleteMany(): Promise<unknown>;
	createMany(input: { data: readonly object[] }): Promise<unknown>;
}

function writerOf(transaction: Prisma.TransactionClient, table: LoadedTable): TableWriter {
	// Each table's rows have its own type; toTables has paired them, so here any object will do.
	return transaction[table] as unknown as TableWriter;
}

async function fill(
	transaction: Prisma.TransactionClient,
	chunks: AsyncIterable<TableChunk>,
	meter: Meter,
): Promise<void> {
	for await (const { table, rows } of chunks)
		for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
			const data = rows.slice(start, start + ROWS_PER_INSERT);
			await writerOf(transaction, table).createMany({ data });
			meter.add(nameOf(table), data.length);
		}
}

/**
 * Replaces the rows of a database that has one connection only, in one transaction:
 * until it is committed, and if it fails, the old ones are there.
 *
 * @param tables all that are replaced, parents before children
 * @param chunks parents before children too
 * @throws what the database says; then nothing has changed
 */
export async function loadInTransaction(
	prisma: PrismaClient,
	tables: readonly LoadedTable[],
	chunks: AsyncIterable<TableChunk>,
	corpus: LoadedCorpus,
	meter: Meter,
): Promise<void> {
	await prisma.$transaction(
		async (transaction) => {
			for (const table of tables.toReversed()) await writerOf(transaction, table).deleteMany();
			await transaction.corpus.deleteMany();
			await fill(transaction, chunks, meter);
			await transaction.corpus.create({ data: corpus });
		},
		{ timeout: TRANSACTION_TIMEOUT, maxWait: TRANSACTION_TIMEOUT },
	);
}
