import { describe, expect, test } from "vitest";
import type { ContenderName } from "../../bench/contenders/names.ts";
import type { RoundResult, Rounds } from "../../bench/driver/rounds.ts";
import { HELP, readOptions } from "../../bench/options.ts";
import { wantedQueries } from "../../bench/queries/index.ts";
import { shown, toMarkdown } from "../../bench/report/markdown.ts";
import { ratioOf, summarize } from "../../bench/report/summary.ts";
import { isReached, TARGETS } from "../../bench/report/targets.ts";
import type { QueryResult, Results, SizeResult } from "../../bench/results.ts";

function round(requestsPerSecond: number, p50: number): RoundResult {
	return {
		requestsPerSecond,
		p50,
		p99: 2 * p50,
		meanBytes: 100,
		processMilliseconds: 1,
		databaseMilliseconds: null,
	};
}

function query(
	name: string,
	rates: Partial<Record<ContenderName, number[]>>,
	p50 = 5,
): QueryResult {
	const rounds: Rounds = {};
	// The keys are those of the parameter.
	for (const [contender, values] of Object.entries(rates) as [ContenderName, number[]][])
		rounds[contender] = values.map((rate) => round(rate, p50));
	return { name, title: `the query ${name}`, rounds, statements: { ours: 1 } };
}

function size(statements: number, queries: QueryResult[], soak: number[] = []): SizeResult {
	return {
		statements,
		queries,
		soak,
		contenders: {
			ours: { residentBytes: 200 * 1024 * 1024, coldStart: 300 },
			postgraphile: { residentBytes: 400 * 1024 * 1024, coldStart: 900 },
		},
		export: { rowsPerSecond: 12_345.6, rows: [10] },
		loadedPerSecond: 25_000,
	};
}

const results: Results = {
	conditions: {
		date: "2026-01-01",
		command: "npm run bench --",
		commit: "abc",
		processor: "a processor",
		cores: 2,
		memory: 8 * 1024 ** 3,
		node: "v24",
		postgresql: "PostgreSQL 15",
		settings: { jit: "on" },
		connections: 16,
		poolSize: 8,
		rounds: 3,
		seconds: 1,
		variant: {},
	},
	sizes: [
		size(1_000_000, [
			query("Q1", { ours: [400, 100, 40], postgraphile: [100, 25, 10] }, 8),
			query("Q2", { ours: [100], postgraphile: [100] }),
			query("stats TIME", { ours: [200], postgraphile: [10] }),
			query("stats KIND", { ours: [50], postgraphile: [10] }),
		]),
		size(10_000, [query("Q1", { ours: [400] }, 4)]),
	],
	embeddedStart: 1400,
	growth: [{ name: "Q1", small: [4, 20, 4], large: [6, 22, 9] }],
};

function targetRow(name: string): string | undefined {
	return toMarkdown(results)
		.split("\n")
		.find((line) => line.startsWith(`| ${name}`));
}

describe("the report", () => {
	test("pairs ratios in each round", () => {
		const [first] = results.sizes[0]?.queries ?? [];
		expect(first && ratioOf(first, "ours", "postgraphile")).toBe(4);
		expect(first && ratioOf(first, "ours", "mercurius")).toBeNull();
		expect(first && summarize(first).map((each) => each.requestsPerSecond)).toEqual([100, 25]);
	});

	test("says of each target whether it is reached, or that nobody measured it", () => {
		expect(targetRow("Q1 against postgraphile")).toContain("| 4 x | reached |");
		expect(targetRow("Q2 against postgraphile")).toContain("| 1 x | not reached |");
		expect(targetRow("Q3 against postgraphile")).toContain("| – | not measured |");
		expect(targetRow("every grouping")).toContain("| 5 x | not reached |");
	});

	test("compares the largest size with the smallest inside each round", () => {
		expect(targetRow("Q1: p50")).toContain("| 1.5 x | not reached |");
		expect(targetRow("Q2: p50")).toContain("| not measured |");
	});

	test("has a bound of one side for every target", () => {
		for (const target of TARGETS) {
			expect([target.least, target.most].filter((bound) => bound !== undefined)).toHaveLength(1);
			expect(isReached(target, target.least ?? target.most ?? Number.NaN)).toBe(true);
		}
	});

	test("tells every figure of a query and links the picture", () => {
		const report = toMarkdown(results);
		expect(report).toContain("| Aqwal | 100 | 8 | 16 | 100 | 1 | 1 | – |  |");
		expect(report).toContain("| PostGraphile 5 | 25 | 8 | 16 | 100 | – | 1 | – | 4 |");
		expect(report).toContain("![requests a second](report.svg)");
		expect(report).toContain("| postgraphile | 400 | 900 |");
		expect(report).toContain("12,346 statements a second");
	});

	test("shows three digits", () => {
		expect([0.012345, 1.5, 99.96, 1234.5, null, Number.NaN].map(shown)).toEqual([
			"0.0123",
			"1.5",
			"100",
			"1,235",
			"–",
			"–",
		]);
	});
});

describe("the command line", () => {
	const read = (...args: string[]) => readOptions(args, {});

	test("has a quick run and a full one", () => {
		expect(read()?.sizes).toEqual([10_000, 1_000_000]);
		expect(read()?.soakSeconds).toBe(600);
		expect(read("--quick")).toMatchObject({
			sizes: [10_000],
			rounds: 3,
			seconds: 1.5,
			soakSeconds: 0,
		});
		expect(read("--help")).toBeNull();
		expect(HELP).toContain("npm run bench -- --quick");
	});

	test.each([
		[["--sizes", "1e3.5"], "--sizes: expected a number above 0, found 1e3.5"],
		[["--contenders", "ours,nobody"], "--contenders: expected some of ours"],
		[["--server", "postgresql://db.example:5432/x"], "on this machine"],
		[["--variant", "A"], "--variant: expected NAME=VALUE, found A"],
		[["--rounds", "0"], "--rounds: expected a number above 0, found 0"],
	])("refuses %j", (args, message) => {
		expect(() => read(...args)).toThrow(message);
	});

	test("knows queries by their name or its beginning", () => {
		const names = (only: string[]) => wantedQueries(only, false).map(({ name }) => name);
		expect(names(["Q4"])).toEqual(["Q4", "Q4 first page"]);
		expect(names(["stats TIME SPEAKER"])).toEqual(["stats TIME SPEAKER"]);
		expect(names(["stats"])).toHaveLength(60);
		expect(names(["export"])).toEqual([]);
		expect(() => names(["Q9"])).toThrow("found Q9");
		expect(wantedQueries(null, true).length).toBeLessThan(wantedQueries(null, false).length);
	});
});
