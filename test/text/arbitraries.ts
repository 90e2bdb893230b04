import fc from "fast-check";
import type { Range } from "../../src/text/span.ts";

const LETTERS = [..."ابتثدرسعقلمنهويءأإآٱؤئىةکی"];
const MARKS = ["\u064b", "\u064e", "\u0651", "\u0654", "\u0670"];
const SPACES = [" ", "  ", "\u00a0", "\n", "\n\n"];
const DIGITS = [..."7٣۴"];
const LATIN = [..."aRt"];
const PUNCTUATION = [..."،.:!؟"];

/** One character outside the BMP, one of two letters, one with a mark, and a family joined of four. */
export const EMOJI = ["🎉", "🇸🇾", "❤\ufe0f", "👨\u200d👩\u200d👧\u200d👦"];

/** Every mark that opens or closes a quotation. */
export const QUOTATION_MARKS = [...'«»‹›“”„‘’"'];

/** What a news text is made of, with all that makes one hard to count in. */
export const arabicText = fc.string({
	unit: fc.oneof(
		{ weight: 8, arbitrary: fc.constantFrom(...LETTERS) },
		{ weight: 2, arbitrary: fc.constantFrom(...MARKS) },
		{ weight: 2, arbitrary: fc.constantFrom(...SPACES) },
		fc.constantFrom("\u0640", "\u200c", "\u200f"),
		fc.constantFrom(...DIGITS),
		fc.constantFrom(...LATIN),
		fc.constantFrom(...PUNCTUATION),
		fc.constantFrom(...EMOJI),
	),
	maxLength: 40,
	size: "medium",
});

/** Any text of whole code points, from all of Unicode. */
export const anyText = fc.string({ unit: "binary", maxLength: 30, size: "medium" });

/** A text and a stretch of it between two of the given borders. */
export function withRange(
	texts: fc.Arbitrary<string>,
	bordersOf: (text: string) => readonly number[],
): fc.Arbitrary<{ text: string; range: Range }> {
	return texts.chain((text) => {
		const borders = bordersOf(text);
		const border = fc.nat({ max: borders.length - 1 }).map((index) => borders[index] ?? 0);
		return fc.tuple(border, border).map(([one, other]) => ({
			text,
			range: { start: Math.min(one, other), end: Math.max(one, other) },
		}));
	});
}

/** Where the given parts of a text begin and end. */
export function bordersOf(parts: Iterable<string>): number[] {
	const borders = [0];
	for (const part of parts) borders.push((borders.at(-1) ?? 0) + part.length);
	return borders;
}

/** The words at some ranges of a text. */
export function cut(text: string, ranges: readonly Range[]): string[] {
	return ranges.map(({ start, end }) => text.slice(start, end));
}
