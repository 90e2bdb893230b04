import { openedAt } from "../quotations.ts";
import { DASH, isPlainComma } from "../sentence.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import { grammar, hasArticle, isNisba, nouns } from "../words.ts";
import { isApposition } from "./apposition.ts";
import { isGivenName } from "./given-name.ts";
import { isBodyHead, isTitle } from "./heads.ts";
import { endsMention } from "./mention-end.ts";
import { behindOutlet } from "./outlet.ts";
import { findPersonName } from "./person-name.ts";
import type { Stretch } from "./stretch.ts";

/** In tokens. */
const LONGEST = 22;
const OPENING_BRACKET = "(";
const CLOSING_BRACKET = ")";

/** The position behind an adverb, or behind the outlet that he spoke to; the position itself where there is none. */
function behindAdverb(text: TokenisedText, index: number, to: number): number {
	if (index >= to) return index;
	const word = text.tokens[index]?.folded ?? "";
	if (grammar.adverbBefore.has(word)) return index + 1;
	const next = text.tokens[index + 1]?.folded ?? "";
	if (grammar.adverbBefore.has(`${word} ${next}`)) return index + 2;
	return behindOutlet(text, index, to) ?? index;
}

/** Words before the speaker: by his part, also, already; the outlet that he spoke to. */
function skipAdverbs(text: TokenisedText, from: number, to: number): number {
	let index = from;
	for (;;) {
		const behind = behindAdverb(text, index, to);
		if (behind > index) index = behind;
		else if (index > from && isPlainComma(text.tokens[index])) index += 1;
		else return index;
	}
}

/** The position behind what stands in brackets or between dashes from a position on; null where nothing closes it. */
function closedBy(text: TokenisedText, index: number, to: number, closing: string): number | null {
	for (let end = index + 1; end < Math.min(to, index + LONGEST); end += 1)
		if (text.tokens[end]?.text === closing) return end + 1;
	return null;
}

/** The position behind a dash: behind what two of them enclose, or within a name in two parts. */
function behindDash(text: TokenisedText, index: number, to: number): number | null {
	if (grammar.relative.has(text.tokens[index + 1]?.folded ?? "")) return null;
	const closed = closedBy(text, index, to, DASH);
	if (closed !== null) return closed;
	return isGivenName(text.tokens[index - 1]) ? index + 2 : null;
}

/** The position behind a mark, with all that it encloses; null where the mention ends with it. */
function behindMark(text: TokenisedText, start: number, index: number, to: number): number | null {
	const token = text.tokens[index];
	const quotation = openedAt(text, index);
	if (quotation !== undefined) return quotation.endToken + 1;
	if (token?.text === OPENING_BRACKET) return closedBy(text, index, to, CLOSING_BRACKET);
	if (token?.text === DASH) return behindDash(text, index, to);
	if (isPlainComma(token)) return isApposition(text, start, index, to) ? index + 1 : null;
	const isInitial = token?.text === "." && text.tokens[index - 1]?.text.length === 1;
	return isInitial ? index + 1 : null;
}

/** One step of the walk: the next position, or null where the mention has ended. */
function step(text: TokenisedText, start: number, index: number, to: number): number | null {
	const token = text.tokens[index];
	if (token === undefined || index >= to) return null;
	if (!token.isWord) return behindMark(text, start, index, to);
	return endsMention(text, start, index, to) ? null : index + 1;
}

/** Whether a mention can begin at a position: with a word, or with a name between marks. */
function canBegin(text: TokenisedText, start: number, to: number): boolean {
	const first = text.tokens[start];
	if (first === undefined || start >= to) return false;
	return first.isWord ? !endsMention(text, start, start, to) : openedAt(text, start) !== undefined;
}

/**
 * The words by which a text points at who speaks, between a reporting word and the content: the
 * noun phrase right behind it, with a title before or behind the name.
 *
 * @param from the first token behind the reporting word
 * @param to the first token of what begins the content
 * @returns null where the phrase is left out, as the subject goes on
 */
export function mentionIn(text: TokenisedText, from: number, to: number): Stretch | null {
	const start = skipAdverbs(text, from, to);
	if (!canBegin(text, start, to)) return null;
	let end = start;
	while (end - start < LONGEST) {
		const next = step(text, start, end, to);
		if (next === null) break;
		end = next;
	}
	while (end > start && isPlainComma(text.tokens[end - 1])) end -= 1;
	return end > start ? { start, end } : null;
}

/** The position behind an office and what it is of: one word with the article, and the adjective of a country. */
function endOfTitle({ tokens }: TokenisedText, start: number, end: number): number {
	let last = start + 1;
	if (last < end && hasArticle(tokens[last]?.folded ?? "")) last += 1;
	while (last < end && nouns.nationality.has(tokens[last]?.folded ?? "")) last += 1;
	return last;
}

/** Whether a word says from where a body is, or, before another word, has the form of such an adjective. */
function isAdjective(token: Token | undefined, isBeforeOther: boolean): boolean {
	const word = token?.folded ?? "";
	return nouns.nationality.has(word) || (isBeforeOther && isNisba(word));
}

/** The position behind a noun and the adjective of its country; behind the name of a body one word more. */
function endOfNoun(text: TokenisedText, { start, end }: Stretch): number {
	const head = text.tokens[start];
	if (head === undefined) return start;
	const isDefinite = hasArticle(head.folded);
	const second = text.tokens[start + 1]?.folded ?? "";
	if (start + 2 <= end && nouns.country.has(`${head.folded} ${second}`)) return start + 2;
	if (!isDefinite && isTitle(head)) return endOfTitle(text, start, end);
	if (!isDefinite && !isBodyHead(head)) return start + 1;
	let last = start + 1;
	while (last < end && isAdjective(text.tokens[last], last + 1 < end)) last += 1;
	return isDefinite ? last : Math.max(last, Math.min(end, start + 2));
}

/** Whether a mention ends with a name between marks. */
function endsWithMarks(text: TokenisedText, { start, end }: Stretch): boolean {
	return text.quotations.some(
		({ firstToken, endToken }) => endToken === end - 1 && firstToken > start,
	);
}

/**
 * Like {@link mentionIn}, for verbs whose object is a noun of any kind: as few words as can be
 * who speaks. A title with its name, a noun with the adjective of its country, or one word.
 */
export function briefMentionIn(text: TokenisedText, from: number, to: number): Stretch | null {
	const mention = mentionIn(text, from, to);
	if (mention === null) return null;
	const words = text.tokens.slice(mention.start, mention.end);
	const name = findPersonName(words);
	if (name !== null && (isTitle(words[0]) || name.start === 0))
		return { start: mention.start, end: mention.start + name.end };
	if (isTitle(words[0]) && endsWithMarks(text, mention)) return mention;
	return { start: mention.start, end: endOfNoun(text, mention) };
}
