/** Which way a text runs. */
export type TextDirection = "RTL" | "LTR";

/** Scripts that are written from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set([
	"Adlm",
	"Arab",
	"Aran",
	"Hebr",
	"Mand",
	"Nkoo",
	"Rohg",
	"Samr",
	"Syrc",
	"Thaa",
	"Yezi",
]);

/**
 * The direction of a language, by the script that it is usually written in
 * (likely subtags of the Unicode CLDR).
 *
 * @param language a BCP 47 tag
 * @throws RangeError for something that is no such tag
 */
export function directionOf(language: string): TextDirection {
	const script = new Intl.Locale(language).maximize().script;
	return RIGHT_TO_LEFT.has(script ?? "") ? "RTL" : "LTR";
}

/** Whether a string is a well-formed BCP 47 language tag. */
export function isLanguageTag(tag: string): boolean {
	try {
		return new Intl.Locale(tag).language !== "";
	} catch {
		return false;
	}
}
