import type { CorpusArticle, CorpusStatement } from "../curation/corpus.ts";
import type { Span } from "../text/span.ts";
import { numbered, toDay, toJson } from "./row-values.ts";
import type { Tables } from "./tables.ts";

/** The rows of all that statements are linked to; in their own rows they have the same as JSON. */
export function linkRows(
	articles: readonly CorpusArticle[],
): Pick<Tables, "attribution" | "addressee" | "relay" | "statementLocation"> {
	const mentioned = <Row extends { mention: Span | null }>(
		statement: CorpusStatement,
		rows: readonly Row[],
	) =>
		numbered(rows, { statementSlug: statement.slug }).map((row) => ({
			...row,
			mention: toJson(row.mention),
		}));
	const statements = articles.flatMap((article) => article.statements);
	return {
		attribution: articles.flatMap((article) =>
			article.statements.flatMap((statement) =>
				mentioned(statement, statement.attributions).map((row) => ({
					...row,
					articleSlug: article.slug,
					statementPosition: statement.position,
					saidEarliest: toDay(statement.said.earliest),
				})),
			),
		),
		addressee: statements.flatMap((statement) => mentioned(statement, statement.addressees)),
		relay: statements.flatMap((statement) => mentioned(statement, statement.relays)),
		statementLocation: statements.flatMap((statement) => mentioned(statement, statement.locations)),
	};
}
