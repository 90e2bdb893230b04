import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Range } from "../../src/text/span.ts";
import { findWords, lineAndColumn, paragraphs, splitsWord } from "../../src/text/words.ts";
import { arabicText, bordersOf, cut } from "./arbitraries.ts";

const starts = (ranges: readonly Range[]) => ranges.map(({ start }) => start);

/** Words of which some begin or end like others. */
const VOCABULARY = ["سور", "سوريا", "وسوريا", "سوريَا", "سوريـا", "٣", "٣٠", "🎉", "RT"];
const token = fc.constantFrom(...VOCABULARY);
const gap = fc.constantFrom(" ", "\u00a0", "  ", "\n", "، ", ". ", " «");

/** A text of known words and gaps, and a run of its words to look for. */
const textAndWords = fc
	.array(fc.tuple(token, gap), { minLength: 1, maxLength: 12 })
	.chain((tokens) =>
		fc
			.tuple(fc.nat({ max: tokens.length - 1 }), fc.integer({ min: 1, max: 3 }))
			.map(([first, length]) => ({ tokens, wanted: tokens.slice(first, first + length) })),
	);
type Token = readonly [word: string, gap: string];

/** Where a run of words stands in a list of them, parted by white space only. */
function placesOf(tokens: readonly Token[], wanted: readonly Token[]): number[] {
	const borders = bordersOf(tokens.map(([word, space]) => word + space));
	return tokens.flatMap((_, first) => {
		const run = tokens.slice(first, first + wanted.length);
		const same =
			run.length === wanted.length && run.every(([word], index) => word === wanted[index]?.[0]);
		const apart = run.slice(0, -1).every(([, space]) => space.trim() === "");
		return same && apart ? [borders[first] ?? -1] : [];
	});
}

describe("findWords", () => {
	it("finds every place, in reading order", () => {
		const text = "موسكو تنفي، وتقول موسكو: نعم";
		expect(findWords(text, { exact: "موسكو" })).toEqual([
			{ start: 0, end: 5 },
			{ start: 18, end: 23 },
		]);
	});

	it("does not find a word inside a longer one", () => {
		expect(findWords("السوريون وسوريا", { exact: "سوريا" })).toEqual([]);
	});

	it("does not find a word that has a haraka or tatweel more", () => {
		expect(findWords("سورياً وسوريـا", { exact: "سوريا" })).toEqual([]);
		expect(findWords("دمشـق", { exact: "دمش" })).toEqual([]);
	});

	it("does not find a number inside a longer one", () => {
		expect(starts(findWords("٣٠ و 30 و ٣", { exact: "٣" }))).toEqual([10]);
	});

	it("does not find half of a word that is typed with a zero width non-joiner", () => {
		expect(findWords("او می\u200cخواهد", { exact: "می" })).toEqual([]);
		expect(findWords("او می\u200cخواهد", { exact: "خواهد" })).toEqual([]);
	});

	it("does not find a letter without the joiner that gives it its shape", () => {
		expect(findWords("سنة ١٤٤٧ ه\u200d", { exact: "ه" })).toEqual([]);
	});

	it("does not find half of a word in letters outside the BMP", () => {
		expect(findWords("𝐒𝐘𝐑", { exact: "𝐒𝐘" })).toEqual([]);
		expect(findWords("𝐒𝐘𝐑", { exact: "𝐘𝐑" })).toEqual([]);
	});

	it("finds words that a mark or a full stop is glued to", () => {
		const text = 'قالوا:"نرحب بالقرار".وأضافوا';
		expect(cut(text, findWords(text, { exact: "نرحب بالقرار" }))).toEqual(["نرحب بالقرار"]);
		expect(cut(text, findWords(text, { exact: "وأضافوا" }))).toEqual(["وأضافوا"]);
	});

	it("lets a space stand for a no-break space, a doubled one and a line break", () => {
		const text = "بحر قزوين، بحر\u00a0قزوين، بحر  قزوين، بحر\nقزوين";
		expect(findWords(text, { exact: "بحر قزوين" })).toHaveLength(4);
	});

	it("lets a line break in the words stand for a space, and drops white space round them", () => {
		expect(findWords("بحر قزوين", { exact: "\n بحر\nقزوين " })).toEqual([{ start: 0, end: 9 }]);
	});

	it("takes other spellings for other words", () => {
		expect(findWords("الى الامام", { exact: "إلى" })).toEqual([]);
	});

	it("takes the signs of regular expressions as they are", () => {
		const text = "موقع (24)، لا [24] ولا a24a";
		expect(cut(text, findWords(text, { exact: "(24)" }))).toEqual(["(24)"]);
		expect(findWords(text, { exact: ".24." })).toEqual([]);
	});

	it("finds places that share words", () => {
		expect(starts(findWords("نعم نعم نعم", { exact: "نعم نعم" }))).toEqual([0, 4]);
	});

	it("finds words that begin with an emoji, once each", () => {
		expect(starts(findWords("🎉 فوز ثم 🎉 فوز", { exact: "🎉 فوز" }))).toEqual([0, 10]);
	});

	it("finds nothing for words without a visible character", () => {
		expect(findWords("لا شيء", { exact: " \u00a0" })).toEqual([]);
		expect(findWords("لا شيء", { exact: "" })).toEqual([]);
	});

	it("lets the words right before tell which place is meant", () => {
		const text = "قال بوتين، وردّ\u00a0بوتين";
		expect(starts(findWords(text, { exact: "بوتين", prefix: "وردّ" }))).toEqual([16]);
		expect(findWords(text, { exact: "بوتين", prefix: "زار" })).toEqual([]);
	});

	it("lets the words right after tell which place is meant", () => {
		const text = "بوتين: نعم. بوتين؛ لا";
		expect(starts(findWords(text, { exact: "بوتين", suffix: "؛  لا" }))).toEqual([12]);
		expect(findWords(text, { exact: "بوتين", suffix: "لا" })).toEqual([]);
	});

	it("needs both the words before and the words after, when both are given", () => {
		const text = "أ نعم ب، ج نعم ب، أ نعم د";
		expect(starts(findWords(text, { exact: "نعم", prefix: "أ", suffix: "ب" }))).toEqual([2]);
	});

	it("finds exactly the places where the words stand whole", () => {
		fc.assert(
			fc.property(textAndWords, ({ tokens, wanted }) => {
				const text = tokens.flat().join("");
				const exact = wanted.map(([word]) => word).join(" ");
				const found = findWords(text, { exact });
				expect(starts(found)).toEqual(placesOf(tokens, wanted));
				for (const words of cut(text, found)) expect(words.replace(/\s+/gu, " ")).toBe(exact);
			}),
		);
	});
});

