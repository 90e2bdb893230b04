import type { CheckedCorpus } from "../../curation/corpus.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import { searchable, wordsOf } from "../../text/searchable.ts";
import { articleText } from "./article-text.ts";

/** The rows of the tables that search compares. */
interface SearchRows {
	readonly articleSearch: Prisma.ArticleSearchCreateManyInput[];
	readonly statementSearch: Prisma.StatementSearchCreateManyInput[];
	readonly searchWord: Prisma.SearchWordCreateManyInput[];
}

/** What search compares: the texts in its spelling, and each word of them once, sorted. */
export function searchRows({ articles }: CheckedCorpus): SearchRows {
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
