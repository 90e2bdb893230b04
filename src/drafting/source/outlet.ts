import { LAM } from "../letters.ts";
import { openedAt } from "../quotations.ts";
import type { TokenisedText } from "../tokens.ts";
import { grammar, nouns, withoutArticle, withoutPreposition } from "../words.ts";
import { isGivenName } from "./given-name.ts";
import { isAnonymousHead, isTitle } from "./heads.ts";

/** The name of an outlet, without marks round it, has at most so many words behind its noun. */
const LONGEST_NAME = 5;
/** Between brackets it has at most so many. */
const LONGEST_IN_BRACKETS = 3;

/** The position behind brackets with few words that open at a position; null where none do. */
export function behindBrackets({ tokens }: TokenisedText, index: number): number | null {
	if (tokens[index]?.text !== "(") return null;
	for (let end = index + 2; end <= index + 1 + LONGEST_IN_BRACKETS; end += 1)
		if (tokens[end]?.text === ")") return end + 1;
	return null;
}

/** Whether a word is the noun for an outlet with "to" before it: lil-sahifa, li-wakala. */
function isToOutlet(word: string): boolean {
	const noun = withoutPreposition(word, "l");
	return noun !== null && nouns.media.has(withoutArticle(noun));
}

/** The position behind an outlet named by its noun: with its name between marks, or up to whoever speaks. */
function behindNoun(text: TokenisedText, index: number, to: number): number {
	let end = index + 1;
	while (end < to && end - index <= LONGEST_NAME) {
		const token = text.tokens[end];
		const quotation = openedAt(text, end);
		if (quotation !== undefined) {
			end = quotation.endToken + 1;
			while (nouns.nationality.has(text.tokens[end]?.folded ?? "")) end += 1;
			return end;
		}
		if (!token?.isWord || grammar.break.has(token.folded)) return end;
		if (isTitle(token) || isGivenName(token) || isAnonymousHead(token)) return end;
		end += 1;
	}
	return end;
}

/**
 * The position behind an outlet that is spoken to, where it stands right behind the verb and before
 * whoever speaks: "affirmed to «…» the minister".
 *
 * @param to where the words beside the verb end
 * @returns null where none begins at the position
 */
export function behindOutlet(text: TokenisedText, index: number, to: number): number | null {
	const word = text.tokens[index]?.folded ?? "";
	if (word === LAM) {
		const quotation = openedAt(text, index + 1);
		if (quotation !== undefined) return Math.min(to, quotation.endToken + 1);
		return behindBrackets(text, index + 1) ?? Math.min(to, index + 2);
	}
	return isToOutlet(word) ? Math.min(to, behindNoun(text, index, to)) : null;
}
