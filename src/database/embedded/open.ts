import pg from "pg";
import { resultTypes } from "../database.ts";
import type { AdapterMaker } from "../writer.ts";
import { openLasting, type Replacement } from "./lasting-thread.ts";
import { DatabaseStream } from "./stream.ts";
import { type DatabaseThread, openThread } from "./thread.ts";

/** An embedded PostgreSQL as it is, without the tables being looked at. */
export interface BareDatabase {
	/** Its one connection. */
	readonly pool: pg.Pool;
	/** Connects Prisma over the same connection. */
	readonly adapter: AdapterMaker;
	/** The whole database as one tar archive, to open again later. */
	dump(): Promise<ArrayBuffer>;
	/** From now on a thread is replaced that takes too long; see lasting-thread.ts. */
	replaceBy(replacement: Replacement): void;
	/** Waits for the queries that run, and ends the thread. */
	close(): Promise<void>;
}

function poolOf(thread: DatabaseThread): pg.Pool {
	const pool = new pg.Pool({
		stream: () => new DatabaseStream(thread),
		max: 1,
		idleTimeoutMillis: 0,
		types: resultTypes,
		// Named, so that no variable of the environment is taken for it.
		user: "postgres",
		database: "postgres",
		host: "localhost",
		ssl: false,
	});
	// The end of a connection is told to whoever asks; without listeners it would end the process.
	const ignored = () => undefined;
	pool.on("error", ignored).on("connect", (client) => client.on("error", ignored));
	return pool;
}

/**
 * Opens PostgreSQL as WebAssembly (PGlite) in a thread and in memory of its own.
 *
 * @param opening the thread, which is this database's own now; left out: one with a fresh
 *   database without tables
 * @throws Error when there is no database to open in the thread
 */
export async function openBare(
	opening: Promise<DatabaseThread> = openThread(),
): Promise<BareDatabase> {
	const thread = openLasting(await opening);
	const pool = poolOf(thread);
	return {
		pool,
		adapter: async () => new (await import("@prisma/adapter-pg")).PrismaPg(pool),
		dump: thread.dump,
		replaceBy: thread.replaceBy,
		close: async () => {
			await pool.end();
			await thread.close();
		},
	};
}
