import { isComma } from "../sentence.ts";
import type { TokenisedText } from "../tokens.ts";
import type { Found } from "./cue.ts";
import { prepositionAt } from "./prepositions.ts";
import { quotationAt } from "./speech.ts";
import { thatAt, thatNotAt } from "./that.ts";
import type { VerbForm } from "./verbs.ts";
import { isOver } from "./walk.ts";

/** Farther than so many tokens behind a verb nothing is taken for its content. */
const FARTHEST = 60;
/** So far behind its preposition a verb may have the same one again, with "that". */
const FARTHEST_AGAIN = 20;

/** The same preposition again with "that" behind it, before the clause ends: that one has the report. */
function laterWithThat(text: TokenisedText, found: Found, form: VerbForm): Found | null {
	if (found.opening !== "NOMINAL" || found.content === found.marker) return null;
	const preposition = text.tokens[found.marker]?.folded;
	for (let index = found.marker + 1; index < found.marker + FARTHEST_AGAIN; index += 1) {
		if (isOver(text, found.marker, index) || isComma(text.tokens[index])) return null;
		if (text.tokens[index]?.folded !== preposition) continue;
		const better = prepositionAt(text, found.marker, index, form);
		if (better?.opening === "THAT") return better;
	}
	return null;
}

/** What begins the content of a verb at a position, if anything does. */
function frameAt(text: TokenisedText, cue: number, index: number, form: VerbForm): Found | null {
	return (
		thatAt(text, index, form) ??
		thatNotAt(text, index, form) ??
		quotationAt(text, cue, index, form) ??
		prepositionAt(text, cue, index, form)
	);
}

/**
 * Looks behind a reporting verb for what begins the content: "that", a quotation, a colon, a
 * preposition that the verb takes; the first of them in the sentence.
 *
 * @param cue the position of the verb
 * @returns null where there is none
 */
export function findFrame(text: TokenisedText, cue: number, form: VerbForm): Found | null {
	const from = text.tokens[cue]?.quotation;
	for (let index = cue + 1; index <= cue + FARTHEST; index += 1) {
		if (isOver(text, cue, index)) return null;
		const quotation = text.tokens[index]?.quotation ?? -1;
		if (quotation >= 0 && quotation !== from) continue;
		const found = frameAt(text, cue, index, form);
		if (found !== null) return laterWithThat(text, found, form) ?? found;
	}
	return null;
}
