import { afterAll, afterEach, expect } from "vitest";
import type { Configuration } from "../../src/config.ts";
import type { Database } from "../../src/database/database.ts";
import { load } from "../../src/database/load.ts";
import { openPostgres } from "../../src/database/postgres.ts";
import { urlOf } from "../database/server.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { startServer } from "../support/server.ts";
import { type ServerProxy, startProxy } from "./proxy.ts";

/** So long it may take until a server that is back is used again, in milliseconds. */
export const BACK_AGAIN = 10_000;
/** How many connections the server has to its database. */
export const CONNECTIONS = 4;
const QUERY =
	"query ($slug: String!) { speaker(by: { slug: $slug }) { slug statements(first: 3) { totalCount nodes { slug article { title } } } } }";

/** An answer, and how long it took in milliseconds. */
export interface TimedAnswer {
	readonly status: number;
	readonly text: string;
	readonly took: number;
}

/** A server whose way to its database goes through a proxy. */
export interface BehindProxy {
	readonly proxy: ServerProxy;
	/** What the server reads from. */
	readonly database: Database;
	readonly url: string;
	/** What the query is answered as long as nothing is wrong. */
	readonly expected: string;
	/** Asks a query that takes several SQL statements. */
	ask(query?: string): Promise<TimedAnswer>;
	statusOf(path: string): Promise<number>;
}

/**
 * Serves the corpus from a database of its own, through a proxy; after each test the way is opened, and
 * the server must answer as in the beginning, without having been started again.
 *
 * @param mostMilliseconds how long an operation may take
 */
export function serverBehindProxy(
	mostMilliseconds: number,
	settings: Partial<Configuration> = {},
): { start(): Promise<BehindProxy> } {
	let running: BehindProxy | undefined;
	const start = async (): Promise<BehindProxy> => {
		const seeded = await emptyDatabase();
		await load(seeded, await realCorpus());
		const proxy = await startProxy(await urlOf(seeded));
		const database = openPostgres(proxy.url, {
			connections: CONNECTIONS,
			statementMilliseconds: mostMilliseconds,
		});
		const { url } = await startServer(database, {
			mostMilliseconds,
			answerCacheMegabytes: 0,
			...settings,
		});
		const ask = async (query = QUERY): Promise<TimedAnswer> => {
			const begun = performance.now();
			const response = await fetch(url, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ query, variables: { slug: "putin" } }),
			});
			const text = await response.text();
			return { status: response.status, text, took: performance.now() - begun };
		};
		const statusOf = async (path: string) => (await fetch(new URL(path, url))).status;
		const { text: expected } = await ask();
		expect(expected).toContain('"totalCount"');
		const behind = { proxy, database, url, expected, ask, statusOf };
		running = behind;
		return behind;
	};
	afterEach(async () => {
		if (running === undefined) return;
		const { proxy, ask, expected } = running;
		proxy.set("open");
		await expect.poll(async () => (await ask()).text, { timeout: BACK_AGAIN }).toBe(expected);
	});
	afterAll(async () => {
		await running?.database.close();
		await running?.proxy.close();
	});
	return { start };
}
