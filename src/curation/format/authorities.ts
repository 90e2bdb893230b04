import { z } from "zod";
import { bilingual, dateBasis, day, edtfDate, names, slug, text, wikidataId } from "./common.ts";

const office = z.strictObject({
	key: slug.describe(
		"The office, the same for each holder and term, for example president-of-syria",
	),
	title: bilingual.describe("How the office is called, as an article would write it before a name"),
	of: slug.optional().describe("The place that it is an office of"),
	organization: slug.optional().describe("The body that it is an office in"),
	from: day.optional().describe("The first day; left out where it is not known"),
	to: day.optional().describe("The first day on which it is no longer held"),
});

/** `seed/authorities/speakers.yaml`. */
export const speakersFile = z.array(
	z.strictObject({
		slug,
		kind: z
			.enum(["PERSON", "ORGANIZATION", "STATE", "MEDIA", "GROUP", "ANONYMOUS", "UNKNOWN"])
			.describe(
				"ANONYMOUS: a source that the article describes and does not name. UNKNOWN: nobody can tell",
			),
		names,
		wikidataId: wikidataId.optional(),
		offices: z.array(office).optional(),
	}),
);

/** `seed/authorities/locations.yaml`. */
export const locationsFile = z.array(
	z.strictObject({
		slug,
		kind: z.enum(["COUNTRY", "REGION", "CITY", "BUILDING", "BASE", "WATER"]),
		names,
		parent: slug.optional().describe("The place that it lies in"),
		countryCode: z
			.string()
			.regex(/^[A-Z]{2}$/, { error: "expected an ISO 3166-1 code of two capital letters" })
			.optional()
			.describe("ISO 3166-1 alpha-2"),
		coordinates: z
			.strictObject({
				latitude: z.number().min(-90).max(90),
				longitude: z.number().min(-180).max(180),
			})
			.optional()
			.describe("Decimal degrees, WGS 84"),
		wikidataId: wikidataId.optional(),
		geonamesId: z
			.string()
			.regex(/^[1-9][0-9]*$/, {
				error: 'expected a GeoNames id: digits, in quotation marks, such as "163843"',
			})
			.optional()
			.describe("The GeoNames id, only where somebody has verified it"),
	}),
);

/** `seed/authorities/publishers.yaml`. */
export const publishersFile = z.array(z.strictObject({ slug, names }));

/** `seed/authorities/occasions.yaml`. */
export const occasionsFile = z.array(
	z.strictObject({
		slug,
		kind: z.enum([
			"PRESS_CONFERENCE",
			"MEETING",
			"CALL",
			"SPEECH",
			"WRITTEN_STATEMENT",
			"POST",
			"INTERVIEW",
			"BRIEFING",
		]),
		names: bilingual,
		date: z.strictObject({ date: edtfDate, basis: dateBasis, note: text.optional() }),
		location: slug.optional().describe("Where it took place"),
	}),
);

/** One entry of the speakers' file. */
export type SpeakerEntry = z.infer<typeof speakersFile>[number];
/** One entry of the locations' file. */
export type LocationEntry = z.infer<typeof locationsFile>[number];
/** One entry of the publishers' file. */
export type PublisherEntry = z.infer<typeof publishersFile>[number];
/** One entry of the occasions' file. */
export type OccasionEntry = z.infer<typeof occasionsFile>[number];
/** Names by language, as the files give them. */
export type NamesEntry = SpeakerEntry["names"];
