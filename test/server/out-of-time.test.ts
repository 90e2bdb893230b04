import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { isOutOfTime } from "../../src/database/deadline.ts";
import { openPostgres } from "../../src/database/postgres.ts";
import { sql } from "../../src/database/sql.ts";
import { createApp } from "../../src/server/app.ts";
import { corpusDatabase } from "../support/database.ts";
import { startServer } from "../support/server.ts";
import { post } from "./http.ts";

/** In milliseconds. */
const MOST = 200;
const QUERY = "{ speakers(first: 1) { nodes { slug statements(first: 1) { nodes { slug } } } } }";

/** The database, but each statement takes a while. */
function slow(database: Database, milliseconds: number): Database {
	return {
		...database,
		read: async (statement, isBrief) => {
			await new Promise((resolve) => setTimeout(resolve, milliseconds));
			return database.read(statement, isBrief);
		},
	};
}

describe("an operation that takes too long", () => {
	it("is told so when the time is over, with what to do", async () => {
		const database = slow(await corpusDatabase(), 3 * MOST);
		const { url } = await startServer(database, { mostMilliseconds: MOST });
		const answer = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query: QUERY }),
		});
		expect(answer.status).toBe(504);
		expect(await answer.json()).toEqual({
			errors: [
				{
					message:
						"to answer this takes longer than an operation may; ask for less at once, or narrow the filter",
					extensions: { code: "OUT_OF_TIME" },
				},
			],
		});
	});

	it("asks the database nothing more", async () => {
		const database = await corpusDatabase();
		let asked = 0;
		const counted: Database = {
			...slow(database, MOST),
			read: (statement, isBrief) => {
				asked += 1;
				return slow(database, MOST).read(statement, isBrief);
			},
		};
		const app = createApp({
			database: counted,
			mostMilliseconds: MOST / 2,
			logUnexpected: (cause) => {
				throw new Error("an internal error happened", { cause });
			},
		});
		const { codes, status } = await post(app, { query: QUERY }, { accept: "application/json" });
		expect(codes).toEqual(["OUT_OF_TIME"]);
		expect(status).toBe(504);
		expect(asked).toBe(1);
	});
});

describe.runIf(process.env.DATABASE_URL)("a statement that takes too long", () => {
	let database: Database;
	beforeAll(() => {
		const url = process.env.DATABASE_URL ?? "";
		database = openPostgres(url, { connections: 4, statementMilliseconds: MOST });
	});
	afterAll(() => database.close());

	it.each([false, true])("is ended by PostgreSQL, brief: %s", async (isBrief) => {
		const error = await database.read(sql`SELECT pg_sleep(61)`, isBrief).catch((e: unknown) => e);
		expect(isOutOfTime(error)).toBe(true);
		const running = await database.read<{ count: number }>(
			sql`SELECT count(*)::int AS count FROM pg_stat_activity WHERE query LIKE '%pg_sleep(61)%' AND state = 'active' AND pid <> pg_backend_pid()`,
		);
		expect(running).toEqual([{ count: 0 }]);
	});

	it("is no fault of the server", async () => {
		const logged: unknown[] = [];
		const app = createApp({
			database: { read: () => database.read(sql`SELECT pg_sleep(61)`) },
			logUnexpected: (cause) => logged.push(cause),
		});
		expect((await post(app, { query: QUERY })).codes).toEqual(["OUT_OF_TIME"]);
		expect(logged).toEqual([]);
	});
});
