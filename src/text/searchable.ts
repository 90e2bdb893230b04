import { type FoldedText, foldWithMap } from "./fold.ts";

// What is neither a letter nor a number; folding has dropped the marks.
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/**
 * A text as search reads it: folded, and with a space for every UTF-16 unit that is
 * no part of a word, so that no database finds another border of a word than this.
 *
 * @returns the text; both maps count UTF-16 units, as those of `foldWithMap` do
 */
export function searchable(text: string): FoldedText {
	const folded = foldWithMap(text);
	return {
		...folded,
		text: folded.text.replace(BETWEEN_WORDS, (between) => " ".repeat(between.length)),
	};
}

/** The words of a text that `searchable` has made, in their order. */
export function wordsOf(searchableText: string): string[] {
	return searchableText.split(" ").filter((word) => word !== "");
}
