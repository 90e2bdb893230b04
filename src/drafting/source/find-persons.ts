import { HEH } from "../letters.ts";
import { sentenceEnd } from "../sentence.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import { bareWord, nouns } from "../words.ts";
import type { Entities } from "./entities.ts";
import { isGivenName } from "./given-name.ts";
import { isTitle } from "./heads.ts";
import { mentionIn } from "./mention.ts";
import { nameText, nameWords } from "./names.ts";
import { officeOf, titleBefore, titleBehind } from "./offices.ts";
import { findPersonName } from "./person-name.ts";

/** Tokens that a name with its marks takes at most. */
const LONGEST_NAME = 6;
/** Tokens in which an office and the name behind it are looked for. */
const LONGEST_MENTION = 12;

/** Whether a given name here begins a personal name, and is no ordinary word. */
function beginsName(tokens: readonly Token[], index: number): boolean {
	const token = tokens[index];
	if (!isGivenName(token) || isGivenName(tokens[index - 1])) return false;
	const next = tokens[index + 1];
	const before = tokens[index - 1];
	if (next === undefined || !next.isWord || next.sentence !== token?.sentence) return false;
	const introduced =
		isTitle(before) ||
		(before !== undefined && nouns.nationality.has(before.folded)) ||
		titleBefore(tokens, index).length > 0;
	return introduced || isGivenName(next);
}

/** Whether the offices before a name and behind it, where both are there, can be one person's. */
function agree(before: readonly string[], behind: readonly string[]): boolean {
	if (!behind.some((word) => nouns.title.has(word))) return true;
	const ofWoman = (words: readonly string[]) =>
		words.some((word) => nouns.title.has(word) && word.endsWith(HEH));
	return before.length === 0 || behind.length === 0 || ofWoman(before) === ofWoman(behind);
}

/** Finds every person whose full name an article gives, with the offices beside it. */
export function findPersons(text: TokenisedText, entities: Entities): void {
	const { tokens } = text;
	for (const [index, token] of tokens.entries()) {
		if (!token.isWord || !beginsName(tokens, index)) continue;
		const words = tokens.slice(index, index + LONGEST_NAME);
		const stretch = findPersonName(words.filter(({ sentence }) => sentence === token.sentence));
		if (stretch === null || stretch.start !== 0 || stretch.end < 2) continue;
		const name = words.slice(0, stretch.end);
		if (name.some(({ isWord }) => !isWord)) continue;
		const before = titleBefore(tokens, index, officeOf(entities.all.at(-1)));
		const behind = titleBehind(tokens, index + stretch.end);
		// Behind the name of a man an office of a woman is that of whom he met.
		const titles = agree(before, behind) ? [...before, ...behind] : before;
		entities.add(nameText(text.text, name), nameWords(name), "PERSON", titles, index);
	}
}

/** The mention of somebody by his office from a position on; null where none begins right there. */
function titledAt(text: TokenisedText, index: number): Token[] | null {
	const end = Math.min(sentenceEnd(text, index), index + LONGEST_MENTION);
	const mention = mentionIn(text, index, end);
	return mention?.start === index ? text.tokens.slice(index, mention.end) : null;
}

/** Finds persons by the office before a name that is in no lexicon. */
export function findTitled(text: TokenisedText, entities: Entities): void {
	const { tokens } = text;
	for (const [index, token] of tokens.entries()) {
		if (!isTitle(token) || isTitle(tokens[index - 1])) continue;
		const words = titledAt(text, index);
		const name = words === null ? null : findPersonName(words);
		if (words === null || name === null || name.start === 0 || name.end - name.start < 2) continue;
		const named = words.slice(name.start, name.end);
		if (named.some(({ isWord }) => !isWord)) continue;
		const bare = (some: readonly Token[]) =>
			some.filter(({ isWord }) => isWord).map(({ folded }) => bareWord(folded));
		const before = bare(words.slice(0, name.start));
		const behind = bare(words.slice(name.end));
		const titles = agree(before, behind) ? [...before, ...behind] : before;
		const position = index + name.start;
		entities.add(nameText(text.text, named), nameWords(named), "PERSON", titles, position);
	}
}
