import type { SpeakerKind, SpeakerRole } from "../draft.ts";
import { readLexicon, readWords } from "../lexicon.ts";
import { nouns, withoutArticle } from "../words.ts";
import { keyOf, keysOf } from "./name-key.ts";

const metonyms = new Map(
	readLexicon("metonyms").map(([name = "", kind = ""]) => [keyOf(name), kind as SpeakerKind]),
);
const states = new Set([...nouns.country].map(keyOf));
const spokespersons = new Set([...readWords("spokesperson-heads")].map(withoutArticle));

/** Who sits in a house, or the state that a country's or a capital's name means; null for all other names. */
export function metonymKind(name: string): SpeakerKind | null {
	for (const key of keysOf(name)) {
		const kind = metonyms.get(key) ?? (states.has(key) ? "STATE" : undefined);
		if (kind !== undefined) return kind;
	}
	return null;
}

/** Whether the words of somebody's office say that he speaks for somebody else. */
function isSpokesperson(words: Iterable<string>): boolean {
	return [...words].some((word) => spokespersons.has(withoutArticle(word)));
}

/** The part of somebody in a statement. */
export function roleOf(name: string, office: Iterable<string>, isOnly: boolean): SpeakerRole {
	if (!isOnly) return "JOINT";
	if (isSpokesperson(office)) return "SPOKESPERSON_FOR";
	return metonymKind(name) === null ? "SOLE" : "METONYM";
}
