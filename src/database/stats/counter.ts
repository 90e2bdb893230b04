import { countingRoom } from "./counting-room.ts";
import { NumberTable, scattered } from "./number-table.ts";
import type { Known } from "./tuples.ts";

/** The most keys that are counted in an array with an element for each that there can be. */
const MOST_DENSE = 2 ** 21;
/** So many keys there may be for each that comes, for such an array to be worth its memory. */
const SPARE = 16;
const LEAST_DENSE = 1024;

/** Gets a key and how often it was counted, which is at least once. */
export type CountVisitor = (key: number, count: number) => void;

/** Counts keys. */
export interface Counter {
	/** Counts the keys of tuples. */
	add(tuples: Known): void;
	/** In how many parts the keys are visited, so that other work can get its turn between. */
	readonly parts: number;
	/** Visits the keys of a part, each once. */
	visit(part: number, visitor: CountVisitor): void;
}

/** So many elements of an array are a part. */
const PART = 2 ** 18;

/** An element for each key that there can be. */
class DenseCounter implements Counter {
	readonly #counts: Int32Array;
	readonly parts: number;

	constructor(size: number) {
		this.#counts = countingRoom.int32(size);
		this.parts = Math.ceil(size / PART);
	}

	add({ keys, count }: Known): void {
		const counts = this.#counts;
		for (let index = 0; index < count; index += 1) {
			const key = keys[index] ?? 0;
			counts[key] = (counts[key] ?? 0) + 1;
		}
	}

	visit(part: number, visitor: CountVisitor): void {
		const counts = this.#counts;
		const end = Math.min((part + 1) * PART, counts.length);
		for (let key = part * PART; key < end; key += 1) {
			const count = counts[key] ?? 0;
			if (count > 0) visitor(key, count);
		}
	}
}

/** A power of two. */
const TABLES = 256;
/** So many keys wait for each table. */
const WAITING = 1024;
/** So many keys at the most are expected in one table: what comes beyond them lets it grow. */
const MOST_EXPECTED = 2 ** 13;
/** Which bits of a scattered number tell the table; a table itself uses the lowest. */
const TABLE_BITS_FROM = 24;

/**
 * An element for each key that there is, in many tables: keys wait until there are some for
 * one table, which is in the processor's cache then. In one large table nearly every key
 * would have to be waited for.
 */
class SparseCounter implements Counter {
	readonly parts = TABLES;
	readonly #tables: readonly NumberTable[];
	readonly #counts = Array.from({ length: TABLES }, () => countingRoom.int32(LEAST_DENSE));
	readonly #waiting = countingRoom.float64(TABLES * WAITING);
	readonly #waitingCounts = countingRoom.int32(TABLES);

	constructor(expected: number) {
		const ofEach = Math.min(expected / TABLES, MOST_EXPECTED);
		this.#tables = Array.from({ length: TABLES }, () => new NumberTable(ofEach, countingRoom));
	}

	add({ keys, count }: Known): void {
		const [waiting, counts] = [this.#waiting, this.#waitingCounts];
		for (let index = 0; index < count; index += 1) {
			const key = keys[index] ?? 0;
			const table = scattered(key) >>> TABLE_BITS_FROM;
			const place = counts[table] ?? 0;
			waiting[table * WAITING + place] = key;
			counts[table] = place + 1;
			if (place + 1 === WAITING) this.#count(table);
		}
	}

	/** Counts what waits for a table. */
	#count(table: number): void {
		const [waiting, numbers] = [this.#waiting, this.#tables[table]];
		let counts = this.#counts[table];
		if (numbers === undefined || counts === undefined) return;
		const start = table * WAITING;
		const end = start + (this.#waitingCounts[table] ?? 0);
		this.#waitingCounts[table] = 0;
		if (counts.length < numbers.size + WAITING) {
			const wider = countingRoom.int32((numbers.size + WAITING) * 2);
			wider.set(counts);
			counts = wider;
			this.#counts[table] = wider;
		}
		for (let index = start; index < end; index += 1) {
			const id = numbers.idOf(waiting[index] ?? 0);
			counts[id] = (counts[id] ?? 0) + 1;
		}
	}

	visit(part: number, visitor: CountVisitor): void {
		this.#count(part);
		const [numbers, counts] = [this.#tables[part], this.#counts[part]];
		if (numbers === undefined || counts === undefined) return;
		for (let id = 0; id < numbers.size; id += 1) visitor(numbers.numberOf(id), counts[id] ?? 0);
	}
}

/**
 * Makes a counter.
 *
 * @param range keys are from 0 to below this
 * @param expected how many keys come, about
 */
export function createCounter(range: number, expected: number): Counter {
	const isDense = range <= Math.min(MOST_DENSE, expected * SPARE + LEAST_DENSE);
	return isDense ? new DenseCounter(range) : new SparseCounter(expected);
}

/** The most bits that tell what has been seen: 8 megabytes. */
const MOST_BITS = 2 ** 26;
const BITS = 32;

/** Counts different values in each of some rows. */
export class DistinctCounter {
	readonly #range: number;
	readonly #bits: Int32Array | null;
	readonly #table = new NumberTable();
	readonly #counts = new Map<number, number>();

	/**
	 * @param rows how many rows there can be
	 * @param range values are from 0 to below this
	 */
	constructor(rows: number, range: number) {
		const bits = rows * range;
		this.#range = range;
		this.#bits = bits <= MOST_BITS ? countingRoom.int32(Math.ceil(bits / BITS)) : null;
	}

	/** Counts the value of a row, if it is new there. */
	add(row: number, value: number): void {
		if (this.#isNew(row * this.#range + value))
			this.#counts.set(row, (this.#counts.get(row) ?? 0) + 1);
	}

	#isNew(number: number): boolean {
		if (this.#bits === null) {
			const before = this.#table.size;
			return this.#table.idOf(number) === before;
		}
		const [word, bit] = [number >>> 5, 1 << (number & (BITS - 1))];
		const known = this.#bits[word] ?? 0;
		this.#bits[word] = known | bit;
		return (known & bit) === 0;
	}

	/** How many different values a row has. */
	countOf(row: number): number {
		return this.#counts.get(row) ?? 0;
	}
}
