import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import { type CountingReader, countingReader, type Database } from "../../src/database/database.ts";
import { createLoaders, type Loaders } from "../../src/database/loaders.ts";
import { statementOrder } from "../../src/database/order.ts";
import { type ListQuery, readPages, readTotals } from "../../src/database/page.ts";
import type { NameRow } from "../../src/database/rows.ts";
import type { PageArguments } from "../../src/database/slice.ts";
import { sql } from "../../src/database/sql.ts";
import { rootList } from "./reading.ts";
import { variedDatabase } from "./varied-database.ts";

let database: Database;
let corpus: CheckedCorpus;
beforeAll(async () => {
	({ database, corpus } = await variedDatabase());
});

/** The loaders of a new request, with the count of what they read. */
function request(): { loaders: Loaders; reader: CountingReader } {
	const reader = countingReader(database);
	return { loaders: createLoaders(reader), reader };
}

function keysOf(rows: readonly { slug: string }[]): string[] {
	return ["none", ...rows.map(({ slug }) => slug).toReversed(), ""];
}

describe("loaders of one row", () => {
	test("read many keys in one SQL statement, in the order of the keys, null where there is none", async () => {
		const statements = corpus.articles.flatMap((article) => article.statements);
		const tables = [
			["article", corpus.articles],
			["location", corpus.locations],
			["occasion", corpus.occasions],
			["publisher", corpus.publishers],
			["speaker", corpus.speakers],
			["statement", statements],
		] as const;
		for (const [name, rows] of tables) {
			const { loaders, reader } = request();
			const keys = keysOf(rows);
			const found = await Promise.all(
				keys.map(async (key): Promise<{ slug: string } | null> => loaders[name].load(key)),
			);
			expect(
				found.map((row) => row?.slug ?? null),
				name,
			).toEqual([null, ...keys.slice(1, -1), null]);
			expect(reader.statementCount, name).toBe(1);
			await loaders[name].load(keys[1] ?? "");
			expect(reader.statementCount, name).toBe(1);
		}
	});

	test("find documents and offices by keys of their own", async () => {
		const { loaders } = request();
		const [document] = corpus.documents;
		expect(await loaders.document.load(document?.fileName ?? "")).toMatchObject({
			sha256: document?.sha256,
		});
		expect(await loaders.office.load("putin.0")).toMatchObject({
			speakerSlug: "putin",
			position: 0,
		});
		expect(await loaders.office.load("putin")).toBeNull();
	});

	test("give rows as their tables have them", async () => {
		const [row] = await database.read(sql`SELECT * FROM "Speaker" WHERE slug = 'putin'`);
		expect(await request().loaders.speaker.load("putin")).toMatchObject(row ?? {});
	});
});

describe("loaders of rows", () => {
	test("read the rows of many keys in one SQL statement, in their order, none where there are none", async () => {
		const { loaders, reader } = request();
		const keys = keysOf(corpus.articles);
		const found = await Promise.all(keys.map((key) => loaders.articleLocations.load(key)));
		expect(reader.statementCount).toBe(1);
		const expected = keys.map(
			(key) => corpus.articles.find(({ slug }) => slug === key)?.locations ?? [],
		);
		expect(found.map((rows) => rows.map(({ slug }) => slug))).toEqual(
			expected.map((locations) => locations.map(({ locationSlug }) => locationSlug)),
		);
	});

	test("give names and offices with the row that has them, in their order", async () => {
		const { loaders } = request();
		const asRead = (names: readonly NameRow[]) =>
			names.map(({ text, language, kind }) => ({ text, language, kind }));
		for (const { slug, names, offices } of corpus.speakers) {
			const row = await loaders.speaker.load(slug);
			expect(row?.names).toEqual(asRead(names));
			expect(row?.offices).toMatchObject(
				offices.map(({ id, startDate, endDate }) => ({ id, startDate, endDate })),
			);
		}
		for (const { slug, names } of corpus.locations)
			expect((await loaders.location.load(slug))?.names).toEqual(asRead(names));
		for (const { slug, names } of corpus.publishers)
			expect((await loaders.publisher.load(slug))?.names).toEqual(asRead(names));
	});

	test("give the places right inside a place, by slug", async () => {
		const { loaders, reader } = request();
		const found = await Promise.all(
			corpus.locations.map(({ slug }) => loaders.locationChildren.load(slug)),
		);
		const expected = corpus.locations.map(({ slug }) =>
			corpus.locations.filter(({ parentSlug }) => parentSlug === slug).map((child) => child.slug),
		);
		expect(found.map((rows) => rows.map(({ slug }) => slug))).toEqual(expected);
		expect(expected.some(({ length }) => length > 1)).toBe(true);
		expect(reader.statementCount).toBe(1);
	});

	test("give the speakers of an article's statements by their first word, those of drafts by themselves", async () => {
		const { loaders, reader } = request();
		const found = await Promise.all(
			corpus.articles.map(({ slug }) => loaders.articleSpeakers.load(slug)),
		);
		for (const status of ["CURATED", "DRAFT"] as const) {
			const expected = corpus.articles.map(({ statements }) => [
				...new Set(
					statements
						.filter(({ review }) => review.status === status)
						.flatMap(({ attributions }) => attributions.map(({ speakerSlug }) => speakerSlug)),
				),
			]);
			const given = found.map((rows) => rows.filter(({ reviewStatus }) => reviewStatus === status));
			expect(given.map((rows) => rows.map(({ slug }) => slug))).toEqual(expected);
			if (status === "CURATED") expect(expected).toContainEqual([]);
		}
		expect(reader.statementCount).toBe(1);
	});
});

