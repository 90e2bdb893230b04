import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BareDatabase, openBare } from "../../../src/database/embedded/open.ts";
import { openThread } from "../../../src/database/embedded/thread.ts";
import { EMPTY_ARCHIVE } from "../../support/global-setup.ts";

const MEGABYTE = 1024 * 1024;

async function openEmpty(): Promise<BareDatabase> {
	return openBare(openThread(new Uint8Array(await readFile(EMPTY_ARCHIVE)).buffer));
}

describe.runIf(!process.env.DATABASE_URL)("node-postgres on the embedded database", () => {
	let database: BareDatabase;
	beforeAll(async () => {
		database = await openEmpty();
	});
	afterAll(() => database.close());

	test("gets each its own answer, of many that ask at once", async () => {
		const numbers = Array.from({ length: 200 }, (_, index) => index);
		const ended: number[] = [];
		const answers = await Promise.all(
			numbers.map(async (number) => {
				const { rows } = await database.pool.query("SELECT $1::int AS number", [number]);
				ended.push(number);
				return rows;
			}),
		);
		expect(answers).toEqual(numbers.map((number) => [{ number }]));
		expect(ended).toEqual(numbers);
	});

	test("gets an answer of many megabytes whole", async () => {
		const { rows } = await database.pool.query(
			"SELECT number, repeat(number::text, 1000) AS text FROM generate_series(1000, 6000) AS number",
		);
		expect(rows.length).toBe(5001);
		expect(rows.every(({ number, text }) => text === String(number).repeat(1000))).toBe(true);
		const { rows: one } = await database.pool.query("SELECT repeat('ab', $1) AS text", [
			4 * MEGABYTE,
		]);
		expect(one[0].text === "ab".repeat(4 * MEGABYTE)).toBe(true);
	});

	test("may give parameters of many megabytes", async () => {
		const text = "\u0633".repeat(4 * MEGABYTE);
		const { rows } = await database.pool.query("SELECT $1::text AS text, $2::int AS next", [
			text,
			7,
		]);
		expect(rows[0].next).toBe(7);
		expect(rows[0].text === text).toBe(true);
	});

	test("may name statements, which are prepared once", async () => {
		const client = await database.pool.connect();
		for (const value of [1, 2, 3]) {
			const text = "SELECT $1::int * 2 AS doubled";
			const { rows } = await client.query({ name: "doubled", text, values: [value] });
			expect(rows).toEqual([{ doubled: value * 2 }]);
		}
		const { rows } = await client.query("SELECT name FROM pg_prepared_statements");
		client.release();
		expect(rows).toEqual([{ name: "doubled" }]);
	});

	test("may read through a cursor in a transaction", async () => {
		const client = await database.pool.connect();
		await client.query("BEGIN");
		await client.query("DECLARE numbers CURSOR FOR SELECT generate_series(1, 5) AS number");
		const { rows: first } = await client.query("FETCH 3 FROM numbers");
		const { rows: second } = await client.query("FETCH 3 FROM numbers");
		await client.query("COMMIT");
		client.release();
		expect([first, second].map((rows) => rows.map(({ number }) => number))).toEqual([
			[1, 2, 3],
			[4, 5],
		]);
	});

	test("is told what is wrong with a statement, and goes on", async () => {
		await expect(database.pool.query("SELECT 1 / 0")).rejects.toMatchObject({
			code: "22012",
			message: "division by zero",
		});
		await expect(database.pool.query("SELECT $1::int", ["none"])).rejects.toThrow(/"none"/);
		expect((await database.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
	});

	test("is told that a statement is nested too deeply, and goes on", async () => {
		const sum = Array.from({ length: 30_000 }, (_, index) => index).join("+");
		await expect(database.pool.query(`SELECT ${sum}`)).rejects.toThrow(
			"stack depth limit exceeded",
		);
		expect((await database.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
	});

	test("finds a session of its own after one that was given up", async () => {
		const lost = await database.pool.connect();
		await lost.query({ name: "shared", text: "SELECT 1 AS found" });
		await lost.query("SET search_path TO nowhere");
		await lost.query("CREATE TEMPORARY TABLE rest AS SELECT 1 AS found");
		await lost.query("BEGIN");
		await lost.query("CREATE TABLE public.begun (id int)");
		const unanswered = lost.query("SELECT pg_sleep(0.2)");
		lost.release(true);
		await expect(unanswered).rejects.toThrow();
		const next = await database.pool.connect();
		const { rows } = await next.query({ name: "shared", text: "SELECT 2 AS found" });
		expect(rows).toEqual([{ found: 2 }]);
		const { rows: left } = await next.query(
			"SELECT current_schema, to_regclass('public.begun') AS begun, to_regclass('rest') AS rest",
		);
		next.release();
		expect(left).toEqual([{ current_schema: "public", begun: null, rest: null }]);
	});

	test("waits for what is asked before the end, and fails after it", async () => {
		const another = await openEmpty();
		const asked = another.pool.query("SELECT pg_sleep(0.2), 1 AS one");
		await another.close();
		expect((await asked).rows).toMatchObject([{ one: 1 }]);
		await expect(another.pool.query("SELECT 1")).rejects.toThrow(/end/);
		await expect(another.dump()).rejects.toThrow("the embedded database is closed");
	});
});
