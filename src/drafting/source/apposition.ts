import { WAW } from "../letters.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import { isNisba, nouns, withoutArticle } from "../words.ts";
import { isGivenName } from "./given-name.ts";
import { isTitle } from "./heads.ts";
import { isBareName } from "./name-parts.ts";
import { findPersonName } from "./person-name.ts";

/** The words from a position up to the next mark, or up to where the mention must end. */
function upToMark({ tokens }: TokenisedText, start: number, to: number): Token[] {
	let end = start;
	while (end < to && tokens[end]?.isWord === true) end += 1;
	return tokens.slice(start, end);
}

/** Whether a word joins something else with "and", and is no office that begins with the letter: wazir. */
function joinsOther({ folded }: Token): boolean {
	return folded.startsWith(WAW) && !nouns.title.has(withoutArticle(folded));
}

/** Behind an office without a name: the name, or more about the office. */
function completesOffice(text: TokenisedText, start: number, to: number): boolean {
	const next = text.tokens[start];
	if (next === undefined) return false;
	if (isBareName(upToMark(text, start, to))) return true;
	const isAdjective = nouns.nationality.has(next.folded) || isNisba(next.folded);
	return isAdjective || isGivenName(next) || isTitle(next);
}

/**
 * Whether the words behind a comma say more about who was just named: his name, or his office.
 *
 * @param start the first token of the mention
 * @param to where the mention must end
 */
export function isApposition(
	text: TokenisedText,
	start: number,
	comma: number,
	to: number,
): boolean {
	const next = text.tokens[comma + 1];
	if (comma + 1 >= to || next === undefined) return false;
	if (next.folded.startsWith(WAW) && !isTitle(next) && !isGivenName(next)) return false;
	const before = text.tokens.slice(start, comma);
	const isNamed = findPersonName(before) !== null || !before.some(isTitle);
	return isNamed ? isTitle(next) && !joinsOther(next) : completesOffice(text, comma + 1, to);
}
