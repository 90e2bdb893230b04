import type { SegmentKind } from "../../curation/corpus.ts";
import type { Range } from "../../text/span.ts";
import type { Mark, StatementView } from "./view.ts";

/** A stretch of a document that all of it is marked in one way. */
export interface Piece extends Range {
	/** The part of the page that it is in; null for white space between parts, and for other articles. */
	readonly kind: SegmentKind | null;
	/** The marks over it, with the positions of their statements. */
	readonly marks: readonly (Mark & { readonly statement: number })[];
}

/**
 * Cuts a document where any mark or any part of the page begins or ends.
 *
 * @param length of the document, in UTF-16 units
 * @returns pieces in reading order that have all of it
 */
export function piecesOf(
	length: number,
	segments: readonly (Range & { readonly kind: SegmentKind })[],
	statements: readonly StatementView[],
): Piece[] {
	const marks = statements.flatMap((view, statement) =>
		view.marks.map((mark) => ({ ...mark, statement })),
	);
	const cuts = [...segments, ...marks].flatMap(({ start, end }) => [start, end]);
	const borders = [...new Set([0, ...cuts, length])].toSorted((a, b) => a - b);
	return borders.slice(1).map((end, index) => {
		const start = borders[index] ?? 0;
		const isOver = (range: Range) => range.start <= start && end <= range.end;
		return {
			start,
			end,
			kind: segments.find(isOver)?.kind ?? null,
			marks: marks.filter(isOver),
		};
	});
}

/** Whether a part of a page is of the article, and no furniture. */
export function isOfArticle(kind: SegmentKind | null): boolean {
	return kind === "HEADLINE" || kind === "BODY" || kind === "DATELINE" || kind === "SOURCE_LINE";
}
