import type { CorpusLocation } from "../../src/curation/corpus.ts";
import { fold } from "../../src/text/fold.ts";
import { field, readData } from "./data.ts";
import { namesOf, slugOf } from "./names.ts";

function place(
	[arabic, english]: readonly [string, string],
	countryCode: string,
	parentSlug: string | null,
): CorpusLocation {
	return {
		slug: slugOf(english),
		kind: parentSlug === null ? "COUNTRY" : "CITY",
		wikidataId: null,
		geonamesId: null,
		countryCode,
		latitude: null,
		longitude: null,
		parentSlug,
		ancestors: parentSlug === null ? [] : [parentSlug],
		sortName: fold(arabic),
		names: namesOf(arabic, english.replaceAll("-", " ")),
	};
}

function citiesOf(row: readonly string[], countrySlug: string): CorpusLocation[] {
	return field(row, 3)
		.split(" ")
		.map((city) => {
			const [arabic, english] = city.split("=");
			if (arabic === undefined || english === undefined)
				throw new Error(`expected a city as arabic=English, found ${city}`);
			return place([arabic, english], field(row, 0), countrySlug);
		});
}

/** The places: countries with their cities, those that are spoken of most first. */
export const PLACES: readonly CorpusLocation[] = readData("places")
	.flatMap((row) => {
		const country = place([field(row, 1), field(row, 2)], field(row, 0), null);
		return [country, ...citiesOf(row, country.slug)];
	})
	// The countries before all cities; the files have both by how often they are in the news.
	.toSorted((one, other) => one.ancestors.length - other.ancestors.length);

/** The Arabic name that articles use. */
export function arabicName({ slug, names }: Pick<CorpusLocation, "slug" | "names">): string {
	const name = names.find(({ kind, language }) => kind === "OFFICIAL" && language === "ar");
	if (name === undefined) throw new Error(`expected an Arabic name of ${slug}, found none`);
	return name.text;
}
