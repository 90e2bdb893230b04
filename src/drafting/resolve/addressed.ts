import type { Cue } from "../cues/cue.ts";
import type { VerbForm } from "../cues/verbs.ts";
import { isBodyHead, isTitle } from "../source/heads.ts";
import { findPersonName } from "../source/person-name.ts";
import type { Stretch } from "../source/stretch.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import { bareWord, hasConjunction, nouns } from "../words.ts";

/** Plurals in the accusative and genitive, as objects are: -in. */
const PLURAL_OBLIQUE = /\u064a\u0646$/u;
/** Feminine nouns and plurals: -a, -at. */
const FEMININE = /(?:\u0647|\u0627\u062a)$/u;
/** Plurals in the nominative, as subjects are: -un. */
const NOMINATIVE = /\u0648\u0646?$/u;

/** Whether somebody can be the object of a verb. */
function takesObject({ verb }: VerbForm): boolean {
	return verb.frames.has("person") || verb.frames.has("anyone");
}

/** Whether the verb is masculine and the noun for a body feminine: then it is not the subject. */
function disagrees(form: VerbForm, head: Token): boolean {
	if (form.form !== "PERFECT" || form.number !== "SINGULAR" || form.gender !== "MASCULINE")
		return false;
	return isBodyHead(head) && FEMININE.test(head.folded);
}

/** Whether a mention names somebody, or has a noun or a form that only a subject has. */
function canOnlySpeak(text: TokenisedText, words: readonly Token[], head: Token): boolean {
	const isPlain = !PLURAL_OBLIQUE.test(head.folded);
	return (
		findPersonName(words) !== null ||
		text.names.has(head.folded) ||
		nouns.country.has(head.folded) ||
		(nouns.anonymous.has(bareWord(head.folded)) && isPlain) ||
		isTitle(head) ||
		isBodyHead(head) ||
		NOMINATIVE.test(head.folded)
	);
}

/**
 * Whether the noun behind a verb is whom it is said to, as the subject goes on.
 *
 * @param isFirst whether nobody has spoken before, so that no subject can go on
 */
export function isAddressed(
	text: TokenisedText,
	cue: Cue,
	mention: Stretch,
	isFirst: boolean,
): boolean {
	if (isFirst || cue.form === null || !takesObject(cue.form)) return false;
	const words = text.tokens.slice(mention.start, mention.end);
	const head = words[0];
	if (head === undefined) return false;
	// A participle has its subject before it: behind it stands whom it is said to, or about.
	if (cue.form.form === "PARTICIPLE" || disagrees(cue.form, head)) return true;
	const goesOn = hasConjunction(text.tokens[cue.start]?.folded ?? "");
	return goesOn && !canOnlySpeak(text, words, head);
}
