import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import type { Database } from "../../../src/database/database.ts";
import type { App } from "../../../src/server/app.ts";
import { corpusWithDrafts } from "../../drafts/fixture.ts";
import { answer, testApp } from "../../support/app.ts";
import { realCorpus } from "../../support/database.ts";
import { variedCorpus } from "../variants.ts";
import { databaseOf } from "../varied-database.ts";
import { countsOf, everyNode, keyOf, type Row, rowsOf, statsOf } from "./asking.ts";
import { EXPECTED } from "./expected-rows.ts";

/** A row as text, whatever the order of its columns. */
function canonical(row: Row): string {
	return JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const CORPORA = { real: realCorpus, varied: variedCorpus, drafts: corpusWithDrafts };

describe.each(Object.entries(CORPORA))("the views of the %s corpus", (name, read) => {
	let database: Database;
	let corpus: CheckedCorpus;
	let app: App;
	beforeAll(async () => {
		({ database, corpus } = await databaseOf(name, await read()));
		app = testApp(database);
	});

	test("are of the corpus that the API tells", async () => {
		const { corpus } = await answer(app, "{ corpus { version seededAt } }");
		const [row] = await rowsOf(database, "SELECT version, seeded_at FROM aqwal_corpus");
		const { version, seededAt } = corpus as { version: string; seededAt: string };
		expect(row).toEqual({ version, seeded_at: new Date(seededAt) });
	});

	test.each([
		["statements", "aqwal_statements"],
		["articles", "aqwal_articles"],
		["speakers", "aqwal_speakers"],
		["locations", "aqwal_places"],
	])("have as many rows as the list of %s", async (list, view) => {
		const { found } = await answer(app, `{ found: ${list} { totalCount } }`);
		const [row] = await rowsOf(database, `SELECT count(*)::int AS "totalCount" FROM ${view}`);
		expect(row).toEqual(found);
		expect(row?.totalCount).toBeGreaterThan(3);
	});

	test.each([
		["KIND", "kind", "aqwal_statements"],
		["ACT", "act", "aqwal_statements"],
		["ARTICLE", "article_slug", "aqwal_statements"],
		["PUBLISHER", "publisher_slug", "aqwal_statements"],
		["SPEAKER", "speaker_slug", "aqwal_statement_speakers"],
		["LOCATION", "place_slug", "aqwal_statement_places"],
	])("count by %s what statementStats counts", async (dimension, column, view) => {
		expect(await countsOf(database, column, view)).toEqual(await statsOf(app, dimension));
	});

	test.each([
		["DAY", "said_day"],
		["MONTH", "said_month"],
		["YEAR", "said_year"],
	])(
		"count by %s what statementStats counts, and leave out what is in no one",
		async (interval, column) => {
			const expected = await statsOf(app, "TIME", interval);
			expect(await countsOf(database, column, "aqwal_statements")).toEqual(expected);
		},
	);

	test("count by speaker and month what statementStats counts", async () => {
		const { statementStats } = (await answer(
			app,
			"{ statementStats(groupBy: [TIME, SPEAKER], interval: MONTH, first: 1000) { rows { time speakerId count } } }",
		)) as { statementStats: { rows: Row[] } };
		const rows = await rowsOf(
			database,
			`SELECT said_month AS time, speaker_slug AS speaker, count(*)::int AS count
			FROM aqwal_statement_speakers WHERE said_month IS NOT NULL GROUP BY 1, 2`,
		);
		const expected = statementStats.rows.map((row) => ({
			time: keyOf(row, "time"),
			speaker: keyOf(row, "speaker"),
			count: row.count,
		}));
		expect(rows.map(canonical).toSorted()).toEqual(expected.map(canonical).toSorted());
		expect(rows.length).toBeGreaterThan(5);
	});

	test.each(EXPECTED)("of $view tell in every column what the API tells", async (expected) => {
		const nodes = await everyNode(app, expected.list, expected.fields);
		const rows = await rowsOf(database, `SELECT * FROM ${expected.view}`);
		const should = nodes.flatMap(expected.rowsOf);
		// The API has no number for the place; the test below looks at it.
		const told = rows.map(({ place_in_article: _place, ...row }) => canonical(row));
		expect(told.toSorted()).toEqual(should.map(canonical).toSorted());
		expect(rows.length).toBeGreaterThan(3);
	});

	test("number the statements of an article as it has them, drafts among them", async () => {
		const rows = await rowsOf(
			database,
			"SELECT statement_slug, place_in_article FROM aqwal_statements",
		);
		const expected = corpus.articles.flatMap(({ statements }) =>
			statements
				.filter(({ review }) => review.status === "CURATED")
				.map(({ slug, position }) => ({ statement_slug: slug, place_in_article: position + 1 })),
		);
		expect(rows.map(canonical).toSorted()).toEqual(expected.map(canonical).toSorted());
	});
});
