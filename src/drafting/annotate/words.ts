import { firstMatches, type Scope } from "../../curation/finder.ts";
import type { WordsEntry } from "../../curation/format/article.ts";
import { isGraphemeBorder, type Range } from "../../text/span.ts";
import { splitsWord } from "../../text/words.ts";

/** A stretch of one of the texts that words are looked for in. */
export interface Target extends Range {
	readonly source: Scope["source"];
}

/** Up to so many words around, one is added at a time; beyond, twice as many. */
const FEW_WORDS = 8;

/** Words with one space for any white space, as files hold them; finding them takes any for any. */
export function spaced(words: string): string {
	return words.replace(/\s+/gu, " ").trim();
}

function isCut(text: string, offset: number): boolean {
	return splitsWord(text, offset) || !isGraphemeBorder(text, offset);
}

/**
 * A range without white space at its ends, and with all of the words and characters that it
 * has a part of: what a file can name.
 *
 * @returns null where nothing is left, or where no such range is
 */
export function wholeWords(text: string, range: Range): Range | null {
	let start = Math.max(0, Math.min(range.start, text.length));
	let end = Math.max(start, Math.min(range.end, text.length));
	while (start < end && /\s/u.test(text.charAt(start))) start += 1;
	while (start < end && /\s/u.test(text.charAt(end - 1))) end -= 1;
	if (start >= end) return null;
	while (isCut(text, start)) start -= 1;
	while (isCut(text, end)) end += 1;
	return /^\s|\s$/u.test(text.slice(start, end)) ? null : { start, end };
}

function stands(entry: WordsEntry, target: Target, scopes: readonly Scope[]): boolean {
	const selector = typeof entry === "string" ? { exact: entry } : entry;
	const matches = firstMatches(selector, scopes);
	const [match] = matches?.ranges ?? [];
	return (
		matches?.ranges.length === 1 &&
		matches.scope.source === target.source &&
		match?.start === target.start &&
		match.end === target.end
	);
}

/** With how many words around, before and behind, the words are tried: the fewest first. */
function* surroundings(before: number, behind: number): Generator<[number, number]> {
	for (let count = 1; count <= FEW_WORDS; count += 1)
		yield* [[0, count] as [number, number], [count, 0]];
	const most = Math.max(before, behind);
	for (let count = 1; count < most; count *= 2) yield [count, count];
	yield [before, behind];
}

/**
 * Words for a file by which the checker finds just this range: the words alone where they
 * stand once, or with the fewest words before or behind them that tell which.
 *
 * @param text the text that the target is a range of
 * @param scopes where the checker will look, in its order
 * @returns null where nothing finds it: the range cuts a word, or an earlier scope has it always
 */
export function selectWords(
	text: string,
	target: Target,
	scopes: readonly Scope[],
): WordsEntry | null {
	const exact = spaced(text.slice(target.start, target.end));
	if (exact === "") return null;
	if (stands(exact, target, scopes)) return exact;
	const before = spaced(text.slice(0, target.start)).split(" ");
	const behind = spaced(text.slice(target.end)).split(" ");
	for (const [left, right] of surroundings(before.length, behind.length)) {
		const prefix = left === 0 ? "" : before.slice(-left).join(" ");
		const suffix = behind.slice(0, right).join(" ");
		const entry = {
			exact,
			...(prefix === "" ? {} : { prefix }),
			...(suffix === "" ? {} : { suffix }),
		};
		if (stands(entry, target, scopes)) return entry;
	}
	return null;
}
