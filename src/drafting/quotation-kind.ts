import { readWords } from "./lexicon.ts";
import { wordsInside } from "./quotations.ts";
import { COLON } from "./sentence.ts";
import type { Quotation, TokenisedText } from "./tokens.ts";
import { nouns, withoutArticle, withoutConjunction, withoutPreposition } from "./words.ts";

/** Longer quotations are hardly ever a name. */
const MOST_NAME_WORDS = 4;
const MOST_TERM_WORDS = 2;
/** "Under the title", behind which the whole quotation is one: unwan, bi-unwan. */
const TITLED = /^\u0628?\u0639\u0646\u0648\u0627\u0646$/u;
const namedThings = readWords("named-things");
/** A preposition by itself, with tatweel before the mark: "to «Hamas»". */
const ATTACHED = /^[\u0644\u0628\u0648]$/u;
const LATIN_OR_DIGITS = /^[\p{Script=Latin}\p{N}]+$/u;

function isNamedThing(word: string): boolean {
	const bare = withoutConjunction(word);
	return [word, bare, withoutPreposition(bare, "l"), withoutPreposition(bare, "b")].some(
		(form) =>
			form !== null &&
			(namedThings.has(withoutArticle(form)) ||
				nouns.media.has(withoutArticle(form)) ||
				nouns.organisation.has(withoutArticle(form))),
	);
}

/** The words before the opening mark, the nearest first. */
function wordsBefore({ tokens }: TokenisedText, quotation: Quotation): string[] {
	const before = tokens.slice(Math.max(0, quotation.firstToken - 4), quotation.firstToken - 1);
	return before.toReversed().map(({ folded }) => folded);
}

/** How often a text has a quotation with these very words. */
function repetitions(text: TokenisedText, folded: string): number {
	return text.quotations.filter(
		(other) =>
			wordsInside(text, other)
				.map((word) => word.folded)
				.join(" ") === folded,
	).length;
}

/** Whether a quotation is the title of something written: "an article under the title «…»". */
export function isTitleOfText(text: TokenisedText, quotation: Quotation): boolean {
	return TITLED.test(wordsBefore(text, quotation)[0] ?? "");
}

/**
 * Whether the marks stand round a name (of an outlet, a body, a model, an event) and not round
 * what somebody said: few words, and a noun of named things before them, or Latin letters and
 * digits alone, or the same words between marks again and again. Behind "title" they may be many.
 */
export function isName(text: TokenisedText, quotation: Quotation): boolean {
	const words = wordsInside(text, quotation);
	if (words.length === 0) return true;
	const [nearest, second] = wordsBefore(text, quotation);
	if (isTitleOfText(text, quotation)) return true;
	if (words.length > MOST_NAME_WORDS) return false;
	if (words.every((word) => LATIN_OR_DIGITS.test(word.text))) return true;
	// Behind a colon stands what was said, though it may begin like a name.
	if (nearest === COLON) return repetitions(text, words.map(({ folded }) => folded).join(" ")) > 1;
	if (nearest !== undefined && isNamedThing(nearest)) return true;
	if (nearest !== undefined && ATTACHED.test(nearest)) return true;
	if (second !== undefined && words.length <= MOST_TERM_WORDS && isNamedThing(second)) return true;
	return (
		isNamedThing(words[0]?.folded ?? "") ||
		repetitions(text, words.map(({ folded }) => folded).join(" ")) > 1
	);
}
