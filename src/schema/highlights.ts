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
export async function highlightsOfStatement(
	context: Context,
	{ node, marks }: Edge<StatementRow>,
): Promise<SpanInText[]> {
	if (marks === null) return [];
	const ranges = await context.loaders.marks.load("Statement", marks, node.slug);
	return statementHighlights(node, ranges).map((span) =>
		spanOfArticle(context, node.articleSlug, span),
	);
}

/** Where the words of a search stand in an article. */
export async function highlightsOfArticle(
	context: Context,
	{ node, marks }: Edge<ArticleRow>,
): Promise<SpanInText[]> {
	if (marks === null) return [];
	const { loaders } = context;
	const [ranges, body] = await Promise.all([
		loaders.marks.load("Article", marks, node.slug),
		loadOne(loaders.articleBody, node.slug),
	]);
	return articleHighlights({ title: node.title, body }, ranges).map((span) =>
		spanOfArticle(context, node.slug, span),
	);
}
