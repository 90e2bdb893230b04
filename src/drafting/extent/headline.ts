import type { Line } from "./line.ts";

/** A headline has at most so many words. */
export const LONGEST_HEADLINE = 32;
/** What does not stand first on a page has at least so many, or is a menu's entry. */
const SHORTEST_HEADLINE = 3;
/** The beginning of an article, in words, that its headline is compared with. */
const BEGINNING = 70;

/** The first letters of a word without what Arabic attaches before it: a stem, roughly. */
function stemOf(word: string): string {
	const bare = word.replace(
		/^[\u0648\u0641]?[\u0628\u0643\u0644]?(?:\u0627\u0644)?(?=\p{L}{3})/u,
		"",
	);
	return bare.slice(0, 4);
}

function stemsOf(line: Line, from: number, to: number): string[] {
	return line.tokens
		.slice(from, to)
		.filter(({ word }) => word.length >= SHORTEST_HEADLINE)
		.map(({ word }) => stemOf(word));
}

/** Which share of a headline's longer words the beginning of an article has, from 0 to 1. */
export function likeness(headline: Line, article: readonly Line[]): number {
	const stems = new Set(stemsOf(headline, 0, LONGEST_HEADLINE));
	if (stems.size === 0) return 0;
	const words = new Set(article.flatMap((line) => stemsOf(line, 0, BEGINNING)));
	return [...stems].filter((stem) => words.has(stem)).length / stems.size;
}

/** Whether a line can be a headline by its looks: short, no list item, no full stop at its end. */
function canBeHeadline(line: Line): boolean {
	if (line.role !== null || line.isListed || line.shape.bullet === "mark") return false;
	if (line.shape.hasFullStop || line.shape.hasColon || line.shape.continues) return false;
	return line.shape.words > 0 && line.shape.words <= LONGEST_HEADLINE;
}

/** Words that an outlet puts round a headline that it repeats. */
const LONGEST_PREFIX = 4;

/** Whether a line only repeats a headline, once or more, with at most an outlet's name beside it. */
export function repeatsHeadline(line: Line, headline: Line): boolean {
	if (line === headline || headline.key === "" || !line.key.includes(headline.key)) return false;
	const rest = line.key.replaceAll(headline.key, "").trim();
	return rest === "" || rest.split(/\s+/u).length <= LONGEST_PREFIX;
}

/** What speaks for a line as the headline of what begins behind it. */
function score(
	line: Line,
	distance: number,
	isFirst: boolean,
	lines: readonly Line[],
	beginning: readonly Line[],
): number {
	const repetitions = lines.filter((other) => repeatsHeadline(other, line)).length;
	const isLong = line.shape.words > SHORTEST_HEADLINE;
	return (
		Math.min(repetitions, 2) * (isLong ? 1.5 : 0) +
		3 * likeness(line, beginning) +
		(isFirst ? 2 : 0) +
		(isLong ? 1.5 : 0) -
		0.4 * distance
	);
}

/**
 * Chooses the headline among the lines before an article: the one that the page repeats, that
 * shares words with the article's beginning, that stands first on the page or next to it.
 *
 * @param candidates positions in `lines`, in reading order
 * @param start where the article begins
 * @param isPlain whether the page shows no furniture: its first line is the headline then
 * @returns a position; null where no line can be a headline
 */
export function chooseHeadline(
	lines: readonly Line[],
	candidates: readonly number[],
	start: number,
	isPlain: boolean,
): number | null {
	const possible = candidates.filter((at) => {
		const line = lines[at];
		return line !== undefined && canBeHeadline(line);
	});
	if (isPlain && possible[0] === 0) return 0;
	const long = possible.filter(
		(at) => at === 0 || (lines[at]?.shape.words ?? 0) >= SHORTEST_HEADLINE,
	);
	const beginning = lines.slice(start, start + 2);
	let best: { at: number; score: number } | null = null;
	for (const at of long) {
		const line = lines[at];
		if (line === undefined) continue;
		const distance = long.filter((other) => other > at).length;
		const points = score(line, distance, at === 0, lines, beginning);
		if (best === null || points > best.score) best = { at, score: points };
	}
	return best?.at ?? null;
}
