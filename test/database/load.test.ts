import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import type { SeedFiles } from "../../src/curation/seed-files.ts";
import { buildKeyOf } from "../../src/database/build-key.ts";
import { columnRowCount } from "../../src/database/columns/deriver.ts";
import type { Database } from "../../src/database/database.ts";
import { type LoadProgress, load } from "../../src/database/load.ts";
import { createLoaders } from "../../src/database/loaders.ts";
import { identifier, sql } from "../../src/database/sql.ts";
import { toTables } from "../../src/database/tables.ts";
import { fold } from "../../src/text/fold.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { countOfLocation, countOfSpeaker } from "./filter/oracle.ts";
import { DERIVED_TABLES, everyRow, everyValue, rowCounts, TABLES, valuesOf } from "./table-rows.ts";
import { checked, realFiles, variedCorpus, withoutArticle } from "./variants.ts";

let database: Database;
let corpus: CheckedCorpus;
let files: SeedFiles;
beforeAll(async () => {
	[database, corpus, files] = [await emptyDatabase(), await realCorpus(), await realFiles()];
});
beforeEach(async () => {
	await load(database, corpus);
});

function count<Item>(items: readonly Item[], size: (item: Item) => number): number {
	return items.reduce((sum, item) => sum + size(item), 0);
}

/** How many rows each table must have, by the corpus alone. */
function expectedCounts({
	documents,
	publishers,
	locations,
	speakers,
	occasions,
	articles,
}: CheckedCorpus): Record<string, number> {
	const statements = articles.flatMap((article) => article.statements);
	return {
		Document: documents.length,
		DocumentSegment: count(documents, ({ segments }) => segments.length),
		Publisher: publishers.length,
		PublisherName: count(publishers, ({ names }) => names.length),
		Location: locations.length,
		LocationName: count(locations, ({ names }) => names.length),
		LocationAncestor: count(locations, ({ ancestors }) => ancestors.length + 1),
		Speaker: speakers.length,
		SpeakerName: count(speakers, ({ names }) => names.length),
		Office: count(speakers, ({ offices }) => offices.length),
		Occasion: occasions.length,
		Article: articles.length,
		CreditedSource: count(articles, ({ creditedSources }) => creditedSources.length),
		ArticleLocation: count(articles, (article) => article.locations.length),
		Statement: statements.length,
		Attribution: count(statements, ({ attributions }) => attributions.length),
		Addressee: count(statements, ({ addressees }) => addressees.length),
		Relay: count(statements, ({ relays }) => relays.length),
		StatementLocation: count(statements, (statement) => statement.locations.length),
		// All articles lie in one stretch, and so do all statements.
		ArticlePosting: wordsOf(articles.map(({ title, body }) => `${title ?? ""} ${body}`)).size,
		StatementPosting: wordsOf(statements.map(({ text }) => text)).size,
		SearchWord: wordsOf([
			...articles.map(({ title, body }) => `${title ?? ""} ${body}`),
			...statements.map(({ text }) => text),
		]).size,
		StatementColumn: columnRowCount(statements.length),
		Corpus: 1,
	};
}

