import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { PrismaClient } from "../generated/prisma/client.ts";
import { type Database, poolReader, resultTypes } from "./database.ts";
import { migrate } from "./migrate.ts";

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
	const pglite = await PGlite.create(archive === undefined ? {} : { loadDataDir: archive });
	const adapterFactory = new PrismaPGlite(pglite);
	// It stands in for the fields of a pool's configuration that node-postgres reads.
	const standIn = createPgConfig(pglite) as unknown as pg.PoolConfig;
	const pool = new pg.Pool(Object.assign(standIn, { types: resultTypes }));
	const prisma = new PrismaClient({ adapter: adapterFactory });
	const reader = poolReader(pool);
	const close = async () => {
		await prisma.$disconnect();
		await pool.end();
		await pglite.close();
	};
	try {
		await migrate(reader, adapterFactory);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		...reader,
		description: "embedded PostgreSQL",
		prisma,
		close,
		// Not compressed: reading it back is what every start waits for.
		dump: () => pglite.dumpDataDir("none"),
	};
}
