import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findForbidden } from "../../src/text/controls.ts";
import { arabicText } from "./arbitraries.ts";

const FORBIDDEN = [
	["\ufeff", "U+FEFF", "a byte order mark"],
	["\r", "U+000D", "a carriage return; lines end with a line feed"],
	["\u061c", "U+061C", "a bidirectional control character"],
	["\u200e", "U+200E", "a bidirectional control character"],
	["\u200f", "U+200F", "a bidirectional control character"],
	["\u202a", "U+202A", "a bidirectional control character"],
	["\u202e", "U+202E", "a bidirectional control character"],
	["\u2066", "U+2066", "a bidirectional control character"],
	["\u2069", "U+2069", "a bidirectional control character"],
	["\u0000", "U+0000", "a control character"],
	["\u000b", "U+000B", "a control character"],
	["\u001b", "U+001B", "a control character"],
	["\u007f", "U+007F", "a control character"],
	["\u0085", "U+0085", "a control character"],
	["\ud83d", "U+D83D", "half of a surrogate pair"],
	["\udfff", "U+DFFF", "half of a surrogate pair"],
] as const;

const clean = arabicText.map((text) => text.replaceAll("\u200f", ""));

describe("findForbidden", () => {
	it.each(FORBIDDEN)("finds %j and calls it %s, %s", (character, codePoint, what) => {
		expect(findForbidden(`قال${character}نعم`)).toEqual([{ offset: 3, codePoint, what }]);
	});

	it("allows tabs, line feeds and no-break spaces", () => {
		expect(findForbidden("قال:\tنعم\nلا\u00a0بأس")).toEqual([]);
	});

	it("allows joiners, which Persian words and emoji need", () => {
		expect(findForbidden("می\u200cخواهد 👨\u200d👩\u200d👧\u200d👦")).toEqual([]);
	});

	it("allows both halves of a surrogate pair in their order only", () => {
		expect(findForbidden("\ud83d\ude00")).toEqual([]);
		expect(findForbidden("\ude00\ud83d").map(({ offset }) => offset)).toEqual([0, 1]);
		expect(findForbidden("\ud83d\ud83d\ude00").map(({ offset }) => offset)).toEqual([0]);
	});

	it("allows what a news text is made of", () => {
		fc.assert(
			fc.property(clean, (text) => {
				expect(findForbidden(text)).toEqual([]);
			}),
		);
	});

	it("tells a carriage return before each line feed", () => {
		expect(findForbidden("نعم\r\nلا\r\n").map(({ offset }) => offset)).toEqual([3, 7]);
	});

	it("tells all of them in reading order, of whatever kind", () => {
		const found = findForbidden("\ufeffقال\u202eنعم\u0007\u200f\r");
		expect(found.map(({ codePoint }) => codePoint)).toEqual([
			"U+FEFF",
			"U+202E",
			"U+0007",
			"U+200F",
			"U+000D",
		]);
	});

	it("counts in units after an emoji", () => {
		expect(findForbidden("🎉\u200f").map(({ offset }) => offset)).toEqual([2]);
	});

	it("finds one wherever it is put", () => {
		const places = fc.tuple(clean, clean, fc.constantFrom(...FORBIDDEN));
		fc.assert(
			fc.property(places, ([lead, rest, [character, codePoint]]) => {
				const found = findForbidden(lead + character + rest);
				expect(found).toMatchObject([{ offset: lead.length, codePoint }]);
			}),
		);
	});
});
