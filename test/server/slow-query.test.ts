import { expect, test } from "vitest";
import { sql } from "../../src/database/sql.ts";
import { corpusDatabase } from "../support/database.ts";
import { startServer } from "../support/server.ts";

/** In milliseconds: as long as an answer may take that needs no database. */
const BOUND = 100;

test("a slow query does not stop the health check", async () => {
	const database = await corpusDatabase();
	const server = await startServer(database);
	const health = new URL("/health", server.url);
	await fetch(health);
	let isSlow = true;
	const slow = database.read(sql`SELECT pg_sleep(1.5)`).finally(() => {
		isSlow = false;
	});
	const times: number[] = [];
	while (isSlow) {
		const start = performance.now();
		expect((await fetch(health)).status).toBe(200);
		times.push(performance.now() - start);
	}
	expect(await slow).toHaveLength(1);
	// The machine may be busy with other work for a moment, but not all the time.
	const median = times.toSorted((a, b) => a - b)[times.length >> 1];
	expect(times.length).toBeGreaterThan(10);
	expect(median).toBeLessThan(BOUND);
});
