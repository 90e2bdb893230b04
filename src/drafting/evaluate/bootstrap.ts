/** A range in which a figure lies. */
export interface Interval {
	readonly low: number;
	readonly high: number;
}

/** So often pages are drawn anew. */
export const RESAMPLES = 1000;
const SEED = 20_150_723;
/** Of all resamples so many lie outside on each side. */
const TAIL = 0.025;

/** Numbers from 0 to 1 that look like chance and are the same each time: mulberry32. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * Draws as many pages as there are, with repetition, again and again.
 *
 * @param count how many pages there are
 * @returns for each resample how often it has each page; the same each time
 */
export function resample(count: number, times = RESAMPLES): number[][] {
	const random = randomFrom(SEED);
	return Array.from({ length: times }, () => {
		const weights = new Array<number>(count).fill(0);
		for (let drawn = 0; drawn < count; drawn += 1) {
			const at = Math.floor(random() * count);
			weights[at] = (weights[at] ?? 0) + 1;
		}
		return weights;
	});
}

/**
 * The range of the middle 95 % of some values.
 *
 * @returns null where there are none
 */
export function middleOf(values: readonly number[]): Interval | null {
	const sorted = values.toSorted((one, other) => one - other);
	const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
	const [low, high] = [at(TAIL), at(1 - TAIL)];
	return low === undefined || high === undefined ? null : { low, high };
}
