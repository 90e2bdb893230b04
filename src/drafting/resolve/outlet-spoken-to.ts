import type { Cue } from "../cues/cue.ts";
import { LAM } from "../letters.ts";
import { openedAt } from "../quotations.ts";
import { sentenceStart } from "../sentence.ts";
import { mentionIn } from "../source/mention.ts";
import { behindBrackets } from "../source/outlet.ts";
import type { Stretch } from "../source/stretch.ts";
import type { TokenisedText } from "../tokens.ts";
import { grammar, nouns, withoutArticle, withoutPreposition, withoutPronoun } from "../words.ts";

/** So many tokens into its sentence an outlet is named at most that was spoken to. */
const FARTHEST_OUTLET = 10;
/** So many tokens before an outlet the verb stands by which it carried what was said. */
const FARTHEST_CARRYING = 3;

/** Whether a word, with or without the article, is the noun for an outlet. */
function isOutletNoun(word: string): boolean {
	return nouns.media.has(withoutArticle(word));
}

/** "In a statement to «…»": the name of the outlet alone stands between marks, or in brackets. */
function markedOutlet(text: TokenisedText, index: number): Stretch | null {
	const before = text.tokens[index - 1]?.folded ?? "";
	if (!grammar.towards.has(before) && before !== LAM) return null;
	const quotation = openedAt(text, index);
	if (quotation !== undefined) return { start: index, end: quotation.endToken + 1 };
	if (before !== LAM) return null;
	const end = behindBrackets(text, index);
	if (end !== null) return { start: index + 1, end: end - 1 };
	// The letter stands apart from a name of one word.
	return text.tokens[index]?.isWord === true ? { start: index, end: index + 1 } : null;
}

/** Whether a verb shortly before a position says that an outlet carried what was said: "which … published". */
function isCarried({ tokens }: TokenisedText, index: number): boolean {
	const before = tokens.slice(Math.max(0, index - FARTHEST_CARRYING), index);
	return before.some(({ folded }) => grammar.carrying.has(folded));
}

function stretchFrom(text: TokenisedText, index: number, to: number): Stretch {
	const behind = mentionIn(text, index + 1, to);
	return behind !== null && behind.start === index + 1
		? { start: index, end: behind.end }
		: { start: index, end: index + 1 };
}

/** The outlet at a position that is spoken to: with "for" attached, behind "to", between marks, or as the one that carried it. */
function outletAt(text: TokenisedText, index: number, to: number): Stretch | null {
	const word = text.tokens[index]?.folded ?? "";
	if (isOutletNoun(withoutPreposition(word, "l") ?? "")) return stretchFrom(text, index, to);
	const isTowards = grammar.towards.has(text.tokens[index - 1]?.folded ?? "");
	if (isOutletNoun(word) && (isTowards || isCarried(text, index)))
		return mentionIn(text, index, to);
	return markedOutlet(text, index);
}

/** The first outlet that is spoken to in a range of tokens. */
function outletIn(text: TokenisedText, from: number, to: number, end: number): Stretch | null {
	for (let index = from; index < to; index += 1) {
		const outlet = outletAt(text, index, end);
		if (outlet !== null) return outlet;
	}
	return null;
}

/** "In a statement to the agency … he said": the outlet before the cue that the sentence begins with. */
function outletBefore(text: TokenisedText, cue: Cue): Stretch | null {
	const start = sentenceStart(text, cue.start);
	const noun = withoutArticle(text.tokens[start + 1]?.folded ?? "");
	if (!grammar.onOccasion.has(text.tokens[start]?.folded ?? "")) return null;
	if (!grammar.occasionNoun.has(noun) && !grammar.occasionNoun.has(withoutPronoun(noun)))
		return null;
	return outletIn(text, start + 2, Math.min(cue.start, start + FARTHEST_OUTLET), cue.start);
}

/**
 * The outlet that a speaker spoke to: between the cue and the content, "to the agency …", or where
 * the sentence begins with the occasion.
 *
 * @param mention who speaks; an outlet in these words is part of an office
 */
export function outletSpokenTo(
	text: TokenisedText,
	cue: Cue,
	mention: Stretch | null,
): Stretch | null {
	const isBehind = mention !== null && mention.start >= cue.end;
	const before = isBehind ? outletIn(text, cue.end, mention.start, mention.start) : null;
	const behind = outletIn(text, isBehind ? mention.end : cue.end, cue.marker, cue.marker);
	return before ?? behind ?? outletBefore(text, cue);
}
