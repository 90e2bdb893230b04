import { findQuotations } from "../../text/quotations.ts";
import { contains, type Range } from "../../text/span.ts";
import { textOf } from "../corpus.ts";
import { quoteForMessage } from "../diagnostic.ts";
import type { LocatedArticle, LocatedStatement } from "../located.ts";
import type { Report, Rule } from "../rule.ts";

/** A literal quotation may also follow a colon, without marks. */
export function isQuoted(text: string, range: Range): boolean {
	if (/:\s*$/u.test(text.slice(0, range.start))) return true;
	return findQuotations(text).pairs.some(({ inner }) => contains(inner, range));
}

function checkStatement(
	article: LocatedArticle,
	statement: LocatedStatement,
	report: Report,
): void {
	const { entry, path, quotes } = statement;
	const text = textOf(article, article.document, statement.source);
	const listed = entry.quotes?.length ?? 0;
	if (entry.kind === "MIXED" && listed === 0)
		report(
			article.source.at([...path, "kind"]),
			"expected quotes in a MIXED statement, found none; list its verbatim words, or make it INDIRECT",
		);
	if (entry.kind !== "MIXED" && listed > 0)
		report(
			article.source.at([...path, "quotes"]),
			`expected quotes in a MIXED statement only, found them in ${entry.kind}: of a DIRECT one everything is quoted, of an INDIRECT one nothing`,
		);
	for (const [index, quote] of quotes.entries())
		if (!isQuoted(text, quote))
			report(
				article.source.at(
					entry.kind === "DIRECT" ? [...path, "content"] : [...path, "quotes", index],
				),
				`expected words between quotation marks or after a colon, found ${quoteForMessage(text.slice(quote.start, quote.end))} outside of any`,
			);
}

/** DIRECT is quoted, MIXED has quoted words and lists them, INDIRECT lists none. */
export const kindFitsQuotes: Rule = {
	name: "kind-fits-quotes",
	check({ articles }, report) {
		for (const article of articles)
			for (const statement of article.statements)
				if (statement.spans.length > 0) checkStatement(article, statement, report);
	},
};
