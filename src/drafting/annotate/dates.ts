import type { CorpusDate } from "../../curation/corpus.ts";
import type { DateEntry } from "../../curation/format/article.ts";
import { parseDate, UNKNOWN_DATE } from "../../curation/format/date.ts";
import { BODY_SEPARATOR } from "../../curation/locate.ts";
import { contains, type Range } from "../../text/span.ts";
import { dayOf } from "../extent/day-of.ts";
import type { PageArticle } from "../page.ts";
import type { Texts } from "./texts.ts";
import { selectWords, wholeWords } from "./words.ts";

/** A date of a file, with the days that it can be. */
export interface DraftedDate {
	/** What the file says; null where it says nothing, as the day of publication is meant. */
	readonly entry: DateEntry | null;
	readonly days: Pick<CorpusDate, "earliest" | "latest">;
}

const UNKNOWN: DraftedDate & { readonly entry: DateEntry } = {
	entry: { date: UNKNOWN_DATE, basis: "NONE" },
	days: { earliest: null, latest: null },
};

/** A range of the document as one of the body; null where it is not all in one BODY segment. */
function inBody(page: PageArticle, range: Range): Range | null {
	let length = 0;
	const body = page.segments
		.filter(({ kind }) => kind === "BODY")
		.toSorted((a, b) => a.start - b.start);
	for (const segment of body) {
		const shift = length - segment.start;
		if (contains(segment, range)) return { start: range.start + shift, end: range.end + shift };
		length += segment.end - segment.start + BODY_SEPARATOR.length;
	}
	return null;
}

/** The words that show a date: of the article where they stand in it, of the page otherwise. */
function evidenceOf(page: PageArticle, texts: Texts, range: Range): DateEntry["evidence"] | null {
	const { document, title, body } = texts;
	const words = wholeWords(document.text, range);
	if (words === null) return null;
	const own = inBody(page, words);
	const entry =
		own === null ? null : selectWords(body.text, { ...own, source: "BODY" }, [body, title]);
	if (entry !== null) return entry;
	const outside = selectWords(document.text, { ...words, source: "DOCUMENT" }, [document]);
	return outside === null ? null : { document: outside };
}

/** When the article was published; unknown where the page does not tell it or shows no words for it. */
export function publishedDate(
	page: PageArticle,
	texts: Texts,
): DraftedDate & { readonly entry: DateEntry } {
	const { published } = page;
	const parsed = published === null ? null : parseDate(published.date);
	if (published === null || parsed === null || parsed.precision === "UNKNOWN") return UNKNOWN;
	const evidence = published.evidence === null ? null : evidenceOf(page, texts, published.evidence);
	const { basis, date } = published;
	if (evidence === null || basis === "PUBLICATION" || basis === "NONE") return UNKNOWN;
	return { entry: { date, basis, evidence }, days: parsed };
}

/**
 * When a statement was said: on the day of publication, unless words of the body tell another
 * one. Words that tell a day which cannot be counted leave it unknown.
 *
 * @param select gives the words of the body as the file names them
 */
export function saidDate(
	words: Range | null,
	body: string,
	published: DraftedDate,
	select: (range: Range) => DateEntry["evidence"] | null,
): DraftedDate {
	const onPublication = { entry: null, days: published.days };
	const range = words === null ? null : wholeWords(body, words);
	const evidence = range === null ? null : select(range);
	const { earliest, latest } = published.days;
	if (range === null || evidence === null || earliest === null) return onPublication;
	const day = earliest === latest ? dayOf(body.slice(range.start, range.end), earliest) : null;
	// Nothing is said after it was published: the words were misunderstood.
	if (day === null || day > earliest) return { ...UNKNOWN, entry: { ...UNKNOWN.entry, evidence } };
	if (day === earliest) return onPublication;
	return {
		entry: { date: day, basis: "WEEKDAY_RELATIVE", evidence },
		days: { earliest: day, latest: day },
	};
}
