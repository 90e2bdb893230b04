import { formOf } from "./cues/verbs.ts";
import { ARTICLE, FOR_THE, LAM, ON } from "./letters.ts";
import type { Proposal } from "./proposal.ts";
import { rangeOf } from "./ranges.ts";
import { isComma } from "./sentence.ts";
import { isGivenName } from "./source/given-name.ts";
import { isAnonymousHead, isBodyHead, isTitle } from "./source/heads.ts";
import { jointMentions } from "./source/joint.ts";
import { mentionIn } from "./source/mention.ts";
import type { Stretch } from "./source/person-name.ts";
import { isKnownNoun, isSourceLike } from "./source/source-like.ts";
import type { Token, TokenisedText } from "./tokens.ts";
import { grammar, nouns, withoutArticle, withoutConjunction, withoutPreposition } from "./words.ts";

const OPENING_BRACKET = "(";
const CLOSING_BRACKET = ")";
/** In tokens. */
const LONGEST_QUOTED = 4;
/** "Question", "questions", with and without the article. */
const QUESTION =
	/^(?:\u0627\u0644)?(?:\u0633\u0648\u0627\u0644|\u0633\u0648\u0654\u0627\u0644|\u0627\u0633\u0626\u0644\u0647|\u0627\u0633\u064a\u0654\u0644\u0647)$/u;
/** "Addressing", as a verb with whom it is said to behind it. */
const ADDRESSING = "\u062e\u0627\u0637\u0628";

/** Somebody who is spoken to, by the words that name him. */
export interface Listener {
	readonly mention: Stretch;
	/** Whether "for" is written together with the first word. */
	readonly hasFor: boolean;
}

/** A word as it is without "for" before it. */
export function withoutFor(token: Token): Token {
	const rest = withoutPreposition(token.folded, "l");
	if (rest === null) return token;
	const isContracted = token.text.startsWith(FOR_THE);
	const text = isContracted ? ARTICLE + token.text.slice(FOR_THE.length) : token.text.slice(1);
	return { ...token, folded: rest, text };
}

function isOutlet(word: string): boolean {
	return nouns.media.has(withoutArticle(word));
}

/** Tells whether words are a name of somebody who is known. */
type IsKnown = (name: string) => boolean;

/** Whether a word with "for" before it is somebody who can be spoken to. */
function isListener(text: TokenisedText, token: Token, isKnown: IsKnown): boolean {
	const rest = withoutPreposition(token.folded, "l");
	if (rest === null || isOutlet(rest) || text.names.has(token.folded)) return false;
	const word = withoutFor(token);
	if (isTitle(token) || isGivenName(token)) return false;
	return (
		text.names.has(withoutArticle(rest)) ||
		text.names.has(rest) ||
		grammar.addressee.has(rest) ||
		grammar.addressee.has(withoutArticle(rest)) ||
		isTitle(word) ||
		isGivenName(word) ||
		isAnonymousHead(word) ||
		isKnown(word.text)
	);
}

/** Whom "for" written together with him names, between the reporting word and what is said. */
function behindFor(
	text: TokenisedText,
	from: number,
	to: number,
	isKnown: IsKnown,
): Stretch | null {
	for (let index = from; index < to; index += 1) {
		const token = text.tokens[index];
		if (token === undefined || !token.isWord || token.quotation >= 0) continue;
		if (!isListener(text, token, isKnown)) continue;
		const behind = mentionIn(text, index + 1, to);
		const isNext = behind?.start === index + 1 && isSourceLike(text, behind);
		return { start: index, end: isNext ? behind.end : index + 1 };
	}
	return null;
}

/** The end of a clause that commas or brackets set off: the position behind its mark. */
function endOfAside(text: TokenisedText, from: number, to: number): number {
	const closing = text.tokens[from]?.text === OPENING_BRACKET ? CLOSING_BRACKET : null;
	for (let index = from + 1; index < to; index += 1) {
		const token = text.tokens[index];
		if (closing === null ? isComma(token) : token?.text === closing) return index + 1;
	}
	return to;
}

/** Whether a word begins an aside: when, where, or who the speaker is. */
function beginsAside({ tokens }: TokenisedText, index: number): boolean {
	const token = tokens[index];
	if (token === undefined) return false;
	return (
		token.text === OPENING_BRACKET ||
		grammar.relative.has(token.folded) ||
		grammar.break.has(token.folded) ||
		grammar.preposition.has(token.folded)
	);
}

