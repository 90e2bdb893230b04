import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import { BadRequest } from "../../../src/database/bad-request.ts";
import { countingReader, type Database, type Reader } from "../../../src/database/database.ts";
import { createEdition } from "../../../src/database/edition.ts";
import { createReferences } from "../../../src/database/references.ts";
import type { Value } from "../../../src/database/stats/dimensions.ts";
import { MOST_FILLED_ROWS } from "../../../src/database/stats/fill.ts";
import { readStatementStats } from "../../../src/database/stats/statement-stats.ts";
import type { StatsArguments } from "../../../src/database/stats/stats-arguments.ts";
import { corpusDatabase, realCorpus } from "../../support/database.ts";
import { variedDatabase } from "../varied-database.ts";
import { ALL, DIMENSIONS, statsArguments } from "./arbitraries.ts";
import { type ExpectedStats, expectedStats } from "./oracle.ts";

const real = await corpusDatabase();

interface Case {
	readonly database: Database;
	readonly corpus: CheckedCorpus;
}

const cases: Partial<Record<string, Case>> = {};
beforeAll(async () => {
	cases["the real corpus"] = { database: real, corpus: await realCorpus() };
	cases["the varied corpus"] = await variedDatabase();
});

function caseOf(name: string): Case {
	const found = cases[name];
	if (found === undefined) throw new Error(`there is no ${name}`);
	return found;
}

function labelOf({ value, names }: Value): string {
	const arabic = names?.find(({ kind, language }) => kind === "OFFICIAL" && language === "ar");
	return names === null ? value : (arabic?.text ?? "none");
}

/** What is read, in the form of the oracle. */
async function read(reader: Reader, args: StatsArguments): Promise<ExpectedStats> {
	const source = { reader, references: createReferences(reader), edition: createEdition() };
	const { rows, ...totals } = await readStatementStats(source, args);
	return {
		...totals,
		rows: rows.map(({ time, values, ...counts }) => ({
			...counts,
			time: time?.toISOString() ?? null,
			values: Object.fromEntries(
				Object.entries(values).map(([dimension, value]) => [
					dimension,
					{ value: value.value, label: labelOf(value) },
				]),
			),
		})),
	};
}

async function agree(name: string, args: StatsArguments): Promise<ExpectedStats> {
	const { database, corpus } = caseOf(name);
	const expected = expectedStats(corpus, args);
	if (expected.rows.length > MOST_FILLED_ROWS)
		await expect(read(database, args)).rejects.toThrow(BadRequest);
	else expect(await read(database, args)).toEqual(expected);
	return expected;
}

describe.each(["the real corpus", "the varied corpus"])("of %s", (name) => {
	test("statistics are those of plain code, whatever is asked", async () => {
		await fc.assert(
			fc.asyncProperty(statsArguments(caseOf(name).corpus), async (args) => {
				await agree(name, args);
			}),
			{ numRuns: 200 },
		);
	});

	test.each(DIMENSIONS)("%s alone counts every statement, known or unknown", async (dimension) => {
		const { rows, totalCount, unknownCount, otherCount } = await agree(name, {
			...ALL,
			groupBy: [dimension],
		});
		expect(rows.length).toBeGreaterThan(1);
		expect(otherCount).toBe(0);
		const counted = rows.reduce((sum, { count }) => sum + count, 0);
		expect(counted).toBeGreaterThanOrEqual(totalCount - unknownCount);
	});
});

const VARIED = "the varied corpus";

