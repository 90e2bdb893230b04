import { readVersion } from "./coverage.ts";
import { type Database, poolReader } from "./database.ts";
import { openBare } from "./embedded/open.ts";
import type { DatabaseThread } from "./embedded/thread.ts";
import { migrate } from "./migrate.ts";
import { createWriter } from "./writer.ts";

/** A PostgreSQL inside this process, in its memory; nobody else can write to it. */
export interface EmbeddedDatabase extends Database {
	/** The whole database as one tar archive, to open again later. */
	dump(): Promise<ArrayBuffer>;
}

/**
 * Opens PostgreSQL as WebAssembly (PGlite) in a thread and in memory of its own: while
 * it works, other work goes on.
 *
 * @param archive a database from `dump`, which is handed over: it is empty afterwards;
 *   left out: a fresh one with empty tables
 * @param thread one that was started before, to save time; it is this database's own now
 * @throws Error when the archive is none
 */
export async function openEmbedded(
	archive?: ArrayBuffer,
	thread?: DatabaseThread,
): Promise<EmbeddedDatabase> {
	const bare = await openBare(archive, thread);
	const writer = createWriter(bare.adapter);
	const reader = poolReader(bare.pool);
	const close = async () => {
		await writer.close();
		await bare.close();
	};
	try {
		await migrate(reader, bare.adapter);
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
		dump: bare.dump,
	};
}
