import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { BadRequest } from "../../src/database/bad-request.ts";
import { countingReader, type Database } from "../../src/database/database.ts";
import { encodeGlobalId } from "../../src/database/global-id.ts";
import { createReferences, type ReferenceType } from "../../src/database/references.ts";
import { corpusDatabase, realCorpus } from "../support/database.ts";

let database: Database;
beforeAll(async () => {
	database = await corpusDatabase();
});

describe("createReferences", () => {
	test("takes slugs, global ids and Wikidata ids, and keeps their order", async () => {
		const references = createReferences(database);
		const mixed = [
			"erdogan",
			"Q7747",
			encodeGlobalId("Speaker", "kremlin"),
			"erdogan",
			encodeGlobalId("Speaker", "putin"),
		];
		expect(await references.resolve("Speaker", mixed)).toEqual([
			"erdogan",
			"putin",
			"kremlin",
			"erdogan",
			"putin",
		]);
		expect(await references.resolve("Location", ["Q858", "syria"])).toEqual(["syria", "syria"]);
		expect(await references.resolve("Location", [])).toEqual([]);
	});

	test("finds every row of every noun by slug and by global id", async () => {
		const corpus = await realCorpus();
		const references = createReferences(database);
		const slugs = {
			Article: corpus.articles.map(({ slug }) => slug),
			Statement: corpus.articles.flatMap(({ statements }) => statements.map(({ slug }) => slug)),
			Speaker: corpus.speakers.map(({ slug }) => slug),
			Location: corpus.locations.map(({ slug }) => slug),
			Occasion: corpus.occasions.map(({ slug }) => slug),
			Publisher: corpus.publishers.map(({ slug }) => slug),
		} as const;
		for (const type of Object.keys(slugs) as (keyof typeof slugs)[]) {
			expect(await references.resolve(type, slugs[type])).toEqual(slugs[type]);
			const ids = slugs[type].map((slug) => encodeGlobalId(type, slug));
			expect(await references.resolve(type, ids)).toEqual(slugs[type]);
		}
	});

	test("asks in one SQL statement a noun, and remembers the answers", async () => {
		const reader = countingReader(database);
		const references = createReferences(reader);
		await Promise.all([
			references.resolve("Speaker", ["putin", "Q7747"]),
			references.resolve("Speaker", ["erdogan"]),
			references.resolve("Location", ["syria"]),
		]);
		expect(reader.statementCount).toBe(2);
		await references.resolve("Speaker", ["erdogan", "putin"]);
		expect(reader.statementCount).toBe(2);
	});

	test("asks once more for the message, however many are unknown", async () => {
		const reader = countingReader(database);
		const unknown = Array.from({ length: 50 }, (_, index) => `nobody-${index}`);
		const resolving = createReferences(reader).resolve("Speaker", ["putin", ...unknown]);
		await expect(resolving).rejects.toThrow(/found "nobody-0"/);
		expect(reader.statementCount).toBe(2);
	});

	test.each<[ReferenceType, string, string]>([
		[
			"Speaker",
			"putn",
			'expected a slug, an id or a Wikidata id of a known speaker, found "putn"; did you mean putin?',
		],
		["Location", "Q1", 'expected a slug, an id or a Wikidata id of a known location, found "Q1"'],
		["Article", "none", 'expected a slug or an id of a known article, found "none"'],
		[
			"Occasion",
			"trump-briefing",
			'expected a slug or an id of a known occasion, found "trump-briefing"; did you mean trump-briefing-2026?',
		],
		[
			"Publisher",
			"rt-arabi",
			'expected a slug or an id of a known publisher, found "rt-arabi"; did you mean rt-arabic?',
		],
		["Speaker", "", 'expected a slug, an id or a Wikidata id of a known speaker, found ""'],
	])("refuses an unknown %s %s, with what is near", async (type, reference, message) => {
		await expect(createReferences(database).resolve(type, [reference])).rejects.toThrow(
			new BadRequest(message),
		);
	});

	test("refuses the global id of another noun, even where the slug is one of this noun too", async () => {
		const slug = "putin-al-sharaa-meeting-2026";
		const id = encodeGlobalId("Article", slug);
		const references = createReferences(database);
		expect(await references.resolve("Article", [id])).toEqual([slug]);
		expect(await references.resolve("Occasion", [slug])).toEqual([slug]);
		for (const type of ["Occasion", "Speaker", "Publisher"] as const)
			await expect(references.resolve(type, [id]), type).rejects.toThrow(BadRequest);
	});

	test("does not take Wikidata ids for nouns that have none", async () => {
		await expect(createReferences(database).resolve("Article", ["Q7747"])).rejects.toThrow(
			BadRequest,
		);
	});

	test("shows only the beginning of a long reference", async () => {
		const resolving = createReferences(database).resolve("Speaker", ["x".repeat(5000)]);
		await expect(resolving).rejects.toThrow(new RegExp(`found "${"x".repeat(80)}"$`));
	});

	test("gives a slug or a BadRequest for any text", async () => {
		const references = createReferences(database);
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: "binary" }), fc.string(), async (text, start) => {
				for (const reference of [text, start + String.fromCharCode(0xd800), `${start}\0`])
					await expect(references.resolve("Location", [reference])).rejects.toThrow(BadRequest);
			}),
			{ numRuns: 50 },
		);
	});
});
