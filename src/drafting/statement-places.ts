import type { Match } from "../curation/rules/places-linked.ts";
import { contains, type Range } from "../text/span.ts";
import type { Cue } from "./cues/cue.ts";
import { formOf } from "./cues/verbs.ts";
import type { DraftPlace } from "./draft.ts";
import { rangeOf, tokensIn } from "./ranges.ts";
import type { Stretch } from "./source/person-name.ts";
import type { Token, TokenisedText } from "./tokens.ts";
import { nouns, withoutConjunction, withoutPreposition } from "./words.ts";

type Role = DraftPlace["role"];

const IN = "\u0641\u064a";
/** "With", "between", "that", "on": a state behind them takes part, and is not what it is about. */
const BEFORE_PARTNER = new Set([
	"\u0645\u0639",
	"\u0628\u064a\u0646",
	"\u0627\u0646",
	"\u0639\u0644\u064a",
]);

/** Two words at most: no name of a state in the lexicon has more. */
const LONGEST_STATE = 2;

/** The folded words of a name, as many as the lexicon of states has at most. */
function wordsOf({ tokens }: TokenisedText, { start, end }: Stretch): string {
	return tokens
		.slice(start, Math.min(end, start + LONGEST_STATE))
		.map(({ folded }) => folded)
		.join(" ");
}

/** A name joined with "and" to the one before it: it has the same part. */
function isJoined(words: string): boolean {
	return nouns.country.has(withoutConjunction(words)) && !nouns.country.has(words);
}

/** Whether a word before a state makes it one that takes part: "with", "told", a mark. */
function isBeforePartner(before: Token): boolean {
	return !before.isWord || BEFORE_PARTNER.has(before.folded) || formOf(before) !== null;
}

/** Whether a place of the content is a state that takes part in it, and not what it is about. */
function isPartner(
	text: TokenisedText,
	place: Match,
	content: Range,
	last: Role | null,
	isCity: boolean,
): boolean {
	const stretch = tokensIn(text, place);
	const words = wordsOf(text, stretch);
	if (isJoined(words)) return last === "MENTIONED";
	if (nouns.country.has(withoutPreposition(words, "l") ?? "")) return true;
	const before = text.tokens[stretch.start - 1];
	if (!nouns.country.has(words)) return false;
	if (before === undefined || before.start < content.start) return true;
	return isCity ? before.folded !== IN : isBeforePartner(before);
}

function inContent(
	text: TokenisedText,
	content: readonly Range[],
	places: readonly Match[],
	cities: ReadonlySet<string>,
): DraftPlace[] {
	const found: DraftPlace[] = [];
	for (const part of content)
		for (const place of places.filter((one) => contains(part, one))) {
			const { slug, ...mention } = place;
			const last = found.at(-1)?.role ?? null;
			const isMentioned = isPartner(text, place, part, last, cities.has(slug));
			found.push({ slug, role: isMentioned ? "MENTIONED" : "ABOUT", mention });
		}
	return found;
}

/** Where it was said: behind "in", between the reporting word and what is said. */
function spokenAt(
	text: TokenisedText,
	cue: Cue,
	mentions: readonly Range[],
	places: readonly Match[],
): DraftPlace[] {
	if (cue.marker <= cue.end) return [];
	const between = rangeOf(text, { start: cue.end, end: cue.marker });
	return places
		.filter((place) => contains(between, place))
		.filter((place) => !mentions.some((mention) => contains(mention, place)))
		.filter((place) => text.tokens[tokensIn(text, place).start - 1]?.folded === IN)
		.map(({ slug, ...mention }) => ({ slug, role: "SPOKEN_AT", mention }));
}

/** The surer role first: what a statement is about is not only mentioned in it. */
function withoutRepeated(places: readonly DraftPlace[]): DraftPlace[] {
	return places.filter(({ slug, role }, index) => {
		const first = places.findIndex((other) => other.slug === slug && other.role === role);
		const isAbout = places.some((other) => other.slug === slug && other.role === "ABOUT");
		return first === index && !(role === "MENTIONED" && isAbout);
	});
}

/**
 * The places of a statement: where it was said, and what its content names. A state that only
 * takes part (with Russia, between …, as the subject) is mentioned; all others it is about.
 *
 * @param mentions the words that name who speaks
 * @param places the places of the text, in reading order
 * @param cities the slugs of cities: a capital stands for its state, but for "in" before it
 */
export function placesOfStatement(
	text: TokenisedText,
	{ cue, content }: { readonly cue: Cue; readonly content: readonly Range[] },
	mentions: readonly Range[],
	places: readonly Match[],
	cities: ReadonlySet<string>,
): DraftPlace[] {
	return withoutRepeated([
		...spokenAt(text, cue, mentions, places),
		...inContent(text, content, places, cities),
	]);
}
