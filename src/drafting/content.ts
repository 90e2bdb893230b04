import { contains, type Range } from "../text/span.ts";
import { type Borders, endOfContent } from "./content-end.ts";
import type { Cue } from "./cues/cue.ts";
import { isName } from "./quotation-kind.ts";
import { openedAt } from "./quotations.ts";
import { isComma } from "./sentence.ts";
import type { TokenisedText } from "./tokens.ts";
import { grammar } from "./words.ts";

/** What was said, in tokens and in the text, and how much of it is quoted. */
export interface Content {
	readonly kind: "DIRECT" | "INDIRECT" | "MIXED";
	/** Tokens, half open. */
	readonly start: number;
	readonly end: number;
	/** UTF-16 units of the text; for DIRECT without the marks. */
	readonly range: Range;
	/** The quoted words inside, without their marks. */
	readonly quotes: readonly Range[];
}

/** In tokens. */
const LONG_QUOTATION = 6;
const TRAILING = /^[.,:;\u060c\u061b\u2026!?\u061f\-\u2013\u2014]$/u;

/** The end of a content without the marks at it. */
function trimmed({ tokens }: TokenisedText, start: number, end: number): number {
	let last = end;
	while (last > start + 1 && TRAILING.test(tokens[last - 1]?.text ?? "")) last -= 1;
	return last;
}

function rangeOf({ tokens }: TokenisedText, start: number, end: number): Range {
	return { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}

/** A range without the white space at its ends. */
function tightened(text: string, { start, end }: Range): Range {
	const words = text.slice(start, end);
	return {
		start: start + (words.length - words.trimStart().length),
		end: end - (words.length - words.trimEnd().length),
	};
}

/** The content that is all between the marks that open at a position; null where none do. */
function directFrom(text: TokenisedText, index: number): Content | null {
	const quotation = openedAt(text, index);
	if (quotation === undefined) return null;
	const range = tightened(text.text, quotation.inner);
	return {
		kind: "DIRECT",
		start: quotation.firstToken,
		end: quotation.endToken,
		range,
		quotes: [range],
	};
}

/** Whether a token stands before what is reported and is no part of it: a colon, a comma, "that". */
function isLeading(text: TokenisedText, index: number, cue: Cue): boolean {
	const token = text.tokens[index];
	if (token === undefined) return false;
	if (token.text === ":" || token.text === "-") return true;
	return cue.opening === "BEFORE" && (isComma(token) || grammar.that.has(token.folded));
}

/** Whether a quotation right behind the cue is all that is reported: a long one always is. */
function isWhole(text: TokenisedText, direct: Content, end: number): boolean {
	if (direct.end + 1 >= end || isComma(text.tokens[direct.end + 1])) return true;
	return direct.end - direct.start >= LONG_QUOTATION;
}

/** The position of the first token of what is reported: past the colon, the comma, "that". */
function startOf(text: TokenisedText, cue: Cue): number {
	let start = cue.content;
	while (isLeading(text, start, cue)) start += 1;
	return start;
}

/** What is said where it is one quotation, of somebody's words and not of a name. */
function wholeQuotation(text: TokenisedText, start: number, end: number): Content | null {
	const opened = openedAt(text, start);
	if (opened === undefined || isName(text, opened)) return null;
	const direct = directFrom(text, start);
	return direct !== null && isWhole(text, direct, end) ? direct : null;
}

/** The quotations of somebody's words inside of a range of the text, without their marks. */
function quotesIn(text: TokenisedText, range: Range): Range[] {
	return text.quotations
		.filter(({ outer }) => contains(range, outer))
		.filter((quotation) => !isName(text, quotation))
		.map(({ inner }) => tightened(text.text, inner));
}

/**
 * Finds where the content of a cue ends: with the sentence, or before that where another cue goes
 * on, where a source is credited, or where a comma leads back to the journalist's own words.
 *
 * @returns null where nothing is left
 */
export function contentOf(text: TokenisedText, cue: Cue, borders: Borders): Content | null {
	if (cue.opening === "QUOTATION") return directFrom(text, cue.content - 1);
	const start = startOf(text, cue);
	if (start >= text.tokens.length) return null;
	const end = trimmed(text, start, endOfContent(text, start, cue, borders));
	if (end <= start) return null;
	const whole = wholeQuotation(text, start, end);
	if (whole !== null) return whole;
	const range = rangeOf(text, start, end);
	if (cue.opening === "COLON") return { kind: "DIRECT", start, end, range, quotes: [range] };
	const quotes = quotesIn(text, range);
	return { kind: quotes.length > 0 ? "MIXED" : "INDIRECT", start, end, range, quotes };
}
