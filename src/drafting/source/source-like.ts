import type { Token, TokenisedText } from "../tokens.ts";
import { hasArticle, nouns } from "../words.ts";
import { isGivenName } from "./given-name.ts";
import { isAnonymousHead, isBodyHead, isTitle } from "./heads.ts";
import { findPersonName } from "./person-name.ts";
import type { Stretch } from "./stretch.ts";

/** Whether words look like somebody or something that can speak, and not like what is said. */
export function isSourceLike(text: TokenisedText, { start, end }: Stretch): boolean {
	const words = text.tokens.slice(start, end);
	const head = words[0];
	if (head === undefined) return false;
	if (!head.isWord || isAnonymousHead(head) || isTitle(head) || isBodyHead(head)) return true;
	if (hasArticle(head.folded) || text.names.has(head.folded) || nouns.country.has(head.folded))
		return true;
	return isGivenName(head) || findPersonName(words) !== null;
}

/** Whether a word has the article and is no name: a noun that the reader already knows. */
export function isKnownNoun(token: Token): boolean {
	return hasArticle(token.folded) && !isGivenName(token);
}
