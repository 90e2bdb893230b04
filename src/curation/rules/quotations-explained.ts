import { findQuotations } from "../../text/quotations.ts";
import { contains, type Range, type Span, type TextSource } from "../../text/span.ts";
import { textOf } from "../corpus.ts";
import { quoteForMessage } from "../diagnostic.ts";
import type { LocatedArticle } from "../located.ts";
import type { Report, Rule } from "../rule.ts";

const SOURCES: readonly TextSource[] = ["TITLE", "BODY"];
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether some ranges together have every letter and digit of a range in them. */
export function cover(text: string, ranges: readonly Range[], whole: Range): boolean {
	for (let offset = whole.start; offset < whole.end; offset += 1) {
		const here = { start: offset, end: offset + 1 };
		if (!LETTER_OR_DIGIT.test(text.charAt(offset))) continue;
		if (!ranges.some((range) => contains(range, here))) return false;
	}
	return true;
}

/** Whether a range is the whole of another, but for marks and white space at its ends. */
function fills(text: string, range: Range, whole: Range): boolean {
	return contains(whole, range) && cover(text, [range], whole);
}

/** One text of an article with all that explains quotation marks in it. */
interface Explained {
	readonly article: LocatedArticle;
	readonly source: TextSource;
	readonly text: string;
	readonly verbatim: readonly Span[];
}

function explained(article: LocatedArticle, source: TextSource): Explained {
	const verbatim = article.statements
		.flatMap(({ quotes }) => quotes)
		.filter((span) => span.source === source);
	return { article, source, text: textOf(article, article.document, source), verbatim };
}

function otherSpans({ article, source }: Explained): Span[] {
	return article.otherQuotations.flat().filter((span) => span.source === source);
}

function checkMarks(work: Explained, report: Report): void {
	const { article, text, verbatim } = work;
	const others = otherSpans(work);
	const { pairs, unpaired } = findQuotations(text);
	const place = article.source.at(["otherQuotations"]);
	for (const { inner, outer } of pairs)
		if (!cover(text, verbatim, inner) && !others.some((span) => fills(text, span, inner)))
			report(
				place,
				`expected all these words among the quotes of statements, or an entry in otherQuotations that is all of them, found neither for ${quoteForMessage(text.slice(outer.start, outer.end))}`,
			);
	for (const offset of unpaired)
		if (!others.some((span) => contains(span, { start: offset, end: offset + 1 })))
			report(
				place,
				`expected an entry with reason UNPAIRED_MARK in otherQuotations for a quotation mark without its other half, found none for the one in ${quoteForMessage(text.slice(Math.max(0, offset - 25), offset + 25))}`,
			);
}

/** Whether an entry explains something: all of a quotation, or a mark without its other half. */
function isOfUse(
	texts: readonly Explained[],
	spans: readonly Span[],
	isUnpaired: boolean,
): boolean {
	return spans.some((span) => {
		const text = texts.find(({ source }) => source === span.source)?.text ?? "";
		const { pairs, unpaired } = findQuotations(text);
		if (isUnpaired) return unpaired.some((offset) => offset >= span.start && offset < span.end);
		return pairs.some(({ inner }) => fills(text, span, inner));
	});
}

function checkEntries(article: LocatedArticle, texts: readonly Explained[], report: Report): void {
	for (const [index, entry] of (article.source.value.otherQuotations ?? []).entries()) {
		const spans = article.otherQuotations[index] ?? [];
		const isUnpaired = entry.reason === "UNPAIRED_MARK";
		if (spans.length > 0 && !isOfUse(texts, spans, isUnpaired))
			report(
				article.source.at(["otherQuotations", index, "words"]),
				isUnpaired
					? "expected words with a quotation mark that has no other half, found none in them"
					: "expected all the words between two quotation marks, found words that are not all of any quotation",
			);
		if (entry.reason === "OTHER" && entry.note === undefined)
			report(
				article.source.at(["otherQuotations", index, "reason"]),
				"expected a note that says why a quotation with reason OTHER is no statement, found none",
			);
	}
}

/** No quotation mark of a title or a body is left unexplained, and no explanation is without its quotation. */
export const quotationsExplained: Rule = {
	name: "quotations-explained",
	check({ articles }, report) {
		for (const article of articles) {
			const texts = SOURCES.map((source) => explained(article, source));
			for (const text of texts) checkMarks(text, report);
			checkEntries(article, texts, report);
		}
	},
};
