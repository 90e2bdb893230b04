import type { DateBasis } from "../corpus.ts";
import type { Place } from "../diagnostic.ts";
import { parseDate } from "../format/date.ts";
import type { LocatedArticle, LocatedCorpus } from "../located.ts";
import type { Report, Rule } from "../rule.ts";
import { publishedDate, saidDate } from "../said.ts";

interface Given {
	readonly date: string;
	readonly basis: DateBasis;
	readonly evidence?: unknown;
	readonly note?: string | undefined;
}

/** The bases that rest on words of the page, and so must show them. */
const SHOWN: readonly DateBasis[] = ["EXPLICIT", "WEEKDAY_RELATIVE"];

function checkDate(
	given: Given,
	at: (key: string) => Place,
	hasText: boolean,
	report: Report,
): void {
	const parsed = parseDate(given.date);
	if (parsed === null) {
		report(
			at("date"),
			`expected an EDTF date that exists (2018-10-03, 2018-10, 2018, 2024-12-08/2025-01-19, or XXXX where it is unknown), found "${given.date}"`,
		);
		return;
	}
	if ((parsed.precision === "UNKNOWN") !== (given.basis === "NONE"))
		report(
			at("basis"),
			`expected basis NONE for an unknown date and only for one, found ${given.basis} for ${given.date}`,
		);
	if (hasText && SHOWN.includes(given.basis) && given.evidence === undefined)
		report(
			at("basis"),
			`expected evidence for a date of basis ${given.basis}: the words that show it, found none`,
		);
	if (
		hasText &&
		given.basis === "EVENT_INFERRED" &&
		given.evidence === undefined &&
		given.note === undefined
	)
		report(
			at("basis"),
			"expected evidence or a note for a date of basis EVENT_INFERRED, found neither",
		);
}

function checkOrder(corpus: LocatedCorpus, article: LocatedArticle, report: Report): void {
	const published = publishedDate(article);
	for (const statement of article.statements) {
		const said = saidDate(corpus, article, statement);
		// A date that is known to a month only may reach beyond the day of publication.
		if (!said?.earliest || !published?.latest || said.earliest <= published.latest) continue;
		const key = statement.entry.said === undefined ? "occasion" : "said";
		report(
			article.source.at([...statement.path, key]),
			`expected a statement said no later than the article was published (${published.edtf}), found ${said.edtf}`,
		);
	}
}

/** Dates exist, say what they rest on, and nothing is said after it was published. */
export const datesFit: Rule = {
	name: "dates-fit",
	check(corpus, report) {
		for (const article of corpus.articles) {
			const { source } = article;
			if (source.value.published.basis === "PUBLICATION")
				report(
					source.at(["published", "basis"]),
					"expected what the day of publication itself rests on, found PUBLICATION",
				);
			checkDate(source.value.published, (key) => source.at(["published", key]), true, report);
			for (const { entry, path } of article.statements)
				if (entry.said !== undefined)
					checkDate(entry.said, (key) => source.at([...path, "said", key]), true, report);
			checkOrder(corpus, article, report);
		}
		const { occasions } = corpus;
		for (const [position, { date }] of (occasions?.value ?? []).entries())
			if (occasions !== null)
				checkDate(date, (key) => occasions.at([position, "date", key]), false, report);
	},
};
