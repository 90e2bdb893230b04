import type { CheckedCorpus } from "../../curation/corpus.ts";
import { searchable, wordsOf } from "../../text/searchable.ts";
import type { Tables } from "../tables.ts";
import { articleText } from "./article-text.ts";

/** What search compares: the texts in its spelling, and each word of them once, sorted. */
export function searchRows({
	articles,
}: CheckedCorpus): Pick<Tables, "articleSearch" | "statementSearch" | "searchWord"> {
	const articleSearch = articles.map((article) => ({
		articleSlug: article.slug,
		text: searchable(articleText(article)).text,
	}));
	const statements = articles.flatMap((article) => article.statements);
	const words = new Set(articleSearch.flatMap(({ text }) => wordsOf(text)));
	return {
		articleSearch,
		statementSearch: statements.map(({ slug, text }) => ({
			statementSlug: slug,
			text: searchable(text).text,
		})),
		searchWord: [...words].toSorted().map((word) => ({ word })),
	};
}
