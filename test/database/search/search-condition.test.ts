import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../src/database/database.ts";
import { NumberParameter } from "../../../src/database/parameters.ts";
import { Matches } from "../../../src/database/search/postings/matches.ts";
import { searchCondition } from "../../../src/database/search/search.ts";
import { sql } from "../../../src/database/sql.ts";
import { corpusDatabase } from "../../support/database.ts";

let database: Database;
let every: number[];
beforeAll(async () => {
	database = await corpusDatabase();
	const rows = await database.read<{ number: number }>(
		sql`SELECT number FROM "Statement" ORDER BY number`,
	);
	every = rows.map(({ number }) => number);
});

function matchesOf(numbers: readonly number[], areOthers: boolean): Matches {
	const { length } = numbers;
	return new Matches({
		name: "",
		numbers: Int32Array.from(numbers),
		ranks: new Int32Array(length),
		drafts: new Uint8Array(length),
		areOthers,
	});
}

async function found(matches: Matches): Promise<number[]> {
	const rows = await database.read<{ number: number }>(
		sql`SELECT number FROM "Statement" s WHERE ${searchCondition(matches)} ORDER BY number`,
	);
	return rows.map(({ number }) => number);
}

describe("searchCondition", () => {
	const none: number[] = [];
	test.each([
		["none", () => none],
		["a few", () => [1, 7, 9, 31]],
		["the first", () => [0]],
		["all", () => every],
		["more than are looked up one by one", () => every.filter((number) => number % 3 !== 0)],
	])("holds for the rows of %s of the numbers", async (_name, numbersOf) => {
		const numbers = numbersOf();
		expect(await found(matchesOf(numbers, false))).toEqual(numbers);
		expect(await found(matchesOf(numbers, true))).toEqual(
			every.filter((number) => !numbers.includes(number)),
		);
	});

	test("asks for the bit of each row when the matches are many", async () => {
		// Rows beyond the last of the corpus are nobody's.
		const wanted = every.filter((number) => number % 2 === 0);
		const beyond = Array.from({ length: 3000 }, (_none, index) => every.length + index);
		const condition = searchCondition(matchesOf([...wanted, ...beyond], false));
		expect(condition.sql).toContain("get_bit");
		expect(await found(matchesOf([...wanted, ...beyond], false))).toEqual(wanted);
	});
});

describe("NumberParameter", () => {
	test.each([[[]], [[0]], [[1, -5, 2 ** 31 - 1, -(2 ** 31)]]])("is read as %j", async (numbers) => {
		const parameter = new NumberParameter("", Int32Array.from(numbers));
		const [row] = await database.read<{ numbers: number[] }>(
			sql`SELECT ${parameter}::int[] AS numbers`,
		);
		expect(row?.numbers).toEqual(numbers);
	});
});
