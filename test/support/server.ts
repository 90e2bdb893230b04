import { afterAll } from "vitest";
import { type RunningServer, serve } from "../../src/server/main.ts";
import { corpusDatabase } from "./database.ts";

const running: RunningServer[] = [];
afterAll(async () => {
	for (const server of running) await server.stop();
});

/** Where a server with the real corpus answers, over HTTP; it ends after the file's tests. */
export async function serverUrl(): Promise<string> {
	const database = await corpusDatabase();
	const server = await serve(
		// The tests' own cleaning up closes the database.
		{ ...database, close: async () => undefined },
		{ port: 0, host: "127.0.0.1", database: { folder: "unused" } },
	);
	running.push(server);
	return server.url;
}
