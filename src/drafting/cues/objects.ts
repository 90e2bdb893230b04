import { isComma, isPlainComma, isSameSentence, sentenceEnd } from "../sentence.ts";
import { isBodyHead } from "../source/heads.ts";
import { briefMentionIn, mentionIn } from "../source/mention.ts";
import { behindBrackets } from "../source/outlet.ts";
import { isSourceLike } from "../source/source-like.ts";
import type { Stretch } from "../source/stretch.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import {
	grammar,
	hasArticle,
	hasConjunction,
	isGoverning,
	isNisba,
	isObjectHead,
	nouns,
} from "../words.ts";
import type { Found } from "./cue.ts";
import { findFrame } from "./frames.ts";
import { formOf, type VerbForm } from "./verbs.ts";

/** So many tokens behind who speaks the noun begins that tells what was said. */
const NEAR = 12;
/** In tokens, with its commas. */
const LONGEST_ASIDE = 12;

/** Whether a noun can be the object of a verb: of some, only a claim, or only thanks and the like. */
function canBeObject(word: string, { verb: { frames } }: VerbForm): boolean {
	if (frames.has("claim")) return grammar.claim.has(word);
	return frames.has("voiced") ? grammar.voiced.has(word) : isObjectHead(word);
}

/** Whether a verb takes no object but those of its own list, so that any other noun names who speaks. */
function hasOwnObjects({ verb: { frames } }: VerbForm): boolean {
	return frames.has("claim") || frames.has("voiced");
}

/** Whether the noun at a position is the object of a verb. */
function isObjectOf({ tokens }: TokenisedText, index: number, form: VerbForm): boolean {
	const token = tokens[index];
	if (token?.isWord !== true) return false;
	return (
		canBeObject(token.folded, form) && !grammar.preposition.has(tokens[index - 1]?.folded ?? "")
	);
}

/** The first noun from a position on that tells what; null where something else is there before. */
function objectFrom(
	text: TokenisedText,
	start: number,
	end: number,
	form: VerbForm,
	isNamed: boolean,
): number | null {
	for (let index = start; index < end; index += 1) {
		const token = text.tokens[index];
		if (token === undefined || grammar.antecedent.has(token.folded)) return null;
		if (isObjectOf(text, index, form)) return index;
		// Right behind the verb a word that is neither who speaks nor an adverb is its object.
		const isRightBehind = !isNamed && index === start;
		if (isRightBehind && token.isWord && !grammar.break.has(token.folded)) return null;
	}
	return null;
}

/** Where who speaks must end: before an object of the verb's own list, which may look like a part of the name. */
function endOfSpeaker(text: TokenisedText, index: number, form: VerbForm, end: number): number {
	if (!hasOwnObjects(form)) return end;
	for (let claim = index + 1; claim < Math.min(end, index + NEAR); claim += 1)
		if (isObjectOf(text, claim, form)) return claim;
	return end;
}

/** The position behind a verb, and behind "his Highness" right behind it, who is somebody from before. */
function behindHighness({ tokens }: TokenisedText, verb: number): number {
	return grammar.highness.has(tokens[verb + 1]?.folded ?? "") ? verb + 2 : verb + 1;
}

/** Whether a noun of reporting behind a verb is for a cue of its own, "renewed his warning of", and not what is rejected. */
function hasOwnCue(
	{ tokens }: TokenisedText,
	verb: number,
	index: number,
	form: VerbForm,
): boolean {
	if (formOf(tokens[index])?.form !== "NOUN" || hasOwnObjects(form)) return false;
	return !isDefinite(tokens[index]) || isGoverning(tokens[verb]?.folded ?? "");
}

/** Without a frame: the noun behind the verb, or behind who speaks, is what is said. */
function findObject(text: TokenisedText, index: number, form: VerbForm): Found | null {
	if (!form.verb.frames.has("object") && !hasOwnObjects(form)) return null;
	const end = sentenceEnd(text, index);
	const mention = mentionIn(text, index + 1, endOfSpeaker(text, index, form, end));
	const marker = mention?.end ?? behindHighness(text, index);
	if (hasOwnCue(text, index, marker, form)) return null;
	const from = mention === null ? marker : behindAside(text, marker);
	const isNamed = mention !== null || marker > index + 1;
	const content = objectFrom(text, from, Math.min(end, from + NEAR), form, isNamed);
	return content === null ? null : { opening: "NOMINAL", marker, content };
}

