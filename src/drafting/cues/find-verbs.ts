import { isTitleOfText } from "../quotation-kind.ts";
import type { TokenisedText } from "../tokens.ts";
import type { Cue } from "./cue.ts";
import { findContent } from "./objects.ts";
import { isReport, isSubjunctiveOrDenied, WHAT_ALONE_OR_WITH } from "./reports.ts";
import { formOf, formWithObject } from "./verbs.ts";

/** The cue of a verb at a position; null where it is no verb that reports something. */
function cueAt(text: TokenisedText, start: number): Cue | null {
	const isCalled = WHAT_ALONE_OR_WITH.test(text.tokens[start - 1]?.folded ?? "");
	const called = isCalled ? formWithObject(text.tokens[start]) : null;
	const form = called ?? formOf(text.tokens[start]);
	const quotation = text.quotations[text.tokens[start]?.quotation ?? -1];
	if (quotation !== undefined && isTitleOfText(text, quotation)) return null;
	if (form === null || isSubjunctiveOrDenied(text, start, form)) return null;
	const found = findContent(text, start, form);
	if (found === null || !isReport(text, start, form, found)) return null;
	const rule = `${form.form.toLowerCase()}-${found.opening.toLowerCase()}`;
	return { start, end: start + 1, form, ...found, rule };
}

/** Every form of a reporting verb in a text that reports something, in reading order. */
export function findVerbCues(text: TokenisedText): Cue[] {
	return text.tokens.flatMap((_, index) => cueAt(text, index) ?? []);
}
