import type {
	CorpusLocation,
	CorpusOccasion,
	CorpusPublisher,
	CorpusSpeaker,
} from "../../src/curation/corpus.ts";
import { field, readData } from "./data.ts";
import { namesOf, slugOf } from "./names.ts";
import { PLACES } from "./places.ts";
import { type WeightedPick, zipf } from "./random.ts";
import { makeSpeakers } from "./speakers.ts";

/** Which corpus is wanted; the same gives the same rows. */
export interface CorpusSize {
	readonly statements: number;
	readonly seed: number;
}

/** What the articles of a corpus are made from. */
export interface World {
	readonly speakers: readonly CorpusSpeaker[];
	readonly publishers: readonly CorpusPublisher[];
	readonly occasions: readonly CorpusOccasion[];
	readonly pickSpeaker: WeightedPick<CorpusSpeaker>;
	readonly pickPlace: WeightedPick<CorpusLocation>;
	readonly pickPublisher: WeightedPick<CorpusPublisher>;
}

const OCCASIONS = 40;

const publishers: readonly CorpusPublisher[] = readData("publishers").map((row) => ({
	slug: slugOf(field(row, 1)),
	names: namesOf(field(row, 0), field(row, 1)),
}));

/** Meetings in the first places, one a season. */
function makeOccasions(): CorpusOccasion[] {
	return PLACES.slice(0, OCCASIONS).map((place, index) => {
		const day = `${2015 + (index % 10)}-0${1 + (index % 9)}-15`;
		const [arabic, english] = place.names;
		return {
			slug: `meeting-${place.slug}-${day}`,
			kind: "MEETING",
			nameArabic: arabic?.text ?? place.slug,
			nameEnglish: english?.text ?? place.slug,
			locationSlug: place.slug,
			date: {
				edtf: day,
				earliest: day,
				latest: day,
				precision: "DAY",
				basis: "EXPLICIT",
				evidence: null,
				note: null,
			},
		};
	});
}

/** Makes the authorities of a corpus, and the spread with which articles name them. */
export function makeWorld({ statements, seed }: CorpusSize): World {
	const speakers = makeSpeakers(statements, seed);
	return {
		speakers,
		publishers,
		occasions: makeOccasions(),
		pickSpeaker: zipf(speakers),
		pickPlace: zipf(PLACES),
		pickPublisher: zipf(publishers, 0.7),
	};
}
