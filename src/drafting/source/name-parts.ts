import { verbForms } from "../cues/verbs.ts";
import { HEH } from "../letters.ts";
import { DASH } from "../sentence.ts";
import type { Token } from "../tokens.ts";
import {
	grammar,
	hasArticle,
	isHead,
	isObjectHead,
	nouns,
	withoutArticle,
	withoutConjunction,
	withoutPreposition,
	withoutPronoun,
} from "../words.ts";
import { isGivenName } from "./given-name.ts";
import { isTitle } from "./heads.ts";

/** Personal names with more words are rare; what goes on is something else. */
const LONGEST_NAME = 6;
/** So many words behind a known one belong to the name unless something speaks against it. */
const SURE_WORDS = 2;
/**
 * What a family's name may begin with, and the words between a name and the father's: al, al-, bin,
 * ibn, bint, abu, bu, wuld, van, von, de, do, le, da.
 */
const LINKS = new Set([
	"\u0622\u0644",
	"\u0627\u0644",
	"\u0628\u0646",
	"\u0627\u0628\u0646",
	"\u0628\u0646\u062a",
	"\u0627\u0628\u0648",
	"\u0628\u0648",
	"\u0648\u0644\u062f",
	"\u0641\u0627\u0646",
	"\u0641\u0648\u0646",
	"\u062f\u064a",
	"\u062f\u0648",
	"\u0644\u0648",
	"\u062f\u0627",
]);
/** "Servant of", the first part of a name whose second one may be any word with the article: abd. */
const ABD = "\u0639\u0628\u062f";
/** Plurals with the article are ordinary nouns: al-…at, al-…in, al-…un. */
const PLURAL_WITH_ARTICLE = /^\u0627\u0644.{3,}(?:\u0627\u062a|\u064a\u0646|\u0648\u0646)$/u;
/** "And", "with", "for" before a word that is no known name. */
const WITH_PARTICLE = /^[\u0648\u0628\u0644]/u;
/** "And", "with the", "for the": no second or later word of a name begins with them. */
const WITH_JOINED_PARTICLE = /^(?:\u0648|\u0628\u0627\u0644|\u0644\u0644)/u;
/** A pronoun at the end: his, her, their. */
const WITH_PRONOUN = /(?:\u062a\u0647|\u0647\u0627|\u0647\u0645)$/u;
const DIGIT = /\p{N}/u;

/** Whether a word is a noun for an office, a body, an outlet, somebody unnamed, or for what is said. */
function isOtherNoun(token: Token): boolean {
	const bare = withoutArticle(token.folded);
	return (
		isTitle(token) ||
		nouns.organisation.has(bare) ||
		nouns.media.has(bare) ||
		nouns.anonymous.has(bare) ||
		isObjectHead(token.folded)
	);
}

/** Whether a word is "in", "with" with a noun or pronoun: bi-mawjib, bi-hi. */
function isWithNoun(word: string): boolean {
	const noun = withoutPreposition(word, "b");
	if (noun === null) return false;
	return (
		isObjectHead(noun) ||
		grammar.placeNoun.has(noun) ||
		grammar.phrasePreposition.has(withoutPronoun(word))
	);
}

/** Whether the form of a word, or what it means, keeps it from being a name. */
function isOrdinary(word: string): boolean {
	return (
		PLURAL_WITH_ARTICLE.test(word) ||
		WITH_PRONOUN.test(word) ||
		grammar.timeNoun.has(word) ||
		grammar.voiced.has(word) ||
		grammar.same.has(word) ||
		grammar.preposition.has(word)
	);
}

/** Whether a word is a form of a reporting verb, with "and" or "so" before it too. */
function isVerb(word: string): boolean {
	return verbForms.has(word) || verbForms.get(withoutConjunction(word))?.form === "PERFECT";
}

/** Whether a word can be a part of a personal name: as its first, or behind that. */
export function continuesName(token: Token, isFirst: boolean): boolean {
	const word = token.folded;
	if (!token.isWord || DIGIT.test(token.text)) return false;
	if (grammar.break.has(word) || grammar.that.has(word)) return isGivenName(token);
	if (nouns.nationality.has(word)) return false;
	if (isGivenName(token) || LINKS.has(word)) return true;
	if (isOtherNoun(token) || isWithNoun(word) || isOrdinary(word)) return false;
	if (!isFirst && nouns.country.has(word)) return false;
	return isFirst || (!isVerb(word) && !WITH_JOINED_PARTICLE.test(word));
}

