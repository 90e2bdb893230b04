import type { Order } from "../database/order.ts";
import type { References } from "../database/references.ts";
import type { Matches } from "../database/search/postings/matches.ts";
import type { Searched } from "../database/search/postings/read-matches.ts";
import { badUserInput } from "./errors.ts";

/** How a search is written: the end of the description of each argument that takes one. */
export const SEARCH =
	'All words must be there, in any order and spelling: with or without hamza, tashkeel, tatweel and attached particles; "several words" in quotation marks stand one after the other; a word or phrase after - must not be there. A word that the corpus does not have stands for those most like it. A search without a letter or a number matches nothing.';

/**
 * What the search has found that an order by relevance goes by.
 *
 * @throws BAD_USER_INPUT when there is none
 */
export async function matchesOf(
	references: References,
	searched: Searched,
	search: string | null | undefined,
): Promise<Matches> {
	if (search != null) return references.matches(searched, search);
	throw badUserInput(
		"expected filter.search for the order RELEVANCE, found none; search for something, or take another order",
	);
}

/** Whether a filter says nothing but what is searched for, and the order is that of its matches. */
export function isSearchAlone(filter: object | null | undefined, { ofMatches }: Order): boolean {
	const given = Object.entries(filter ?? {}).filter(([, value]) => value != null);
	return given.every(([name]) => name === "search") && ofMatches?.matches.areOthers === false;
}
