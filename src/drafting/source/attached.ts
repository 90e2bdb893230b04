import { ARTICLE } from "../letters.ts";
import type { Token } from "../tokens.ts";
import { isHead, nouns, withoutConjunction, withoutPreposition } from "../words.ts";

/** "For the", "and for the": lil-, wa-lil-. */
const FOR_THE = /^\u0648?\u0644\u0644/u;

/** A name without "and" and "for" that are written together with its first word. */
export function withoutAttached(name: string, head: Token | undefined): string {
	const word = head?.folded ?? "";
	if (isHead(word)) return name;
	if (FOR_THE.test(word)) return name.replace(FOR_THE, ARTICLE);
	const hasOne = [withoutPreposition(word, "l"), withoutConjunction(word)].some(
		(rest) => rest !== null && rest !== word && isHead(rest),
	);
	return hasOne ? name.slice(1) : name;
}

/** A name without "and" attached to its first word, where the rest is a name that is known. */
export function withoutAnd(name: string, first: Token | undefined): string {
	if (first === undefined || nouns.givenName.has(first.folded)) return name;
	return nouns.givenName.has(withoutConjunction(first.folded)) ? name.slice(1) : name;
}
