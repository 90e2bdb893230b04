import { searchable } from "../../text/searchable.ts";
import { codePointOffset, PART_SEPARATOR, type Range, type Span, toSpan } from "../../text/span.ts";
import type { ArticleRow, StatementRow } from "../rows.ts";
import { articleText, bodyStart } from "./article-text.ts";

const WORD = /[^ ]+/g;

/** Where some words of the spelling of `searchable` stand in a text, with the marks on them. */
function rangesOf(text: string, words: readonly string[]): Range[] {
	const marked = new Set(words);
	const { text: folded, starts, ends } = searchable(text);
	return [...folded.matchAll(WORD)]
		.filter(([word]) => marked.has(word))
		.map(({ 0: word, index }) => ({
			start: starts[index] ?? 0,
			end: ends[index + word.length - 1] ?? 0,
		}));
}

/** The part of a range that lies in one stretch, counted from the stretch's beginning; null for none. */
function within(range: Range, from: number, length: number): Range | null {
	const start = Math.max(range.start - from, 0);
	const end = Math.min(range.end - from, length);
	return start < end ? { start, end } : null;
}

/**
 * Where marked words of a statement stand in its article, with the words.
 *
 * @param marks words of the corpus in the spelling of `searchable`
 */
export function statementHighlights(
	{ text, spans }: Pick<StatementRow, "text" | "spans">,
	marks: readonly string[],
): (Span & { readonly exact: string })[] {
	const ranges = rangesOf(text, marks);
	let from = 0;
	return spans.flatMap((span) => {
		const length = span.end - span.start;
		const exact = text.slice(from, from + length);
		const inside = ranges.flatMap((range) => within(range, from, length) ?? []);
		from += length + PART_SEPARATOR.length;
		return inside.map(({ start, end }) => ({
			source: span.source,
			start: span.start + start,
			end: span.start + end,
			startCodePoint: span.startCodePoint + codePointOffset(exact, start),
			endCodePoint: span.startCodePoint + codePointOffset(exact, end),
			exact: exact.slice(start, end),
		}));
	});
}

/** Where marked words of an article stand: in its title, then in its body. */
export function articleHighlights(
	{ title, body }: Pick<ArticleRow, "title"> & { readonly body: string },
	marks: readonly string[],
): Span[] {
	const ranges = rangesOf(articleText({ title, body }), marks);
	const inside = (from: number, text: string) =>
		ranges.flatMap((range) => within(range, from, text.length) ?? []);
	return [
		...inside(0, title ?? "").map((range) => toSpan("TITLE", title ?? "", range)),
		...inside(bodyStart(title), body).map((range) => toSpan("BODY", body, range)),
	];
}
