import { isPlainComma } from "../sentence.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import { nouns, withoutArticle, withoutConjunction } from "../words.ts";
import { isGivenName } from "./given-name.ts";
import { isBodyHead, isTitle } from "./heads.ts";
import { findPersonName } from "./person-name.ts";
import type { Stretch } from "./stretch.ts";

/** Whether a word joins somebody else with "and": it begins a name, an office, a state. */
function joins(text: TokenisedText, index: number): boolean {
	const token = text.tokens[index];
	if (token === undefined || !token.isWord) return false;
	const rest = withoutConjunction(token.folded);
	if (rest === token.folded || nouns.givenName.has(token.folded)) return false;
	if (nouns.title.has(withoutArticle(token.folded)) || text.names.has(token.folded)) return false;
	if (
		nouns.country.has(token.folded) ||
		(isBodyHead(token) && nouns.organisation.has(withoutArticle(token.folded)))
	)
		return false;
	return (
		nouns.country.has(rest) ||
		nouns.country.has(`${rest} ${text.tokens[index + 1]?.folded ?? ""}`) ||
		text.names.has(rest) ||
		isGivenName({ ...token, folded: rest, text: token.text.slice(1) }) ||
		(isTitle({ ...token, folded: rest }) &&
			findPersonName(text.tokens.slice(index, index + 8)) !== null)
	);
}

/** Whether a state stands at the beginning of some words, its name of one word or two, with or without "and". */
function beginsWithState(words: readonly Token[]): boolean {
	const first = words[0]?.folded ?? "";
	const second = words[1]?.folded ?? "";
	return [first, withoutConjunction(first)].some(
		(word) => nouns.country.has(word) || nouns.country.has(`${word} ${second}`),
	);
}

/** Whether words by themselves name somebody: a state, a person, a body. */
function canStandAlone(text: TokenisedText, words: readonly Token[]): boolean {
	const head = words[0];
	if (head === undefined) return false;
	return (
		beginsWithState(words) ||
		text.names.has(head.folded) ||
		text.names.has(withoutConjunction(head.folded)) ||
		findPersonName(words) !== null ||
		isBodyHead(head)
	);
}

/** The name that stands behind a comma, for a plural office before it. */
function behindComma(text: TokenisedText, { start, end }: Stretch): Stretch | null {
	for (let index = end - 1; index > start; index -= 1) {
		if (isPlainComma(text.tokens[index])) return { start: index + 1, end };
	}
	return null;
}

function split(text: TokenisedText, { start, end }: Stretch): Stretch[] {
	const borders = [start];
	for (let index = start + 1; index < end; index += 1) if (joins(text, index)) borders.push(index);
	return borders.map((from, position) => ({ start: from, end: borders[position + 1] ?? end }));
}

/**
 * The parts of a mention that names several who speak together; the mention itself where it
 * names one. Every part is a name, a body or a state by itself.
 */
export function jointMentions(text: TokenisedText, mention: Stretch): Stretch[] {
	for (const whole of [behindComma(text, mention), mention]) {
		if (whole === null) continue;
		const parts = split(text, whole);
		const stand = parts.every((part) =>
			canStandAlone(text, text.tokens.slice(part.start, part.end)),
		);
		if (parts.length > 1 && stand) return parts;
	}
	return [mention];
}
