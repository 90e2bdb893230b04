import { FOR_THE, HEH } from "../letters.ts";
import type { Token } from "../tokens.ts";
import { bareWord, grammar, isAmerican } from "../words.ts";
import { type Entities, type Entity, latest } from "./entities.ts";

/** Words so long, without the ending of the feminine, still say what office it is. */
const SHORTEST_FEMININE = 4;

/** "For the", before what an office is of: lil-. */
const FOR_THE_NOUN = new RegExp(`^${FOR_THE}(?=.{3})`, "u");

/**
 * Two spellings of the adjective of the United States count as one, the office of a woman and of a
 * man, and what an office is of with "for" before it and without.
 */
function oneSpelling(spelling: string): string {
	const word = spelling.replace(FOR_THE_NOUN, "");
	if (isAmerican(word)) return "us";
	return word.length >= SHORTEST_FEMININE && word.endsWith(HEH) ? word.slice(0, -1) : word;
}

/** Words of an office as they are compared: folded, bare, in one spelling. */
export function titleWords(words: readonly Token[]): string[] {
	return words.filter(({ isWord }) => isWord).map(({ folded }) => oneSpelling(bareWord(folded)));
}

/** The person whose offices have all the words of an epithet. */
export function byTitle(
	words: readonly Token[],
	entities: Entities,
	position: number,
): Entity | null {
	const wanted = titleWords(words.filter(({ folded }) => !grammar.same.has(folded)));
	const fits = entities.all.filter(({ titles, kind }) => {
		if (kind !== "PERSON") return false;
		const known = new Set([...titles].map(oneSpelling));
		return wanted.every((word) => known.has(word));
	});
	return latest(fits, position);
}
