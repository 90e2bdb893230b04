import { isQuoted } from "../../curation/rules/kind-fits-quotes.ts";
import { findQuotations } from "../../text/quotations.ts";
import { contains, type Range } from "../../text/span.ts";
import type { DraftStatement } from "../draft.ts";
import type { ChosenStatement } from "./choose.ts";
import { wholeWords } from "./words.ts";

/** What of a content is verbatim, so that its kind and its quotes fit together. */
export interface Verbatim {
	readonly kind: DraftStatement["kind"];
	/** The quotes that the file lists: for MIXED at least one, for other kinds none. */
	readonly quotes: readonly Range[];
	/** All words that the statement has verbatim: of a DIRECT one its content. */
	readonly spans: readonly Range[];
}

/** Quoted words inside a content; each range once. */
function quotesIn(body: string, content: readonly Range[], ranges: readonly Range[]): Range[] {
	const quotes = ranges
		.flatMap((range) => wholeWords(body, range) ?? [])
		.filter((quote) => content.some((part) => contains(part, quote)) && isQuoted(body, quote));
	const isFirst = (quote: Range, index: number) =>
		quotes.findIndex(({ start, end }) => start === quote.start && end === quote.end) === index;
	return quotes.filter(isFirst).toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The kind of a statement, as drafted where its words are quoted as that kind asks for; a
 * DIRECT one that stands between no marks is MIXED or INDIRECT, a MIXED one without quoted
 * words is INDIRECT.
 */
export function verbatimOf(body: string, { draft, content }: ChosenStatement): Verbatim {
	if (draft.kind === "DIRECT" && content.every((part) => isQuoted(body, part)))
		return { kind: "DIRECT", quotes: [], spans: content };
	const marked =
		draft.kind === "DIRECT" ? findQuotations(body).pairs.map(({ inner }) => inner) : [];
	const quotes =
		draft.kind === "INDIRECT" ? [] : quotesIn(body, content, [...draft.quotes, ...marked]);
	return { kind: quotes.length === 0 ? "INDIRECT" : "MIXED", quotes, spans: quotes };
}
