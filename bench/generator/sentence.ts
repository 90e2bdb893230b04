import { WORDS } from "./data.ts";
import { type Random, type WeightedPick, zipf } from "./random.ts";

/** How steeply words become rare: one in three is of the ten most frequent. */
const WORD_SPREAD = 1.1;
const SHORTEST = 8;
const LONGEST = 25;

const pickWord: WeightedPick<string> = zipf(WORDS, WORD_SPREAD);

/** Some words of the language, with spaces between. */
export function drawWords(random: Random, count: number): string {
	return Array.from({ length: count }, () => pickWord(random)).join(" ");
}

/** How many words a sentence has: 8 to 25. */
export function drawLength(random: Random): number {
	return SHORTEST + random.below(LONGEST - SHORTEST + 1);
}