/** The position behind an aside between commas that tells when or where it was said; the position itself where none begins. */
function behindAside(text: TokenisedText, index: number): number {
	if (!isPlainComma(text.tokens[index])) return index;
	if (!grammar.break.has(text.tokens[index + 1]?.folded ?? "")) return index;
	for (let end = index + 2; end <= index + LONGEST_ASIDE; end += 1) {
		const token = text.tokens[end];
		if (!isSameSentence(text, end, index) || formOf(token) !== null) return index;
		if (isPlainComma(token)) return end + 1;
		if (token?.isWord !== true) return index;
	}
	return index;
}

/** The position behind the day, with its name in brackets, on which somebody spoke. */
function behindDay(text: TokenisedText, index: number): number {
	if (!grammar.adverbBefore.has(text.tokens[index]?.folded ?? "")) return index;
	return behindBrackets(text, index + 1) ?? index + 1;
}

/** The position behind an aside, or behind a comma alone, as some write it between who speaks and the object. */
function behindComma(text: TokenisedText, from: number): number {
	const index = behindDay(text, from);
	const behind = behindAside(text, index);
	if (behind > index || !isPlainComma(text.tokens[index])) return behind;
	const word = text.tokens[index + 1]?.folded ?? "";
	return hasConjunction(word) && !isBodyHead(text.tokens[index + 1]) ? index : index + 1;
}

/** A mention of as few words as can be, if it can be who speaks. */
function speakerBehind(text: TokenisedText, index: number): Stretch | null {
	const mention = briefMentionIn(text, index + 1, sentenceEnd(text, index));
	return mention !== null && isSourceLike(text, mention) ? mention : null;
}

/** Whether a noun can begin at a position: a word in the sentence that is no adverb. */
function canBeNoun(text: TokenisedText, index: number, verb: number): boolean {
	const token = text.tokens[index];
	return (
		token?.isWord === true && isSameSentence(text, index, verb) && !grammar.break.has(token.folded)
	);
}

/** Somebody or something that is described, accused, classed: right behind who speaks. */
function findAnyone(text: TokenisedText, index: number, form: VerbForm): Found | null {
	const { frames } = form.verb;
	// "Is considered" is written like "considers".
	if (frames.has("judged") && form.form === "IMPERFECT") return null;
	const isBehindComma = isComma(text.tokens[index - 1]);
	const isParticiple = form.form === "PARTICIPLE" && frames.has("object") && isBehindComma;
	if (!frames.has("anyone") && !frames.has("judged") && !isParticiple) return null;
	const speaker = isParticiple ? null : speakerBehind(text, index);
	const content = speaker === null ? index + 1 : behindComma(text, speaker.end);
	if (!canBeNoun(text, content, index)) return null;
	if (grammar.that.has(text.tokens[content]?.folded ?? "")) return null;
	return { opening: "NOMINAL", marker: content, content };
}

/** Whether a word can be the subject that stands before its verb: a noun with the article. */
function isDefinite(token: Token | undefined): boolean {
	return token !== undefined && hasArticle(token.folded);
}

function isAdjective(token: Token | undefined): boolean {
	return token !== undefined && (nouns.nationality.has(token.folded) || isNisba(token.folded));
}

/** Without anything else: any noun right behind a named speaker, or right behind a verb that goes on. */
function findAnyNoun(text: TokenisedText, index: number, form: VerbForm): Found | null {
	const { tokens } = text;
	if (form.form !== "PERFECT" || !form.verb.frames.has("object")) return null;
	const speaker = speakerBehind(text, index);
	const goesOn = hasConjunction(tokens[index]?.folded ?? "") || isDefinite(tokens[index - 1]);
	if (speaker === null && !goesOn) return null;
	let content = speaker?.end ?? behindHighness(text, index);
	while (speaker !== null && isAdjective(tokens[content])) content += 1;
	if (!canBeNoun(text, content, index)) return null;
	// "Renewed the warning of": the noun has a cue of its own.
	if (isGoverning(tokens[index]?.folded ?? "") && formOf(tokens[content])?.form === "NOUN")
		return null;
	if (grammar.preposition.has(tokens[content]?.folded ?? "")) return null;
	return { opening: "NOMINAL", marker: content, content };
}

/**
 * The content of a verb, by its frame or else its object; an object before the preposition goes
 * first.
 *
 * @param index the position of the verb
 * @returns null where it has none
 */
export function findContent(text: TokenisedText, index: number, form: VerbForm): Found | null {
	const frame = findFrame(text, index, form);
	const object = findObject(text, index, form) ?? findAnyone(text, index, form);
	if (object === null) return frame ?? findAnyNoun(text, index, form);
	if (frame === null) return object;
	if (object.content >= frame.marker) return frame;
	// Before "that" and marks only what stands right behind the verb, or behind who speaks.
	const isRightBehind = object.content - object.marker <= 1;
	return frame.opening === "NOMINAL" || isRightBehind ? object : frame;
}
