import { formOf } from "../cues/verbs.ts";
import { ARTICLE, BEH, LAM } from "../letters.ts";
import { openedAt } from "../quotations.ts";
import { DASH, isPlainComma } from "../sentence.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import {
	grammar,
	hasArticle,
	isHead,
	isObjectHead,
	nouns,
	withoutArticle,
	withoutPreposition,
	withoutPronoun,
} from "../words.ts";
import { isGivenName } from "./given-name.ts";
import { isAnonymousHead, isBodyHead, isTitle } from "./heads.ts";
import { isIssued } from "./issuer.ts";
import { findPersonName } from "./person-name.ts";

/** "And the" right behind a verb begins a clause of its own: wal-. */
const WITH_CONJUNCTION = /^\u0648\u0627\u0644/u;
/** People who are spoken to: the plural of those who are meant, lil-suhufiyyin. */
const PLURAL = /\u064a\u0646$/u;
/** "With the": bil-. */
const WITH_THE = BEH + ARTICLE;
/** A noun that ends with "his", "her", "their" behind the ending of the feminine or the plural: -atihi. */
const WITH_OWN = /.{2,}\u062a(?:\u0647|\u0647\u0627|\u0647\u0645)$/u;
/** The ending of the feminine, which folding makes a pronoun: -a. */
const FEMININE = /\u0629\p{M}*$/u;
/** "Not to": adam. */
const NOT_TO = "\u0639\u062f\u0645";
/** So many tokens behind the preposition of an office the name of who has it is looked for. */
const FARTHEST_NAME = 9;
/** A preposition goes on with an unnamed source when it stands so near to the noun for it. */
const NEAR_HEAD = 2;

/** Whether the noun behind a preposition tells when something was said and not who it is. */
function tellsOccasion(text: TokenisedText, index: number): boolean {
	const noun = text.tokens[index + 1]?.folded ?? "";
	return [withoutArticle(noun), withoutPronoun(noun)].some((word) =>
		grammar.occasionNoun.has(word),
	);
}

/** Whether a word or mark can stand between an office and the name of who has it. */
function canBeInOffice(token: Token, marks: number): boolean {
	if (!token.isWord) return token.text === DASH || (isPlainComma(token) && marks === 0);
	return !grammar.break.has(token.folded) || grammar.phrasePreposition.has(token.folded);
}

/** The position behind all that can go on with an office from its preposition on; names between marks with it. */
function endOfOffice(text: TokenisedText, index: number, to: number): number {
	let end = index + 1;
	let marks = 0;
	while (end < Math.min(to, index + FARTHEST_NAME)) {
		const token = text.tokens[end];
		if (token === undefined || grammar.that.has(token.folded)) break;
		const quotation = openedAt(text, end);
		if (quotation === undefined && !canBeInOffice(token, marks)) break;
		if (quotation === undefined && !token.isWord) marks += 1;
		end = quotation === undefined ? end + 1 : quotation.endToken + 1;
	}
	return end;
}

/** Whether a name follows on a preposition that may belong to the office. */
function nameBehind(text: TokenisedText, start: number, index: number, to: number): boolean {
	const name = findPersonName(text.tokens.slice(start, endOfOffice(text, index, to)));
	return name !== null && start + name.start > index;
}

/** Whether "by" behind "issued" leads to who issued a document: "a communique issued by". */
function leadsToIssuer({ tokens }: TokenisedText, start: number, index: number): boolean {
	if (!nouns.document.has(withoutArticle(tokens[start]?.folded ?? ""))) return false;
	return isIssued(tokens, start, index);
}

/** Whether a preposition goes on with an office, or with a description of an unnamed source. */
function staysInside(text: TokenisedText, start: number, index: number, to: number): boolean {
	const head = text.tokens[start];
	if (leadsToIssuer(text, start, index)) return true;
	// "His saying" is what was said.
	if (formOf(text.tokens[index])?.form === "NOUN") return false;
	if (isAnonymousHead(head) && !isTitle(head))
		return index - start <= NEAR_HEAD && !tellsOccasion(text, index);
	if (!isTitle(head) || findPersonName(text.tokens.slice(start, index)) !== null) return false;
	if (!grammar.phrasePreposition.has(text.tokens[index]?.folded ?? "")) return false;
	return !tellsOccasion(text, index) && nameBehind(text, start, index, to);
}

/** Whether a noun with "with" before it tells how something was said: bi-wuduh. */
function isAdverb({ folded }: Token): boolean {
	const noun = withoutPreposition(folded, "b");
	return noun !== null && grammar.placeNoun.has(noun);
}