describe("splitsWord", () => {
	it("is true between two letters, and between a letter and its haraka", () => {
		expect(splitsWord("بل", 1)).toBe(true);
		expect(splitsWord("بَل", 1)).toBe(true);
	});

	it("is false beside white space, marks and the ends of a text", () => {
		expect([0, 1, 2, 3, 4].map((offset) => splitsWord("و «ب", offset))).not.toContain(true);
	});
});

describe("paragraphs", () => {
	it("are the lines that are not blank, without the white space round them", () => {
		const text = "\nأول \n\u00a0\n\n  ثانٍ\n";
		expect(paragraphs(text)).toEqual([
			{ start: 1, end: 4 },
			{ start: 11, end: 15 },
		]);
	});

	it("leave out nothing but white space", () => {
		fc.assert(
			fc.property(arabicText, (text) => {
				const found = cut(text, paragraphs(text));
				expect(found).toEqual(found.map((line) => line.trim()).filter((line) => line !== ""));
				expect(found.join("\n")).not.toContain("\n\n");
				expect(found.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
			}),
		);
	});
});

describe("lineAndColumn", () => {
	it("counts lines and columns from 1", () => {
		expect(lineAndColumn("نعم\nلا", 0)).toEqual({ line: 1, column: 1 });
		expect(lineAndColumn("نعم\nلا", 5)).toEqual({ line: 2, column: 2 });
	});

	it("counts an offset on a line break to the line that ends there", () => {
		expect(lineAndColumn("نعم\nلا", 3)).toEqual({ line: 1, column: 4 });
	});

	it("counts an emoji as two columns", () => {
		expect(lineAndColumn("🎉لا", 2)).toEqual({ line: 1, column: 3 });
	});

	it("leads back to the offset", () => {
		fc.assert(
			fc.property(arabicText, fc.nat(), (text, seed) => {
				const offset = seed % (text.length + 1);
				const { line, column } = lineAndColumn(text, offset);
				const above = text.split("\n").slice(0, line - 1);
				expect(above.reduce((sum, { length }) => sum + length + 1, column - 1)).toBe(offset);
			}),
		);
	});
});
