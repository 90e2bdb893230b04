import { BEH, LAM } from "../letters.ts";
import { openedAt, wordsInside } from "../quotations.ts";
import { isSameSentence } from "../sentence.ts";
import { isGivenName } from "../source/given-name.ts";
import { isTitle } from "../source/heads.ts";
import { findPersonName } from "../source/person-name.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import {
	type AttachedPreposition,
	grammar,
	hasArticle,
	isObjectHead,
	nouns,
	withoutArticle,
	withoutPreposition,
} from "../words.ts";
import type { Found } from "./cue.ts";
import type { VerbForm } from "./verbs.ts";

/** Shorter words that begin like a preposition are hardly ever one with a noun; behind an adverb less so. */
const SHORTEST_ATTACHED = 4;
const SHORTEST_FAR = 6;
/** The name of who speaks begins at most so many tokens behind the noun that his office is of. */
const FARTHEST_NAME = 5;
/** Prepositions of one letter, with their names for {@link withoutPreposition}. */
const ATTACHED = [
	[BEH, "b"],
	[LAM, "l"],
] as const;

/** Whether a word with a preposition before it tells where, to whom or how, and not what was said. */
function isAdverbial(text: TokenisedText, token: Token, noun: string): boolean {
	const bare = withoutArticle(noun);
	return (
		grammar.break.has(token.folded) ||
		grammar.that.has(token.folded) ||
		text.names.has(token.folded) ||
		grammar.placeNoun.has(noun) ||
		grammar.phrasePreposition.has(token.folded) ||
		nouns.givenName.has(token.folded) ||
		nouns.media.has(bare) ||
		nouns.organisation.has(bare)
	);
}

/** A noun with a preposition of one letter, as the object of a verb that takes it. */
function isAttached(
	text: TokenisedText,
	token: Token,
	preposition: AttachedPreposition,
	isFar: boolean,
): boolean {
	const rest = withoutPreposition(token.folded, preposition);
	if (rest === null || isAdverbial(text, token, rest)) return false;
	const shortest = isFar ? SHORTEST_FAR : SHORTEST_ATTACHED;
	return hasArticle(rest) || token.folded.length >= shortest || isObjectHead(rest);
}

/** Whether the name of who speaks is still to come, behind the office that a noun belongs to. */
function nameFollows(text: TokenisedText, cue: number, index: number): boolean {
	const words = text.tokens.slice(cue + 1, index);
	if (!words.some(isTitle) || findPersonName(words) !== null) return false;
	for (let next = index + 1; next <= index + FARTHEST_NAME; next += 1) {
		const token = text.tokens[next];
		if (token?.isWord !== true || !isSameSentence(text, next, cue)) return false;
		if (grammar.that.has(token.folded)) return false;
		if (nouns.honorific.has(token.folded) || isGivenName(token)) return true;
	}
	return false;
}

/** Where a preposition that is a word of its own begins the content: "that" may stand right behind it. */
function wordAt({ tokens }: TokenisedText, index: number): Found | null {
	const next = tokens[index + 1]?.folded ?? "";
	if (grammar.prepositionPhrase.has(next)) return null;
	return grammar.that.has(next)
		? { opening: "THAT", marker: index, content: index + 2 }
		: { opening: "NOMINAL", marker: index, content: index + 1 };
}

/** Where "with" stands apart before marks: "described him as «…»", with tatweel behind the letter. */
function quotedAt(text: TokenisedText, index: number, form: VerbForm): Found | null {
	if (text.tokens[index]?.folded !== BEH || !form.verb.frames.has("anyone")) return null;
	const opened = openedAt(text, index + 1);
	if (opened === undefined || wordsInside(text, opened).length < 2) return null;
	return { opening: "QUOTATION", marker: index, content: index + 2 };
}

/** Where a noun with a preposition of one letter is the content. */
function attachedAt(
	text: TokenisedText,
	cue: number,
	token: Token,
	index: number,
	form: VerbForm,
): Found | null {
	if (nameFollows(text, cue, index)) return null;
	// Behind an adverb a noun without the article is more often a part of it.
	const isFar = text.tokens.slice(cue + 1, index).some(({ folded }) => grammar.break.has(folded));
	const isContent = ATTACHED.some(
		([letter, name]) => form.verb.prepositions.has(letter) && isAttached(text, token, name, isFar),
	);
	return isContent ? { opening: "NOMINAL", marker: index, content: index } : null;
}

/** Where a preposition that the verb takes begins the content, by itself or attached to its noun. */
export function prepositionAt(
	text: TokenisedText,
	cue: number,
	index: number,
	form: VerbForm,
): Found | null {
	const token = text.tokens[index];
	if (token === undefined || !token.isWord) return null;
	if (form.verb.prepositions.has(token.folded)) return wordAt(text, index);
	return quotedAt(text, index, form) ?? attachedAt(text, cue, token, index, form);
}
