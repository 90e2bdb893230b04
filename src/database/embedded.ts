import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import { type Database, poolReader, resultTypes } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openPGlite, pgliteAdapter } from "./pglite.ts";
import { createWriter } from "./writer.ts";

/** A PostgreSQL inside this process, in its memory; nobody else can write to it. */
export interface EmbeddedDatabase extends Database {
	/** The whole database as one tar archive, to open again later. */
	dump(): Promise<Blob>;
}

/**
 * Opens PostgreSQL as WebAssembly (PGlite) in this process' memory.
 *
 * @param archive a database from `dump`; left out: a fresh one with empty tables
 * @throws Error when the archive is none
 */
export async function openEmbedded(archive?: Blob): Promise<EmbeddedDatabase> {
	const pglite = await openPGlite(archive);
	// It stands in for the fields of a pool's configuration that node-postgres reads.
	const standIn = createPgConfig(pglite) as unknown as pg.PoolConfig;
	const pool = new pg.Pool(Object.assign(standIn, { types: resultTypes }));
	const adapter = () => pgliteAdapter(pglite);
	const writer = createWriter(adapter);
	const reader = poolReader(pool);
	const close = async () => {
		await writer.close();
		await pool.end();
		await pglite.close();
	};
	try {
		await migrate(reader, adapter);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		...reader,
		description: "embedded PostgreSQL",
		writer: writer.open,
		close,
		// Not compressed: reading it back is what every start waits for.
		dump: () => pglite.dumpDataDir("none"),
	};
}
