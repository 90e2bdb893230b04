import type { CorpusOffice, CorpusSpeaker } from "../../src/curation/corpus.ts";
import { fold } from "../../src/text/fold.ts";
import { field, readData } from "./data.ts";
import { namesOf, slugOf } from "./names.ts";
import { PLACES } from "./places.ts";
import { type Random, randomOf } from "./random.ts";

/** How many statements there are for each speaker. */
const STATEMENTS_PER_SPEAKER = 500;
const FEWEST_SPEAKERS = 50;
/** The share of speakers that are no persons. */
const BODIES = 0.3;
/** The share of persons that hold an office. */
const HOLDERS = 0.3;
/** So that no other seed gives the same chances: any number. */
const SPEAKERS_SEED = 101;
const LONGEST_TERM = 8;
const FIRST_YEAR = 2013;

const givenNames = readData("given-names");
const familyNames = readData("family-names");
const bodies = readData("bodies");
const officeTitles = readData("offices");
const countries = readData("places");

function placed(template: string, name: string): string {
	return template.replace("{place}", name.replaceAll("-", " "));
}

function speaker(
	kind: CorpusSpeaker["kind"],
	[arabic, english]: readonly [string, string],
	offices: (slug: string) => CorpusOffice[] = () => [],
): CorpusSpeaker {
	// A state is a place as well, and both are known by slugs: their tables are two.
	const slug = slugOf(english);
	return {
		slug,
		kind,
		wikidataId: null,
		sortName: fold(arabic),
		names: namesOf(arabic, english),
		offices: offices(slug),
	};
}

function officeOf(random: Random, slug: string): CorpusOffice[] {
	if (!random.chance(HOLDERS)) return [];
	const [title, country] = [random.pick(officeTitles), random.pick(countries)];
	const from = FIRST_YEAR + random.below(LONGEST_TERM);
	return [
		{
			id: `${slug}.0`,
			key: `${field(title, 0)}-of-${slugOf(field(country, 2))}`,
			titleArabic: placed(field(title, 1), field(country, 1)),
			titleEnglish: placed(field(title, 2), field(country, 2)),
			locationSlug: slugOf(field(country, 2)),
			organizationSlug: null,
			startDate: `${from}-03-01`,
			endDate: random.chance(0.5) ? `${from + 1 + random.below(LONGEST_TERM)}-03-01` : null,
		},
	];
}

function makeBodies(most: number): CorpusSpeaker[] {
	return bodies
		.flatMap((body) =>
			countries.map((country) =>
				// The kinds in the data file are those of the corpus.
				speaker(field(body, 0) as CorpusSpeaker["kind"], [
					placed(field(body, 1), field(country, 1)),
					placed(field(body, 2), field(country, 2)),
				]),
			),
		)
		.slice(0, most);
}

/** Each given name with each family name, so that the first hundreds differ in both. */
function makePersons(random: Random, count: number): CorpusSpeaker[] {
	return Array.from({ length: count }, (_none, index) => {
		const family = familyNames[index % familyNames.length];
		const given = givenNames[(index + Math.floor(index / familyNames.length)) % givenNames.length];
		if (family === undefined || given === undefined)
			throw new Error("expected lists of names, found an empty one");
		const name = [0, 1].map((column) => `${field(given, column)} ${field(family, column)}`);
		return speaker("PERSON", [field(name, 0), field(name, 1)], (slug) => officeOf(random, slug));
	});
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
	const keyed = items.map((item) => ({ item, key: random.next() }));
	return keyed.toSorted((one, other) => one.key - other.key).map(({ item }) => item);
}

/** The most speakers that the names are enough for. */
const MOST_SPEAKERS = givenNames.length * familyNames.length;

/** The speakers of a corpus, those who speak most first. */
export function makeSpeakers(statements: number, seed: number): CorpusSpeaker[] {
	const wanted = Math.max(FEWEST_SPEAKERS, Math.round(statements / STATEMENTS_PER_SPEAKER));
	const count = Math.min(wanted, MOST_SPEAKERS);
	const random = randomOf(seed, SPEAKERS_SEED);
	const noPersons = shuffled(random, makeBodies(PLACES.length * bodies.length)).slice(
		0,
		Math.round(count * BODIES),
	);
	return shuffled(random, [...noPersons, ...makePersons(random, count - noPersons.length)]);
}
