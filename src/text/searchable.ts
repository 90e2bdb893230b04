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

/** How many different stretches between spaces are remembered. */
const LARGEST_MEMORY = 2 ** 16;
const memory = new Map<string, readonly string[]>();

function wordsOfStretch(stretch: string): readonly string[] {
	const known = memory.get(stretch);
	if (known !== undefined) return known;
	if (memory.size >= LARGEST_MEMORY) memory.clear();
	const words = wordsOf(searchable(stretch).text);
	memory.set(stretch, words);
	return words;
}

/**
 * The words of a text in the spelling of `searchable`, in their order: the same as
 * `wordsOf(searchable(text).text)`, but each stretch between spaces is folded once for all
 * texts that have it.
 */
export function searchableWords(text: string): string[] {
	const words: string[] = [];
	// Each character is folded by itself, so it does not matter what stands behind a space.
	for (const stretch of text.split(" ")) if (stretch !== "") words.push(...wordsOfStretch(stretch));
	return words;
}
