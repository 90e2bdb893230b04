import { ALEF, ALEF_MAKSURA, HEH, MEEM, NOON, TEH, TEH_MARBUTA, WAW, YEH } from "../letters.ts";

/** An inflected form of a verb, and how it is written. */
export interface Inflected {
	readonly word: string;
	readonly form: "PERFECT" | "IMPERFECT" | "PARTICIPLE" | "NOUN";
	readonly gender: "MASCULINE" | "FEMININE";
	readonly number: "SINGULAR" | "DUAL" | "PLURAL";
}

/** Pronouns at the end of a word, as they are its object or whose it is: his, her, their, of both. */
const HIS = HEH;
const HER = HEH + ALEF;
const THEIR = HEH + MEEM;
const OF_BOTH = HEH + MEEM + ALEF;
const WEAK = new Set([ALEF, ALEF_MAKSURA, WAW, YEH]);

/** A stem without its last weak letter, which falls before the endings that begin with a vowel. */
function shortened(stem: string): string {
	return WEAK.has(stem.slice(-1)) ? stem.slice(0, -1) : stem;
}

function isWeak(stem: string): boolean {
	return stem.endsWith(ALEF_MAKSURA) || stem.endsWith(ALEF);
}

/** The third persons of the perfect: qala, qalat, qalu. */
export function perfects(stem: string): Inflected[] {
	const form = "PERFECT" as const;
	const short = isWeak(stem) ? stem.slice(0, -1) : stem;
	const forDual = isWeak(stem) ? `${short}${YEH}` : short;
	return [
		{ form, gender: "MASCULINE", number: "SINGULAR", word: stem },
		{ form, gender: "FEMININE", number: "SINGULAR", word: short + TEH },
		{ form, gender: "MASCULINE", number: "DUAL", word: forDual + ALEF },
		{ form, gender: "FEMININE", number: "DUAL", word: short + TEH + ALEF },
		{ form, gender: "MASCULINE", number: "PLURAL", word: short + WAW + ALEF },
	];
}

/** The third persons of the imperfect: yaqulu, taqulu, yaquluna. */
export function imperfects(stem: string): Inflected[] {
	const form = "IMPERFECT" as const;
	const feminine = TEH + stem.slice(1);
	const short = shortened(stem);
	return [
		{ form, gender: "MASCULINE", number: "SINGULAR", word: stem },
		{ form, gender: "FEMININE", number: "SINGULAR", word: feminine },
		{ form, gender: "MASCULINE", number: "DUAL", word: stem + ALEF + NOON },
		{ form, gender: "FEMININE", number: "DUAL", word: feminine + ALEF + NOON },
		{ form, gender: "MASCULINE", number: "PLURAL", word: short + WAW + NOON },
	];
}

/** Participles in the accusative, as they stand behind the sentence whose subject goes on. */
export function participles(stem: string): Inflected[] {
	const form = "PARTICIPLE" as const;
	const base = stem.endsWith(ALEF) ? stem.slice(0, -1) : stem;
	const short = base.endsWith(YEH) ? base.slice(0, -1) : base;
	return [
		{ form, gender: "MASCULINE", number: "SINGULAR", word: base + ALEF },
		{ form, gender: "FEMININE", number: "SINGULAR", word: base + TEH_MARBUTA },
		{ form, gender: "MASCULINE", number: "PLURAL", word: short + YEH + NOON },
		{ form, gender: "FEMININE", number: "DUAL", word: base + TEH + YEH + NOON },
	];
}

/** Verbal nouns with the pronoun of who says it. */
export function verbalNouns(stem: string): Inflected[] {
	const form = "NOUN" as const;
	const base = stem.endsWith(TEH_MARBUTA) ? stem.slice(0, -1) + TEH : stem;
	return [
		{ form, gender: "MASCULINE", number: "SINGULAR", word: stem },
		{ form, gender: "MASCULINE", number: "SINGULAR", word: base + HIS },
		{ form, gender: "FEMININE", number: "SINGULAR", word: base + HER },
		{ form, gender: "MASCULINE", number: "PLURAL", word: base + THEIR },
		{ form, gender: "MASCULINE", number: "DUAL", word: base + OF_BOTH },
	];
}

/**
 * Verbs with a pronoun for whom they are said to, or about: hadhdharahu, "he warned him".
 *
 * @param stem the perfect; weak ones have other forms, and are left out
 * @param imperfect of the same verb; weak ones and ones that are not written are left out too
 */
export function withObjects(stem: string, imperfect: string): Inflected[] {
	const perfect = isWeak(stem) ? [] : [stem, stem + TEH];
	const isPlain = imperfect.startsWith(YEH) && !WEAK.has(imperfect.slice(-1));
	const present = isPlain ? [imperfect, TEH + imperfect.slice(1)] : [];
	const formsOf = (form: "PERFECT" | "IMPERFECT", words: readonly string[]) =>
		words.flatMap((word, index) =>
			[HIS, HER, THEIR].map((pronoun): Inflected => {
				const gender = index === 0 ? "MASCULINE" : "FEMININE";
				return { form, gender, number: "SINGULAR", word: word + pronoun };
			}),
		);
	return [...formsOf("PERFECT", perfect), ...formsOf("IMPERFECT", present)];
}