describe("look-ups by another key", () => {
	test("find by Wikidata id and by any spelling but an epithet, in one SQL statement each, and one for names that nobody has", async () => {
		const { loaders, reader } = request();
		const withId = corpus.speakers.filter(({ wikidataId }) => wikidataId !== null);
		const ids = withId.map(({ wikidataId }) => wikidataId ?? "");
		expect(
			await Promise.all([...ids, "Q0"].map((id) => loaders.speakerByWikidataId.load(id))),
		).toMatchObject([...withId.map(({ slug }) => ({ slug })), null]);
		const names = corpus.locations.flatMap(({ slug, names: own }) =>
			own.map(({ folded, kind }) => ({ slug, folded, kind })),
		);
		const epithets = names.filter(({ kind }) => kind === "EPITHET");
		const found = await Promise.all(names.map(({ folded }) => loaders.locationByName.load(folded)));
		for (const [index, { slug, kind }] of names.entries())
			if (kind !== "EPITHET") expect(found[index]).toEqual({ slug });
		for (const { folded } of epithets) expect(await loaders.locationByName.load(folded)).toBeNull();
		expect(epithets).not.toEqual([]);
		expect(reader.statementCount).toBe(3);
	});
});

describe("the list loader", () => {
	const scope = "article";
	const query: ListQuery = { ...rootList("Statement", statementOrder("POSITION", "ASC")), scope };

	test("reads the same list of many rows in one SQL statement, and its totals in one more", async () => {
		const { loaders, reader } = request();
		const keys = corpus.articles.map(({ slug }) => slug);
		const pages = await Promise.all(
			keys.map((key) => loaders.lists.page({ query, page: { first: 2 } }, key)),
		);
		expect(reader.statementCount).toBe(1);
		expect(pages).toEqual(await readPages(database, query, { first: 2 }, keys));
		const totals = await Promise.all(keys.map((key) => loaders.lists.total(query, key)));
		expect(reader.statementCount).toBe(2);
		expect(totals).toEqual(await readTotals(database, query, keys));
	});

	test("takes lists for the same that are made anew, and none that differs in anything", async () => {
		const { loaders, reader } = request();
		const [key = ""] = corpus.articles.map(({ slug }) => slug);
		const first = await loaders.lists.page({ query, page: { first: 2 } }, key);
		const again = {
			...query,
			order: statementOrder("POSITION", "ASC"),
			condition: sql`true`,
		};
		expect(
			await loaders.lists.page({ query: again, page: { first: 2, after: null } }, key),
		).toEqual(first);
		expect(reader.statementCount).toBe(1);
		const cursor = first.rows[0]?.cursor;
		const others = [
			[query, { first: 1 }],
			[query, { last: 2 }],
			[query, { first: 2, after: cursor }],
			[query, { first: 2, before: cursor }],
			[{ ...query, condition: sql`s.kind = ${"DIRECT"}::"StatementKind"` }, { first: 2 }],
			[{ ...query, condition: sql`s.kind = ${"INDIRECT"}::"StatementKind"` }, { first: 2 }],
			[{ ...query, order: statementOrder("POSITION", "DESC") }, { first: 2 }],
			[{ ...query, scope: "occasion" }, { first: 2 }],
			[{ ...query, speaker: "putin" }, { first: 2 }],
			[{ ...query, columns: ["slug"] }, { first: 2 }],
			[{ ...query, withoutBehind: true }, { first: 2 }],
			[{ ...query, withoutCursors: true }, { first: 2 }],
		] satisfies [ListQuery, PageArguments][];
		for (const [list, page] of others)
			expect(await loaders.lists.page({ query: list, page }, key)).toEqual(
				(await readPages(database, list, page, [key]))[0],
			);
		expect(reader.statementCount).toBe(1 + others.length);
	});
});
