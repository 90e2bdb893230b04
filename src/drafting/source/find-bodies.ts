import { verbForms } from "../cues/verbs.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import { bareWord, grammar, hasArticle, nouns } from "../words.ts";
import type { Entities } from "./entities.ts";
import { isBodyHead } from "./heads.ts";
import { nameText, nameWords } from "./names.ts";

/** In tokens. */
const LONGEST_BODY = 8;
/** "And", "with", "for" attached: wa-, bi-, li-. */
const ATTACHED = /^(?:\u0648|\u0628|\u0644)/u;

/** A word right behind the noun for a body that can be its name: no verb, nothing attached. */
function isProperNoun({ folded }: Token): boolean {
	return !verbForms.has(folded) && !ATTACHED.test(folded);
}

/** Whether the name of a body goes on with a word: one with the article, or right behind the noun. */
function goesOn(tokens: readonly Token[], start: number, index: number): boolean {
	const token = tokens[index];
	if (token === undefined || token.sentence !== tokens[start]?.sentence) return false;
	if (!token.isWord) return false;
	if (grammar.break.has(token.folded) || grammar.that.has(token.folded)) return false;
	return (
		hasArticle(token.folded) ||
		nouns.nationality.has(token.folded) ||
		(index === start + 1 && (isBodyHead(token) || isProperNoun(token)))
	);
}

/** The position behind the name that begins with the noun for a body. */
function endOfBody(tokens: readonly Token[], start: number): number {
	let end = start + 1;
	while (end - start < LONGEST_BODY && goesOn(tokens, start, end)) end += 1;
	return end;
}

/** Finds the names of bodies and outlets: a noun for one, and the words that go with it. */
export function findBodies(text: TokenisedText, entities: Entities): void {
	const { tokens } = text;
	for (const [index, token] of tokens.entries()) {
		if (!isBodyHead(token) || hasArticle(token.folded)) continue;
		const name = tokens.slice(index, endOfBody(tokens, index));
		if (name.length < 2) continue;
		const kind = nouns.media.has(bareWord(token.folded)) ? "MEDIA" : "ORGANIZATION";
		entities.add(nameText(text.text, name), nameWords(name), kind, [], index);
	}
}
