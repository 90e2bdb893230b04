import type { Token } from "../tokens.ts";
import {
	bareWord,
	nouns,
	withoutAccusative,
	withoutArticle,
	withoutConjunction,
	withoutPronoun,
} from "../words.ts";

/** Whether a word is one by which sources are described that have no name. */
export function isAnonymousHead(token: Token | undefined): boolean {
	if (token === undefined || !token.isWord) return false;
	return [
		withoutArticle(token.folded),
		bareWord(token.folded),
		withoutAccusative(token.folded),
	].some((word) => nouns.anonymous.has(word));
}

/** Whether a word begins the name of a body or an outlet. */
export function isBodyHead(token: Token | undefined): boolean {
	if (token === undefined || !token.isWord) return false;
	return [withoutArticle(token.folded), bareWord(token.folded)].some(
		(word) => nouns.organisation.has(word) || nouns.media.has(word),
	);
}

/** Whether a word begins the name of an office. */
export function isTitle(token: Token | undefined): boolean {
	if (token === undefined || !token.isWord) return false;
	const words = [token.folded, withoutConjunction(token.folded)];
	return words.some(
		(word) =>
			nouns.title.has(withoutArticle(word)) ||
			nouns.title.has(withoutPronoun(word)) ||
			nouns.title.has(withoutAccusative(word)),
	);
}
