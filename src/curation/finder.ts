import { fold } from "../text/fold.ts";
import { contains, type Range, type Span, type TextSource, toSpan } from "../text/span.ts";
import { findWords, lineAndColumn, type WordsSelector } from "../text/words.ts";
import { type Diagnostic, type Place, quoteForMessage } from "./diagnostic.ts";
import type { WordsEntry } from "./format/article.ts";

/** A text to look in, or some stretches of it. */
export interface Scope {
	readonly source: TextSource;
	readonly text: string;
	/** Where in the text to look; everywhere when left out. */
	readonly ranges?: readonly Range[];
	/** What to call it in a message, for example "the article's body". */
	readonly name: string;
}

/** The words of an entry with what may stand around them. */
export function toSelector(entry: WordsEntry): WordsSelector {
	return typeof entry === "string" ? { exact: entry } : entry;
}

function matchesIn(scope: Scope, words: WordsSelector): Range[] {
	const matches = findWords(scope.text, words);
	const { ranges } = scope;
	if (ranges === undefined) return matches;
	return matches.filter((match) => ranges.some((range) => contains(range, match)));
}

function describeElsewhere(words: WordsSelector, elsewhere: Scope): string {
	const outside = findWords(elsewhere.text, words)[0];
	if (outside !== undefined) {
		const { line } = lineAndColumn(elsewhere.text, outside.start);
		return `; they stand outside it, in line ${line} of ${elsewhere.name}`;
	}
	const folded = fold(words.exact);
	const lines = elsewhere.text.split("\n");
	const near = lines.findIndex((line) => folded !== "" && fold(line).includes(folded));
	if (near >= 0)
		return `; line ${near + 1} of ${elsewhere.name} has them in another spelling: copy them from there`;
	return "";
}

function describeMatches(scope: Scope, matches: readonly Range[]): string {
	return matches
		.slice(0, 4)
		.map(({ start, end }) =>
			quoteForMessage(scope.text.slice(Math.max(0, start - 20), end + 20), 80),
		)
		.join(" and ");
}

/** Where words stand in the first scope that has them. */
export interface Matches {
	readonly scope: Scope;
	readonly ranges: readonly Range[];
}

/**
 * Where words stand: of the scopes, looked at one after the other, the first that has them
 * decides. Words are found if and only if that is one place.
 *
 * @returns null where no scope has them
 */
export function firstMatches(words: WordsSelector, scopes: readonly Scope[]): Matches | null {
	for (const scope of scopes) {
		const ranges = matchesIn(scope, words);
		if (ranges.length > 0) return { scope, ranges };
	}
	return null;
}

/**
 * Finds the words of curated files in the texts of an article, and tells every
 * failure as a diagnostic of the rule "words-stand-once". It never guesses: words
 * that stand twice are refused until more words tell which.
 */
export class Finder {
	readonly diagnostics: Diagnostic[] = [];
	readonly #elsewhere: Scope;

	/** @param elsewhere the whole document, for hints about words that stand outside the article */
	constructor(elsewhere: Scope) {
		this.#elsewhere = elsewhere;
	}

	/**
	 * @param scopes where to look, one after the other; the first that has the words decides
	 * @returns the place of the words; null when there is a diagnostic instead
	 */
	find(entry: WordsEntry, place: Place, scopes: readonly Scope[]): Span | null {
		const words = toSelector(entry);
		const matches = firstMatches(words, scopes);
		if (matches === null) {
			this.#reportMissing(words, place, scopes);
			return null;
		}
		const { scope, ranges } = matches;
		const [match] = ranges;
		if (match !== undefined && ranges.length === 1) return toSpan(scope.source, scope.text, match);
		this.report(
			place,
			`expected words that stand once, found ${quoteForMessage(words.exact)} ${ranges.length} times in ${scope.name}: ${describeMatches(scope, ranges)}; write exact with the prefix or the suffix that tells which`,
		);
		return null;
	}

	/**
	 * Like find, for words that may stand several times.
	 *
	 * @returns every place in every scope; none when there is a diagnostic instead
	 */
	findAll(entry: WordsEntry, place: Place, scopes: readonly Scope[]): Span[] {
		const words = toSelector(entry);
		const found = scopes.flatMap((scope) =>
			matchesIn(scope, words).map((match) => toSpan(scope.source, scope.text, match)),
		);
		if (found.length === 0) this.#reportMissing(words, place, scopes);
		return found;
	}

	#reportMissing(words: WordsSelector, place: Place, scopes: readonly Scope[]): void {
		const where = scopes.map(({ name }) => name).at(-1) ?? "the article";
		this.report(
			place,
			`expected words that stand in ${where}, found ${quoteForMessage(words.exact)} nowhere in it as whole words${describeElsewhere(words, this.#elsewhere)}`,
		);
	}

	report(place: Place, message: string): void {
		this.diagnostics.push({ ...place, rule: "words-stand-once", message });
	}
}
