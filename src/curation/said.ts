import type { Span } from "../text/span.ts";
import type { CorpusDate, DateBasis } from "./corpus.ts";
import { parseDate } from "./format/date.ts";
import type { LocatedArticle, LocatedCorpus, LocatedStatement } from "./located.ts";

interface GivenDate {
	readonly date: string;
	readonly basis: DateBasis;
	readonly note?: string | undefined;
}

function toDate(given: GivenDate, evidence: Span | null): CorpusDate | null {
	const parsed = parseDate(given.date);
	return parsed === null
		? null
		: { ...parsed, basis: given.basis, evidence, note: given.note ?? null };
}

/** When an article was published; null where its date cannot be read. */
export function publishedDate(article: LocatedArticle): CorpusDate | null {
	return toDate(article.source.value.published, article.publishedEvidence);
}

/** When an occasion was; null where it is not known or its date cannot be read. */
export function occasionDate(corpus: LocatedCorpus, slug: string): CorpusDate | null {
	const occasion = corpus.occasions?.value.find((entry) => entry.slug === slug);
	return occasion === undefined ? null : toDate(occasion.date, null);
}

/**
 * When a statement was said: as its file says, or else on the day of its occasion,
 * or else on the day of publication, where the basis tells that it is taken from there.
 *
 * @returns null where the date that counts cannot be read
 */
export function saidDate(
	corpus: LocatedCorpus,
	article: LocatedArticle,
	statement: LocatedStatement,
): CorpusDate | null {
	const { said, occasion } = statement.entry;
	if (said !== undefined) return toDate(said, statement.saidEvidence);
	if (occasion !== undefined) return occasionDate(corpus, occasion);
	const published = publishedDate(article);
	if (published === null || published.precision === "UNKNOWN") return published;
	return { ...published, basis: "PUBLICATION", evidence: null, note: null };
}
