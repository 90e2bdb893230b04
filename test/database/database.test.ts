import { beforeAll, describe, expect, test } from "vitest";
import { BadRequest } from "../../src/database/bad-request.ts";
import { countingReader, type Database } from "../../src/database/database.ts";
import { sql } from "../../src/database/sql.ts";
import { corpusDatabase } from "../support/database.ts";

let database: Database;
beforeAll(async () => {
	database = await corpusDatabase();
});

describe("a reader", () => {
	test("gives days as text, moments as Date, JSON as it is, numbers as numbers", async () => {
		const rows = await database.read(sql`
			SELECT '0001-01-01'::date AS day, ARRAY['2018-10-03']::text[] AS texts, NULL::date AS none,
				'2018-10-03T12:00:00.5Z'::timestamptz AS moment, '{"a": [1]}'::jsonb AS json, 7 AS number, 0.5::float8 AS part, true AS flag`);
		expect(rows).toEqual([
			{
				day: "0001-01-01",
				texts: ["2018-10-03"],
				none: null,
				moment: new Date("2018-10-03T12:00:00.500Z"),
				json: { a: [1] },
				number: 7,
				part: 0.5,
				flag: true,
			},
		]);
	});

	test("takes lists, also empty ones, and text of any script", async () => {
		const texts = ["قال", "\u{1f600}", "'\"\\", ",{}", ""];
		expect(
			await database.read(sql`SELECT ${texts}::text[] AS texts, ${[] as string[]}::text[] AS none`),
		).toEqual([{ texts, none: [] }]);
	});

	test("refuses text that no PostgreSQL text can hold, alone and in lists", async () => {
		for (const text of ["\0", "a\ud800"])
			for (const value of [text, ["fine", text], [["fine"], [text]]])
				await expect(database.read(sql`SELECT ${value}::text`)).rejects.toThrow(BadRequest);
	});

	test("throws what the database says, which is no BadRequest, and can be used again", async () => {
		const failing = database.read(sql`SELECT * FROM "Nothing"`);
		await expect(failing).rejects.toThrow(/Nothing/);
		await expect(failing).rejects.not.toThrow(BadRequest);
		expect(await database.read(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
	});

	test("reads many things at once", async () => {
		const numbers = Array.from({ length: 40 }, (_, index) => index);
		const rows = await Promise.all(
			numbers.map((number) =>
				database.read<{ number: number }>(sql`SELECT ${number}::int AS number`),
			),
		);
		expect(rows.map(([row]) => row?.number)).toEqual(numbers);
	});
});

describe("countingReader", () => {
	test("counts every statement, failed ones too, and gives what the reader gives", async () => {
		const reader = countingReader(database);
		expect(reader.statementCount).toBe(0);
		expect(await reader.read(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
		expect(reader.statementCount).toBe(1);
		await expect(reader.read(sql`SELECT nonsense`)).rejects.toThrow();
		expect(reader.statementCount).toBe(2);
		expect(countingReader(database).statementCount).toBe(0);
	});
});

describe("the description", () => {
	test("says where the corpus is", () => {
		const expected = process.env.DATABASE_URL
			? /^PostgreSQL at [^@]+\/aqwal_test_\d+$/
			: /^embedded PostgreSQL$/;
		expect(database.description).toMatch(expected);
	});
});
