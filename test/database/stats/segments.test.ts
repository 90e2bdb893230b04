import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import { countingReader, type Database, type Reader } from "../../../src/database/database.ts";
import { createEdition, type Edition } from "../../../src/database/edition.ts";
import { createReferences } from "../../../src/database/references.ts";
import {
	readStatementStats,
	type StatementStats,
} from "../../../src/database/stats/statement-stats.ts";
import type { StatsArguments } from "../../../src/database/stats/stats-arguments.ts";
import { ALL_WANTED, type StatsWanted } from "../../../src/database/stats/wanted.ts";
import { segmentedDatabase } from "../columns/segmented.ts";
import { variedCorpus } from "../variants.ts";
import { ALL, dashboardArguments, statsArguments, wantedOfStats } from "./arbitraries.ts";
import { type ExpectedStats, expectedStats } from "./oracle.ts";

// A corpus in many segments, as a large one is, and each filter in both ways that it is met.

const SIZE = 5;

let database: Database;
let corpus: CheckedCorpus;
let edition: Edition;
beforeAll(async () => {
	corpus = await variedCorpus();
	database = await segmentedDatabase(corpus, SIZE);
	edition = createEdition(corpus.version);
});

/** What is wanted of an answer, with the values of its rows. */
function only(wanted: StatsWanted, stats: StatementStats | ExpectedStats) {
	return {
		...stats,
		otherCount: wanted.otherCount ? stats.otherCount : 0,
		unknownCount: wanted.unknownCount ? stats.unknownCount : 0,
		groupCount: wanted.groupCount ? stats.groupCount : 0,
		rows: stats.rows.map(({ time, values, count, share, ...row }) => ({
			time: typeof time === "string" ? time : (time?.toISOString() ?? null),
			values: Object.entries(values).map(([dimension, { value }]) => [dimension, value]),
			count,
			share,
			articleCount: wanted.articleCount ? row.articleCount : 0,
			speakerCount: wanted.speakerCount ? row.speakerCount : 0,
		})),
	};
}

/** Reads statistics, and tells whether the database was asked which statements match. */
async function read(args: StatsArguments, wanted: StatsWanted, kept: Edition = edition) {
	let isAsked = false;
	const reader: Reader = {
		read: (statement) => {
			isAsked ||= statement.text.includes("int4send(s.number)");
			return database.read(statement);
		},
	};
	const source = { reader, references: createReferences(reader), edition: kept };
	return { stats: only(wanted, await readStatementStats(source, args, wanted)), isAsked };
}

/** The same filter in a form that columns do not decide. */
function disguised(args: StatsArguments): StatsArguments {
	return { ...args, filter: { or: [args.filter ?? {}] } };
}

test("columns and the database mean the same by a filter, and what plain code means", async () => {
	let onColumns = 0;
	const numRuns = 150;
	await fc.assert(
		fc.asyncProperty(dashboardArguments(corpus), wantedOfStats, async (args, wanted) => {
			const expected = only(wanted, expectedStats(corpus, args));
			const { stats, isAsked } = await read(args, wanted);
			expect(stats).toEqual(expected);
			onColumns += Number(!isAsked);
			expect(await read(disguised(args), wanted)).toEqual({ stats: expected, isAsked: true });
		}),
		{ numRuns },
	);
	expect(onColumns).toBeGreaterThan(numRuns / 2);
});

test("whatever is asked is counted the same in many segments", async () => {
	await fc.assert(
		fc.asyncProperty(statsArguments(corpus), wantedOfStats, async (args, wanted) => {
			const expected = only(wanted, expectedStats(corpus, args));
			if (expected.rows.length > 10_000) return;
			expect((await read(args, wanted)).stats).toEqual(expected);
		}),
		{ numRuns: 100 },
	);
});

test("a range ends where a day does, for each day that is known", async () => {
	const said = corpus.articles.flatMap(({ statements }) => statements.map((one) => one.said));
	const days = new Set(said.flatMap(({ earliest, latest }) => [earliest, latest]));
	const ranges = [...days].flatMap((day) => {
		if (day === null) return [];
		const [start, end] = [Date.parse(day), Date.parse(day) + 86_400_000];
		return [{ from: start }, { from: end }, { to: start }, { to: end }, { from: start, to: end }];
	});
	expect(ranges.length).toBeGreaterThan(30);
	for (const range of ranges) {
		const args = { ...ALL, range, groupBy: ["ACT"] as const };
		const expected = only(ALL_WANTED, expectedStats(corpus, args));
		expect((await read(args, ALL_WANTED)).stats, JSON.stringify(range)).toEqual(expected);
		const filtered = { ...ALL, filter: { saidAt: range }, groupBy: ["ACT"] as const };
		expect((await read(filtered, ALL_WANTED)).stats.rows).toEqual(expected.rows);
	}
});

