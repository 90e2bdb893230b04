import { z } from "zod";
import { isLanguageTag } from "../../text/language.ts";

/** The key of an entry: short, Latin, lower case, words joined by hyphens. */
export const slug = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
		error: "expected a slug: lower-case Latin letters and digits, words joined by single hyphens",
	})
	.describe("A slug: lower-case Latin letters and digits, words joined by hyphens");

/** Any words that a person types; never empty. */
export const text = z
	.string()
	.refine((value) => value.trim() !== "", { error: "expected some words, got an empty text" });

/** Words that stand in the article, with more words around them where they stand twice. */
export const words = z
	.union([
		text,
		z.strictObject({
			exact: text.describe("The words themselves"),
			prefix: text.optional().describe("The words right before them"),
			suffix: text.optional().describe("The words right after them"),
		}),
	])
	.describe(
		"Words exactly as they stand in the article. Where they stand more than once, write exact, and the prefix or the suffix that tells which",
	);

/** A BCP 47 language tag. */
export const language = z
	.string()
	.refine(isLanguageTag, { error: "expected a BCP 47 language tag, for example ar or en" })
	.describe("A BCP 47 language tag, for example ar");

/** A calendar day that exists. */
export const day = z.iso
	.date({ error: "expected a day that exists, as YYYY-MM-DD" })
	.refine((value) => value >= "0001", { error: "expected a year from 0001 on" })
	.describe("A day, as YYYY-MM-DD");

/** What a date rests on; the contract's DateBasis. */
export const dateBasis = z
	.enum(["EXPLICIT", "WEEKDAY_RELATIVE", "EVENT_INFERRED", "PUBLICATION", "NONE"])
	.describe(
		"EXPLICIT: the page prints it. WEEKDAY_RELATIVE: a weekday, fixed by another date of the page. EVENT_INFERRED: from an event that has a known date. PUBLICATION: taken from the day of publication. NONE: unknown",
	);

/** A date as the Extended Date/Time Format writes it, as precise as it is known. */
export const edtfDate = z
	.string({ error: 'expected a date as text; write a year in quotation marks, such as "2018"' })
	.describe(
		"An EDTF date: 2018-10-03, 2018-10, 2018, an interval 2024-12-08/2025-01-19, or XXXX where it is unknown",
	);

/** The names of a thing in one language. */
const namesInLanguage = z.strictObject({
	official: text.describe("The name that is shown"),
	alias: z.array(text).optional().describe("Other names in use, such as the surname alone"),
	spelling: z.array(text).optional().describe("Other spellings of these names"),
	epithet: z.array(text).optional().describe("Descriptions that stand for the name"),
});

/** The names of a thing by language; Arabic and English at least. */
export const names = z
	.object({ ar: namesInLanguage, en: namesInLanguage })
	.catchall(namesInLanguage.partial({ official: true }))
	.describe("Names by language (BCP 47); ar and en at least");

/** A title in the languages of the API. */
export const bilingual = z.strictObject({ ar: text, en: text });

/** An id of Wikidata. */
export const wikidataId = z
	.string()
	.regex(/^Q[1-9][0-9]*$/, { error: "expected a Wikidata id such as Q858" })
	.describe("The Wikidata id, only where somebody has verified it");
