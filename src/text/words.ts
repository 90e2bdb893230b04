import { escapePattern } from "./pattern.ts";
import type { Range } from "./span.ts";

/**
 * Words to be found in a text: the words themselves and, where they stand more
 * than once, the words right before or after them (the TextQuoteSelector of the
 * W3C Web Annotation Data Model).
 */
export interface WordsSelector {
	readonly exact: string;
	readonly prefix?: string | undefined;
	readonly suffix?: string | undefined;
}

// Letters (tatweel is one), their marks, numbers, and the joiners that stand inside Persian words.
const WORD_CHARACTER = "[\\p{L}\\p{M}\\p{N}\\u200c\\u200d]";
const INSIDE_WORD = new RegExp(`(?<=${WORD_CHARACTER})(?=${WORD_CHARACTER})`, "uy");

/** Whether an offset would cut a word in two. */
export function splitsWord(text: string, offset: number): boolean {
	INSIDE_WORD.lastIndex = offset;
	return INSIDE_WORD.test(text);
}

function patternOf(words: string): string {
	return words
		.split(/\s+/u)
		.filter((part) => part !== "")
		.map(escapePattern)
		.join("\\s+");
}

/**
 * Every place where the given words stand in a text, as whole words. Any white
 * space in the words matches any white space in the text, so that a line break, a
 * no-break space or a doubled space need not be typed; all else must be equal.
 *
 * @returns the ranges of `exact` in reading order; none for words without a visible character
 */
export function findWords(text: string, words: WordsSelector): Range[] {
	const exact = patternOf(words.exact);
	if (exact === "") return [];
	const prefix = words.prefix ? `(?<=${patternOf(words.prefix)}\\s*)` : "";
	const suffix = words.suffix ? `(?=\\s*${patternOf(words.suffix)})` : "";
	const pattern = new RegExp(`${prefix}${exact}${suffix}`, "gu");
	const found: Range[] = [];
	for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
		const range = { start: match.index, end: match.index + match[0].length };
		if (!splitsWord(text, range.start) && !splitsWord(text, range.end)) found.push(range);
		// Past a whole code point: from inside one the search would go back to where it was.
		pattern.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
	}
	return found;
}

/** The paragraphs of a text: its lines that are not blank, without white space round them. */
export function paragraphs(text: string): Range[] {
	const found: Range[] = [];
	for (const match of text.matchAll(/[^\n]+/g)) {
		const line = match[0];
		if (line.trim() === "") continue;
		const start = match.index + (line.length - line.trimStart().length);
		found.push({ start, end: start + line.trim().length });
	}
	return found;
}

/** Line and column of an offset, both from 1; the column counts UTF-16 units. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
	const lines = text.slice(0, offset).split("\n");
	return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
