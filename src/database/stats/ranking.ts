import type { Dictionary } from "../columns/read.ts";
import type { Dimension } from "./dimensions.ts";
import type { StatsOrder } from "./stats-arguments.ts";

/** A group of statements, and what it is ordered by. */
export interface RankedGroup {
	/** What the counter calls it. */
	readonly key: number;
	readonly count: number;
	/** Its codes, in the order of the dimensions. */
	readonly codes: readonly number[];
	/** What it is compared by, from the most important on; the smaller come first. */
	readonly order: readonly number[];
}

/** A dimension of groups, with what its values are ordered by; null where the codes are in order themselves. */
export interface RankedDimension {
	readonly dimension: Dimension;
	readonly dictionary: Dictionary | null;
}

/** Makes what groups are compared by; no two of them are equal in it. */
export type OrderOf = (codes: readonly number[], count: number) => number[];

/** How groups of some dimensions are ordered. */
export function orderOf(dimensions: readonly RankedDimension[], orderBy: StatsOrder): OrderOf {
	const timeAt = dimensions.findIndex(({ dimension }) => dimension === "TIME");
	const named = dimensions.flatMap(({ dimension, dictionary }, at) =>
		dimension === "TIME" ? [] : [{ at, dictionary }],
	);
	const labels = (codes: readonly number[]) => [
		...named.map(({ at, dictionary }) => {
			const code = codes[at] ?? 0;
			return dictionary === null ? code : (dictionary.labels[code] ?? 0);
		}),
		...named.map(({ at, dictionary }) => {
			const code = codes[at] ?? 0;
			return dictionary === null ? code : (dictionary.places[code] ?? 0);
		}),
	];
	const time = (codes: readonly number[]) => (timeAt < 0 ? [] : [codes[timeAt] ?? 0]);
	if (orderBy === "LABEL_ASC") return (codes) => [...labels(codes), ...time(codes)];
	if (orderBy === "TIME_ASC") return (codes, count) => [...time(codes), -count, ...labels(codes)];
	return (codes, count) => [-count, ...time(codes), ...labels(codes)];
}

/**
 * What groups are compared by first, so that most of them need not be looked at any closer.
 *
 * @param codeOf gives the code of a dimension in a key
 */
export function firstOrderOf(
	dimensions: readonly RankedDimension[],
	orderBy: StatsOrder,
	codeOf: (key: number, index: number) => number,
): (key: number, count: number) => number {
	const timeAt = dimensions.findIndex(({ dimension }) => dimension === "TIME");
	const namedAt = dimensions.findIndex(({ dimension }) => dimension !== "TIME");
	if (orderBy === "TIME_ASC" && timeAt >= 0) return (key) => codeOf(key, timeAt);
	if (orderBy !== "LABEL_ASC") return (_key, count) => -count;
	const labels = dimensions[namedAt]?.dictionary?.labels;
	if (labels !== undefined) return (key) => labels[codeOf(key, namedAt)] ?? 0;
	return (key) => codeOf(key, Math.max(namedAt, 0));
}

/** Compares what two groups are ordered by. */
export function compareOrders(one: readonly number[], other: readonly number[]): number {
	for (const [index, value] of one.entries()) {
		const difference = value - (other[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

function isBehind(one: RankedGroup | undefined, other: RankedGroup | undefined): boolean {
	return one !== undefined && other !== undefined && compareOrders(one.order, other.order) > 0;
}

/**
 * The first of many groups in their order. They are in a heap whose root is the last of
 * them: so the others are looked at once, and not sorted.
 */
export class FirstGroups {
	readonly #most: number;
	readonly #heap: RankedGroup[] = [];

	/** @param most how many are kept */
	constructor(most: number) {
		this.#most = most;
	}

	/** The last that is kept; null as long as there is room for any. */
	get last(): RankedGroup | null {
		if (this.#heap.length < this.#most) return null;
		return this.#heap[0] ?? null;
	}

	/** Takes a group, and lets go of the last if there are too many then. */
	offer(group: RankedGroup): void {
		if (this.#most === 0) return;
		if (this.#heap.length < this.#most) {
			this.#heap.push(group);
			this.#rise(this.#heap.length - 1);
		} else if (isBehind(this.#heap[0], group)) {
			this.#heap[0] = group;
			this.#sink();
		}
	}

	#swap(one: number, other: number): void {
		const [first, second] = [this.#heap[one], this.#heap[other]];
		if (first === undefined || second === undefined) return;
		[this.#heap[one], this.#heap[other]] = [second, first];
	}

	#rise(from: number): void {
		let index = from;
		while (index > 0) {
			const parent = (index - 1) >>> 1;
			if (!isBehind(this.#heap[index], this.#heap[parent])) return;
			this.#swap(index, parent);
			index = parent;
		}
	}

	#sink(): void {
		let index = 0;
		for (;;) {
			const [left, right] = [2 * index + 1, 2 * index + 2];
			let last = index;
			if (isBehind(this.#heap[left], this.#heap[last])) last = left;
			if (isBehind(this.#heap[right], this.#heap[last])) last = right;
			if (last === index) return;
			this.#swap(index, last);
			index = last;
		}
	}

	/** All that are kept, in their order. */
	sorted(): RankedGroup[] {
		return this.#heap.toSorted((a, b) => compareOrders(a.order, b.order));
	}
}
