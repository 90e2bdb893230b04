import type { Draft } from "./draft.ts";
import { type DraftContext, draftArticle } from "./draft-article.ts";
import { isDay } from "./extent/days.ts";
import { readPage } from "./extent/read-page.ts";
import type { PageArticle } from "./page.ts";

/** An article of a page with all that is proposed for it. */
export interface DraftedArticle {
	readonly page: PageArticle;
	readonly draft: Draft;
}

/** The day on which an article was published; null where the page does not tell it to the day. */
function dayOf({ published }: PageArticle): string | null {
	return published !== null && isDay(published.date) ? published.date : null;
}

/**
 * Finds the articles of a page and what is said in each.
 *
 * @param text the document, as `readPageText` gives it
 * @param known the entries by which names are resolved
 * @returns one for each article, in the order of the page; none where there is no article
 */
export function draftPage(text: string, known: Omit<DraftContext, "day">): DraftedArticle[] {
	return readPage(text).map((page) => ({
		page,
		draft: draftArticle(page, { ...known, day: dayOf(page) }),
	}));
}