/** The different words of some texts, as search compares them. */
function wordsOf(texts: readonly string[]): Set<string> {
	return new Set(texts.flatMap((text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []));
}

describe("load", () => {
	test("fills every table with what the corpus has", async () => {
		const counts = await rowCounts(database);
		expect(counts).toEqual(expectedCounts(corpus));
		expect(Object.values(counts).filter((rows) => rows === 0)).toEqual([]);
	});

	test("loads every statement with all its links", async () => {
		const loaders = createLoaders(database);
		for (const statement of corpus.articles.flatMap(({ statements }) => statements)) {
			const row = await loaders.statement.load(statement.slug);
			expect(row).toMatchObject({
				slug: statement.slug,
				position: statement.position,
				text: statement.text,
				spans: statement.spans,
				quotes: statement.quotes,
				cue: statement.cue,
				parentSlug: statement.parentSlug,
				occasionSlug: statement.occasionSlug,
				saidEdtf: statement.said.edtf,
				saidEarliest: statement.said.earliest,
				saidLatest: statement.said.latest,
				saidEvidence: statement.said.evidence,
				attributions: statement.attributions,
				addressees: statement.addressees,
				relays: statement.relays,
				locations: statement.locations,
				reviewStatus: statement.review.status,
			});
			for (const { table, links } of [
				{ table: "Attribution", links: statement.attributions },
				{ table: "Addressee", links: statement.addressees },
				{ table: "Relay", links: statement.relays },
				{ table: "StatementLocation", links: statement.locations },
			])
				expect(
					await database.read(
						sql`SELECT l.* FROM ${identifier(table)} l JOIN "Statement" s ON s.number = l."statementNumber" WHERE s.slug = ${statement.slug} ORDER BY l.position`,
					),
				).toMatchObject(links.map(({ mention: _mention, ...link }) => link));
		}
	});

	test("loads every article, document and occasion with what belongs to it", async () => {
		const loaders = createLoaders(database);
		for (const {
			slug,
			title,
			body,
			published,
			publisherSlug,
			locations,
			creditedSources,
		} of corpus.articles) {
			const row = {
				slug,
				title,
				publisherSlug,
				publishedEarliest: published.earliest,
				publishedLatest: published.latest,
			};
			expect(await loaders.article.load(slug)).toMatchObject({
				...row,
				publishedEvidence: published.evidence,
			});
			expect(await loaders.articleBody.load(slug)).toBe(body);
			expect(await loaders.articleLocations.load(slug)).toMatchObject(
				locations.map(({ locationSlug }) => ({ slug: locationSlug })),
			);
			expect(await loaders.creditedSources.load(slug)).toMatchObject(creditedSources);
		}
		for (const { fileName, sha256, text, segments } of corpus.documents) {
			expect(await loaders.document.load(fileName)).toMatchObject({ fileName, sha256, text });
			expect(await loaders.segments.load(fileName)).toMatchObject(segments);
		}
		for (const { slug, date, locationSlug } of corpus.occasions)
			expect(await loaders.occasion.load(slug)).toMatchObject({
				locationSlug,
				dateEarliest: date.earliest,
				dateLatest: date.latest,
			});
	});

	test("counts curated statements of speakers and places, each once", async () => {
		const varied = await variedCorpus();
		await load(database, varied);
		const loaders = createLoaders(database);
		for (const { slug } of varied.speakers)
			expect((await loaders.speaker.load(slug))?.statementCount, slug).toBe(
				countOfSpeaker(varied, slug),
			);
		for (const { slug } of varied.locations)
			expect((await loaders.location.load(slug))?.statementCount, slug).toBe(
				countOfLocation(varied, slug),
			);
	});

	test("writes every row as it was made", async () => {
		const varied = await variedCorpus();
		await load(database, varied);
		expect(await everyValue(database)).toEqual(valuesOf(toTables(varied)));
	});

	test("gives the same rows when it is done twice", async () => {
		const before = await everyRow(database);
		await load(database, corpus);
		expect(await everyRow(database)).toEqual(before);
	});

	test("gives the same rows for files in another order", async () => {
		const before = await everyRow(database);
		const turned = checked(new Map([...files].toReversed()));
		expect(turned.version).toBe(corpus.version);
		await load(database, turned);
		expect(await everyRow(database)).toEqual(before);
	});

	test("takes out what was taken out of the files, and leaves the keys of the rest as they were", async () => {
		const before = await everyRow(database);
		const slug = "putin-foreign-forces-2018";
		const smaller = checked(withoutArticle(files, slug));
		expect(smaller.articles).toHaveLength(corpus.articles.length - 1);
		await load(database, smaller);
		const after = await everyRow(database);
		expect(await rowCounts(database)).toEqual(expectedCounts(smaller));
		expect(after.Statement).toEqual(
			before.Statement?.filter((row) => !row.includes(`"articleSlug": "${slug}"`)),
		);
		expect(after.Article).toHaveLength(smaller.articles.length);
		expect(after.Corpus).toEqual([smaller.version]);
		await load(database, corpus);
		expect(await everyRow(database)).toEqual(before);
	});

	test("leaves the old corpus whole when a fault happens, whichever table it is at", async () => {
		const before = await everyRow(database);
		const other = await variedCorpus();
		for (const table of ["Document", "Location", "Article", "Statement", "StatementLocation"]) {
			const fault = new Error(`fault after ${table}`);
			const failing = load(database, other, (progress) => {
				if (progress.table === table) throw fault;
			});
			await expect(failing, table).rejects.toThrow(fault);
			expect(await everyRow(database), table).toEqual(before);
		}
	});

	test("leaves the old corpus whole when the database refuses a row", async () => {
		const before = await everyRow(database);
		const [first, ...others] = corpus.articles;
		if (first === undefined) throw new Error("the corpus has no article");
		const broken = {
			...corpus,
			version: "broken",
			articles: [{ ...first, publisherSlug: "nobody" }, ...others],
		};
		await expect(load(database, broken)).rejects.toThrow(/foreign key/i);
		expect(await everyRow(database)).toEqual(before);
	});

	test("tells its progress, to the last row of every table", async () => {
		const told: LoadProgress[] = [];
		await load(database, corpus, (progress) => told.push(progress));
		const counts = expectedCounts(corpus);
		const all = count(Object.values(counts), (size) => size) - 1;
		expect(told.at(-1)).toMatchObject({ phase: "done", rowsDone: all, rowsTotal: all });
		// How many rows follow from these is not known before.
		const rows = all - count(DERIVED_TABLES, (table) => counts[table] ?? 0);
		const copying = told.filter(({ phase }) => phase === "copying");
		const done = copying.map(({ rowsDone }) => rowsDone);
		expect([done[0], done.at(-1)]).toEqual([0, rows]);
		expect(done).toEqual(done.toSorted((a, b) => a - b));
		expect(new Set(copying.map(({ table }) => table))).toEqual(
			new Set([null, ...TABLES, ...DERIVED_TABLES]),
		);
	});

	test("keeps the moment that it is given, and the key of the build", async () => {
		const seededAt = new Date("2026-11-21T12:34:56.789Z");
		await load(database, corpus, undefined, seededAt);
		expect(await database.read(sql`SELECT version, "buildKey", "seededAt" FROM "Corpus"`)).toEqual([
			{ version: corpus.version, buildKey: await buildKeyOf(corpus), seededAt },
		]);
	});
});
