import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus, CorpusArticle, CorpusStatement } from "../../src/curation/corpus.ts";
import { readCoverage, readSummary } from "../../src/database/coverage.ts";
import { countingReader, type Database } from "../../src/database/database.ts";
import { draftsOf, isDraftArticle } from "./drafted-oracle.ts";
import { variedDatabase } from "./varied-database.ts";

let database: Database;
let corpus: CheckedCorpus;
let curated: CorpusStatement[];
let articles: CorpusArticle[];
let drafts: ReadonlySet<string>;
beforeAll(async () => {
	({ database, corpus } = await variedDatabase());
	drafts = draftsOf(corpus);
	articles = corpus.articles.filter((article) => !isDraftArticle(article));
	curated = corpus.articles
		.flatMap(({ statements }) => statements)
		.filter(({ review }) => review.status === "CURATED");
});

function saidBy(kind: string): CorpusStatement[] {
	const slugs = new Set(
		corpus.speakers.filter((speaker) => speaker.kind === kind).map(({ slug }) => slug),
	);
	return curated.filter(({ attributions }) =>
		attributions.some(({ speakerSlug }) => slugs.has(speakerSlug)),
	);
}

/** How many rows of a noun are drafts. */
function draftCount(noun: string): number {
	return [...drafts].filter((row) => row.startsWith(`${noun} `)).length;
}

/** The excluded kinds of segments, each with how many there are and their code points. */
function excluded(): object[] {
	const settled = corpus.documents.filter(({ fileName }) =>
		articles.some(({ documentFileName }) => documentFileName === fileName),
	);
	const segments = settled.flatMap((document) =>
		document.segments.map(({ kind, span }) => ({
			kind,
			text: document.text.slice(span.start, span.end),
		})),
	);
	return ["EMBED", "RELATED", "CHROME", "COMMENT"].flatMap((kind) => {
		const texts = segments.filter((segment) => segment.kind === kind).map(({ text }) => text);
		return texts.length === 0
			? []
			: [{ kind, segmentCount: texts.length, characterCount: [...texts.join("")].length }];
	});
}

describe("readSummary", () => {
	test("counts what there is, without drafts, in one SQL statement", async () => {
		const reader = countingReader(database);
		const summary = await readSummary(reader);
		expect(reader.statementCount).toBe(1);
		expect(summary).toEqual({
			version: corpus.version,
			seededAt: expect.any(Date),
			articleCount: articles.length,
			statementCount: curated.length,
			speakerCount: corpus.speakers.length - draftCount("speaker"),
			locationCount: corpus.locations.length - draftCount("location"),
		});
	});

	test("says when nothing was seeded", async () => {
		await expect(readSummary({ read: async () => [] })).rejects.toThrow(
			"the database has no corpus in it",
		);
	});
});

describe("readCoverage", () => {
	test("counts what is missing or unresolved, in one SQL statement", async () => {
		const reader = countingReader(database);
		const coverage = await readCoverage(reader);
		expect(reader.statementCount).toBe(1);
		expect(coverage).toEqual({
			undatedArticles: articles.filter(({ published }) => published.earliest === null).length,
			undatedStatements: curated.filter(({ said }) => said.earliest === null).length,
			impreciseStatements: curated.filter(({ said }) => said.earliest !== said.latest).length,
			unattributedStatements: saidBy("UNKNOWN").length,
			anonymousStatements: saidBy("ANONYMOUS").length,
			droppedSubjects: curated.filter(({ attributions }) =>
				attributions.some(({ resolution }) => resolution === "DROPPED_SUBJECT"),
			).length,
			draftStatements: draftCount("statement"),
			draftArticles: 1,
			draftSpeakers: draftCount("speaker"),
			draftLocations: draftCount("location"),
			articlesWithoutPublisher: articles.filter(({ publisherSlug }) => publisherSlug === null)
				.length,
			articlesWithoutStatements: [],
			excludedText: expect.any(Array),
		});
		const {
			unattributedStatements: _maybeNone,
			anonymousStatements: _orNone,
			articlesWithoutStatements: _list,
			undatedArticles: _thatIsADraft,
			draftLocations: _noneOfThem,
			excludedText: _text,
			...counts
		} = coverage;
		for (const [name, count] of Object.entries(counts)) expect(count, name).toBeGreaterThan(0);
	});

	test("tells how much text of each kind was left out", async () => {
		const { excludedText } = await readCoverage(database);
		expect(excludedText).toHaveLength(excluded().length);
		expect(excludedText).toEqual(expect.arrayContaining(excluded()));
		expect(excluded().length).toBeGreaterThan(1);
	});
});
