import { readWords } from "../lexicon.ts";
import type { Line } from "./line.ts";

/** So many lines in a row that look like headlines are other articles' headlines. */
const SHORTEST_LIST = 3;
/** Other articles' headlines have so many words on average, and items of an article may have less. */
const LEAST_WORDS = 4;

const listOpeners = readWords("list-openers");

function announcesList(line: Line | undefined): boolean {
	if (line === undefined) return false;
	const lastWords = line.tokens.slice(-SHORTEST_LIST);
	return line.shape.hasColon || lastWords.some(({ word }) => listOpeners.has(word));
}

function isLatin(line: Line): boolean {
	return !/\p{Script=Arabic}/u.test(line.text);
}

/**
 * Whether the lines between the last sentence of an article and what ends it belong to the
 * article: a list that the sentence before announces, a numbered list, a line or two without
 * a full stop. Several lines that look like headlines do not, where the page has furniture.
 *
 * @param last the last sentence
 * @param tail the lines behind it
 * @param isPlain whether the page shows no furniture
 * @param endsWithSource whether a source line ends the article: it stands right behind the body
 */
export function tailIsBody(
	last: Line | undefined,
	tail: readonly Line[],
	isPlain: boolean,
	endsWithSource: boolean,
): boolean {
	if (tail.length === 0 || announcesList(last)) return true;
	if (tail.every(({ shape }) => shape.bullet === "number")) return true;
	const words = tail.reduce((sum, { shape }) => sum + shape.words, 0) / tail.length;
	const bulleted = tail.filter(({ shape }) => shape.bullet === "mark").length;
	if (bulleted === tail.length) return bulleted < SHORTEST_LIST || words < LEAST_WORDS;
	if (isPlain || endsWithSource) return true;
	if (tail.every(isLatin)) return false;
	return tail.length < SHORTEST_LIST && words >= LEAST_WORDS;
}
