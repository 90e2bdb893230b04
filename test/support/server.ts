import { afterAll } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { type RunningServer, serve } from "../../src/server/main.ts";
import { corpusDatabase } from "./database.ts";

const running: RunningServer[] = [];
afterAll(async () => {
	for (const server of running) await server.stop();
});

/** A server on a database, over HTTP; it ends after the file's tests, and the database is left open. */
export async function startServer(database: Database): Promise<RunningServer> {
	const server = await serve(
		{ ...database, close: async () => undefined },
		{
			port: 0,
			databaseConnections: 2,
			answerCacheMegabytes: 8,
			sharedCacheSeconds: 0,
			host: "127.0.0.1",
			database: { folder: "unused" },
		},
	);
	running.push(server);
	return server;
}

/** Where a server with the real corpus answers. */
export async function serverUrl(): Promise<string> {
	return (await startServer(await corpusDatabase())).url;
}
