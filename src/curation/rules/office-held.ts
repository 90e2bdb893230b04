import { didYouMean } from "../../text/nearest.ts";
import type { CorpusDate } from "../corpus.ts";
import type { SpeakerEntry } from "../format/authorities.ts";
import type { LocatedArticle, LocatedCorpus, LocatedStatement } from "../located.ts";
import type { Report, Rule } from "../rule.ts";
import { saidDate } from "../said.ts";

type Office = NonNullable<SpeakerEntry["offices"]>[number];

/** Whether an office was held through all the days that a date can be; its last day is the first without it. */
export function wasHeld(
	office: Pick<Office, "from" | "to">,
	date: Pick<CorpusDate, "earliest" | "latest">,
): boolean {
	if (date.earliest === null || date.latest === null) return false;
	return (
		(office.from ?? "") <= date.earliest && (office.to === undefined || date.latest < office.to)
	);
}

function describeTerms(offices: readonly Office[]): string {
	return offices.map(({ from, to }) => `${from ?? "?"} to ${to ?? "today"}`).join(", ");
}

function checkOffice(
	entry: SpeakerEntry,
	office: string,
	date: CorpusDate,
	report: (message: string) => void,
): void {
	const offices = entry.offices ?? [];
	const terms = offices.filter(({ key }) => key === office);
	if (terms.length === 0)
		report(
			`expected the key of an office of ${entry.slug}, found "${office}"${didYouMean(office, new Set(offices.map(({ key }) => key)))}`,
		);
	else if (!terms.some((term) => wasHeld(term, date)))
		report(
			`expected an office that ${entry.slug} held on ${date.edtf}, found ${office}, held ${describeTerms(terms)}`,
		);
}

function checkStatement(
	corpus: LocatedCorpus,
	article: LocatedArticle,
	statement: LocatedStatement,
	report: Report,
): void {
	const date = saidDate(corpus, article, statement);
	if (date === null) return;
	for (const [index, { speaker, office }] of statement.entry.speakers.entries()) {
		const entry = corpus.speakers?.value.find(({ slug }) => slug === speaker);
		if (office === undefined || entry === undefined) continue;
		const place = article.source.at([...statement.path, "speakers", index, "office"]);
		checkOffice(entry, office, date, (message) => report(place, message));
	}
}

/** An epithet that means an office means one that the speaker held on the day of the statement. */
export const officeHeld: Rule = {
	name: "office-held",
	check(corpus, report) {
		for (const article of corpus.articles)
			for (const statement of article.statements)
				checkStatement(corpus, article, statement, report);
	},
};
