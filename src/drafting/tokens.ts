import { fold } from "../text/fold.ts";
import type { Range } from "../text/span.ts";
import { paragraphs } from "../text/words.ts";
import { type MarkPair, pairMarks } from "./marks.ts";

/** A word or a punctuation mark of a text; offsets are UTF-16 units. */
export interface Token extends Range {
	/** As it stands in the text; a tatweel by itself as the hyphen that it is written for. */
	readonly text: string;
	/** Folded; a punctuation mark as it is. */
	readonly folded: string;
	readonly isWord: boolean;
	/** The position of its paragraph in the text, from 0. */
	readonly paragraph: number;
	/** The position of its sentence in the text, from 0. A quotation is never cut into sentences. */
	readonly sentence: number;
	/** The position of the outermost quotation that it stands in; -1 outside of all. Marks stand outside. */
	readonly quotation: number;
}

/** A text in words and marks, with its quotations. */
export interface TokenisedText {
	readonly text: string;
	readonly tokens: readonly Token[];
	/** Outermost quotations in reading order: `outer` has the marks, `inner` the words. */
	readonly quotations: readonly Quotation[];
	/** Folded words of the personal names that the text is known to have. */
	readonly names: ReadonlySet<string>;
}

/** A quotation of the text. */
export interface Quotation {
	readonly outer: Range;
	readonly inner: Range;
	/** Positions of the first token inside and of the first one behind it. */
	readonly firstToken: number;
	readonly endToken: number;
}

// Letters, their marks, digits, tatweel and joiners; a point or comma between two digits, a mark of
// percentage behind one, an apostrophe or hyphen between Latin letters belong to the word.
const TOKEN =
	/[\p{L}\p{M}\p{N}\u200c\u200d]+(?:[.,/\u066b\u066c](?=\p{N})[\p{N}]+|['\u2019-](?=\p{Script=Latin})[\p{L}\p{M}]+)*|&(?:quot|nbsp|amp);|[^\s\p{L}\p{M}\p{N}]/gu;
const WORD = /^[\p{L}\p{M}\p{N}]/u;
/** Tatweel by itself, which some write for a dash. */
const LONE_TATWEEL = /^\u0640+$/u;
const HYPHEN = "-";
/** The full stop, the two question marks, the exclamation mark. */
const SENTENCE_END = new Set([".", "?", "\u061f", "!"]);

interface Piece extends Range {
	readonly text: string;
	readonly isWord: boolean;
}

function piecesOf(text: string, { start, end }: Range): Piece[] {
	return [...text.slice(start, end).matchAll(TOKEN)].map(({ index, 0: found }) => {
		const isDash = LONE_TATWEEL.test(found);
		return {
			start: start + index,
			end: start + index + found.length,
			text: isDash ? HYPHEN : found,
			isWord: !isDash && WORD.test(found),
		};
	});
}

/** Whether a sentence ends with this mark: not where another mark of the kind follows or came before. */
function endsSentence(pieces: readonly Piece[], index: number): boolean {
	const piece = pieces[index];
	if (piece === undefined || !SENTENCE_END.has(piece.text)) return false;
	const next = pieces[index + 1];
	const previous = pieces[index - 1];
	if (next !== undefined && next.text === "." && next.start === piece.end) return false;
	return !(piece.text === "." && previous?.text === "." && previous.end === piece.start);
}

/** Whether a closing mark has the end of a sentence before it, and no comma leads on. */
function endsInside(pieces: readonly Piece[], index: number, pairs: readonly MarkPair[]): boolean {
	const piece = pieces[index];
	const before = pieces[index - 1];
	const next = pieces[index + 1];
	if (piece === undefined || before === undefined || !SENTENCE_END.has(before.text)) return false;
	if (!pairs.some(({ outer }) => outer.end === piece.end)) return false;
	return next === undefined || next.isWord;
}

const cache = new Map<string, string>();
const LARGEST_CACHE = 50_000;

function folded(text: string): string {
	let known = cache.get(text);
	if (known === undefined) {
		if (cache.size >= LARGEST_CACHE) cache.clear();
		known = fold(text);
		cache.set(text, known);
	}
	return known;
}

/**
 * Tells of pieces in reading order in which quotation each stands, -1 for none. Outermost pairs do
 * not overlap and stand in reading order, as the pieces do: it is enough to walk along.
 */
function quotationTeller(pairs: readonly MarkPair[]): (piece: Piece) => number {
	let passed = 0;
	return ({ start, end }) => {
		while (passed < pairs.length && (pairs[passed]?.inner.end ?? 0) < end) passed += 1;
		const isInside = (pairs[passed]?.inner.start ?? Number.POSITIVE_INFINITY) <= start;
		return isInside ? passed : -1;
	};
}

/**
 * The first token that begins at an offset or behind it, by halving: a text has many quotations.
 *
 * @returns how many tokens there are where none does
 */
export function positionFrom(tokens: readonly Token[], offset: number): number {
	let low = 0;
	let high = tokens.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** A pair of marks with the positions of the tokens between them. */
function toQuotation({ outer, inner }: MarkPair, tokens: readonly Token[]): Quotation {
	return {
		outer,
		inner,
		firstToken: positionFrom(tokens, inner.start),
		endToken: positionFrom(tokens, inner.end),
	};
}

/**
 * Cuts a text into words and punctuation marks, and tells of each the paragraph, the sentence and
 * the quotation that it stands in.
 *
 * @param names folded words of personal names that are known beforehand
 */
export function tokenise(text: string, names: ReadonlySet<string> = new Set()): TokenisedText {
	const pairs = pairMarks(text);
	const quotationOf = quotationTeller(pairs);
	const tokens: Token[] = [];
	let sentence = 0;
	for (const [paragraph, range] of paragraphs(text).entries()) {
		const pieces = piecesOf(text, range);
		for (const [index, piece] of pieces.entries()) {
			const quotation = quotationOf(piece);
			const asFolded = piece.isWord ? folded(piece.text) : piece.text;
			tokens.push({ ...piece, folded: asFolded, paragraph, sentence, quotation });
			const ends = endsSentence(pieces, index) || endsInside(pieces, index, pairs);
			if (quotation < 0 && ends) sentence += 1;
		}
		sentence += 1;
	}
	return { text, tokens, quotations: pairs.map((pair) => toQuotation(pair, tokens)), names };
}
