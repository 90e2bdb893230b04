import type { CorpusName } from "../../src/curation/corpus.ts";
import { fold } from "../../src/text/fold.ts";

/** The names of a thing: the official ones in Arabic and English, and a spelling of the first. */
export function namesOf(arabic: string, english: string): CorpusName[] {
	const official = [
		{ text: arabic, folded: fold(arabic), language: "ar", kind: "OFFICIAL" },
		{ text: english, folded: fold(english), language: "en", kind: "OFFICIAL" },
	] as const;
	// People type without hamza and with the plain ends of words, which is what folding gives.
	const spelling = { text: fold(arabic), folded: fold(arabic), language: "ar", kind: "SPELLING" };
	return spelling.text === arabic
		? [...official]
		: [...official, { ...spelling, kind: "SPELLING" }];
}

/** A name as links have it. */
export function slugOf(english: string): string {
	return english
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
}
