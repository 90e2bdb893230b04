import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { searchable, searchableWords, wordsOf } from "../../src/text/searchable.ts";
import { anyText, arabicText } from "./arbitraries.ts";

describe("searchable", () => {
	test.each([
		["القُوّات الأجنبيّة", "القوات الاجنبيه"],
		["«سوريا»، وروسيا.", " سوريا   وروسيا "],
		["س-400", "س 400"],
		["٢٠١٨ Putin’s", "2018 putin s"],
		["🙂 سلام", "   سلام"],
		["!!!", "   "],
	])("%j is %j", (text, expected) => {
		expect(searchable(text).text).toBe(expected);
	});

	test("keeps every unit of the folded text in its place", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const { text: words, starts, ends } = searchable(text);
				expect(words).toHaveLength(fold(text).length);
				expect([starts.length, ends.length]).toEqual([words.length, words.length]);
				for (const word of wordsOf(words)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
			}),
		);
	});
});

test("wordsOf gives the words in their order", () => {
	expect(wordsOf("  القوات  في سوريا ")).toEqual(["القوات", "في", "سوريا"]);
	expect(wordsOf("   ")).toEqual([]);
});

describe("searchableWords", () => {
	test.each([
		["latin and Arabic", anyText],
		["Arabic", arabicText],
	])("gives the words that the searchable text has: %s", (_name, texts) => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(searchableWords(text)).toEqual(wordsOf(searchable(text).text));
			}),
			{ numRuns: 500 },
		);
	});

	test("gives a stretch that comes again the same words", () => {
		const text = "قال: «س-400» و«س-400»";
		expect(searchableWords(text)).toEqual(["قال", "س", "400", "و", "س", "400"]);
		expect(searchableWords(text)).toEqual(["قال", "س", "400", "و", "س", "400"]);
	});
});
