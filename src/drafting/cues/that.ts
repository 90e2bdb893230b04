import { FEH } from "../letters.ts";
import { isComma } from "../sentence.ts";
import type { TokenisedText } from "../tokens.ts";
import { grammar } from "../words.ts";
import type { Found } from "./cue.ts";
import type { VerbForm } from "./verbs.ts";

/** "That not" in one word: alla, with hamza; without it is "except". */
const THAT_NOT = "\u0623\u0644\u0627";

/** Whether a token is "that" which begins a report, and not another clause. */
export function isThat({ tokens }: TokenisedText, index: number): boolean {
	const token = tokens[index];
	if (token === undefined || !grammar.that.has(token.folded)) return false;
	const before = tokens[index - 1]?.folded ?? "";
	return !grammar.notReportingThat.has(before);
}

/** Where "that" begins the content of a verb that takes it. */
export function thatAt(text: TokenisedText, index: number, form: VerbForm): Found | null {
	if (!form.verb.frames.has("that") || !isThat(text, index)) return null;
	// "So that" behind a comma leads on from "according to", and not from a verb.
	const isConsequence = text.tokens[index]?.folded.startsWith(FEH) === true;
	if (isConsequence && isComma(text.tokens[index - 1])) return null;
	return { opening: "THAT", marker: index, content: index + 1 };
}

/** "That not" in one word: it stays in what is reported. */
export function thatNotAt(text: TokenisedText, index: number, form: VerbForm): Found | null {
	if (!form.verb.frames.has("that") || text.tokens[index]?.text !== THAT_NOT) return null;
	return { opening: "THAT", marker: index, content: index };
}
