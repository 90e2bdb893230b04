import type { ArticleFile } from "../../curation/format/article.ts";
import type { LocationEntry, SpeakerEntry } from "../../curation/format/authorities.ts";
import { namedInstead } from "../../curation/rules/mentions-name.ts";
import { placesNamed } from "../../curation/rules/places-linked.ts";
import type { Range } from "../../text/span.ts";
import { findWords } from "../../text/words.ts";
import type { Draft } from "../draft.ts";
import type { Texts } from "./texts.ts";
import { spaced, wholeWords } from "./words.ts";

type PlaceEntry = NonNullable<ArticleFile["places"]>[number];

interface FoundPlace {
	readonly slug: string;
	readonly mention: string;
	/** The title comes before the body. */
	readonly order: number;
}

/** The places that the rules find in a text by the names of their entries. */
function namedIn(
	text: string,
	before: number,
	known: {
		readonly speakers: readonly SpeakerEntry[];
		readonly locations: readonly LocationEntry[];
	},
): FoundPlace[] {
	return placesNamed(text, known).flatMap(({ slug, ...range }) => {
		const words: Range | null = wholeWords(text, range);
		if (words === null) return [];
		const mention = spaced(text.slice(words.start, words.end));
		return [{ slug, mention, order: before + words.start }];
	});
}

/** A drafted place, where its mention stands in the article and means no other place. */
function drafted(
	{ slug, mention }: Draft["places"][number],
	{ title, body }: Texts,
	locations: readonly LocationEntry[],
): FoundPlace[] {
	const entry = locations.find((location) => location.slug === slug);
	const words = spaced(mention);
	if (entry === undefined || words === "" || namedInstead(words, entry, locations, false) !== null)
		return [];
	const inTitle = findWords(title.text, { exact: words })[0];
	if (inTitle !== undefined) return [{ slug, mention: words, order: inTitle.start }];
	const inBody = findWords(body.text, { exact: words })[0];
	return inBody === undefined
		? []
		: [{ slug, mention: words, order: title.text.length + inBody.start }];
}

/** Every place that the article names, once, in the order in which it names them. */
export function placeEntries(
	draft: Draft,
	texts: Texts,
	known: {
		readonly speakers: readonly SpeakerEntry[];
		readonly locations: readonly LocationEntry[];
	},
): PlaceEntry[] {
	const { title, body } = texts;
	const found = [
		...draft.places.flatMap((place) => drafted(place, texts, known.locations)),
		...namedIn(title.text, 0, known),
		...namedIn(body.text, title.text.length, known),
	].toSorted((a, b) => a.order - b.order);
	const seen = new Set<string>();
	return found.flatMap(({ slug, mention }) => {
		if (seen.has(slug)) return [];
		seen.add(slug);
		return [{ location: slug, mention }];
	});
}
