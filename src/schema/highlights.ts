import type { ArticleRow, StatementRow } from "../database/rows.ts";
import { articleHighlights, statementHighlights } from "../database/search/highlight.ts";
import type { Edge } from "./connection.ts";
import type { Context } from "./context.ts";
import { loadOne } from "./load.ts";
import { type SpanInText, spanOfArticle } from "./text-span.ts";

/** An edge with all that it has: every connection of this schema is made by connectionOf. */
export function toEdge<Row>(edge: object): Edge<Row> {
	return edge as Edge<Row>;
}

/** Where the words of a search stand in a statement. */
export function highlightsOfStatement(
	context: Context,
	{ node, marks }: Edge<StatementRow>,
): SpanInText[] {
	if (marks.length === 0) return [];
	return statementHighlights(node, marks).map((span) =>
		spanOfArticle(context, node.articleSlug, span),
	);
}

/** Where the words of a search stand in an article. */
export async function highlightsOfArticle(
	context: Context,
	{ node, marks }: Edge<ArticleRow>,
): Promise<SpanInText[]> {
	if (marks.length === 0) return [];
	const body = await loadOne(context.loaders.articleBody, node.slug);
	return articleHighlights({ title: node.title, body }, marks).map((span) =>
		spanOfArticle(context, node.slug, span),
	);
}
