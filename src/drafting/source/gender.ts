import type { VerbForm } from "../cues/verbs.ts";
import { HEH } from "../letters.ts";
import { bareWord, nouns } from "../words.ts";
import type { Described } from "./describe.ts";
import type { Entity } from "./entities.ts";
import { wordsOfName } from "./names.ts";
import { isCounterpart } from "./offices.ts";

type Gender = VerbForm["gender"];

/** Feminine nouns end with heh, which teh marbuta folds to: wazira. */
function genderOfWord(word: string): Gender {
	return word.endsWith(HEH) ? "FEMININE" : "MASCULINE";
}

/** The gender of the verbs that go with an office, a body, a state; null where it does not show. */
export function genderOfEntity({ kind, titles, words }: Entity): Gender | null {
	if (kind !== "PERSON") return genderOfNoun(words[0] ?? "");
	// The ending of "his counterpart" is a pronoun.
	const offices = [...titles].filter((word) => nouns.title.has(word) && !isCounterpart(word));
	if (offices.length === 0) return null;
	return offices.some((word) => word.endsWith(HEH)) ? "FEMININE" : "MASCULINE";
}

function genderOfNoun(word: string): Gender | null {
	if (nouns.country.has(word)) return "FEMININE";
	if (!nouns.organisation.has(word) && !nouns.media.has(word)) return null;
	return genderOfWord(word);
}

/** The gender of somebody who speaks; null where nothing shows it. */
export function genderOf(speaker: Described | undefined): Gender | null {
	if (speaker === undefined) return null;
	if (speaker.entity !== null) return genderOfEntity(speaker.entity);
	const head = bareWord(wordsOfName(speaker.name)[0] ?? "");
	return nouns.title.has(head) ? genderOfWord(head) : null;
}
