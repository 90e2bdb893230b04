import { contains, overlaps, type Span } from "../../text/span.ts";
import { textOf } from "../corpus.ts";
import { quoteForMessage } from "../diagnostic.ts";
import type { LocatedArticle, LocatedStatement } from "../located.ts";
import type { Report, Rule } from "../rule.ts";

/** From the beginning of a statement's content to its end. */
function hull(statement: LocatedStatement): Span | null {
	const first = statement.spans[0];
	const last = statement.spans.at(-1);
	return first === undefined || last === undefined ? null : { ...first, end: last.end };
}

function reportDisorder(
	article: LocatedArticle,
	statement: LocatedStatement,
	report: Report,
): void {
	for (const [index, span] of statement.spans.entries()) {
		const previous = statement.spans[index - 1];
		if (previous !== undefined && span.start < previous.end)
			report(
				article.source.at([...statement.path, "content", index]),
				"expected the parts of a content in reading order, one after the other, found a part that begins before the one above it ends",
			);
	}
}

function reportCrossing(
	article: LocatedArticle,
	statement: LocatedStatement,
	other: LocatedStatement,
	report: Report,
): void {
	const mine = hull(statement);
	const theirs = hull(other);
	if (mine === null || theirs === null || other.source !== statement.source) return;
	if (!overlaps(mine, theirs) || contains(mine, theirs) || contains(theirs, mine)) return;
	const text = textOf(article, article.document, statement.source);
	const shared = text.slice(Math.max(mine.start, theirs.start), Math.min(mine.end, theirs.end));
	report(
		article.source.at([...statement.path, "content"]),
		`expected a content that is apart from that of ${other.entry.key} or inside it, found one that crosses it: ${quoteForMessage(shared)} belongs to both`,
	);
}

/** The parts of a content stand in reading order, and no two contents cross: they are apart, or one is inside the other. */
export const spansNest: Rule = {
	name: "spans-nest",
	check({ articles }, report) {
		for (const article of articles)
			for (const [index, statement] of article.statements.entries()) {
				reportDisorder(article, statement, report);
				for (const other of article.statements.slice(0, index))
					reportCrossing(article, statement, other, report);
			}
	},
};
