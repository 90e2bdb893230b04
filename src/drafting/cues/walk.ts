import { SHADDA } from "../letters.ts";
import { COLON, isComma } from "../sentence.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import { grammar, hasConjunction, nouns, withoutAccusative } from "../words.ts";
import { type VerbForm, verbForms } from "./verbs.ts";

/** "Saying" behind another verb belongs to that verb. */
const SAYING = /^\u0642\u0627\u0644$/u;

/** "After", "between", "in answer", which are written like verbs: aqiba, bayna, raddan. */
const ADVERB = /^(?:\u0639\u0642\u0628|\u0628\u064a\u0646|\u0631\u062f\u0627)$/u;

/** The form that a word is whose report stands beside another's: behind a comma, or joined with "and". */
function formBeside({ tokens }: TokenisedText, index: number): VerbForm | undefined {
	const word = tokens[index]?.folded ?? "";
	const direct = isComma(tokens[index - 1]) ? verbForms.get(word) : undefined;
	return direct ?? (hasConjunction(word) ? verbForms.get(word.slice(1)) : undefined);
}

/** Whether a word is an adverb that is written like a verb. */
function isAdverb({ folded, text }: Token): boolean {
	return ADVERB.test(folded) && !text.includes(SHADDA);
}

/** Whether a verb tells what stands in the document before it: "wrote an article in which he mentioned". */
function tellsOfDocument({ tokens }: TokenisedText, index: number): boolean {
	if (!grammar.inIt.has(tokens[index + 1]?.folded ?? "")) return false;
	const before = tokens[index - 1]?.folded ?? "";
	const isDocument = [before, withoutAccusative(before)].some((word) => nouns.document.has(word));
	return isDocument && verbForms.has(tokens[index]?.folded ?? "");
}

/** Whether a word begins another report than the one whose verb stands before it. */
function beginsAnotherReport(text: TokenisedText, index: number): boolean {
	const token = text.tokens[index];
	if (token === undefined || !token.isWord) return false;
	if (tellsOfDocument(text, index)) return true;
	const form = formBeside(text, index);
	if (form === undefined || isAdverb(token)) return false;
	if (isComma(text.tokens[index - 1]) && verbForms.get(token.folded)?.form === "PARTICIPLE")
		return !SAYING.test(form.verb.lemma);
	const isOfVerb = form.form === "PERFECT" || form.form === "IMPERFECT";
	return isOfVerb && form.verb.frames.has("quote");
}

/** Whether the walk from a verb to what it reports ends at a position without having found anything. */
export function isOver(text: TokenisedText, cue: number, index: number): boolean {
	const from = text.tokens[cue];
	const token = text.tokens[index];
	if (from === undefined || token === undefined) return true;
	if (token.quotation !== from.quotation) return from.quotation >= 0;
	const afterColon = text.tokens[index - 1]?.text === COLON;
	return (token.sentence !== from.sentence && !afterColon) || beginsAnotherReport(text, index);
}
