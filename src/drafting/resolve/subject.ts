import type { Cue } from "../cues/cue.ts";
import { isName } from "../quotation-kind.ts";
import {
	COLON,
	isComma,
	isPlainComma,
	isSameSentence,
	isSentenceStart,
	sentenceStart,
} from "../sentence.ts";
import { isGivenName } from "../source/given-name.ts";
import { isAnonymousHead, isBodyHead, isTitle } from "../source/heads.ts";
import { mentionIn } from "../source/mention.ts";
import { findPersonName } from "../source/person-name.ts";
import { isSourceLike } from "../source/source-like.ts";
import type { Stretch } from "../source/stretch.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import { grammar, isGoverning, nouns, withoutAccusative } from "../words.ts";

/** In tokens. */
const LONGEST_SUBJECT = 16;

/** Whether a word stands in a quotation that the cue is not in, and that is more than a name. */
function isOtherSpeech(text: TokenisedText, token: Token, cue: Cue): boolean {
	if (token.quotation === text.tokens[cue.start]?.quotation) return false;
	const quotation = text.quotations[token.quotation];
	return quotation === undefined || !isName(text, quotation);
}

/** Whether a clause begins behind a token: a mark, or a word behind which a subject may follow. */
function opensClause({ folded, text }: Token): boolean {
	if (text === COLON || text === ".") return true;
	return grammar.clauseOpener.has(folded) || grammar.antecedent.has(folded);
}

/** Whether a token can not belong to the subject of a verb: of another sentence, clause or speech. */
function isOutside(text: TokenisedText, index: number, cue: Cue): boolean {
	const token = text.tokens[index];
	if (token === undefined || !isSameSentence(text, index, cue.start)) return true;
	return isComma(token) || isOtherSpeech(text, token, cue);
}

/** Whether a word tells what a clause is about, at its beginning: "as for", amma. */
function isTopic(text: TokenisedText, index: number): boolean {
	if (!grammar.topic.has(text.tokens[index]?.folded ?? "")) return false;
	return isSentenceStart(text, index) || isComma(text.tokens[index - 1]);
}

/** The first token of the clause that a position ends; null where its first noun is not who speaks. */
function clauseStart(text: TokenisedText, cue: Cue, end: number): number | null {
	let start = end;
	while (end - start < LONGEST_SUBJECT && !isOutside(text, start - 1, cue)) {
		const before = text.tokens[start - 1];
		if (isTopic(text, start - 1)) return null;
		if (before === undefined || opensClause(before)) break;
		start -= 1;
	}
	return start;
}

/** Whether words before a verb can be its subject: they reach up to it, or name who may speak. */
function isSubject(text: TokenisedText, mention: Stretch, end: number): boolean {
	const words = text.tokens.slice(mention.start, mention.end);
	const isSource = isAnonymousHead(words[0]) || isTitle(words[0]) || isBodyHead(words[0]);
	return mention.end === end || isSource || findPersonName(words) !== null;
}

/** "Issued a communique in which it said": what stands between the first verb and the document. */
function issuerBefore(text: TokenisedText, cue: Cue): Stretch | null {
	const { tokens } = text;
	if (!grammar.inIt.has(tokens[cue.end]?.folded ?? "")) return null;
	const first = sentenceStart(text, cue.start);
	for (
		let index = cue.start - 1;
		index > Math.max(first, cue.start - LONGEST_SUBJECT);
		index -= 1
	) {
		const word = tokens[index]?.folded ?? "";
		if (!nouns.document.has(withoutAccusative(word)) && !nouns.document.has(word)) continue;
		const clause = clauseStart(text, cue, index) ?? index;
		// Behind "had" stands who issued it, and the verb behind him.
		const isBehindHad = grammar.had.has(tokens[clause - 1]?.folded ?? "");
		const mention = mentionIn(text, isBehindHad ? clause : clause + 1, index);
		return mention !== null && isSourceLike(text, mention) ? mention : null;
	}
	return null;
}

/** Whether a word can begin the name or office of somebody, and is no verb. */
function canNamePerson(token: Token | undefined): boolean {
	return isTitle(token) || isGivenName(token);
}

/** Whether a mention ends at a position, or only the place of an office stands between. */
function reachesTo(text: TokenisedText, { end }: Stretch, to: number): boolean {
	const rest = text.tokens.slice(end, to);
	const [place] = rest;
	if (place === undefined) return true;
	return grammar.phrasePreposition.has(place.folded) && rest.every(({ isWord }) => isWord);
}

/**
 * A subject with his office or name between two commas, or behind "had" with a comma behind him;
 * the comma stands right before the verb.
 */
function subjectWithAside(text: TokenisedText, cue: Cue, end: number): Stretch | null {
	const comma = end - 1;
	if (!isPlainComma(text.tokens[comma])) return null;
	let start = comma;
	while (end - start < LONGEST_SUBJECT) {
		const before = text.tokens[start - 1];
		if (before === undefined || !isSameSentence(text, start - 1, cue.start)) break;
		if (isOtherSpeech(text, before, cue) || opensClause(before)) break;
		start -= 1;
	}
	const mention = mentionIn(text, start, end);
	if (mention === null || !reachesTo(text, mention, comma)) return null;
	const words = text.tokens.slice(mention.start, mention.end);
	const isNamed = canNamePerson(words[0]) && findPersonName(words) !== null;
	const isBehindHad = grammar.had.has(text.tokens[start - 1]?.folded ?? "");
	return isNamed && (isBehindHad || words.some(isPlainComma)) ? mention : null;
}

/** The subject that stands before its verb, in the same clause; null where none does. */
export function subjectBefore(text: TokenisedText, cue: Cue): Stretch | null {
	if (cue.form?.form === "PARTICIPLE" || cue.form?.form === "NOUN") return null;
	const issuer = issuerBefore(text, cue);
	if (issuer !== null) return issuer;
	let end = cue.start;
	while (grammar.adverbBefore.has(text.tokens[end - 1]?.folded ?? "")) end -= 1;
	const named = subjectWithAside(text, cue, end);
	if (named !== null) return named;
	const start = clauseStart(text, cue, end);
	if (start === null) return null;
	const mention = mentionIn(text, start, end);
	return mention !== null && isSubject(text, mention, end) ? mention : null;
}

/** The subject of the verb that governs a noun of reporting: "renewed his warning"; null where there is none. */
export function governedBy(text: TokenisedText, cue: Cue): Stretch | null {
	if (cue.form?.form !== "NOUN") return null;
	const first = sentenceStart(text, cue.start);
	for (let index = cue.start - 1; index >= first; index -= 1) {
		if (isGoverning(text.tokens[index]?.folded ?? "")) return mentionIn(text, index + 1, cue.start);
	}
	return null;
}
