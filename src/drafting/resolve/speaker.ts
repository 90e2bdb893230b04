import type { VerbForm } from "../cues/verbs.ts";
import type { Described } from "../source/describe.ts";
import type { Stretch } from "../source/stretch.ts";

/** Whoever was found to speak, with where the text points at him. */
export interface Speaker extends Described {
	readonly mention: Stretch | null;
}

/** A statement's speakers, as later ones look back at them. Numbers are positions of tokens and of sentences. */
export interface Said {
	readonly speakers: readonly Speaker[];
	readonly position: number;
	readonly sentence: number;
	/** As the verb, the office or the noun for the body shows it; null where nothing does. */
	readonly gender: VerbForm["gender"] | null;
}
