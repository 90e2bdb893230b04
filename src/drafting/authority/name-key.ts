import { ARTICLE } from "../letters.ts";
import { wordsOfName } from "../source/names.ts";
import {
	isAmerican,
	isHead,
	nouns,
	withoutArticle,
	withoutConjunction,
	withoutPreposition,
} from "../words.ts";

/** "Of the news", behind the name of an agency. */
const OF_NEWS = "\u0644\u0644\u0627\u0646\u0628\u0627\u0621";
const AMERICAN = "us";
const OBLIQUE = /\u064a\u0646$/u;
const NOMINATIVE = /\u0648\u0646$/u;

/** Words of a name as they are compared: folded, without articles, one spelling for American. */
function keyWords(name: string): string[] {
	return wordsOfName(name).map((word) => (isAmerican(word) ? AMERICAN : word));
}

/** One spelling for sound plurals, whose ending is another one where they are no subject. */
function joined(words: readonly string[]): string {
	return words.map((word) => word.replace(OBLIQUE, "\u0648\u0646")).join(" ");
}

/** A name as it is looked up. */
export function keyOf(name: string): string {
	return joined(keyWords(name));
}

/** Whether a word only tells what the name behind it is: an office, a form of address, an outlet, a document. */
function isHeadOfName(word: string): boolean {
	const heads = [nouns.title, nouns.honorific, nouns.media, nouns.document];
	return heads.some((set) => set.has(word) || set.has(ARTICLE + word));
}

/** Whether a word behind the name of an outlet only tells whose it is. */
function isTail(word: string): boolean {
	return word === OF_NEWS || word === AMERICAN || nouns.nationality.has(ARTICLE + word);
}

/** A word with all that may be attached to it, and without: the word itself first. */
function unattached(word: string): string[] {
	const rest = withoutConjunction(word);
	const forms = [word, rest].flatMap((form) => [
		form,
		...(["l", "b"] as const).flatMap((letter) => withoutPreposition(form, letter) ?? []),
	]);
	return [...new Set(forms.map(withoutArticle))];
}

/** Without the words before a name and behind it that only tell what it is. */
function inner(words: readonly string[]): string[][] {
	const found: string[][] = [];
	for (let start = 0; start < words.length; start += 1) {
		let end = words.length;
		found.push(words.slice(start, end));
		while (end > start + 1 && isTail(words[end - 1] ?? "")) {
			end -= 1;
			found.push(words.slice(start, end));
		}
		if (!isHeadOfName(words[start] ?? "")) break;
	}
	return found;
}

/**
 * The keys by which a name is looked up as an article writes it: as it stands, without what is
 * attached to its first word, without titles before it; the fullest first.
 */
export function keysOf(name: string): string[] {
	const [first = "", ...rest] = keyWords(name);
	const keys = unattached(first)
		.flatMap((word) => inner([word, ...rest]))
		.toSorted((a, b) => b.length - a.length)
		.map(joined)
		.filter((key) => key !== "");
	return [...new Set(keys)];
}

/** Whether a key is a noun that many have, so that it names nobody by itself. */
export function isCommon(key: string): boolean {
	const written = [key, key.replace(NOMINATIVE, "\u064a\u0646")];
	return written.some((word) => isHead(word) || nouns.givenName.has(word));
}
