import { searchable, wordsOf } from "./searchable.ts";

/** One thing that is searched: a word, or several that stand one after the other. */
export interface SearchTerm {
	/** In the spelling of `searchable`. */
	readonly words: readonly [string, ...string[]];
	/** Whether it must not be there. */
	readonly excluded: boolean;
}

/** A search as typed, taken apart; or what is wrong with it. */
export type SearchQuery =
	| { readonly terms: readonly SearchTerm[] }
	| { readonly fault: "UNCLOSED_PHRASE" | "TOO_LONG" | "TOO_LONG_A_WORD" | "TOO_MANY_WORDS" };

/** The longest search, in UTF-16 units, and the most words that it may have. */
export const LONGEST_SEARCH = 1000;
/** The longest word, folded: PostgreSQL leaves words of more than 2,046 bytes out of a text. */
export const LONGEST_WORD = 100;
export const MOST_WORDS = 24;

// Straight, curly, low and angle quotation marks: whichever opens, any closes.
const QUOTE = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02';
const MINUS = "-\u2212\uff0d";
/** An optional minus, then a phrase between quotation marks, or all up to white space or a mark. */
const PART = new RegExp(
	`(?<minus>[${MINUS}])?(?:[${QUOTE}](?<phrase>[^${QUOTE}]*)(?<closed>[${QUOTE}])?|(?<word>[^\\s${QUOTE}]+))`,
	"gu",
);

function isWords(words: readonly string[]): words is [string, ...string[]] {
	return words.length > 0;
}

/**
 * Takes a search apart as people type it: words that must all be there, "a phrase" of
 * words one after the other, and -a word or -"a phrase" that must not be there. What is
 * typed without a space, such as a number with its unit, is a phrase too.
 *
 * @returns the terms, none for a search without a letter or a number; or the fault
 */
export function parseSearch(typed: string): SearchQuery {
	if (typed.length > LONGEST_SEARCH) return { fault: "TOO_LONG" };
	const terms: SearchTerm[] = [];
	for (const { groups } of typed.matchAll(PART)) {
		if (groups?.phrase !== undefined && groups.closed === undefined)
			return { fault: "UNCLOSED_PHRASE" };
		const words = wordsOf(searchable(groups?.phrase ?? groups?.word ?? "").text);
		if (isWords(words)) terms.push({ words, excluded: groups?.minus !== undefined });
	}
	const all = terms.flatMap(({ words }) => words);
	if (all.some((word) => word.length > LONGEST_WORD)) return { fault: "TOO_LONG_A_WORD" };
	return all.length > MOST_WORDS ? { fault: "TOO_MANY_WORDS" } : { terms };
}
