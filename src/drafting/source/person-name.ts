import { formOf } from "../cues/verbs.ts";
import { BEH, FOR_THE, LAM, WAW } from "../letters.ts";
import { isPlainComma } from "../sentence.ts";
import type { Token } from "../tokens.ts";
import {
	grammar,
	hasArticle,
	isHead,
	isNisba,
	nouns,
	withoutArticle,
	withoutConjunction,
} from "../words.ts";
import { isGivenName } from "./given-name.ts";
import { isTitle } from "./heads.ts";
import { continuesName, endOfName, isBareName, isFree } from "./name-parts.ts";
import type { Stretch } from "./stretch.ts";

export type { Stretch } from "./stretch.ts";

/** As imperfects begin, ya- and ta-; names that do are in the lexicon. */
const IMPERFECT = /^[\u064a\u062a]/u;
/** Nouns with a pronoun: his name, her, their. */
const ENDS_WITH_PRONOUN = /(?:\u0645\u0647|\u0647\u0627|\u0633\u0645\u0647|\u0647\u0645)$/u;

/** "And", "with", "for" before a word. */
const ATTACHED = new RegExp(`^[${WAW}${BEH}${LAM}]`, "u");

function isHonorific(token: Token): boolean {
	return nouns.honorific.has(token.folded) || nouns.honorific.has(withoutConjunction(token.folded));
}

/** The last position behind which a name may begin: behind an honorific, a rank. */
function behindHonorific(tokens: readonly Token[]): number | null {
	const honorific = tokens.findLastIndex((token, index) => {
		const next = tokens[index + 1];
		if (next === undefined || !isHonorific(token) || isNameOfBody(tokens, index + 1)) return false;
		if (nouns.nationality.has(next.folded) || isTitle(next)) return false;
		return continuesName(next, true) && (!hasArticle(next.folded) || isGivenName(next));
	});
	return honorific < 0 ? null : honorific + 1;
}

/** Whether a word is the place of an office: a name behind "in". */
function isPlaceOfOffice(tokens: readonly Token[], index: number): boolean {
	if (isHead(tokens[index]?.folded ?? "")) return false;
	return grammar.phrasePreposition.has(tokens[index - 1]?.folded ?? "");
}

/** Whether the name of an office can end with a word: it has the article, or a pronoun. */
function endsOffice(token: Token): boolean {
	const word = token.folded;
	const isDefinite =
		hasArticle(word) || hasArticle(withoutConjunction(word)) || word.startsWith(FOR_THE);
	return isPlainComma(token) || isDefinite || ENDS_WITH_PRONOUN.test(word);
}

/** Whether a name that is in no lexicon can begin with a word: no article, no form of a verb. */
function canBeginName(token: Token, next: Token | undefined): boolean {
	if (hasArticle(withoutConjunction(token.folded)) || !isFree(token)) return false;
	if (!IMPERFECT.test(token.folded) || isGivenName(token)) return true;
	// Behind an imperfect stands a noun with the article, or a preposition, and no second name.
	return (
		!formOf(token) && next !== undefined && isBareName([token, next]) && !hasArticle(next.folded)
	);
}

/** Behind a word that can end the name of an office: two words or more, or all that is left. */
function behindNoun(tokens: readonly Token[]): number | null {
	const found = tokens.findIndex((token, index) => {
		const before = tokens[index - 1];
		if (before === undefined || !canBeginName(token, tokens[index + 1])) return false;
		if (!endsOffice(before) && !isPlaceOfOffice(tokens, index - 1)) return false;
		const end = endOfName(tokens, index);
		return end === tokens.length || end - index >= 2;
	});
	return found < 0 ? null : found;
}

/** Behind the adjective of a country, or else behind the last word with the article. */
function behindOffice(tokens: readonly Token[]): number | null {
	const nationality = tokens.findLastIndex(({ folded }) => nouns.nationality.has(folded));
	let behind = nationality + 1;
	while (hasArticle(tokens[behind]?.folded ?? "") && !isGivenName(tokens[behind])) behind += 1;
	const isName = isFree(tokens[behind]) && endOfName(tokens, behind) > behind;
	return nationality >= 0 && isName ? behind : behindNoun(tokens);
}

/** Where a name begins whose second word is a known one: with an unknown first one behind the office. */
function firstBefore(tokens: readonly Token[], given: number): number {
	const first = tokens[given - 1];
	const office = tokens[given - 2];
	if (first === undefined || office === undefined || !isTitle(tokens[0])) return given;
	if (!canBeginName(first, tokens[given]) || !endsOffice(office) || ATTACHED.test(first.folded))
		return given;
	if (isHonorific(first) || !continuesName(first, true)) return given;
	return endOfName(tokens, given - 1) > given ? given - 1 : given;
}

function nameFrom(tokens: readonly Token[], start: number): Stretch | null {
	const end = endOfName(tokens, start);
	return end > start ? { start, end } : null;
}

/** A name right behind an adjective that says from where somebody is: "the Londoner …". */
function behindAdjective(tokens: readonly Token[]): Stretch | null {
	const [first] = tokens;
	if (first === undefined || !isNisba(first.folded) || isTitle(first)) return null;
	const end = endOfName(tokens, 1);
	return isBareName(tokens.slice(1, end)) ? { start: 1, end } : null;
}

/** A name that is in no lexicon, before its office or behind it. */
function besideOffice(tokens: readonly Token[]): Stretch | null {
	const title = tokens.findIndex(isTitle);
	if (title === 0) {
		const start = behindOffice(tokens);
		return start === null ? null : nameFrom(tokens, start);
	}
	// The name before its office: as many words as can be one.
	const end = tokens[title - 1]?.isWord === false ? title - 1 : title;
	return end > 0 && endOfName(tokens, 0) === end ? { start: 0, end } : null;
}

/** Whether a given name is that of a king or prince whom a body or a street is named after. */
function isNameOfBody(tokens: readonly Token[], index: number): boolean {
	const [body, king] = [tokens[index - 2], tokens[index - 1]];
	if (king === undefined || body === undefined || !isHonorific(king)) return false;
	return nouns.organisation.has(withoutConjunction(withoutArticle(body.folded)));
}

/** The position of the first known given name that is a person's, and not a body's; -1 where there is none. */
function firstGiven(tokens: readonly Token[]): number {
	let from = 0;
	for (;;) {
		const given = tokens.findIndex(
			(token, index) =>
				index >= from && isGivenName(token) && !isTitle(token) && endOfName(tokens, index) > index,
		);
		if (given < 0 || !isNameOfBody(tokens, given)) return given;
		from = endOfName(tokens, given);
	}
}

/**
 * Finds a personal name in the words by which a text points at somebody: behind a form of address
 * or a rank, from a known given name on, behind the name of an office, or before it.
 *
 * @param tokens the words of the mention, marks among them
 * @returns the name without its titles, by positions in the words given; null where there is none
 */
export function findPersonName(tokens: readonly Token[]): Stretch | null {
	const given = firstGiven(tokens);
	if (given === 0) return nameFrom(tokens, given);
	if (given > 0 && tokens.some(isTitle)) return nameFrom(tokens, firstBefore(tokens, given));
	const honorific = behindHonorific(tokens);
	if (honorific !== null) return nameFrom(tokens, honorific);
	const unknown = behindAdjective(tokens) ?? besideOffice(tokens);
	return unknown ?? (given > 0 ? nameFrom(tokens, given) : null);
}
