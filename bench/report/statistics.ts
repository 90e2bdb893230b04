/** Sorts numbers by their value, which JavaScript's own order does not. */
function ascending(values: Iterable<number>): number[] {
	return [...values].toSorted((one, other) => one - other);
}

/**
 * The value below which a share of the values lies, by the nearest rank.
 *
 * @param share from 0 to 1
 * @returns NaN where there are no values
 */
export function percentile(values: Iterable<number>, share: number): number {
	const sorted = ascending(values);
	const rank = Math.max(1, Math.ceil(share * sorted.length));
	return sorted[rank - 1] ?? Number.NaN;
}

/** The value in the middle; the mean of the two where there is none. NaN where there are no values. */
export function median(values: Iterable<number>): number {
	const sorted = ascending(values);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/**
 * How many times as much the first is as the second: the ratio of each round, and of these
 * the median, so that what slows the machine down for a round slows both.
 *
 * @throws Error where one has other rounds than the other
 */
export function pairedRatio(first: readonly number[], second: readonly number[]): number {
	if (first.length !== second.length)
		throw new Error(
			`expected as many rounds of both, found ${first.length} and ${second.length}; pair what ran in the same round`,
		);
	return median(first.map((value, round) => value / (second[round] ?? Number.NaN)));
}
