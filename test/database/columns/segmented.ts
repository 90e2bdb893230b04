import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import { ColumnDeriver } from "../../../src/database/columns/deriver.ts";
import type { Database } from "../../../src/database/database.ts";
import { withDerived } from "../../../src/database/load/derive.ts";
import type { TableChunk } from "../../../src/database/load/table-chunk.ts";
import { TABLES } from "../../../src/database/load/table-names.ts";
import { load } from "../../../src/database/load.ts";
import { toTables } from "../../../src/database/tables.ts";
import type { Prisma } from "../../../src/generated/prisma/client.ts";
import { emptyDatabase } from "../../support/database.ts";

/** A row of StatementColumn as the deriver makes it. */
export type ColumnRow = Prisma.StatementColumnCreateManyInput & {
	readonly bytes: Uint8Array<ArrayBuffer>;
};

async function* chunksOf(corpus: CheckedCorpus): AsyncGenerator<TableChunk> {
	const tables = toTables(corpus);
	for (const table of TABLES) yield { table, rows: tables[table] };
}

/** The columns of a corpus in segments of some size. */
export async function columnRows(corpus: CheckedCorpus, size: number): Promise<ColumnRow[]> {
	const found: object[] = [];
	for await (const { table, rows } of withDerived(chunksOf(corpus), [new ColumnDeriver(size)]))
		if (table === "statementColumn") found.push(...rows);
	// The deriver makes rows of this type.
	return found as ColumnRow[];
}

/** A database with a corpus whose columns are in small segments; closed after the file's tests. */
export async function segmentedDatabase(corpus: CheckedCorpus, size: number): Promise<Database> {
	const database = await emptyDatabase();
	await load(database, corpus);
	const { statementColumn } = await database.writer();
	await statementColumn.deleteMany();
	await statementColumn.createMany({ data: await columnRows(corpus, size) });
	return database;
}