test("of equal groups the first are shown, wherever the others are cut off", async () => {
	for (const orderBy of ["COUNT_DESC", "TIME_ASC", "LABEL_ASC"] as const)
		for (const groupBy of [["SPEAKER"], ["LOCATION", "ACT"], ["SPEAKER", "TIME"]] as const)
			for (let first = 1; first <= 12; first += 1) {
				const args = { ...ALL, groupBy, orderBy, first };
				const expected = only(ALL_WANTED, expectedStats(corpus, args));
				expect((await read(args, ALL_WANTED)).stats, JSON.stringify(args)).toEqual(expected);
			}
});

describe("decided on columns", () => {
	test.each<[string, Partial<StatsArguments>]>([
		["nothing asked", {}],
		["a range", { range: { from: Date.parse("2018-05-02"), to: Date.parse("2019-03-04") } }],
		["days of what was said", { filter: { saidAt: { from: Date.parse("2018-10-03") } } }],
		["drafts", { filter: { reviewStatus: "DRAFT" } }],
		["speakers", { filter: { speaker: { in: ["putin", "erdogan"] } } }],
		["others than some speakers", { filter: { speaker: { notIn: ["putin"] } } }],
		["nobody", { filter: { relay: { in: [] } } }],
		["whom it was said to", { filter: { addressee: { eq: "putin" } } }],
		["a place itself", { filter: { location: { eq: "syria", within: false } } }],
		["an article", { filter: { article: { eq: "putin-erdogan-idlib-2020" } } }],
		["others than an outlet", { filter: { publisher: { notIn: ["rt-arabic"] } } }],
		["kinds", { filter: { kind: { in: ["DIRECT", "MIXED"], notIn: ["MIXED"] } } }],
		["acts", { filter: { act: { eq: "ASSERT" }, speaker: { eq: "putin" } } }],
	])("%s", async (_name, args) => {
		const asked: StatsArguments = { ...ALL, groupBy: ["SPEAKER"], ...args };
		const expected = only(ALL_WANTED, expectedStats(corpus, asked));
		expect(await read(asked, ALL_WANTED)).toEqual({ stats: expected, isAsked: false });
		expect(await read(disguised(asked), ALL_WANTED)).toEqual({ stats: expected, isAsked: true });
	});
});

describe("asked of the database", () => {
	test.each<[string, StatsArguments["filter"]]>([
		["a place with those inside", { location: { eq: "syria" } }],
		["a place in a role", { location: { eq: "syria", within: false, role: "ABOUT" } }],
		["any place in a role", { location: { within: false, role: "ABOUT" } }],
		["joint statements", { joint: true }],
		["a search", { search: "سوريا" }],
		["the contrary", { not: { speaker: { eq: "putin" } } }],
	])("%s", async (_name, filter) => {
		expect((await read({ ...ALL, filter }, ALL_WANTED)).isAsked).toBe(true);
	});
});

describe("the cost in SQL statements", () => {
	async function cost(args: Partial<StatsArguments>, kept: Edition): Promise<number> {
		const reader = countingReader(database);
		const source = { reader, references: createReferences(reader), edition: kept };
		await readStatementStats(source, { ...ALL, ...args });
		return reader.statementCount;
	}

	test("is one for the layout, for four segments, a dictionary and the names, and none for what is kept", async () => {
		const kept = createEdition(corpus.version);
		const [layout, dictionary, names] = [1, 1, 1];
		const all = corpus.articles.flatMap(({ statements }) => statements).length;
		const columns = Math.ceil(Math.ceil(all / SIZE) / 4);
		expect(columns).toBeGreaterThan(1);
		const speakers = { groupBy: ["SPEAKER"], first: 3 } as const;
		expect(await cost(speakers, kept)).toBe(layout + columns + dictionary + names);
		expect(await cost(speakers, kept)).toBe(0);
		expect(await cost({ ...speakers, first: 1000 }, kept)).toBe(names);
		expect(await cost({ filter: { joint: true } }, kept)).toBe(1);
	});
});
