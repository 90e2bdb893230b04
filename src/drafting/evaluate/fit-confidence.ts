import { ANY_RULE, confidenceKey } from "../confidence.ts";
import { outcomes } from "./calibration.ts";
import type { Judged } from "./judge.ts";

/** A rule with one way of pointing at the speaker has its own line from so many proposals on. */
const ENOUGH = 10;
const DIGITS = 2;

interface Tally {
	right: number;
	of: number;
}

function tallies(pages: readonly Judged[]): Map<string, Tally> {
	const counts = new Map<string, Tally>();
	for (const { proposal, isRight } of pages.flatMap(outcomes)) {
		const { rule, resolution } = proposal;
		for (const key of [ANY_RULE, rule, confidenceKey(rule, resolution)]) {
			const tally = counts.get(key) ?? { right: 0, of: 0 };
			tally.of += 1;
			if (isRight) tally.right += 1;
			counts.set(key, tally);
		}
	}
	return counts;
}

/** The share that is right, as if one more had been right and one more wrong. */
function smoothed({ right, of }: Tally): number {
	return (right + 1) / (of + 2);
}

/**
 * The lines of the table of confidence: the share of the proposals of a rule that were found, and
 * given to the right speaker, with Laplace's smoothing.
 *
 * @param pages of development material
 */
export function confidenceLines(pages: readonly Judged[]): string[] {
	return [...tallies(pages)]
		.filter(([key, { of }]) => !key.includes(" ") || of >= ENOUGH)
		.map(([key, tally]) => `${key}\t${smoothed(tally).toFixed(DIGITS)}`)
		.toSorted();
}
