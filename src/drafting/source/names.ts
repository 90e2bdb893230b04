import { fold } from "../../text/fold.ts";
import type { Token } from "../tokens.ts";
import { withoutArticle } from "../words.ts";

/** Folded words of a name, for comparing: without the article and what is attached to the first. */
export function nameWords(tokens: readonly Token[]): string[] {
	return tokens.filter(({ isWord }) => isWord).map(({ folded }) => withoutArticle(folded));
}

/** The text of a name, without the conjunction or preposition attached to its first word. */
export function nameText(text: string, tokens: readonly Token[]): string {
	const first = tokens[0];
	const last = tokens.at(-1);
	if (first === undefined || last === undefined) return "";
	return text.slice(first.start, last.end).replace(/\s+/gu, " ");
}

/** A name as it is compared with others. */
export function wordsOfName(name: string): string[] {
	return fold(name)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== "")
		.map(withoutArticle);
}