/** The object of a verb that has whom it is said to as its object, behind who speaks. */
function objectIn(text: TokenisedText, from: number, to: number, isKnown: IsKnown): Stretch | null {
	let index = from;
	while (index < to) {
		if (isComma(text.tokens[index]) || text.tokens[index]?.text === "-") {
			index += 1;
			continue;
		}
		if (beginsAside(text, index)) {
			index = endOfAside(text, index, to);
			continue;
		}
		const mention = mentionIn(text, index, to);
		if (mention === null || mention.start !== index) return null;
		const { start, end } = rangeOf(text, mention);
		const isSomebody = isSourceLike(text, mention) || isKnown(text.text.slice(start, end));
		return isSomebody || isCounterpart(text, index) ? mention : null;
	}
	return null;
}

const COUNTERPART = /^\u0646\u0638\u064a\u0631/u;

function isCounterpart({ tokens }: TokenisedText, index: number): boolean {
	return COUNTERPART.test(tokens[index]?.folded ?? "");
}

/** Whether a verb has whom it is said to as its object. Whoever is accused is not spoken to. */
function takesListener({ cue }: Proposal): boolean {
	const frames = cue.form?.verb.frames;
	return frames?.has("person") === true && !frames.has("anyone");
}

/** "Thanked «the partners for …»": the object is quoted with what is said. */
function quotedObject(text: TokenisedText, { cue, content }: Proposal): Stretch | null {
	if (cue.opening !== "QUOTATION" || cue.content < cue.end) return null;
	const on = text.tokens.findIndex(
		({ folded }, index) => index > content.start && index < content.end && folded === ON,
	);
	const first = text.tokens[content.start];
	const isShort = on > content.start && on - content.start <= LONGEST_QUOTED;
	return isShort && first !== undefined && isKnownNoun(first)
		? { start: content.start, end: on }
		: null;
}

/** "The president his counterpart …": the second is no part of the name of who speaks. */
function counterpartInside({ tokens }: TokenisedText, { speakers }: Proposal): Stretch | null {
	for (const { mention } of speakers) {
		if (mention === null) continue;
		for (let index = mention.start + 1; index < mention.end; index += 1)
			if (COUNTERPART.test(tokens[index]?.folded ?? "")) return { start: index, end: mention.end };
	}
	return null;
}

/** "Answering a question of …", "addressing …": between the reporting word and what is said. */
function answered(text: TokenisedText, from: number, to: number): Stretch | null {
	for (let index = from; index < to; index += 1) {
		const word = text.tokens[index]?.folded ?? "";
		const isAddressing = formOf(text.tokens[index])?.verb.lemma === ADDRESSING;
		if (!isAddressing && !QUESTION.test(word)) continue;
		const mention = mentionIn(text, index + 1, to);
		if (mention?.start === index + 1 && isPerson(text, mention)) return mention;
	}
	return null;
}

function isPerson(text: TokenisedText, mention: Stretch): boolean {
	const head = text.tokens[mention.start];
	if (head === undefined || isOutlet(withoutConjunction(head.folded))) return false;
	return isSourceLike(text, mention) && (isAnonymousHead(head) || !isBodyHead(head));
}

/** Behind other states that speak together with the one that was named. */
function behindJoined({ tokens }: TokenisedText, from: number): number {
	let index = from;
	for (;;) {
		const rest = withoutConjunction(tokens[index]?.folded ?? "");
		const two = `${rest} ${tokens[index + 1]?.folded ?? ""}`;
		if (rest !== tokens[index]?.folded && nouns.country.has(two)) index += 2;
		else if (rest !== tokens[index]?.folded && nouns.country.has(rest)) index += 1;
		else return index;
	}
}

/**
 * The words that name whom something is said to: behind "for", as the object of the verb, or as
 * whose question is answered. Somebody who is only met or talked with is not spoken to.
 *
 * @param isKnown tells whether words are a name of somebody who has an entry
 * @param behind the first token behind the reporting word and behind who speaks
 * @returns each by himself; none where no words say so
 */
export function addresseesOf(
	text: TokenisedText,
	proposal: Proposal,
	behind: number,
	isKnown: IsKnown,
): Listener[] {
	const { cue } = proposal;
	const to = Math.max(cue.marker, cue.end);
	const object = takesListener(proposal)
		? (counterpartInside(text, proposal) ??
			objectIn(text, behindJoined(text, behind), to, isKnown) ??
			quotedObject(text, proposal))
		: null;
	const takesFor = cue.form?.verb.frames.has(LAM) === true;
	const named = object !== null || takesFor ? null : behindFor(text, cue.end, to, isKnown);
	const found = object ?? named ?? answered(text, cue.end, to);
	if (found === null) return [];
	return jointMentions(text, found).map((mention) => ({
		mention,
		hasFor: found === named && mention.start === found.start,
	}));
}
