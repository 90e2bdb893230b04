import { lineAndColumn } from "../../text/words.ts";
import { quoteForMessage } from "../diagnostic.ts";
import { groupBy } from "../group-by.ts";
import type { LocatedArticle, LocatedSegment } from "../located.ts";
import type { Report, Rule } from "../rule.ts";

interface Part {
	readonly article: LocatedArticle;
	readonly segment: LocatedSegment;
}

function reportGap(article: LocatedArticle, start: number, end: number, report: Report): void {
	const gap = article.document.text.slice(start, end);
	if (gap.trim() === "") return;
	const offset = start + gap.length - gap.trimStart().length;
	const { line } = lineAndColumn(article.document.text, offset);
	report(
		article.source.at(["segments"]),
		`expected segments that cover all of documents/${article.document.fileName}, found line ${line} in none: ${quoteForMessage(gap)}`,
	);
}

/**
 * @param sharing articles of one document
 * @param isWhole whether these are all of its articles, so that no part of it may be missing
 */
function checkDocument(sharing: readonly LocatedArticle[], isWhole: boolean, report: Report): void {
	const parts = sharing
		.flatMap((article): Part[] => article.segments.map((segment) => ({ article, segment })))
		.toSorted((a, b) => a.segment.span.start - b.segment.span.start);
	let end = 0;
	for (const { article, segment } of parts) {
		if (segment.span.start < end)
			report(
				article.source.at(segment.path),
				`expected a segment that begins after the one before it, found ${quoteForMessage(article.document.text.slice(segment.span.start, Math.min(end, segment.span.end)))} in both`,
			);
		else if (isWhole) reportGap(article, end, segment.span.start, report);
		end = Math.max(end, segment.span.end);
	}
	const last = sharing.at(-1);
	if (last !== undefined && isWhole) reportGap(last, end, last.document.text.length, report);
}

/** The segments of all articles of a document cover it, each character once. */
export const segmentsCover: Rule = {
	name: "segments-cover",
	check({ articles, halfRead }, report) {
		const byDocument = groupBy(articles, ({ document }) => document.fileName);
		for (const [fileName, sharing] of byDocument)
			checkDocument(sharing, !halfRead.has(fileName), report);
	},
};
