import type { Cue } from "./cues/cue.ts";
import { formOf, verbForms } from "./cues/verbs.ts";
import { isComma, isPlainComma, sentenceEnd, sentenceStart } from "./sentence.ts";
import { mentionIn } from "./source/mention.ts";
import type { Token, TokenisedText } from "./tokens.ts";
import { grammar, withoutConjunction } from "./words.ts";

/** "That" with a pronoun, "but he": annahu, annaha, annahum. */
const HE_OR_SHE = /^\u0627\u0646(?:\u0647|\u0647\u0627|\u0647\u0645)$/u;
/** "But he, but she, but they": lakinnahu, lakinnaha, lakinnahum. */
const BUT_HE = /^\u0648?\u0644\u0643\u0646(?:\u0647|\u0647\u0627|\u0647\u0645)$/u;
/** Our, us, we did, at the end of a word that is long enough: qulna, biladuna. */
const FIRST_PERSON = /.{2,}\u0646\u0627$/u;
/** So many tokens before a cue its clause begins at most; fewer where a noun is what is said. */
const FARTHEST_TURN = 14;
const NEAREST_TURN = 7;
/** "He said on Monday, adding": so many tokens have to be said before a comma leads back. */
const SHORTEST_BEFORE_ENDER = 2;
/** "And that", which goes on where "with" or "by" is written together with the next word: wa-dhalika. */
const AND_THAT = "\u0648\u0630\u0644\u0643";
const WITH = /^\u0628(?!\u0639\u062f$).{3,}/u;
/** "While the … said": so many words stand before the verb at most. */
const LONGEST_WHILE = 3;
/** "The time when", behind "at", and what follows happened meanwhile: al-waqt alladhi. */
const AT_THE_TIME_WHEN = "\u0627\u0644\u0648\u0642\u062a \u0627\u0644\u0630\u064a";
/** The ending of the feminine at a verb in the perfect. */
const FEMININE_VERB = /\u062a$/u;
/** So many words may lead over from one statement to the next. */
const MOST_CONNECTIVES = 3;

/** Where cues begin, for seeing that another statement does. */
export interface Borders {
	/** Cues by the position of their word. */
	readonly cues: ReadonlyMap<number, Cue>;
	/** Positions where "according to" begins. */
	readonly accordings: ReadonlySet<number>;
}

/** Where speech may go on to: the end of the sentence, or of the quotation that it begins in. */
function farthestEnd(text: TokenisedText, index: number): number {
	const quotation = text.tokens[index]?.quotation;
	const last = sentenceEnd(text, index);
	if (quotation === -1) return last;
	let end = index;
	while (end < last && text.tokens[end]?.quotation === quotation) end += 1;
	return end;
}

/** Whether a token is the last of two full stops or more, which part sentences as a comma does. */
function isDots({ tokens }: TokenisedText, index: number): boolean {
	return tokens[index]?.text === "." && tokens[index - 1]?.text === ".";
}

/** The position before a comma, or before the connective that leads over to the next statement. */
function beforeConnective({ tokens }: TokenisedText, index: number): number {
	let cut = index;
	for (let back = 0; back < MOST_CONNECTIVES; back += 1) {
		const before = tokens[cut - 1];
		if (before === undefined) return cut;
		if (isComma(before)) return cut - 1;
		const isTurn = grammar.turn.has(tokens[cut - 2]?.folded ?? "");
		if (HE_OR_SHE.test(before.folded) && isTurn) cut -= 2;
		else if (grammar.connective.has(before.folded)) cut -= 1;
		else return cut;
	}
	return cut;
}

/** Whether a word, or it with the next one, turns to somebody else: "but", "while". */
export function isTurn({ tokens }: TokenisedText, index: number): boolean {
	const word = tokens[index]?.folded ?? "";
	return grammar.turn.has(word) || grammar.turn.has(`${word} ${tokens[index + 1]?.folded ?? ""}`);
}

/** The comma before "but", "while", behind which somebody else is named who speaks. */
function turnBefore(text: TokenisedText, content: number, cue: Cue): number | null {
	if (cue.form === null) return null;
	const farthest = cue.opening === "NOMINAL" ? NEAREST_TURN : FARTHEST_TURN;
	for (let index = cue.start - 1; index > Math.max(content, cue.start - farthest); index -= 1) {
		const token = text.tokens[index];
		if (token === undefined || grammar.antecedent.has(token.folded)) return null;
		if (isTurn(text, index) && isComma(text.tokens[index - 1])) return index - 1;
	}
	return null;
}

/** Where a cue in a clause about a noun ends what is reported: not where its speaker is named there. */
function cutAtRelative(text: TokenisedText, cue: Cue): number | null {
	const isNamed = mentionIn(text, cue.start + 1, cue.marker) !== null;
	return isNamed ? null : beforeConnective(text, cue.start - 1);
}

/** Where another cue without a comma before it ends what is reported, by the word before it. */
function cutByWordBefore(text: TokenisedText, cue: Cue, before: Token): number | null {
	const word = text.tokens[cue.start]?.folded ?? "";
	if (HE_OR_SHE.test(before.folded)) return beforeConnective(text, cue.start);
	if (grammar.relative.has(before.folded)) return cutAtRelative(text, cue);
	// A noun behind "and" can go on with what is reported, unless the preposition is right behind.
	if (withoutConjunction(word) !== word)
		return cue.opening === "NOMINAL" && cue.marker - cue.start > 1 ? null : cue.start;
	return grammar.connective.has(before.folded) ? beforeConnective(text, cue.start) : null;
}

