import { ARTICLE } from "../letters.ts";
import { isPlainComma } from "../sentence.ts";
import type { Token } from "../tokens.ts";
import { bareWord, grammar, nouns, withoutArticle, withoutPreposition } from "../words.ts";
import type { Entity } from "./entities.ts";
import { isTitle } from "./heads.ts";

/** His, her, their counterpart: nadhiruhu. */
const COUNTERPART = /^\u0648?\u0646\u0638\u064a\u0631/u;
/** In words. */
const LONGEST_TITLE = 12;

/** Whether a noun for an office stands for a counterpart, whose office is that of somebody else. */
export function isCounterpart(word: string): boolean {
	return COUNTERPART.test(word);
}

/** The noun of an office with "for" or "with" attached to it, without them; null for all else. */
function attachedTitle(word: string): string | null {
	const noun = withoutArticle(withoutPreposition(word, "l") ?? withoutPreposition(word, "b") ?? "");
	return nouns.title.has(noun) ? noun : null;
}

/** Whether a token can stand between an office and the name: in the sentence, no "that", no mark but a comma. */
function canBeBetween(token: Token, name: Token | undefined): boolean {
	if (token.sentence !== name?.sentence || grammar.that.has(token.folded)) return false;
	return token.isWord || isPlainComma(token);
}

/**
 * The words of the office that stands before a name, folded, without the article, the nearest first.
 *
 * @param start the first token of the name
 * @param officeOfLast what a counterpart's office is too
 * @returns none where no office leads up to the name
 */
export function titleBefore(
	tokens: readonly Token[],
	start: number,
	officeOfLast: readonly string[] = [],
): string[] {
	const words: string[] = [];
	for (let index = start - 1; index >= Math.max(0, start - LONGEST_TITLE); index -= 1) {
		const token = tokens[index];
		if (token === undefined || !canBeBetween(token, tokens[start])) return [];
		if (token.isWord) words.push(bareWord(token.folded));
		const attached = attachedTitle(token.folded);
		if (attached !== null) return [...words, attached];
		if (isTitle(token)) return isCounterpart(token.folded) ? [...words, ...officeOfLast] : words;
		if (grammar.break.has(token.folded)) return [];
	}
	return [];
}

/**
 * The words of the office right behind a name, folded, without the article, with or without a comma
 * between.
 *
 * @param end the first token behind the name
 */
export function titleBehind(tokens: readonly Token[], end: number): string[] {
	const start = isPlainComma(tokens[end]) ? end + 1 : end;
	const head = tokens[start];
	const isOffice = nouns.title.has(withoutArticle(head?.folded ?? ""));
	if (!isOffice || head?.sentence !== tokens[end - 1]?.sentence) return [];
	const words = tokens.slice(start, start + LONGEST_TITLE);
	const last = words.findIndex(
		({ isWord, sentence, folded }) =>
			!isWord ||
			sentence !== head?.sentence ||
			grammar.break.has(folded) ||
			grammar.that.has(folded),
	);
	return words.slice(0, last < 0 ? words.length : last).map(({ folded }) => withoutArticle(folded));
}

/** The words of somebody's office without his country: what his counterpart has too. */
export function officeOf(entity: Entity | undefined): string[] {
	return [...(entity?.titles ?? [])].filter(
		(word) => !nouns.nationality.has(ARTICLE + word) && !COUNTERPART.test(word),
	);
}
