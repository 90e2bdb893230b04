import { didYouMean } from "../../text/nearest.ts";
import { contains } from "../../text/span.ts";
import type { LocatedArticle, LocatedStatement } from "../located.ts";
import type { Report, Rule } from "../rule.ts";

function isWithin(inner: LocatedStatement, outer: LocatedStatement): boolean {
	if (inner === outer || inner.source !== outer.source || inner.spans.length === 0) return false;
	return inner.spans.every((span) => outer.spans.some((around) => contains(around, span)));
}

/** The statements around one; of two with the same words, the first is around the second, so that no parents go in a circle. */
function statementsAround(article: LocatedArticle, child: LocatedStatement): LocatedStatement[] {
	const position = article.statements.indexOf(child);
	return article.statements.filter(
		(outer, index) => isWithin(child, outer) && (index < position || !isWithin(outer, child)),
	);
}

function checkStatement(article: LocatedArticle, child: LocatedStatement, report: Report): void {
	const { entry, path } = child;
	const keys = article.statements.map((statement) => statement.entry.key);
	const named = article.statements.find((statement) => statement.entry.key === entry.parent);
	const around = statementsAround(article, child);
	const place = article.source.at([...path, entry.parent === undefined ? "key" : "parent"]);
	if (entry.parent !== undefined && named === undefined)
		report(
			place,
			`expected the key of a statement of this article, found "${entry.parent}"${didYouMean(entry.parent, keys)}`,
		);
	else if (
		named !== undefined &&
		child.spans.length > 0 &&
		named.spans.length > 0 &&
		!around.includes(named)
	)
		report(
			place,
			`expected a parent whose content has this content inside it, found ${named.entry.key}, which has not`,
		);
	else if (entry.parent === undefined && around.length > 0)
		report(
			place,
			`expected a parent, as the content lies inside that of ${around.map((outer) => outer.entry.key).join(", ")}, found none`,
		);
}

/** A statement inside another names it as its parent, and a parent contains its children. */
export const parentContains: Rule = {
	name: "parent-contains",
	check({ articles }, report) {
		for (const article of articles)
			for (const statement of article.statements) checkStatement(article, statement, report);
	},
};
