import { verbForms } from "../cues/verbs.ts";
import type { TokenisedText } from "../tokens.ts";
import { bareWord, grammar, hasArticle, withoutConjunction } from "../words.ts";
import type { Stretch } from "./stretch.ts";

/** In tokens. */
const LONGEST = 7;

/** Whether a noun phrase goes on: no mark, no verb of reporting, no adverb. */
function goesOn({ tokens }: TokenisedText, start: number, index: number): boolean {
	const token = tokens[index];
	if (token === undefined || !token.isWord || token.sentence !== tokens[start]?.sentence)
		return false;
	if (verbForms.has(token.folded) || grammar.that.has(token.folded)) return false;
	return !grammar.break.has(token.folded) || grammar.phrasePreposition.has(token.folded);
}

/**
 * The words with which a text introduced what it now calls by a noun with the article alone: "the
 * study" was "a study of the university of …".
 *
 * @returns null where the noun did not stand before without its article
 */
export function introducedBefore(text: TokenisedText, { start, end }: Stretch): string | null {
	const head = text.tokens[start];
	if (head === undefined || end - start > 2 || !hasArticle(head.folded)) return null;
	const noun = bareWord(head.folded);
	for (let index = start - 1; index >= 0; index -= 1) {
		const token = text.tokens[index];
		if (token === undefined || !token.isWord) continue;
		if (token.folded !== noun && withoutConjunction(token.folded) !== noun) continue;
		let last = index + 1;
		while (last - index < LONGEST && goesOn(text, index, last)) last += 1;
		if (last - index < 2) continue;
		return text.text.slice(token.start, text.tokens[last - 1]?.end).replace(/\s+/gu, " ");
	}
	return null;
}
