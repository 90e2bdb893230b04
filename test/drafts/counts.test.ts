import { parse } from "csv-parse/sync";
import { isEnumType } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus, CorpusStatement } from "../../src/curation/corpus.ts";
import { schema } from "../../src/schema/index.ts";
import type { App } from "../../src/server/app.ts";
import { databaseOf } from "../database/varied-database.ts";
import { type Ending, exported } from "../server/exports/exporting.ts";
import { answer, testApp } from "../support/app.ts";
import { corpusWithDrafts, DRAFTED } from "./fixture.ts";
import { DRAFT_STATEMENTS } from "./surfaces.ts";

let app: App;
let corpus: CheckedCorpus;
let statements: CorpusStatement[];
beforeAll(async () => {
	const opened = await databaseOf("drafts", await corpusWithDrafts());
	app = testApp(opened.database);
	corpus = opened.corpus;
	statements = corpus.articles.flatMap((article) => article.statements);
});

const dimensionType = schema.getType("StatementDimension");
const DIMENSIONS = isEnumType(dimensionType)
	? dimensionType.getValues().map(({ name }) => name)
	: [];

const DRAFTS = { reviewStatus: "DRAFT" };
const BOTH = { reviewStatusIn: ["CURATED", "DRAFT"] };

/** A filter that every statement meets, and that columns do not decide: all is counted by SQL. */
const ANY = { or: [{ joint: true }, { joint: false }] };
const PATHS = { "over columns": {}, "by SQL": ANY };

interface Counted {
	readonly totalCount: number;
	readonly counts: Readonly<Record<string, number>>;
}

async function stats(dimension: string, filter: object | undefined): Promise<Counted> {
	const { statementStats } = (await answer(
		app,
		`query ($filter: StatementFilter, $by: [StatementDimension!]!) {
			statementStats(filter: $filter, groupBy: $by, first: 1000) {
				totalCount rows { time kind act speaker location publisher article relay addressee count }
			}
		}`,
		{ by: [dimension], filter },
	)) as { statementStats: { totalCount: number; rows: Record<string, unknown>[] } };
	const column = dimension.toLowerCase();
	return {
		totalCount: statementStats.totalCount,
		counts: Object.fromEntries(
			statementStats.rows.map((row) => [String(row[column]), Number(row.count)]),
		),
	};
}

async function facets(dimension: string, filter: object | undefined): Promise<Counted> {
	const { statements: list } = (await answer(
		app,
		`query ($filter: StatementFilter, $by: StatementDimension!) {
			statements(filter: $filter, first: 0) { totalCount facets(field: $by, first: 100) { value count } }
		}`,
		{ by: dimension, filter },
	)) as { statements: { totalCount: number; facets: { value: string; count: number }[] } };
	return {
		totalCount: list.totalCount,
		counts: Object.fromEntries(list.facets.map(({ value, count }) => [value, count])),
	};
}

/** Two counts together. */
function added(one: Counted, other: Counted): Counted {
	const values = new Set([...Object.keys(one.counts), ...Object.keys(other.counts)]);
	return {
		totalCount: one.totalCount + other.totalCount,
		counts: Object.fromEntries(
			[...values].map((value) => [value, (one.counts[value] ?? 0) + (other.counts[value] ?? 0)]),
		),
	};
}

describe.each(Object.entries({ statementStats: stats, facets }))("%s", (_name, count) => {
	describe.each(Object.entries(PATHS))("%s", (_path, filter) => {
		test.each(DIMENSIONS)("counts drafts by %s only where they are asked for", async (by) => {
			const curated = await count(by, filter);
			const drafts = await count(by, { ...filter, ...DRAFTS });
			expect(curated.totalCount).toBe(statements.length - DRAFT_STATEMENTS.length);
			expect(drafts.totalCount).toBe(DRAFT_STATEMENTS.length);
			expect(Object.keys(curated.counts).filter((value) => value.startsWith(DRAFTED))).toEqual([]);
			expect(await count(by, { ...filter, ...BOTH })).toEqual(added(curated, drafts));
			expect(await count(by, { ...filter, reviewStatus: "CURATED" })).toEqual(curated);
		});
	});

	test("counts nothing where no filter is given but what is curated", async () => {
		expect(await count("SPEAKER", undefined)).toEqual(await count("SPEAKER", {}));
	});
});

