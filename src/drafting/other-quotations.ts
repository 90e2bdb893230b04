import { cover } from "../curation/rules/quotations-explained.ts";
import { findQuotations } from "../text/quotations.ts";
import { overlaps, type Range } from "../text/span.ts";
import type { DraftOtherQuotation } from "./draft.ts";
import { readWords } from "./lexicon.ts";
import { isName } from "./quotation-kind.ts";
import { tokensIn } from "./ranges.ts";
import type { Token, TokenisedText } from "./tokens.ts";
import { withoutArticle, withoutConjunction, withoutPreposition } from "./words.ts";

/** Why a quotation is no statement, as far as a rule can tell. */
export type Reason = Exclude<DraftOtherQuotation["reason"], "UNPAIRED_MARK">;

/** A quotation of so many words that nothing explains is taken for a term. */
const LONGEST_TERM = 4;
const events = new Set([...readWords("event-heads")].map(withoutArticle));

/** What no statement has verbatim: what stands between two marks, or a mark without its other half. */
export interface Unexplained {
	/** Between the marks without white space at the ends; or the mark with the words beside it. */
	readonly words: Range;
	readonly isMark: boolean;
}

function trimmed(text: string, { start, end }: Range): Range {
	const words = text.slice(start, end);
	const before = words.length - words.trimStart().length;
	return { start: start + before, end: Math.max(start + before, start + words.trimEnd().length) };
}

/** The stretch between white space that a mark stands in, and the word behind it where it stands alone. */
function besideMark(text: string, offset: number): Range {
	const start = offset - (/\S*$/u.exec(text.slice(0, offset))?.[0].length ?? 0);
	const own = offset + (/^\S*/u.exec(text.slice(offset))?.[0].length ?? 0);
	if (own - start > 1) return { start, end: own };
	return { start, end: own + (/^[^\S\n]+\S+/u.exec(text.slice(own))?.[0].length ?? 0) };
}

/**
 * The quotations of a text that no statement is, as the checker pairs their marks, and the marks
 * without their other half.
 *
 * @param verbatim the words of the text that statements have verbatim
 * @returns in reading order
 */
export function unexplained(text: string, verbatim: readonly Range[]): Unexplained[] {
	const { pairs, unpaired } = findQuotations(text);
	const quotations = pairs
		.filter(({ inner }) => !cover(text, verbatim, inner))
		.map(({ inner }) => ({ words: trimmed(text, inner), isMark: false, at: inner.start }));
	const marks = unpaired.map((at) => ({ words: besideMark(text, at), isMark: true, at }));
	return [...quotations, ...marks]
		.toSorted((a, b) => a.at - b.at)
		.map(({ words, isMark }) => ({ words, isMark }));
}

/** Whether a word is a noun for an event, with all that may be written before it. */
function isEvent(token: Token | undefined): boolean {
	const word = token?.folded ?? "";
	const bare = withoutConjunction(word);
	return [word, bare, withoutPreposition(bare, "l"), withoutPreposition(bare, "b")].some(
		(form) => form !== null && events.has(withoutArticle(form)),
	);
}

/**
 * Why a quotation that no statement is stands between marks, by what stands before it and inside.
 *
 * @param words what stands between the marks
 * @param isKnown whether words are a name of somebody who is known
 * @returns null where no rule tells: it may be a statement after all
 */
export function reasonOf(
	text: TokenisedText,
	words: Range,
	isKnown: (name: string) => boolean = () => false,
): Reason | null {
	const { start, end } = tokensIn(text, words);
	if (isEvent(text.tokens[start - 2])) return "EVENT_TITLE";
	const quotation = text.quotations.find(({ inner }) => overlaps(inner, words));
	const isNamed = quotation !== undefined && isName(text, quotation);
	if (isNamed || isKnown(text.text.slice(words.start, words.end))) return "NAME";
	const count = text.tokens.slice(start, end).filter(({ isWord }) => isWord).length;
	return count <= LONGEST_TERM ? "TERM" : null;
}

/** What is proposed for the quotations of a body that no statement is; what no rule tells is left out. */
export function otherQuotationsOf(
	text: TokenisedText,
	verbatim: readonly Range[],
	isKnown: (name: string) => boolean,
): DraftOtherQuotation[] {
	return unexplained(text.text, verbatim).flatMap(({ words, isMark }): DraftOtherQuotation[] => {
		if (isMark) return [{ words, reason: "UNPAIRED_MARK" }];
		const reason = reasonOf(text, words, isKnown);
		return reason === null ? [] : [{ words, reason }];
	});
}
