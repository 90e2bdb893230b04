import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import type { Database, Reader } from "../../../src/database/database.ts";
import { createReferences } from "../../../src/database/references.ts";
import {
	readStatementStats,
	type StatementStats,
} from "../../../src/database/stats/statement-stats.ts";
import type { StatsArguments } from "../../../src/database/stats/stats-arguments.ts";
import { ALL_WANTED, type StatsWanted } from "../../../src/database/stats/wanted.ts";
import { variedDatabase } from "../varied-database.ts";
import { ALL, dashboardArguments, wantedOfStats } from "./arbitraries.ts";
import { type ExpectedStats, expectedStats } from "./oracle.ts";

let database: Database;
let corpus: CheckedCorpus;
beforeAll(async () => {
	({ database, corpus } = await variedDatabase());
});

const COUNTS_ONLY: StatsWanted = { ...ALL_WANTED, articleCount: false, speakerCount: false };

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

/** Reads statistics, and tells whether what was counted beforehand gave them. */
async function read(args: StatsArguments, wanted: StatsWanted) {
	let fromRollup = false;
	const reader: Reader = {
		read: (statement) => {
			fromRollup ||= statement.text.includes('"StatementCount"');
			return database.read(statement);
		},
	};
	const stats = await readStatementStats(reader, createReferences(reader), args, wanted);
	return { stats: only(wanted, stats), fromRollup };
}

test("what is counted beforehand is what the statements say, whatever is asked", async () => {
	let taken = 0;
	const numRuns = 200;
	await fc.assert(
		fc.asyncProperty(dashboardArguments(corpus), wantedOfStats, async (args, wanted) => {
			const { stats, fromRollup } = await read(args, wanted);
			taken += Number(fromRollup);
			expect(stats).toEqual(only(wanted, expectedStats(corpus, args)));
		}),
		{ numRuns },
	);
	expect(taken).toBeGreaterThan(numRuns / 4);
});

test.each<[string, Partial<StatsArguments>, StatsWanted]>([
	["no dimension", {}, ALL_WANTED],
	["one dimension, with articles and speakers", { groupBy: ["LOCATION"] }, ALL_WANTED],
	["months, with articles and speakers", { groupBy: ["TIME"] }, ALL_WANTED],
	["quarters of speakers", { groupBy: ["TIME", "SPEAKER"], interval: "QUARTER" }, COUNTS_ONLY],
	["years", { groupBy: ["RELAY", "TIME"], interval: "YEAR", fillGaps: true }, COUNTS_ONLY],
	["one speaker", { groupBy: ["TIME"], filter: { speaker: { eq: "putin" } } }, COUNTS_ONLY],
	["one kind among kinds", { groupBy: ["KIND"], filter: { kind: { eq: "DIRECT" } } }, ALL_WANTED],
	["whole months", { groupBy: ["ACT"], range: { from: Date.parse("2018-01-01") } }, COUNTS_ONLY],
	[
		"whole months of a zone",
		{ range: { to: Date.parse("2019-12-31T21:00:00Z") }, timeZone: "Asia/Riyadh" },
		COUNTS_ONLY,
	],
])("%s: counted beforehand", async (_name, args, wanted) => {
	expect((await read({ ...ALL, ...args }, wanted)).fromRollup).toBe(true);
});

test.each<[string, Partial<StatsArguments>, StatsWanted]>([
	["days", { groupBy: ["TIME"], interval: "DAY" }, COUNTS_ONLY],
	["weeks", { groupBy: ["TIME"], interval: "WEEK" }, COUNTS_ONLY],
	["two dimensions beside time", { groupBy: ["KIND", "ACT"] }, COUNTS_ONLY],
	["a part of a month", { range: { from: Date.parse("2018-05-02") } }, COUNTS_ONLY],
	["another zone's months", { range: { to: Date.parse("2018-05-31T21:00:00Z") } }, COUNTS_ONLY],
	["a place with those inside", { filter: { location: { eq: "syria" } } }, COUNTS_ONLY],
	["drafts", { filter: { reviewStatus: "DRAFT" } }, COUNTS_ONLY],
	["two fields", { filter: { speaker: { eq: "putin" }, joint: true } }, COUNTS_ONLY],
	[
		"speakers beside one",
		{ groupBy: ["SPEAKER"], filter: { speaker: { eq: "putin" } } },
		COUNTS_ONLY,
	],
	["articles by month", { groupBy: ["TIME", "KIND"] }, ALL_WANTED],
])("%s: counted from the statements", async (_name, args, wanted) => {
	expect((await read({ ...ALL, ...args }, wanted)).fromRollup).toBe(false);
});
