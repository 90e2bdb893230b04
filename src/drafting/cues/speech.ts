import { isName } from "../quotation-kind.ts";
import { openedAt, wordsInside } from "../quotations.ts";
import { COLON } from "../sentence.ts";
import type { Quotation, TokenisedText } from "../tokens.ts";
import type { Found } from "./cue.ts";
import { isThat } from "./that.ts";
import { type VerbForm, verbForms } from "./verbs.ts";

/** Words between marks: fewer than so many can be a name or a term. */
const SHORTEST_SPEECH = 4;
/** So many tokens behind a quotation "that" or a colon still belongs to the verb before it. */
const NEAR = 12;
/** So near to its verb a short quotation is what was said. */
const RIGHT_BEHIND = 3;

/** Whether the words behind a quotation show that it is who speaks and not what is said. */
function namesTheSpeaker(text: TokenisedText, quotation: Quotation, form: VerbForm): boolean {
	const next = quotation.endToken + 1;
	const short = wordsInside(text, quotation).length <= SHORTEST_SPEECH;
	const word = text.tokens[next];
	return (
		short &&
		(word?.text === COLON || isThat(text, next) || form.verb.prepositions.has(word?.folded ?? ""))
	);
}

/** Whether what is said begins behind a quotation: then the marks before it stand round a name. */
function speechFollows(text: TokenisedText, quotation: Quotation): boolean {
	const end = quotation.endToken + 1;
	for (let index = end; index < end + NEAR; index += 1) {
		const token = text.tokens[index];
		if (token === undefined || token.sentence !== text.tokens[end]?.sentence) return false;
		if (verbForms.get(token.folded)?.form === "PARTICIPLE") return false;
		if (isThat(text, index) || token.text === COLON) return true;
	}
	return false;
}

/** Whether the mark at a position opens what was said, and not a name or a term. */
function opensSpeech(text: TokenisedText, cue: number, index: number, form: VerbForm): boolean {
	const quotation = openedAt(text, index);
	if (quotation === undefined || namesTheSpeaker(text, quotation, form)) return false;
	if (isName(text, quotation)) return false;
	const isLong = wordsInside(text, quotation).length >= SHORTEST_SPEECH;
	if (!isLong && text.tokens[index - 1]?.text !== COLON && speechFollows(text, quotation))
		return false;
	return isLong || text.tokens[index - 1]?.text === COLON || index - cue <= RIGHT_BEHIND;
}

/** Where a quotation, or a colon without marks behind it, begins the content of a verb that takes it. */
export function quotationAt(
	text: TokenisedText,
	cue: number,
	index: number,
	form: VerbForm,
): Found | null {
	const { tokens } = text;
	if (!form.verb.frames.has("quote")) return null;
	if (opensSpeech(text, cue, index, form))
		return { opening: "QUOTATION", marker: index, content: index + 1 };
	if (tokens[index]?.text !== COLON) return null;
	// "that" or a mark behind the colon decides; they are looked at next.
	const next = tokens[index + 1];
	if (next === undefined || isThat(text, index + 1) || openedAt(text, index + 1) !== undefined)
		return null;
	return { opening: "COLON", marker: index, content: index + 1 };
}