/** Whether nothing that could belong to a name stands behind a word. */
function isLastWord(tokens: readonly Token[], index: number): boolean {
	const next = tokens[index + 1];
	return next === undefined || !next.isWord || grammar.break.has(next.folded) || isTitle(next);
}

/** Whether a word only looks as if "with" were written together with it: what is left is no known noun. */
function isForeign(word: string): boolean {
	const rest = withoutPreposition(word, "b");
	if (rest === null || hasArticle(rest)) return false;
	return !(isHead(rest) || isObjectHead(rest) || nouns.country.has(rest) || verbForms.has(rest));
}

/** Whether a third word belongs to the name: one of two that are known, or a family's. */
function goesOnAt(tokens: readonly Token[], index: number): boolean {
	const token = tokens[index];
	const before = tokens[index - 1];
	if (token === undefined || before === undefined) return false;
	if (isGivenName(token) || LINKS.has(token.folded) || LINKS.has(before.folded)) return true;
	if (WITH_PARTICLE.test(token.folded)) return isLastWord(tokens, index) && isForeign(token.folded);
	if (tokens[index - 2]?.folded === ABD) return true;
	return isGivenName(before) || (isLastWord(tokens, index) && !hasArticle(token.folded));
}

/** Whether the last word of a mention, behind one known name, is a family's though it looks like a plural: al-Shahin. */
function isSurname(tokens: readonly Token[], start: number, index: number): boolean {
	const token = tokens[index];
	if (token === undefined || index !== start + 1 || index !== tokens.length - 1) return false;
	if (!isGivenName(tokens[start]) || isOtherNoun(token)) return false;
	return PLURAL_WITH_ARTICLE.test(token.folded) && !grammar.break.has(token.folded);
}

/** Whether the adjective of a country right behind a known name is a family's: al-Sudani. */
function isFamilyOfCountry(tokens: readonly Token[], index: number): boolean {
	const token = tokens[index];
	if (token === undefined || !nouns.nationality.has(token.folded)) return false;
	if (token.folded.endsWith(HEH) || !isGivenName(tokens[index - 1])) return false;
	return !isGivenName(tokens[index + 1]) && !isTitle(tokens[index + 1]);
}

/** How many words a hyphen at a position takes into the name, itself too; one without it, none where it ends. */
function stepInName(tokens: readonly Token[], start: number, index: number): number {
	const token = tokens[index];
	if (token === undefined) return 0;
	const isFirst = index === start;
	if (isSurname(tokens, start, index)) return 1;
	if (!isFirst && isFamilyOfCountry(tokens, index)) return 1;
	if (!isFirst && token.isWord && tokens[index - 1]?.folded === ABD) return 1;
	if (token.text === DASH && !isFirst && tokens[index + 1]?.isWord === true) return 2;
	if (!continuesName(token, isFirst)) return 0;
	return index - start < SURE_WORDS || goesOnAt(tokens, index) ? 1 : 0;
}

/** The position behind the name that begins at a position; the position itself where none does. */
export function endOfName(tokens: readonly Token[], start: number): number {
	let end = start;
	while (end - start < LONGEST_NAME) {
		const step = stepInName(tokens, start, end);
		if (step === 0) break;
		end += step;
	}
	return end;
}

/** Whether a word joined with "and" goes on with a noun, and does not begin a name. */
function joinsNoun(word: string): boolean {
	const joined = withoutConjunction(word);
	return joined !== word && (hasArticle(joined) || isHead(joined) || nouns.country.has(joined));
}

/** Whether a word can begin a name: no noun that an office is of, with "for", "in", "and" before it. */
export function isFree(token: Token | undefined): boolean {
	if (token === undefined || !token.isWord) return false;
	if (isGivenName(token)) return true;
	if (joinsNoun(token.folded)) return false;
	const within = withoutPreposition(token.folded, "b");
	if (within !== null && (isHead(within) || grammar.placeNoun.has(within))) return false;
	const rest = withoutPreposition(token.folded, "l");
	return rest === null || !isHead(rest);
}

/** Whether some words, and nothing else, can be a name that is in no lexicon: two to six of them. */
export function isBareName(tokens: readonly Token[]): boolean {
	if (tokens.length < 2 || tokens.length > LONGEST_NAME) return false;
	if (hasArticle(tokens[0]?.folded ?? "")) return false;
	return tokens.every((token, index) => {
		const isUnattached = !WITH_PARTICLE.test(token.folded) && isFree(token);
		return continuesName(token, index === 0) && (isGivenName(token) || isUnattached);
	});
}
