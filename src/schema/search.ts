import type { References } from "../database/references.ts";
import type { Search } from "../database/search/search.ts";
import { badUserInput } from "./errors.ts";

/** How a search is written: the end of the description of each argument that takes one. */
export const SEARCH =
	'All words must be there, in any order and spelling: with or without hamza, tashkeel, tatweel and attached particles; "several words" in quotation marks stand one after the other; a word or phrase after - must not be there. A word that the corpus does not have stands for those most like it. A search without a letter or a number matches nothing.';

/**
 * The search that an order by relevance goes by.
 *
 * @throws BAD_USER_INPUT when there is none
 */
export async function searchOf(
	references: References,
	search: string | null | undefined,
): Promise<Search> {
	if (search != null) return references.search(search);
	throw badUserInput(
		"expected filter.search for the order RELEVANCE, found none; search for something, or take another order",
	);
}