/** Where another cue ends what is reported; null where it stands inside of it. */
function cutAt(text: TokenisedText, content: number, cue: Cue): number | null {
	const before = text.tokens[cue.start - 1];
	if (before === undefined || cue.form === null || cue.start <= content) return null;
	if (cue.form.form === "NOUN") return null;
	if (cue.form.form === "PARTICIPLE") return beforeConnective(text, cue.start);
	if (isComma(before) || isDots(text, cue.start - 1)) return cue.start - 1;
	return turnBefore(text, content, cue) ?? cutByWordBefore(text, cue, before);
}

/** "But he did not say": what the speaker left out is no part of what he said. */
function turnsToSilence({ tokens }: TokenisedText, index: number): boolean {
	const words = tokens.slice(index, index + 4);
	const first = words[0]?.folded ?? "";
	if (!grammar.turn.has(first) && !BUT_HE.test(first)) return false;
	const negation = words.findIndex(({ folded }) => grammar.negation.has(folded));
	return negation > 0 && (negation < 3 || formOf(words[negation + 1]) !== null);
}

/** Whether a word, or it with the next one, begins the journalist's own words. */
function isEnder({ tokens }: TokenisedText, index: number): boolean {
	const word = tokens[index]?.folded ?? "";
	if (word === AND_THAT && WITH.test(tokens[index + 1]?.folded ?? "")) return false;
	return grammar.ender.has(word) || grammar.ender.has(`${word} ${tokens[index + 1]?.folded ?? ""}`);
}

/** Whether a comma before a word leads back from what is reported to the journalist's own words. */
function leadsBack(text: TokenisedText, start: number, index: number): boolean {
	if (turnsToSilence(text, index)) return true;
	// Behind a semicolon "while" goes on with a list.
	if (!isPlainComma(text.tokens[index - 1]) && isTurn(text, index)) return false;
	return index - start > SHORTEST_BEFORE_ENDER && isEnder(text, index);
}

/** Whether a cue stands in a clause that another one follows: "while X said", "at the time when". */
function isInFirstClause(text: TokenisedText, { start, form }: Cue): boolean {
	if (form === null) return false;
	const words = text.tokens.slice(sentenceStart(text, start), start).map(({ folded }) => folded);
	if (words.slice(-2).join(" ") === AT_THE_TIME_WHEN) return true;
	const [opener = ""] = words;
	if (words.length > LONGEST_WHILE) return false;
	return [opener, withoutConjunction(opener)].some((word) => grammar.whileWord.has(word));
}

/** Whether the clause that all of the sentence is about begins behind a comma, with its verb. */
function beginsMainClause({ tokens }: TokenisedText, index: number): boolean {
	const word = tokens[index]?.folded ?? "";
	if (!isPlainComma(tokens[index - 1]) || grammar.break.has(word)) return false;
	const form = verbForms.get(word)?.form;
	if (form === "PERFECT" || form === "IMPERFECT") return true;
	return grammar.mainVerb.has(word) || grammar.mainVerb.has(word.replace(FEMININE_VERB, ""));
}

/** Where the token at a position ends what is reported: there, or at the comma before; null where it does not. */
function endAt(text: TokenisedText, start: number, index: number, borders: Borders): number | null {
	const isBehindComma = isComma(text.tokens[index - 1]);
	const here = isBehindComma ? index - 1 : index;
	if (borders.accordings.has(index)) return here;
	const cue = borders.cues.get(index);
	if (cue !== undefined) return cutAt(text, start, cue);
	if (grammar.strongEnder.has(text.tokens[index]?.folded ?? ""))
		return beforeConnective(text, here);
	return isBehindComma && leadsBack(text, start, index) ? here : null;
}

/** Where what is reported ends: the first token behind it. */
function endOf(text: TokenisedText, start: number, cue: Cue, borders: Borders): number {
	const last = farthestEnd(text, start);
	const isFirstClause = isInFirstClause(text, cue);
	const quotation = text.tokens[start]?.quotation;
	for (let index = start + 1; index < last; index += 1) {
		if (text.tokens[index]?.quotation !== quotation) continue;
		if (isFirstClause && beginsMainClause(text, index)) return index - 1;
		const end = endAt(text, start, index, borders);
		if (end !== null) return end;
	}
	return last;
}

/** Whether a word speaks of us or me. */
function isFirstPerson(word: string): boolean {
	return FIRST_PERSON.test(word) || grammar.firstPerson.has(word);
}

/**
 * Where speech behind a colon ends that has no marks: with the last sentence of the paragraph that
 * goes on in the first person and has no cue of its own.
 */
function endOfSpeech(text: TokenisedText, end: number, borders: Borders): number {
	const { tokens } = text;
	let last = end;
	for (;;) {
		const next = farthestEnd(text, last);
		const sentence = tokens.slice(last, next);
		const isSame = sentence.length > 0 && sentence[0]?.paragraph === tokens[last - 1]?.paragraph;
		const reports = sentence.some((_, index) => borders.cues.has(last + index));
		if (!isSame || reports || !sentence.some(({ folded }) => isFirstPerson(folded))) return last;
		last = next;
	}
}

/** The position behind the last token of what a cue reports, the marks at the end still with it. */
export function endOfContent(
	text: TokenisedText,
	start: number,
	cue: Cue,
	borders: Borders,
): number {
	const end = endOf(text, start, cue, borders);
	return cue.opening === "COLON" ? endOfSpeech(text, end, borders) : end;
}