describe("a joint statement", () => {
	test("counts for each of its speakers, and once in the total", async () => {
		const { rows, totalCount } = await agree(VARIED, {
			...ALL,
			filter: { joint: true },
			groupBy: ["SPEAKER"],
		});
		expect(rows.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(totalCount);
	});

	test("is not in otherCount when one of its speakers is shown", async () => {
		const args = { ...ALL, filter: { joint: true }, groupBy: ["SPEAKER"] as const };
		const all = await agree(VARIED, args);
		const { rows, otherCount, totalCount } = await agree(VARIED, { ...args, first: 1 });
		expect(otherCount).toBe(totalCount - (rows[0]?.count ?? 0));
		const beyond = all.rows.slice(1).reduce((sum, { count }) => sum + count, 0);
		expect(otherCount).toBeLessThan(beyond);
	});
});

describe("a date that is known to a month or an interval", () => {
	test("is unknown in smaller intervals than it", async () => {
		const unknown: number[] = [];
		for (const interval of ["DAY", "MONTH", "YEAR"] as const)
			unknown.push((await agree(VARIED, { ...ALL, groupBy: ["TIME"], interval })).unknownCount);
		const [day = 0, month = 0, year = 0] = unknown;
		expect(day).toBeGreaterThan(month);
		expect(month).toBeGreaterThan(year);
		expect(year).toBeGreaterThan(0);
	});
});

describe("the range", () => {
	test("takes days as the time zone has them", async () => {
		const from = Date.parse("2018-10-02T21:00:00Z");
		const range = { from, to: from + 86_400_000 };
		const inRiyadh = { ...ALL, range, timeZone: "Asia/Riyadh", groupBy: ["TIME"] as const };
		expect(await agree("the real corpus", { ...inRiyadh, interval: "DAY" })).toMatchObject({
			totalCount: 4,
			rows: [{ time: "2018-10-02T21:00:00.000Z", count: 4 }],
		});
		expect(await agree("the real corpus", { ...inRiyadh, timeZone: "UTC" })).toMatchObject({
			totalCount: 0,
			rows: [],
		});
	});
});

describe("gaps", () => {
	const gaps: StatsArguments = { ...ALL, groupBy: ["TIME"], fillGaps: true, orderBy: "TIME_ASC" };
	const year = { from: Date.parse("2018-01-01"), to: Date.parse("2019-01-01") };

	test("are filled from the first to the last found", async () => {
		const { rows } = await agree("the real corpus", gaps);
		expect(rows[0]).toMatchObject({ time: "2018-05-01T00:00:00.000Z", count: 7 });
		expect(rows.at(-1)).toMatchObject({ time: "2026-01-01T00:00:00.000Z", count: 11 });
		expect(rows).toHaveLength(7 * 12 + 8 + 1);
	});

	test("are filled over the whole range, also where nothing is found", async () => {
		const nobody = { speaker: { in: [] } };
		const { rows } = await agree(VARIED, { ...gaps, range: year, filter: nobody });
		expect(rows.map(({ count }) => count)).toEqual(Array.from({ length: 12 }, () => 0));
		expect((await agree(VARIED, { ...gaps, filter: nobody })).rows).toEqual([]);
	});

	test("leave first to the groups of the other dimensions", async () => {
		const args: StatsArguments = { ...gaps, groupBy: ["SPEAKER", "TIME"], range: year, first: 2 };
		const { rows, groupCount, otherCount } = await agree(VARIED, args);
		expect(rows).toHaveLength(24);
		expect(new Set(rows.map(({ values }) => values.SPEAKER?.value)).size).toBe(2);
		expect(groupCount).toBeGreaterThan(2);
		expect(otherCount).toBeGreaterThan(0);
	});

	test("are filled as the clocks change", async () => {
		const { database } = caseOf(VARIED);
		const { rows } = await read(database, {
			...gaps,
			range: { from: Date.parse("2018-10-01"), to: Date.parse("2018-12-01T05:00:00Z") },
			timeZone: "America/New_York",
		});
		expect(rows.map(({ time }) => time)).toEqual([
			"2018-10-01T04:00:00.000Z",
			"2018-11-01T04:00:00.000Z",
		]);
	});

	test("are refused when the rows would be too many, before they are made", async () => {
		const { database } = caseOf(VARIED);
		const ever = { from: Date.parse("0001-01-01"), to: Date.parse("9999-12-31") };
		const asked = read(database, { ...gaps, interval: "DAY", range: ever });
		await expect(asked).rejects.toThrow(/at most 10000 rows .* found 1 groups in 3652058 buckets/);
		const { rows } = await agree(VARIED, { ...gaps, interval: "YEAR", range: ever });
		expect(rows).toHaveLength(9999);
	});
});

test("two SQL statements answer, for few rows and for many, one for columns and one for names", async () => {
	const cost = async (args: StatsArguments) => {
		const reader = countingReader(caseOf(VARIED).database);
		const { rows } = await read(reader, args);
		return { cost: reader.statementCount, rows: rows.length };
	};
	const few = await cost({ ...ALL, first: 2, groupBy: ["SPEAKER", "LOCATION", "PUBLISHER"] });
	const many = await cost({ ...ALL, groupBy: ["SPEAKER", "LOCATION", "ARTICLE"] });
	expect(few).toEqual({ cost: 2, rows: 2 });
	expect(many.cost).toBe(2);
	expect(many.rows).toBeGreaterThan(40);
	expect((await cost({ ...ALL, groupBy: ["TIME", "KIND"] })).cost).toBe(1);
	// The reference and its number, and which statements match.
	expect((await cost({ ...ALL, filter: { speaker: { eq: "putin" } } })).cost).toBe(3);
	expect((await cost({ ...ALL, filter: { joint: true } })).cost).toBe(2);
});

describe("arguments that cannot be met", () => {
	test.each<[string, Partial<StatsArguments>, string]>([
		["four dimensions", { groupBy: ["TIME", "KIND", "ACT", "RELAY"] }, "at most 3 dimensions"],
		["a dimension twice", { groupBy: ["KIND", "ACT", "KIND"] }, "found KIND twice"],
		["a first below 0", { first: -1 }, "from 0 to 1000, found -1"],
		["a first above 1000", { first: 1001 }, "from 0 to 1000, found 1001"],
		["a minCount below 0", { minCount: -1 }, "0 or more, found -1"],
		["gaps of no time", { fillGaps: true, groupBy: ["KIND"] }, "expected TIME in groupBy"],
		["an unknown zone", { timeZone: "Asia/Riyad" }, "did you mean Asia/Riyadh"],
		["from after to", { range: { from: 1, to: 0 } }, "a range whose from is not after its to"],
		["an unknown reference", { filter: { speaker: { eq: "nobody" } } }, 'found "nobody"'],
	])("%s", async (_name, args, message) => {
		const asked = read(caseOf(VARIED).database, { ...ALL, ...args });
		await expect(asked).rejects.toThrow(BadRequest);
		await expect(asked).rejects.toThrow(message);
	});
});
