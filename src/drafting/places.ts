import type { LocationEntry, NamesEntry, SpeakerEntry } from "../curation/format/authorities.ts";
import { type Match, placesNamed } from "../curation/rules/places-linked.ts";
import { type FoldedText, fold, foldWithMap } from "../text/fold.ts";
import { findNames } from "../text/names.ts";
import { contains, overlaps, type Range } from "../text/span.ts";
import type { Draft } from "./draft.ts";

/** The entries by which it is told what names a place. */
export interface KnownPlaces {
	readonly speakers: readonly SpeakerEntry[];
	readonly locations: readonly LocationEntry[];
}

/** "In", right before a name, folded, so without the space between. */
const BEHIND_IN = /(?:^|[^\p{L}\p{N}])\u0641\u064a$/u;
/** In UTF-16 units. */
const LONGEST_BEFORE = 8;

function properNames(names: NamesEntry): string[] {
	return Object.values(names).flatMap(({ official, alias = [], spelling = [] }) => [
		...(official === undefined ? [] : [official]),
		...alias,
		...spelling,
	]);
}

function epithets(names: NamesEntry): string[] {
	return Object.values(names).flatMap(({ epithet = [] }) => epithet);
}

function matches(
	text: FoldedText,
	entries: readonly (SpeakerEntry | LocationEntry)[],
	namesOf: (names: NamesEntry) => string[],
): Match[] {
	return entries.flatMap(({ slug, names }) =>
		findNames(text, namesOf(names)).map((range) => ({ ...range, slug })),
	);
}

function isSame(one: Range, other: Range): boolean {
	return one.start === other.start && one.end === other.end;
}

/** Houses by the name of the body that sits in them: "in the Kremlin" is a place. */
function houses(text: string, folded: FoldedText, known: KnownPlaces): Match[] {
	const bodies = matches(
		folded,
		known.speakers.filter(({ kind }) => kind !== "STATE"),
		properNames,
	);
	return matches(folded, known.locations, properNames).filter(
		(place) =>
			bodies.some((body) => isSame(body, place)) &&
			BEHIND_IN.test(fold(text.slice(0, place.start).slice(-LONGEST_BEFORE))),
	);
}

/**
 * The places that a text names: by their names, by their epithets, and houses behind "in". Of
 * names that share words the longest counts.
 *
 * @returns in reading order; the ranges have what is attached to the names
 */
export function findPlaces(text: string, known: KnownPlaces): Match[] {
	const folded = foldWithMap(text);
	const found = [
		...placesNamed(text, known),
		...matches(folded, known.locations, epithets),
		...houses(text, folded, known),
	].toSorted((a, b) => a.start - b.start || b.end - a.end);
	return found.filter(
		(place, index) =>
			!found.some(
				(other, position) =>
					position !== index &&
					overlaps(other, place) &&
					!isSame(other, place) &&
					(contains(other, place) || other.end - other.start > place.end - place.start),
			),
	);
}

/** Every place once, with the words by which an article names it first. */
export function placesOfArticle(
	title: { readonly text: string; readonly places: readonly Match[] },
	body: { readonly text: string; readonly places: readonly Match[] },
): Draft["places"] {
	const first = new Map<string, string>();
	for (const { text, places } of [title, body])
		for (const { slug, start, end } of places)
			if (!first.has(slug)) first.set(slug, text.slice(start, end).replace(/\s+/gu, " "));
	return [...first].map(([slug, mention]) => ({ slug, mention }));
}
