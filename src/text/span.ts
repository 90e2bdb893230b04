/** The text that offsets count in. */
export type TextSource = "BODY" | "TITLE" | "DOCUMENT";

/** A stretch of a text, half open, in UTF-16 units as JavaScript strings count. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/**
 * A stretch of one of an article's texts, in both countings.
 * `start`, `end`: UTF-16 units. `startCodePoint`, `endCodePoint`: Unicode code
 * points, as the TextPositionSelector of the W3C Web Annotation Data Model counts.
 */
export interface Span extends Range {
	readonly source: TextSource;
	readonly startCodePoint: number;
	readonly endCodePoint: number;
}

/** What stands in the text of a statement between the parts of its content. */
export const PART_SEPARATOR = " \u2026 ";

/** How many code points a text has up to an offset in UTF-16 units. */
export function codePointOffset(text: string, offset: number): number {
	let count = 0;
	for (let index = 0; index < offset; count += 1)
		index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
	return count;
}

/** Makes a span of a range, adding the counting in code points. */
export function toSpan(source: TextSource, text: string, range: Range): Span {
	return {
		source,
		start: range.start,
		end: range.end,
		startCodePoint: codePointOffset(text, range.start),
		endCodePoint: codePointOffset(text, range.end),
	};
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Whether an offset stands between two user-perceived characters (extended
 * grapheme clusters, Unicode Standard Annex 29), where a reader could cut.
 */
export function isGraphemeBorder(text: string, offset: number): boolean {
	if (offset <= 0 || offset >= text.length) return offset === 0 || offset === text.length;
	return graphemes.segment(text).containing(offset)?.index === offset;
}

/** Whether the first range has the whole second one in it. */
export function contains(outer: Range, inner: Range): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two ranges share at least one character. */
export function overlaps(one: Range, other: Range): boolean {
	return Math.max(one.start, other.start) < Math.min(one.end, other.end);
}

/**
 * Up to `length` code units of context before a range, never cutting a
 * grapheme cluster.
 */
export function before(text: string, range: Range, length: number): string {
	let start = Math.max(0, range.start - length);
	while (!isGraphemeBorder(text, start)) start += 1;
	return text.slice(start, range.start);
}

/** Up to `length` code units of context after a range, never cutting a grapheme cluster. */
export function after(text: string, range: Range, length: number): string {
	let end = Math.min(text.length, range.end + length);
	while (!isGraphemeBorder(text, end)) end -= 1;
	return text.slice(range.end, end);
}
