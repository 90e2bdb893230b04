import { FROM } from "../letters.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import { grammar, nouns, withoutArticle, withoutPreposition } from "../words.ts";
import { isBodyHead, isTitle } from "./heads.ts";
import type { Stretch } from "./stretch.ts";

/** So many tokens behind a document "issued by" stands at most. */
const FARTHEST_ISSUED = 4;

/** Whether a word is "by" behind "issued": sadir an. */
export function isIssued(tokens: readonly Token[], start: number, index: number): boolean {
	if (index - start > FARTHEST_ISSUED || tokens[index]?.folded !== FROM) return false;
	return grammar.issued.has(tokens[index - 1]?.folded ?? "");
}

/** Whether a document with nothing more than its noun is a communique, which somebody issued. */
function isCommunique(token: Token | undefined): boolean {
	return grammar.communique.has(withoutArticle(token?.folded ?? ""));
}

/** Whether a word, with "of" before it or not, begins the name of a body, an office or a state. */
function beginsIssuer(token: Token): boolean {
	const of = withoutPreposition(token.folded, "l");
	return [token.folded, of].some((word) => {
		if (word === null) return false;
		return (
			nouns.country.has(word) ||
			nouns.organisation.has(withoutArticle(word)) ||
			nouns.title.has(withoutArticle(word))
		);
	});
}

/**
 * The words that name who issued a communique: behind "issued by", or right behind its noun.
 *
 * @returns null where nobody is named
 */
export function issuerOf({ tokens }: TokenisedText, { start, end }: Stretch): Stretch | null {
	if (!isCommunique(tokens[start])) return null;
	for (let index = start + 1; index < end; index += 1)
		if (isIssued(tokens, start, index) && index + 1 < end) return { start: index + 1, end };
	const next = tokens[start + 1];
	if (next === undefined || start + 1 >= end) return null;
	return beginsIssuer(next) || isBodyHead(next) || isTitle(next) ? { start: start + 1, end } : null;
}
