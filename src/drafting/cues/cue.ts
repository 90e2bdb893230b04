import type { VerbForm } from "./verbs.ts";

/** What begins the content behind a cue. */
type Opening =
	/** A clause after "that". */
	| "THAT"
	/** Words between quotation marks. */
	| "QUOTATION"
	/** A colon, without marks behind it. */
	| "COLON"
	/** A noun: after a preposition, or the object of the verb. */
	| "NOMINAL"
	/** The clause before the cue, as "according to" has it. */
	| "BEFORE";

/** What begins the content behind a cue, and where. Numbers are positions of tokens. */
export interface Found {
	readonly opening: Opening;
	/** The first token behind the words in which the speaker may be named. */
	readonly marker: number;
	/** The first token of the content; for a QUOTATION the one behind the opening mark. */
	readonly content: number;
}

/** A reporting word in a text, with what it opens. All numbers are positions of tokens. */
export interface Cue {
	/** The reporting word, and the first one behind all that belongs to it. */
	readonly start: number;
	readonly end: number;
	readonly form: VerbForm | null;
	readonly opening: Opening;
	/** The first token behind the words in which the speaker may be named. */
	readonly marker: number;
	/** The first token of the content; for BEFORE the last one but one. */
	readonly content: number;
	/** The rule that found it, for people. */
	readonly rule: string;
}
