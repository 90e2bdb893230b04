import { beforeAll, describe, expect, test } from "vitest";
import { BadRequest } from "../../../src/database/bad-request.ts";
import { countingReader, type Database } from "../../../src/database/database.ts";
import {
	allOf,
	dateConditions,
	referenceConditions,
	valueConditions,
} from "../../../src/database/filter/conditions.ts";
import { createReferences } from "../../../src/database/references.ts";
import { and, sql } from "../../../src/database/sql.ts";
import { corpusDatabase } from "../../support/database.ts";

let database: Database;
beforeAll(async () => {
	database = await corpusDatabase();
});

/** Whether a date from one day to another, both included, lies in a range. */
async function lies(
	[earliest, latest]: [string | null, string | null],
	range: { from?: number; to?: number },
): Promise<boolean | null> {
	const conditions = dateConditions(sql`d.earliest`, sql`d.latest`, range);
	const [row] = await database.read<{ inside: boolean | null }>(
		sql`SELECT ${and(conditions)} AS inside FROM (SELECT ${earliest}::date AS earliest, ${latest}::date AS latest) d`,
	);
	return row?.inside ?? null;
}

const MAY_2: [string, string] = ["2018-05-02", "2018-05-02"];
const MAY: [string, string] = ["2018-05-01", "2018-05-31"];

describe("dateConditions", () => {
	test("counts a day from midnight to midnight in UTC", async () => {
		const midnight = Date.parse("2018-05-02T00:00:00Z");
		const next = Date.parse("2018-05-03T00:00:00Z");
		expect(await lies(MAY_2, { from: midnight, to: next })).toBe(true);
		expect(await lies(MAY_2, { from: midnight + 1 })).toBe(false);
		expect(await lies(MAY_2, { to: next - 1 })).toBe(false);
		expect(await lies(MAY_2, { from: midnight - 1, to: next + 1 })).toBe(true);
	});

	test("needs all days of a month", async () => {
		expect(
			await lies(MAY, {
				from: Date.parse("2018-05-01T00:00:00Z"),
				to: Date.parse("2018-06-01T00:00:00Z"),
			}),
		).toBe(true);
		expect(await lies(MAY, { from: Date.parse("2018-05-02T00:00:00Z") })).toBe(false);
		expect(await lies(MAY, { to: Date.parse("2018-05-31T00:00:00Z") })).toBe(false);
	});

	test("says of an unknown date neither yes nor no", async () => {
		expect(await lies([null, null], { from: 0 })).toBeNull();
		expect(await lies([null, null], { to: 0 })).toBeNull();
	});

	test("takes any moment that GraphQL lets in, and more", async () => {
		const first = Date.parse("0001-01-01T00:00:00Z");
		const last = Date.parse("9999-12-31T23:59:59.999Z");
		expect(await lies(MAY_2, { from: first, to: last })).toBe(true);
		expect(await lies(MAY_2, { from: last })).toBe(false);
		expect(await lies(MAY_2, { to: first })).toBe(false);
		expect(await lies(MAY_2, { from: first - 1, to: last + 1 })).toBe(true);
		expect(await lies(MAY_2, { from: -8.64e15, to: 8.64e15 })).toBe(true);
		expect(await lies(MAY_2, { from: 8.64e15 })).toBe(false);
		expect(await lies(MAY_2, { to: -8.64e15 })).toBe(false);
	});

	test("is empty for no range, and for a range without ends", () => {
		for (const range of [null, undefined, {}, { from: null, to: null }])
			expect(dateConditions(sql`a`, sql`b`, range)).toEqual([]);
	});

	test("takes a range of one moment, and refuses one that ends before it begins", () => {
		expect(dateConditions(sql`a`, sql`b`, { from: 5, to: 5 })).toHaveLength(2);
		expect(() => dateConditions(sql`a`, sql`b`, { from: 86_400_000, to: 0 })).toThrow(
			new BadRequest(
				"expected a range whose from is not after its to, found from 1970-01-02T00:00:00.000Z to 1970-01-01T00:00:00.000Z",
			),
		);
	});
});

describe("referenceConditions", () => {
	test("looks up all lists of a filter in one SQL statement, and gives each its own slugs", async () => {
		const reader = countingReader(database);
		const filter = { eq: "Q7747", in: ["erdogan", "kremlin"], notIn: [] };
		const asked: (readonly string[])[] = [];
		const conditions = await referenceConditions(
			createReferences(reader),
			"Speaker",
			filter,
			(slugs) => {
				asked.push(slugs);
				return sql`x`;
			},
		);
		expect(reader.statementCount).toBe(1);
		expect(asked).toEqual([["putin"], ["erdogan", "kremlin"], []]);
		expect(conditions.map(({ sql: text }) => text)).toEqual(["x", "x", "NOT x"]);
	});

	test("reads nothing for a filter that is left out", async () => {
		const reader = countingReader(database);
		for (const filter of [null, undefined, {}, { eq: null, in: null }])
			expect(
				await referenceConditions(createReferences(reader), "Speaker", filter, () => sql`x`),
			).toEqual([]);
		expect(reader.statementCount).toBe(0);
	});
});

describe("valueConditions", () => {
	test("compares with values of the enumeration, each a parameter", async () => {
		const kind = sql`'MIXED'::"StatementKind"`;
		const holds = async (filter: { eq?: string; in?: string[]; notIn?: string[] }) => {
			const [row] = await database.read<{ holds: boolean }>(
				sql`SELECT ${allOf([valueConditions(kind, "StatementKind", filter)])} AS holds`,
			);
			return row?.holds;
		};
		expect(await holds({ eq: "MIXED" })).toBe(true);
		expect(await holds({ eq: "DIRECT" })).toBe(false);
		expect(await holds({ in: ["DIRECT", "MIXED"] })).toBe(true);
		expect(await holds({ in: [] })).toBe(false);
		expect(await holds({ notIn: ["MIXED"] })).toBe(false);
		expect(await holds({ notIn: [] })).toBe(true);
		expect(await holds({ eq: "MIXED", notIn: ["MIXED"] })).toBe(false);
		expect(valueConditions(kind, "StatementKind", { eq: "x'" })[0]?.values).toEqual(["x'"]);
	});
});
