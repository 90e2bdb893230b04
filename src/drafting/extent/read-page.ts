import type { PageArticle, PageSegment } from "../page.ts";
import { type Arrangement, arrange } from "./arrange.ts";
import { type Line, linesOf } from "./line.ts";
import { type ArticleLines, publishedOf } from "./published.ts";
import { publisherOf } from "./publisher.ts";

/** What curation puts between two BODY segments. */
const BODY_SEPARATOR = "\n\n";

/** Joins neighbouring lines of one kind; what stands between two of them is in no other line. */
function segmentsOf(lines: readonly Line[], kinds: Arrangement["kinds"], from: number, to: number) {
	const segments: PageSegment[] = [];
	for (let at = from; at < to; at += 1) {
		const line = lines[at];
		const kind = kinds[at];
		const last = segments.at(-1);
		if (line === undefined || kind === undefined) continue;
		if (last?.kind === kind) segments[segments.length - 1] = { ...last, end: line.end };
		else segments.push({ kind, start: line.start, end: line.end });
	}
	return segments;
}

function wordsOf(document: string, segments: readonly PageSegment[], kind: string): string {
	return segments
		.filter((segment) => segment.kind === kind)
		.map(({ start, end }) => document.slice(start, end))
		.join(BODY_SEPARATOR);
}

function articleLines(
	lines: readonly Line[],
	arrangement: Arrangement,
	index: number,
): ArticleLines {
	const { starts, headlines, kinds } = arrangement;
	const from = index === 0 ? 0 : (starts[index] ?? 0);
	const to = starts[index + 1] ?? lines.length;
	const isBody = (_: Line, at: number) => at >= from && at < to && kinds[at] === "BODY";
	const firstBody = lines.findIndex(isBody);
	return {
		lines,
		arrangement,
		from,
		to,
		headline: headlines[index] ?? null,
		firstBody: firstBody < 0 ? to : firstBody,
		lastBody: firstBody < 0 ? to : lines.findLastIndex(isBody),
	};
}

/**
 * Reads the text of a saved news page, or a plain text with or without a headline, as the
 * articles that stand in it: their headlines, bodies, datelines and source lines, and the
 * furniture round them. What may be part of an article is kept in it.
 *
 * @param documentText the page; offsets are UTF-16 units of it in NFC with line feeds, which
 * is what curation makes of a document
 * @returns the articles in reading order, whose segments together cover all that is visible;
 * none for a page without a visible character
 */
export function readPage(documentText: string): PageArticle[] {
	const document = documentText.replace(/\r\n?/g, "\n").normalize("NFC");
	const lines = linesOf(document);
	const arrangement = arrange(lines);
	const furniture = lines.filter((_, at) => arrangement.kinds[at] !== "BODY");
	return arrangement.starts.map((_, index) => {
		const article = articleLines(lines, arrangement, index);
		const segments = segmentsOf(lines, arrangement.kinds, article.from, article.to);
		const title = wordsOf(document, segments, "HEADLINE");
		const headline = article.headline === null ? null : (lines[article.headline] ?? null);
		return {
			title: title === "" ? null : title,
			body: wordsOf(document, segments, "BODY"),
			segments,
			published: publishedOf(article),
			publisher: publisherOf(furniture, headline),
		};
	});
}
