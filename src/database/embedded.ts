import { readVersion } from "./coverage.ts";
import { type Database, poolReader } from "./database.ts";
import type { Replacement } from "./embedded/lasting-thread.ts";
import { openBare } from "./embedded/open.ts";
import { slim } from "./embedded/slim.ts";
import { type DatabaseThread, openThread } from "./embedded/thread.ts";
import { migrate } from "./migrate.ts";
import { createWriter } from "./writer.ts";

/** A PostgreSQL inside this process, in its memory; nobody else can write to it. */
export interface EmbeddedDatabase extends Database {
	/** The whole database as one tar archive, to open again later. */
	dump(): Promise<ArrayBuffer>;
	/**
	 * From now on a statement that takes too long is ended, and the database opened again as it
	 * was; it is only read from now on.
	 */
	replaceBy(replacement: Replacement): void;
}

/**
 * Opens PostgreSQL as WebAssembly (PGlite) in a thread and in memory of its own: while
 * it works, other work goes on.
 *
 * @param opening the thread, which is this database's own now; left out: one with a fresh
 *   database and empty tables
 * @throws Error when there is no database to open in the thread
 */
export async function openEmbedded(
	opening: Promise<DatabaseThread> = openThread(),
): Promise<EmbeddedDatabase> {
	const bare = await openBare(opening);
	const writer = createWriter(bare.adapter);
	const reader = poolReader(bare.pool);
	const close = async () => {
		await writer.close();
		await bare.close();
	};
	try {
		await migrate(reader, bare.adapter, bare.pool);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		...reader,
		description: "embedded PostgreSQL",
		writer: writer.open,
		// Nobody else can seed it, so its corpus is the one that it has.
		watch: async (listener) => {
			listener(await readVersion(reader));
			return async () => undefined;
		},
		close,
		replaceBy: bare.replaceBy,
		dump: async () => {
			await slim(bare.pool);
			return bare.dump();
		},
	};
}
