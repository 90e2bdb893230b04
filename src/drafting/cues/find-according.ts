import { ALEF, FROM, HEH, IN, LAM, ON, WHAT } from "../letters.ts";
import { isComma, isSentenceStart, sentenceEnd } from "../sentence.ts";
import { isAnonymousHead, isBodyHead, isTitle } from "../source/heads.ts";
import { mentionIn } from "../source/mention.ts";
import { findPersonName } from "../source/person-name.ts";
import type { Stretch } from "../source/stretch.ts";
import type { Token, TokenisedText } from "../tokens.ts";
import { grammar, isHead, nouns, withoutArticle, withoutPreposition } from "../words.ts";
import { formOf, verbForms } from "./verbs.ts";

/** "According to" and who it is that says so. All numbers are positions of tokens. */
export interface According {
	/** The first word of it, and the first one behind the source. */
	readonly start: number;
	readonly end: number;
	/** The source as written. */
	readonly mention: Stretch;
	/** The reporting words alone: up to the source. */
	readonly cueEnd: number;
	/** Whether it stands before what is reported. */
	readonly isFirst: boolean;
}

/** "It" behind a verb: -ha, -hu. */
const WHAT_PRONOUNS = [HEH + ALEF, HEH];
const NUMBER = /^\p{N}+$/u;
/** The source begins at most so many tokens behind "according to". */
const FARTHEST = 4;
/** And ends at most so many behind it. */
const LONGEST = 32;

/** Whether words can be a source: a person, a body, a document, somebody unnamed. */
function isSource(text: TokenisedText, { start, end }: Stretch): boolean {
	const words = text.tokens.slice(start, end);
	const head = NUMBER.test(words[0]?.text ?? "") ? words[1] : words[0];
	if (head === undefined) return false;
	const bare = withoutArticle(head.folded);
	return (
		isBodyHead(head) ||
		isAnonymousHead(head) ||
		isTitle(head) ||
		nouns.document.has(bare) ||
		!head.isWord ||
		text.names.has(head.folded) ||
		nouns.country.has(head.folded) ||
		findPersonName(words) !== null
	);
}

/** Whether a word is a reporting verb, with a pronoun for what is reported too: naqalathu. */
function reportsWhat(token: Token | undefined): boolean {
	if (token === undefined) return false;
	if (formOf(token) !== null || grammar.carrying.has(token.folded)) return true;
	const pronoun = WHAT_PRONOUNS.find((ending) => token.folded.endsWith(ending));
	return pronoun !== undefined && verbForms.has(token.folded.slice(0, -pronoun.length));
}

/** Whether "according to what … reported" begins here: whoever stands behind the verb is the source. */
function isWhatReported({ tokens }: TokenisedText, start: number): boolean {
	const from = tokens[start + 1]?.folded === FROM ? start + 2 : start + 1;
	return tokens[from]?.folded === WHAT && reportsWhat(tokens[from + 1]);
}

/** The first token behind "according to" that can name the source: past "what … reported". */
function behindWhat({ tokens }: TokenisedText, start: number): number {
	let from = start + 1;
	const next = tokens[from]?.folded;
	if (next === FROM || next === WHAT) from += 1;
	if (reportsWhat(tokens[from])) from += 1;
	if (grammar.aboutIt.has(tokens[from]?.folded ?? "")) from += 1;
	if (
		tokens[from]?.folded === IN &&
		nouns.document.has(withoutArticle(tokens[from + 1]?.folded ?? ""))
	)
		from += 1;
	if (isComma(tokens[from])) from += 1;
	// "About it", with a pronoun: anhu.
	const last = tokens[from]?.folded ?? "";
	return last.startsWith(FROM) && last !== FROM ? from + 1 : from;
}

/** Like a mention, also with "for" written together with its first word: wafqan lil-wakala. */
function mentionFrom(text: TokenisedText, from: number, end: number): Stretch | null {
	const word = text.tokens[from]?.folded ?? "";
	const rest = withoutPreposition(word, "l");
	if (rest === null) return mentionIn(text, from, end);
	if (!isHead(rest) && !nouns.givenName.has(rest) && !text.names.has(rest)) return null;
	return { start: from, end: mentionIn(text, from + 1, end)?.end ?? from + 1 };
}

/** Whether "according to" begins here, or "on what … reported", which means the same. */
function isAccording({ tokens }: TokenisedText, index: number): boolean {
	const word = tokens[index]?.folded ?? "";
	if (grammar.according.has(word)) return true;
	const isOnWhat = word === ON && tokens[index + 1]?.folded === WHAT;
	return isOnWhat && reportsWhat(tokens[index + 2]);
}

/** The "according to" that begins at a position; null where none does, or where no source follows. */
function accordingAt(text: TokenisedText, start: number): According | null {
	const token = text.tokens[start];
	if (!token?.isWord || token.quotation >= 0 || !isAccording(text, start)) return null;
	const end = Math.min(sentenceEnd(text, start), start + LONGEST);
	const mention = mentionFrom(text, behindWhat(text, start), end);
	if (mention === null || mention.start - start > FARTHEST) return null;
	const isAttached = text.tokens[mention.start]?.folded.startsWith(LAM) === true;
	if (!isAttached && !isWhatReported(text, start) && !isSource(text, mention)) return null;
	return {
		start,
		end: mention.end,
		mention,
		cueEnd: mention.start,
		isFirst: isSentenceStart(text, start),
	};
}

/** Every "according to" with a source, in reading order. */
export function findAccordings(text: TokenisedText): According[] {
	return text.tokens.flatMap((_, index) => accordingAt(text, index) ?? []);
}
