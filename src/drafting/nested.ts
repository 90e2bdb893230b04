import type { Cue } from "./cues/cue.ts";
import type { Proposal } from "./proposal.ts";
import { isBodyHead, isTitle } from "./source/heads.ts";
import { findPersonName } from "./source/person-name.ts";
import type { Stretch } from "./source/stretch.ts";
import type { TokenisedText } from "./tokens.ts";
import { grammar } from "./words.ts";

/** Whether a verb whose subject is left out goes on with that of a sentence in which nobody speaks. */
export function isBeside(
	{ tokens }: TokenisedText,
	cue: Cue,
	proposals: readonly Proposal[],
): boolean {
	if (cue.opening !== "NOMINAL" || cue.form?.form === "PARTICIPLE" || cue.form?.form === "NOUN")
		return false;
	// "His Highness" is somebody from before, though his name is left out.
	if (grammar.highness.has(tokens[cue.end]?.folded ?? "")) return false;
	const sentence = tokens[cue.start]?.sentence;
	const isFirst = tokens[cue.start - 1]?.sentence !== sentence;
	return !isFirst && !proposals.some((other) => tokens[other.cue.start]?.sentence === sentence);
}

/** Inside of what somebody says only a whole report of somebody named counts. */
export function isNested(text: TokenisedText, cue: Cue, mention: Stretch | null): boolean {
	if (mention === null || cue.form === null) return false;
	if (cue.form.form !== "PERFECT") return false;
	const words = text.tokens.slice(mention.start, mention.end);
	if (cue.opening === "NOMINAL") return mention.start > cue.start && findPersonName(words) !== null;
	return findPersonName(words) !== null || isTitle(words[0]) || isBodyHead(words[0]);
}
