/** How many numbers a table has room for at first; a power of two. */
const FIRST_ROOM = 256;
/** Slots for each number that there is room for. */
const SLOTS = 2;
/** Odd and without a pattern: what numbers are scattered by (the golden ratio, times 2³²). */
const SCATTER = 0x9e3779b1;
const TWO_TO_MINUS_32 = 2 ** -32;
/** The lowest bits of a scattered number are the least scattered. */
const UNUSED_BITS = 4;

/** Spreads whole numbers from 0 to 2⁵³ over all of 32 bits, equal ones to equal ones. */
export function scattered(number: number): number {
	// A multiplication by a power of two is exact, and much quicker than a division.
	const high = (number * TWO_TO_MINUS_32) | 0;
	const mixed = Math.imul((number | 0) ^ Math.imul(high, SCATTER), SCATTER);
	return Math.imul(mixed ^ (mixed >>> 15), SCATTER);
}

/** What a table gets its arrays from. */
interface TableArrays {
	int32(length: number): Int32Array;
	float64(length: number): Float64Array;
}

const ORDINARY: TableArrays = {
	int32: (length) => new Int32Array(length),
	float64: (length) => new Float64Array(length),
};

/**
 * Numbers, each once, called by ids from 0 in the order in which they came: what a Map
 * does, in a quarter of its memory and time.
 */
export class NumberTable {
	readonly #arrays: TableArrays;
	/** By id. */
	#numbers: Float64Array;
	/** The id in each slot, and one more; 0 for none. */
	#slots: Int32Array;
	#size = 0;

	/**
	 * @param expected how many numbers come, about: with room for them nothing has to move
	 * @param arrays makes the arrays, all zeros
	 */
	constructor(expected = 0, arrays: TableArrays = ORDINARY) {
		let room = FIRST_ROOM;
		while (room < expected) room *= 2;
		this.#arrays = arrays;
		this.#numbers = arrays.float64(room);
		this.#slots = arrays.int32(room * SLOTS);
	}

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
		const [numbers, slots] = [this.#numbers, this.#slots];
		const mask = slots.length - 1;
		let slot = (scattered(number) >>> UNUSED_BITS) & mask;
		let found = slots[slot] ?? 0;
		while (found !== 0) {
			if (numbers[found - 1] === number) return found - 1;
			slot = (slot + 1) & mask;
			found = slots[slot] ?? 0;
		}
		return this.#put(number, slot);
	}

	/** The id of a number; -1 where it has none. */
	find(number: number): number {
		const [numbers, slots] = [this.#numbers, this.#slots];
		const mask = slots.length - 1;
		let slot = (scattered(number) >>> UNUSED_BITS) & mask;
		let found = slots[slot] ?? 0;
		while (found !== 0 && numbers[found - 1] !== number) {
			slot = (slot + 1) & mask;
			found = slots[slot] ?? 0;
		}
		return found - 1;
	}

	#put(number: number, slot: number): number {
		const id = this.#size;
		this.#numbers[id] = number;
		this.#slots[slot] = id + 1;
		this.#size += 1;
		if (this.#size === this.#numbers.length) this.#grow();
		return id;
	}

	#grow(): void {
		const numbers = this.#arrays.float64(this.#size * 2);
		numbers.set(this.#numbers);
		const slots = this.#arrays.int32(numbers.length * SLOTS);
		const mask = slots.length - 1;
		for (let id = 0; id < this.#size; id += 1) {
			let slot = (scattered(numbers[id] ?? 0) >>> UNUSED_BITS) & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = id + 1;
		}
		[this.#numbers, this.#slots] = [numbers, slots];
	}
}
