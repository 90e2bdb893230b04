import { type FoldedText, foldWithMap } from "../../text/fold.ts";
import { findNames } from "../../text/names.ts";
import { contains, overlaps, type Range } from "../../text/span.ts";
import { lineAndColumn } from "../../text/words.ts";
import { quoteForMessage } from "../diagnostic.ts";
import type { LocationEntry, NamesEntry, SpeakerEntry } from "../format/authorities.ts";
import type { LocatedArticle, LocatedCorpus } from "../located.ts";
import type { Report, Rule } from "../rule.ts";

/** A place that is named, and where. */
export interface Match extends Range {
	readonly slug: string;
}

function namesOf(names: NamesEntry): string[] {
	return Object.values(names).flatMap(({ official, alias = [], spelling = [] }) => [
		...(official === undefined ? [] : [official]),
		...alias,
		...spelling,
	]);
}

function matchesOf(text: FoldedText, entries: readonly (SpeakerEntry | LocationEntry)[]): Match[] {
	return entries.flatMap(({ slug, names }) =>
		findNames(text, namesOf(names)).map((range) => ({ ...range, slug })),
	);
}

/**
 * The places that a text names. A name that is part of a longer one (Washington in
 * Washington Post) names no place; neither does one that is a body's name as well
 * (the Kremlin), where only a reader can tell.
 */
export function placesNamed(
	text: string,
	known: {
		readonly speakers: readonly SpeakerEntry[];
		readonly locations: readonly LocationEntry[];
	},
): Match[] {
	const folded = foldWithMap(text);
	const places = matchesOf(folded, known.locations);
	const speakers = matchesOf(
		folded,
		known.speakers.filter(({ kind }) => kind !== "STATE"),
	);
	return places.filter(
		(place) =>
			!speakers.some((speaker) => contains(speaker, place)) &&
			!places.some(
				(longer) => longer.end - longer.start > place.end - place.start && overlaps(longer, place),
			),
	);
}

function checkText(
	article: LocatedArticle,
	text: string,
	corpus: LocatedCorpus,
	report: Report,
): void {
	const listed = new Set((article.source.value.places ?? []).map(({ location }) => location));
	const known = {
		speakers: corpus.speakers?.value ?? [],
		locations: corpus.locations?.value ?? [],
	};
	for (const { slug, start, end } of placesNamed(text, known)) {
		if (listed.has(slug)) continue;
		listed.add(slug);
		report(
			article.source.at(["places"]),
			`expected ${slug} among the places, as line ${lineAndColumn(text, start).line} of the ${text === article.body ? "body" : "headline"} names it (${quoteForMessage(text.slice(start, end))}), found it missing`,
		);
	}
}

function checkListedOnce(article: LocatedArticle, places: readonly string[], report: Report): void {
	for (const [index, place] of places.entries())
		if (places.indexOf(place) < index)
			report(
				article.source.at(["places", index, "location"]),
				`expected each place once, found ${place} again`,
			);
}

function checkRoles(article: LocatedArticle, report: Report): void {
	for (const { entry, path } of article.statements) {
		const links = (entry.locations ?? []).map(({ location, role }) => `${location} as ${role}`);
		for (const [index, link] of links.entries())
			if (links.indexOf(link) < index)
				report(
					article.source.at([...path, "locations", index]),
					`expected each place once in each role, found ${link} again`,
				);
	}
}

function checkStatements(article: LocatedArticle, places: readonly string[], report: Report): void {
	for (const { entry, path } of article.statements)
		for (const [index, { location, mention }] of (entry.locations ?? []).entries())
			if (mention !== undefined && !places.includes(location))
				report(
					article.source.at([...path, "locations", index, "location"]),
					`expected a place that is among the places of the article, found ${location}, which is not`,
				);
}

/** Every place that an article names by a name of the authority file is among its places, once, and so is every place that a statement points at. */
export const placesLinked: Rule = {
	name: "places-linked",
	check(corpus, report) {
		for (const article of corpus.articles) {
			const places = (article.source.value.places ?? []).map(({ location }) => location);
			checkListedOnce(article, places, report);
			checkStatements(article, places, report);
			checkRoles(article, report);
			for (const text of [article.title ?? "", article.body])
				checkText(article, text, corpus, report);
		}
	},
};