/** Whether a noun behind "to" is somebody who is spoken to. */
function isAddressee(rest: string): boolean {
	const bare = withoutArticle(rest);
	return nouns.media.has(bare) || grammar.addressee.has(bare);
}

/** Whether a word is "with" and a noun with a pronoun: bi-thiqatihi. */
function isWithOwn(token: Token): boolean {
	const noun = withoutPreposition(token.folded, "b");
	if (noun === null || isHead(noun) || isGivenName(token)) return false;
	return WITH_OWN.test(noun);
}

/** Whether a word can not be the first of a mention: an adverb, whom it is said to. */
function cannotBegin(token: Token): boolean {
	const isOther = WITH_CONJUNCTION.test(token.folded) || isAdverb(token) || isWithOwn(token);
	if (isOther && !isHead(token.folded)) return true;
	const listener = withoutPreposition(token.folded, "l");
	return listener !== null && (isAddressee(listener) || hasArticle(listener));
}

/** Whether a body behind "of", written like "to", has the office that a name follows on. */
function isOfOffice(text: TokenisedText, start: number, index: number, to: number): boolean {
	if (!isTitle(text.tokens[start])) return false;
	if (findPersonName(text.tokens.slice(start, index)) !== null) return false;
	return nameBehind(text, start, index, to);
}

/** Whether a preposition of one letter leads out of a mention: to whom it is said, or how. */
function leadsOut(text: TokenisedText, start: number, index: number, to: number): boolean {
	const word = text.tokens[index]?.folded ?? "";
	const listener = withoutPreposition(word, "l");
	if (listener !== null && isAddressee(listener)) return !isOfOffice(text, start, index, to);
	if (listener !== null && hasArticle(listener) && PLURAL.test(listener)) return true;
	const token = text.tokens[index];
	if (token !== undefined && isWithOwn(token)) return true;
	if (!word.startsWith(WITH_THE)) return false;
	return !staysInside(text, start, index, to) && !isTitle(text.tokens[start]);
}

/** Whether a word begins what an unnamed source asked for: "asked not to be named". */
function asksForSilence({ tokens }: TokenisedText, index: number): boolean {
	return tokens[index + 1]?.folded === NOT_TO;
}

/** Whether "to" stands before marks round the name of an outlet: li-«…». */
function speaksToMarks(text: TokenisedText, index: number): boolean {
	return text.tokens[index]?.folded === LAM && openedAt(text, index + 1) !== undefined;
}

/** Whether what is said begins with a word: not with the noun that an office is of, "the minister of emergencies". */
function isObject(text: TokenisedText, start: number, index: number): boolean {
	const token = text.tokens[index];
	if (token === undefined || !isObjectHead(token.folded)) return false;
	if (isBodyHead(token) || isGivenName(token)) return false;
	const before = text.tokens[index - 1];
	const isOfOffice = index > start && isTitle(before) && !hasArticle(before?.folded ?? "");
	return !isOfOffice || !hasArticle(token.folded);
}

/** Whether a body begins behind an office with the article, which is of nothing else: it is somebody else. */
function isOtherBody({ tokens }: TokenisedText, start: number, index: number): boolean {
	const [head, word] = [tokens[start], tokens[index]];
	if (index !== start + 1 || !isTitle(head) || !hasArticle(head?.folded ?? "")) return false;
	return isBodyHead(word) && !hasArticle(word?.folded ?? "") && !isTitle(word);
}

/**
 * Whether a mention ends before a word.
 *
 * @param start the first token of the mention; where it is the word itself, whether none begins there
 * @param to where the mention must end
 */
export function endsMention(
	text: TokenisedText,
	start: number,
	index: number,
	to: number,
): boolean {
	const token = text.tokens[index];
	if (token === undefined) return true;
	const word = token.folded;
	if (isObject(text, start, index) || isOtherBody(text, start, index)) return true;
	if (index > start && isGivenName(token)) return false;
	if (grammar.that.has(word) || (index > start && speaksToMarks(text, index))) return true;
	if (grammar.break.has(word)) return !staysInside(text, start, index, to);
	const isFeminine = FEMININE.test(token.text);
	if (!isFeminine && grammar.break.has(withoutPronoun(word)) && !isHead(word)) return true;
	if (index === start) return cannotBegin(token);
	return asksForSilence(text, index) || leadsOut(text, start, index, to);
}
