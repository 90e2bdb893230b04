import { afterAll } from "vitest";
import { type Configuration, readConfiguration } from "../../src/config.ts";
import type { Database } from "../../src/database/database.ts";
import { type RunningServer, serve } from "../../src/server/main.ts";
import { corpusDatabase } from "./database.ts";

const running: RunningServer[] = [];
afterAll(async () => {
	for (const server of running) await server.stop();
});

/** A server's settings in tests: those of the defaults, on any port. */
export const TEST_CONFIGURATION: Configuration = {
	...readConfiguration({ PORT: "0", HOST: "127.0.0.1", ANSWER_CACHE_MEGABYTES: "8" }),
	logLevel: "silent",
};

/**
 * A server on a database, over HTTP; it ends after the file's tests, and the database is left open.
 *
 * @param settings others than TEST_CONFIGURATION has
 */
export async function startServer(
	database: Database,
	settings: Partial<Configuration> = {},
): Promise<RunningServer> {
	const server = await serve(
		{ ...database, close: async () => undefined },
		{ ...TEST_CONFIGURATION, ...settings },
	);
	running.push(server);
	return server;
}

/** Where a server with the real corpus answers. */
export async function serverUrl(): Promise<string> {
	return (await startServer(await corpusDatabase())).url;
}
