import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { poolReader, type Reader, resultTypes } from "../../src/database/database.ts";
import { type Lanes, openLanes } from "../../src/database/lanes.ts";
import { sql } from "../../src/database/sql.ts";

const target = inject("corpusTarget");
const url = "url" in target ? target.url : null;

/** As many statements as are asked at once. */
const MANY = 200;

describe.skipIf(url === null)("lanes", () => {
	const connection = { connectionString: url ?? "" };
	const APPLICATION = "aqwal-lanes-test";
	let lanes: Lanes;
	let other: pg.Pool;
	let reader: Reader;
	beforeAll(() => {
		other = new pg.Pool({ ...connection, types: resultTypes, max: 2 });
		lanes = openLanes(
			{
				connection: { ...connection, application_name: APPLICATION },
				types: resultTypes,
				prepare: (client) => client.query("SET datestyle TO ISO"),
			},
			2,
		);
		reader = poolReader(other, lanes);
	});
	afterAll(async () => {
		await lanes.close();
		await other.end();
	});

	const double = (value: number) =>
		lanes.read({ name: "double", text: "SELECT $1::int * 2 AS double", values: [value] });
	const connections = async () => {
		const { rows } = await other.query<{ pid: number }>(
			"SELECT pid FROM pg_stat_activity WHERE application_name = $1 ORDER BY pid",
			[APPLICATION],
		);
		return rows.map(({ pid }) => pid);
	};

	test("give each statement its own rows, over no more connections than there are lanes", async () => {
		const numbers = Array.from({ length: MANY }, (_value, index) => index);
		const found = await Promise.all(numbers.map(double));
		expect(found).toEqual(numbers.map((number) => [{ double: number * 2 }]));
		expect(await connections()).toHaveLength(2);
	});

	test("read values as the pool does: nothing, days, JSON, arrays, no rows", async () => {
		const text = `SELECT null AS nothing, DATE '2020-03-05' AS day, '{"a":[1]}'::json AS json,
			$1::text[] AS texts, true AS truth, 1.5::float8 AS number, count AS count
			FROM generate_series(1, $2) AS count`;
		for (const count of [2, 0, 3]) {
			const values = [["ا", 'ب"', "NULL"], count];
			const { rows } = await other.query({ text, values, types: resultTypes });
			expect(await lanes.read({ name: "values", text, values })).toEqual(rows);
			expect(rows).toHaveLength(count);
		}
	});

	test("tell an error to the statement that has it, and to no other", async () => {
		const before = await connections();
		const text = "SELECT 1 / $1::int AS quotient";
		const asked = [1, 0, 1].map((value) => lanes.read({ name: "divide", text, values: [value] }));
		expect(await Promise.allSettled([...asked, double(4)])).toMatchObject([
			{ status: "fulfilled", value: [{ quotient: 1 }] },
			{ status: "rejected", reason: { code: "22012" } },
			{ status: "fulfilled", value: [{ quotient: 1 }] },
			{ status: "fulfilled", value: [{ double: 8 }] },
		]);
		expect(await connections()).toEqual(before);
	});

	test("connect again when a connection is lost, and the pool answers meanwhile", async () => {
		const before = await connections();
		// The loss can be told before the statement that causes it is answered: wait for both.
		const slow = lanes.read({ name: "sleep", text: "SELECT pg_sleep(20)", values: [] });
		const lost = expect(slow).rejects.toThrow("terminating connection");
		await other.query("SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid", [before]);
		await lost;
		for (let time = 0; time < 5; time += 1)
			expect(await reader.read(sql`SELECT ${time}::int AS time`, true)).toEqual([{ time }]);
		await double(1);
		expect(await connections()).not.toEqual(before);
	});

	test("prepare a statement again whose table has come to look otherwise", async () => {
		const statement = sql`SELECT * FROM public.lanes_test`;
		await other.query("CREATE TABLE public.lanes_test AS SELECT 1 AS one");
		try {
			for (let time = 0; time < 4; time += 1)
				expect(await reader.read(statement, true)).toEqual([{ one: 1 }]);
			await other.query("ALTER TABLE public.lanes_test ADD two int DEFAULT 2");
			for (let time = 0; time < 6; time += 1)
				expect(await reader.read(statement, true)).toEqual([{ one: 1, two: 2 }]);
		} finally {
			await other.query("DROP TABLE public.lanes_test");
		}
		// The pool had to answer once for each lane at the most: then both have prepared it anew.
		const text = "SELECT count(*)::int AS count FROM pg_prepared_statements";
		expect(await lanes.read({ name: "prepared", text, values: [] })).toHaveLength(1);
	});

	test("say why they cannot connect", async () => {
		const unreachable = openLanes(
			{
				connection: { connectionString: "postgresql://root@127.0.0.1:1/none" },
				types: resultTypes,
				prepare: async () => undefined,
			},
			1,
		);
		for (let time = 0; time < 2; time += 1)
			await expect(unreachable.read({ name: "one", text: "SELECT 1", values: [] })).rejects.toThrow(
				"ECONNREFUSED",
			);
		await unreachable.close();
	});
});
