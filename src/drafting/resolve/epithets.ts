import { HEH } from "../letters.ts";
import type { Described } from "../source/describe.ts";
import { genderOf } from "../source/gender.ts";
import { introducedBefore } from "../source/introduced.ts";
import { wordsOfName } from "../source/names.ts";
import type { Stretch } from "../source/stretch.ts";
import type { TokenisedText } from "../tokens.ts";
import { bareWord, grammar, hasArticle, nouns, withoutArticle } from "../words.ts";
import type { Said, Speaker } from "./speaker.ts";

/** "The source", "the witness", "the official": nobody who has a name. */
const GENERAL =
	/^\u0627\u0644(?:\u0645\u0635\u062f\u0631|\u0634\u0627\u0647\u062f|\u0645\u0633\u0648\u0648\u0644)/u;
/** In tokens. */
const LONGEST_OFFICE = 3;
const LONGEST_GENERAL = 2;

/** The first noun of a mention of so many tokens at most, where it has the article. */
function definiteHead(
	text: TokenisedText,
	{ start, end }: Stretch,
	longest: number,
): string | null {
	const head = text.tokens[start]?.folded ?? "";
	return end - start <= longest && hasArticle(head) ? head : null;
}

/** The unnamed source that a noun with the article means: the last one with the same noun. */
function sameNoun(text: TokenisedText, mention: Stretch, said: readonly Said[]): Speaker | null {
	const head = definiteHead(text, mention, LONGEST_GENERAL);
	if (head === null) return null;
	const same = said.findLast(({ speakers }) =>
		speakers.some(
			({ kind, name }) => kind !== "ORGANIZATION" && wordsOfName(name)[0] === bareWord(head),
		),
	);
	return same?.speakers[0] ?? null;
}

/** Whether nothing that the article says of somebody speaks against the adjectives of an office. */
function fits({ entity }: Speaker, words: readonly string[]): boolean {
	const adjectives = words.filter((word) => !grammar.same.has(word)).map(withoutArticle);
	const titles = entity?.titles ?? new Set<string>();
	return titles.size === 0 || adjectives.every((word) => titles.has(word));
}

/** The person who spoke last, for an office with the article that no other has: "the minister". */
function personMeant(text: TokenisedText, mention: Stretch, said: readonly Said[]): Speaker | null {
	const head = definiteHead(text, mention, LONGEST_OFFICE);
	if (head === null || !nouns.title.has(bareWord(head)) || GENERAL.test(head)) return null;
	const words = text.tokens.slice(mention.start + 1, mention.end).map(({ folded }) => folded);
	if (!words.every((word) => hasArticle(word) || grammar.same.has(word))) return null;
	const gender = head.endsWith(HEH) ? "FEMININE" : "MASCULINE";
	const last = said.findLast(({ speakers: [speaker] }) => {
		if (speaker?.kind !== "PERSON" || speaker.entity === null) return false;
		return fits(speaker, words) && (genderOf(speaker) ?? gender) === gender;
	});
	return last?.speakers[0] ?? null;
}

/** The unnamed source that spoke last, for "the source", "the official". */
function unnamedMeant(
	text: TokenisedText,
	mention: Stretch,
	said: readonly Said[],
): Speaker | null {
	const head = definiteHead(text, mention, LONGEST_GENERAL);
	if (head === null || !GENERAL.test(head)) return null;
	const last = said.findLast(({ speakers: [speaker] }) => speaker?.kind === "ANONYMOUS");
	// "The same source" is whoever spoke last, where all have names.
	const isSame = grammar.same.has(text.tokens[mention.end - 1]?.folded ?? "");
	return last?.speakers[0] ?? (isSame ? (said.at(-1)?.speakers[0] ?? null) : null);
}

/**
 * Whom an epithet means that fits nobody by his offices: an unnamed source with the same noun, the
 * person who spoke last, what the text introduced by the noun, the unnamed source that spoke last.
 *
 * @param said what was said before, in reading order
 * @returns null where it means nobody from before
 */
export function meantBy(
	text: TokenisedText,
	mention: Stretch,
	found: Described,
	said: readonly Said[],
): Described | null {
	const before = sameNoun(text, mention, said) ?? personMeant(text, mention, said);
	if (before !== null) return before;
	const name = introducedBefore(text, mention);
	return name === null ? unnamedMeant(text, mention, said) : { ...found, name };
}
