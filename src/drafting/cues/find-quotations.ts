import { isName } from "../quotation-kind.ts";
import { wordsInside } from "../quotations.ts";
import { isComma, isSameSentence, sentenceEnd } from "../sentence.ts";
import { mentionIn } from "../source/mention.ts";
import type { Quotation, TokenisedText } from "../tokens.ts";
import { grammar } from "../words.ts";
import type { Cue } from "./cue.ts";
import { findFrame } from "./frames.ts";
import { formOf, verbForms } from "./verbs.ts";

/** Shorter quotations, in words, before a verb are names and terms. */
const SHORTEST = 3;
/** Who speaks is named at most so many tokens behind the verb. */
const LONGEST_MENTION = 20;

/** The reporting verb right behind a quotation, past a comma and "with these words". */
function verbBehind(text: TokenisedText, index: number): number | null {
	let at = index;
	if (isComma(text.tokens[at]) || text.tokens[at]?.text === "-") at += 1;
	if (grammar.withThese.has(text.tokens[at]?.folded ?? "")) at += 2;
	const form = formOf(text.tokens[at]);
	if (form === null) return at > index + 1 && text.tokens[at]?.isWord === true ? at : null;
	return form.verb.frames.has("quote") && form.form !== "NOUN" && !isOtherReport(text, at)
		? at
		: null;
}

/** Whether a participle, or a verb joined with "and", begins a report of its own, and does not belong to the quotation. */
function isOtherReport(text: TokenisedText, index: number): boolean {
	const token = text.tokens[index];
	const form = formOf(token);
	if (form === null || findFrame(text, index, form) === null) return false;
	return form.form === "PARTICIPLE" || !verbForms.has(token?.folded ?? "");
}

/** The verb of a quotation that may be its cue: one with a content of its own only where the sentence begins with the quotation. */
function cueOf(text: TokenisedText, quotation: Quotation, own: ReadonlySet<number>): number | null {
	const verb = verbBehind(text, quotation.endToken + 1);
	if (verb === null || !own.has(verb)) return verb;
	return isSameSentence(text, quotation.firstToken - 2, quotation.firstToken) ? null : verb;
}

/**
 * Quotations with their cue behind them: "«…», said X". Those that a cue before them has taken
 * are left out.
 *
 * @param taken positions of the first tokens of contents that have a cue
 * @param own positions of verbs that have a content of their own
 */
export function findQuotationsFirst(
	text: TokenisedText,
	taken: ReadonlySet<number>,
	own: ReadonlySet<number>,
): Cue[] {
	return text.quotations.flatMap((quotation): Cue[] => {
		if (taken.has(quotation.firstToken) || isName(text, quotation)) return [];
		if (wordsInside(text, quotation).length < SHORTEST) return [];
		const start = cueOf(text, quotation, own);
		if (start === null) return [];
		const end = Math.min(sentenceEnd(text, start), start + LONGEST_MENTION);
		return [
			{
				start,
				end: start + 1,
				form: formOf(text.tokens[start]),
				opening: "QUOTATION",
				marker: mentionIn(text, start + 1, end)?.end ?? start + 1,
				content: quotation.firstToken,
				rule: "quotation-first",
			},
		];
	});
}
