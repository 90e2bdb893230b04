import type { Columns } from "../columns/keeper.ts";
import { type CountedName, SEGMENT_SIZE } from "../columns/segment.ts";
import type { Axis } from "./axis.ts";
import { NumberTable } from "./number-table.ts";
import { type Known, Tuples } from "./tuples.ts";

/** One axis in its place. */
interface Step {
	readonly axis: Axis;
	/** Its index among the axes as they were given. */
	readonly index: number;
	/** Gives short numbers to the keys so far, where they would become too long to be exact. */
	readonly shortened: NumberTable | null;
}

/** The most that a table can hold. */
const MOST_SHORTENED = 2 ** 31;

// One segment is worked at without a pause, so all counts can share the room for it.
const ROOMS: [Tuples, Tuples] = [new Tuples(), new Tuples()];
/** Keys of which nothing is known: read, and not counted. */
const NO_KEYS = new Float64Array(SEGMENT_SIZE);

function shorten({ keys, count }: Known, numbers: NumberTable): void {
	for (let index = 0; index < count; index += 1) keys[index] = numbers.idOf(keys[index] ?? 0);
}

/** What a key was before a step gave it a code. */
function before(key: number, code: number, { axis, shortened }: Step): number {
	const rest = (key - code) / axis.range;
	return shortened === null ? rest : shortened.numberOf(rest);
}

/**
 * Combinations of codes as one whole number each. Axes that few statements have are looked
 * at first, so that the others are looked at for these statements only.
 */
export class KeySpace {
	readonly #steps: Step[] = [];
	/** Keys are from 0 to below this. */
	readonly range: number;

	constructor(axes: readonly Axis[]) {
		let range = 1;
		const numbered = axes.map((axis, index) => ({ axis, index }));
		for (const { axis, index } of numbered.toSorted((a, b) => a.axis.density - b.axis.density)) {
			const isLong = range * axis.range > Number.MAX_SAFE_INTEGER;
			this.#steps.push({ axis, index, shortened: isLong ? new NumberTable() : null });
			range = (isLong ? MOST_SHORTENED : range) * axis.range;
		}
		this.range = range;
	}

	/** How many keys a statement has in the middle. */
	get density(): number {
		return this.#steps.reduce((product, { axis }) => product * axis.density, 1);
	}

	/** The columns that the codes are read from. */
	get columns(): CountedName[] {
		return this.#steps.flatMap(({ axis }) => axis.columns);
	}

	/**
	 * The keys of statements of one segment.
	 *
	 * @param rows their places in the segment, each once
	 * @returns what is overwritten by the next call of any
	 */
	tuplesOf(columns: Columns, rows: Int32Array, count: number): Known {
		let from: Known = { owners: rows, keys: NO_KEYS, count, isBlank: true };
		let [into, next] = ROOMS;
		for (const { axis, shortened } of this.#steps) {
			if (shortened !== null) shorten(from, shortened);
			axis.extend(columns, from, into);
			[from, into, next] = [into, next, into];
		}
		return from;
	}

	/** The code of one axis in a key. */
	codeOf(key: number, index: number): number {
		let rest = key;
		for (let at = this.#steps.length - 1; at >= 0; at -= 1) {
			const step = this.#steps[at];
			if (step === undefined) break;
			const code = rest % step.axis.range;
			if (step.index === index) return code;
			rest = before(rest, code, step);
		}
		throw new Error(`expected an axis of the keys, found ${index}`);
	}

	/** The codes of a key, in the order of the axes as they were given. */
	codesOf(key: number): number[] {
		const codes: number[] = Array.from({ length: this.#steps.length }, () => 0);
		let rest = key;
		for (let at = this.#steps.length - 1; at >= 0; at -= 1) {
			const step = this.#steps[at];
			if (step === undefined) break;
			const code = rest % step.axis.range;
			rest = before(rest, code, step);
			codes[step.index] = code;
		}
		return codes;
	}
}
