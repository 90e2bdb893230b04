/** A source of chance that gives the same numbers again for the same seed. */
export interface Random {
	/** At least 0 and less than 1. */
	next(): number;
	/** A whole number, at least 0 and less than the bound. */
	below(bound: number): number;
	/** Whether something of this probability, from 0 to 1, happens. */
	chance(probability: number): boolean;
	/** One of a list that is not empty. */
	pick<Item>(list: readonly Item[]): Item;
}

/**
 * The generator mulberry32: as each article has a seed of its own, a library's longer
 * state would cost more to set up than the article takes.
 */
function mulberry32(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * Opens a source of chance.
 *
 * @param parts whole numbers; other parts give other numbers
 */
export function randomOf(...parts: readonly number[]): Random {
	const next = mulberry32(parts.reduce((seed, part) => Math.imul(seed ^ part, 0x9e3779b1), 17));
	// The first numbers of neighbouring seeds are alike.
	for (let skipped = 0; skipped < 4; skipped += 1) next();
	const below = (bound: number) => Math.floor(next() * bound);
	return {
		next,
		below,
		chance: (probability) => next() < probability,
		pick(list) {
			const item = list[below(list.length)];
			if (item === undefined) throw new Error("expected a list to pick from, found an empty one");
			return item;
		},
	};
}

/** Picks from a list of which some members come more often than others. */
export type WeightedPick<Item> = (random: Random) => Item;

/**
 * Makes a weighted pick.
 *
 * @throws Error for an empty list
 */
export function weighted<Item>(
	items: readonly Item[],
	weightOf: (item: Item, index: number) => number,
): WeightedPick<Item> {
	let total = 0;
	const sums = items.map((item, index) => {
		total += weightOf(item, index);
		return total;
	});
	return (random) => {
		const wanted = random.next() * total;
		let low = 0;
		let high = items.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
			else high = middle;
		}
		const item = items[low];
		if (item === undefined) throw new Error("expected a list to pick from, found an empty one");
		return item;
	};
}

/** Makes a pick with a Zipf spread: the member at the place n weighs 1/n to the exponent. */
export function zipf<Item>(items: readonly Item[], exponent = 1): WeightedPick<Item> {
	return weighted(items, (_item, index) => (index + 1) ** -exponent);
}
