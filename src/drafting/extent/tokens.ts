import { searchableWords } from "../../text/searchable.ts";
import type { Range } from "../../text/span.ts";

/** A word of a text in the spelling by which words are compared, and where it stands. */
export interface Token extends Range {
	readonly word: string;
}

/** How many different words are remembered. */
const LARGEST_MEMORY = 2 ** 16;
const memory = new Map<string, string>();

function spelled(written: string): string {
	const known = memory.get(written);
	if (known !== undefined) return known;
	if (memory.size >= LARGEST_MEMORY) memory.clear();
	const word = searchableWords(written).join("");
	memory.set(written, word);
	return word;
}

const IN_WORD = /[\p{L}\p{M}\p{N}\u0640]/u;
/** For each UTF-16 unit whether it is part of a word: a table, as every unit of a page is asked. */
const inWord = Uint8Array.from({ length: 2 ** 16 }, (_, unit) =>
	IN_WORD.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** The words of a text with their places in it, counted from `offset`; tatweel alone is no word. */
export function tokensOf(text: string, offset = 0): Token[] {
	const tokens: Token[] = [];
	let start = 0;
	while (start < text.length) {
		let end = start;
		while (inWord[text.charCodeAt(end)] === 1) end += 1;
		const word = end > start ? spelled(text.slice(start, end)) : "";
		if (word !== "") tokens.push({ word, start: offset + start, end: offset + end });
		start = end + 1;
	}
	return tokens;
}

/** Phrases by their first word, so that a text is asked for a few of them only. */
export type Phrases<Entry> = ReadonlyMap<string, readonly PhraseEntry<Entry>[]>;

/** A phrase, in words as `tokensOf` spells them, and what it stands for. */
export interface PhraseEntry<Entry> {
	readonly words: readonly string[];
	readonly entry: Entry;
}

/** Sorts phrases by their first words; the longest of those that begin alike comes first. */
export function phrasesOf<Entry>(
	entries: readonly { phrase: string; entry: Entry }[],
): Phrases<Entry> {
	const byFirst = new Map<string, PhraseEntry<Entry>[]>();
	for (const { phrase, entry } of entries) {
		const words = tokensOf(phrase).map(({ word }) => word);
		const first = words[0] ?? "";
		byFirst.set(first, [...(byFirst.get(first) ?? []), { words, entry }]);
	}
	for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
	return byFirst;
}

const NONE: readonly never[] = [];

/** The phrases that stand at a position of a list of words, the longest first. */
export function phrasesAt<Entry>(
	phrases: Phrases<Entry>,
	tokens: readonly Token[],
	position: number,
): readonly PhraseEntry<Entry>[] {
	const candidates = phrases.get(tokens[position]?.word ?? "");
	if (candidates === undefined) return NONE;
	return candidates.filter(({ words }) =>
		words.every((word, index) => tokens[position + index]?.word === word),
	);
}
