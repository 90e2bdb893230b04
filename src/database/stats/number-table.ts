/** How many numbers a table has room for at first; a power of two. */
const FIRST_ROOM = 256;
/** Slots for each number that there is room for. */
const SLOTS = 2;
/** Odd and without a pattern: what numbers are scattered by (the golden ratio, times 2³²). */
const SCATTER = 0x9e3779b1;
const TWO_TO_32 = 2 ** 32;

/** Spreads whole numbers from 0 to 2⁵³ over all of 32 bits, equal ones to equal ones. */
export function scattered(number: number): number {
	const high = (number / TWO_TO_32) | 0;
	const mixed = Math.imul((number | 0) ^ Math.imul(high, SCATTER), SCATTER);
	return Math.imul(mixed ^ (mixed >>> 15), SCATTER);
}

/**
 * Numbers, each once, called by ids from 0 in the order in which they came: what a Map
 * does, in a quarter of its memory and time.
 */
export class NumberTable {
	/** By id. */
	#numbers = new Float64Array(FIRST_ROOM);
	/** The id in each slot, and one more; 0 for none. */
	#slots = new Int32Array(FIRST_ROOM * SLOTS);
	#size = 0;

	/** How many different numbers there are. */
	get size(): number {
		return this.#size;
	}

	/** The number of an id. */
	numberOf(id: number): number {
		return this.#numbers[id] ?? Number.NaN;
	}

	/**
	 * The id of a number, which is new if the number is.
	 *
	 * @param number whole, from 0 to 2⁵³
	 */
	idOf(number: number): number {
		const slot = this.#slotOf(number);
		const found = this.#slots[slot] ?? 0;
		if (found > 0) return found - 1;
		const id = this.#size;
		this.#numbers[id] = number;
		this.#slots[slot] = id + 1;
		this.#size += 1;
		if (this.#size === this.#numbers.length) this.#grow();
		return id;
	}

	/** The id of a number; -1 where it has none. */
	find(number: number): number {
		return (this.#slots[this.#slotOf(number)] ?? 0) - 1;
	}

	/** The slot that a number is in, or that it would be in. */
	#slotOf(number: number): number {
		const mask = this.#slots.length - 1;
		let slot = (scattered(number) >>> 4) & mask;
		for (;;) {
			const found = this.#slots[slot] ?? 0;
			if (found === 0 || this.#numbers[found - 1] === number) return slot;
			slot = (slot + 1) & mask;
		}
	}

	#grow(): void {
		const numbers = new Float64Array(this.#size * 2);
		numbers.set(this.#numbers);
		this.#numbers = numbers;
		this.#slots = new Int32Array(numbers.length * SLOTS);
		for (let id = 0; id < this.#size; id += 1)
			this.#slots[this.#slotOf(this.#numbers[id] ?? 0)] = id + 1;
	}
}