const READERS: Readonly<Record<Ending, (text: string) => { slug: string; status: string }[]>> = {
	csv: (text) =>
		(parse(text, { columns: true }) as Record<string, string>[]).map((row) => ({
			slug: row.slug ?? "",
			status: row.reviewStatus ?? "",
		})),
	ndjson: (text) =>
		text
			.split("\n")
			.slice(0, -1)
			.map((line) => JSON.parse(line) as { slug: string; review: { status: string } })
			.map(({ slug, review }) => ({ slug, status: review.status })),
	jsonld: (text) =>
		(JSON.parse(text) as { "@graph": { "@id": string; creativeWorkStatus?: string }[] })["@graph"]
			.filter((node) => node.creativeWorkStatus !== undefined)
			.map((node) => ({
				slug: decodeURIComponent(node["@id"].split(":").at(-1) ?? ""),
				status: node.creativeWorkStatus ?? "",
			})),
};

describe.each(Object.entries(READERS))("the export as %s", (ending, read) => {
	const rows = async (filter?: object) =>
		read(await exported(app, ending as Ending, filter === undefined ? {} : { filter }));

	test("has drafts only where they are asked for, and says of each row which it is", async () => {
		const curated = await rows();
		expect(curated).toHaveLength(statements.length - DRAFT_STATEMENTS.length);
		expect(new Set(curated.map(({ status }) => status))).toEqual(new Set(["CURATED"]));
		const drafts = await rows(DRAFTS);
		expect(drafts.map(({ slug }) => slug).toSorted()).toEqual(DRAFT_STATEMENTS.toSorted());
		expect(new Set(drafts.map(({ status }) => status))).toEqual(new Set(["DRAFT"]));
		expect(await rows(BOTH)).toHaveLength(statements.length);
	});

	test("names nothing that only drafts tell of", async () => {
		expect(await exported(app, ending as Ending)).not.toContain(DRAFTED);
	});
});

test("corpus and coverage count without drafts, and tell how many there are", async () => {
	const { corpus: found } = await answer(
		app,
		`{ corpus { articleCount statementCount speakerCount locationCount coverage {
			undatedArticles articlesWithoutPublisher articlesWithoutStatements { slug }
			draftStatements draftArticles draftSpeakers draftLocations excludedText { kind segmentCount }
		} } }`,
	);
	expect(found).toMatchObject({
		articleCount: corpus.articles.length - 1,
		statementCount: statements.length - DRAFT_STATEMENTS.length,
		speakerCount: corpus.speakers.length - 5,
		locationCount: corpus.locations.length - 2,
		coverage: {
			articlesWithoutStatements: [],
			draftStatements: DRAFT_STATEMENTS.length,
			draftArticles: 1,
			draftSpeakers: 5,
			draftLocations: 2,
		},
	});
});

test("speakers and places tell how many drafts they have beside what is confirmed", async () => {
	const of = (slug: string) =>
		statements.filter(({ attributions }) => attributions.some((one) => one.speakerSlug === slug));
	const { putin, writer, syria } = await answer(
		app,
		`{
			putin: speaker(by: { slug: "putin" }) { statementCount draftStatementCount }
			writer: speaker(by: { slug: "drafted-writer" }) { statementCount draftStatementCount }
			syria: location(by: { slug: "syria" }) { draftStatementCount }
		}`,
	);
	expect(putin).toEqual({ statementCount: of("putin").length - 2, draftStatementCount: 2 });
	expect(writer).toEqual({ statementCount: 0, draftStatementCount: 2 });
	expect(syria).toEqual({ draftStatementCount: 3 });
});
