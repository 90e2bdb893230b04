import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import type { Reader } from "../../../src/database/database.ts";
import { createEdition } from "../../../src/database/edition.ts";
import { createLoaders } from "../../../src/database/loaders.ts";
import { createDocumentCaches } from "../../../src/server/document-caches.ts";

const LONG = 90_000;
/** More requests than any cache here keeps. */
const MANY = 2000;

describe("keys that lead nowhere", () => {
	const nothing: Reader = { read: async () => [] };
	const NOUNS = ["article", "location", "occasion", "publisher", "speaker"] as const;

	it.each(NOUNS)("are kept while they are short, and not when they are long: %s", async (noun) => {
		const edition = createEdition("v1");
		const { [noun]: loader } = createLoaders(nothing, undefined, edition);
		for (const key of ["short", "x".repeat(200), "x".repeat(201), "x".repeat(LONG)])
			expect(await loader.load(key)).toBeNull();
		expect([...edition.rows[noun].keys()].map(({ length }) => length).toSorted()).toEqual([200, 5]);
	});

	it("are bounded by their length where they are kept as facts", async () => {
		const edition = createEdition("v1");
		const { speakerByWikidataId, locationByWikidataId } = createLoaders(
			nothing,
			undefined,
			edition,
		);
		for (let index = 0; index < MANY; index += 1)
			for (const loader of [speakerByWikidataId, locationByWikidataId])
				await loader.load(`Q${index}${"x".repeat(10_000)}`);
		expect(edition.facts.calculatedSize).toBeLessThanOrEqual(4_000_000);
		expect(edition.facts.size).toBeGreaterThan(100);
	});
});

describe("documents that are asked once each", () => {
	it("are bounded by their length, and so are those that cannot be read", () => {
		const { documentCache, errorCache } = createDocumentCaches();
		const document = parse("{ __typename }");
		for (let index = 0; index < MANY; index += 1) {
			documentCache.set(`${index}${"x".repeat(LONG)}`, document);
			errorCache.set(`${index}${"x".repeat(LONG)}`, new Error());
		}
		expect(documentCache.calculatedSize).toBeLessThanOrEqual(250_000);
		expect(errorCache.calculatedSize).toBeLessThanOrEqual(100_000);
		for (let index = 0; index < MANY; index += 1) documentCache.set(`${index}`, document);
		// Short ones, as clients have them, are all kept.
		expect(documentCache.size).toBeGreaterThanOrEqual(MANY);
	});
});
