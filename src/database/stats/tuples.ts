import type { Column } from "../columns/encode.ts";
import type { BucketsOfDays } from "../columns/layout.ts";
import { SEGMENT_SIZE } from "../columns/segment.ts";
import { wide } from "./wide.ts";

/** Statements of one segment, each once for every combination of values that it has so far. */
export class Tuples {
	/** The places of the statements in the segment; those of one stand together. */
	owners: Int32Array = new Int32Array(SEGMENT_SIZE);
	/** The combinations, each as one whole number; nothing is said by them of `isBlank`. */
	keys: Float64Array = new Float64Array(SEGMENT_SIZE);
	/** How many there are. */
	count = 0;
	/** Whether nothing is known yet: all keys count as 0. */
	isBlank = false;

	/** Makes room for so many; what is there is kept. */
	reserve(count: number): void {
		if (count <= this.keys.length) return;
		const room = Math.max(count, this.keys.length * 2);
		const [owners, keys] = [new Int32Array(room), new Float64Array(room)];
		owners.set(this.owners);
		keys.set(this.keys);
		[this.owners, this.keys] = [owners, keys];
	}
}

/** Statements of a segment, and what is known of each; the same as Tuples, to be read only. */
export type Known = Pick<Tuples, "owners" | "keys" | "count" | "isBlank">;

/** How many different statements there are. */
export function ownerCount({ owners, count }: Known): number {
	let found = 0;
	let last = -1;
	for (let index = 0; index < count; index += 1) {
		const owner = owners[index] ?? 0;
		if (owner !== last) found += 1;
		last = owner;
	}
	return found;
}

// These loops run for every statement: all they need is at hand before they begin, and all
// arrays in them are of one type each, so that they are compiled without a question left.

/**
 * Adds the value that each statement has in a column, if it has one; else it drops out.
 *
 * @param range how many values there are
 */
export function extendByColumn(from: Known, into: Tuples, column: Column, range: number): void {
	into.reserve(from.count);
	const { owners, keys, count } = from;
	const [madeOwners, madeKeys, elements] = [into.owners, into.keys, wide(column, 0)];
	const factor = from.isBlank ? 0 : range;
	const { base } = column;
	let made = 0;
	for (let index = 0; index < count; index += 1) {
		const owner = owners[index] ?? 0;
		const element = elements[owner] ?? 0;
		if (element === 0) continue;
		madeOwners[made] = owner;
		madeKeys[made] = (keys[index] ?? 0) * factor + element + base;
		made += 1;
	}
	into.count = made;
}

/** Adds what a table has for the value of each statement in a column that lacks no value. */
export function extendByTable(
	from: Known,
	into: Tuples,
	column: Column,
	table: Int32Array,
	range: number,
): void {
	into.reserve(from.count);
	const { owners, keys, count } = from;
	const [madeOwners, madeKeys, elements] = [into.owners, into.keys, wide(column, 0)];
	const factor = from.isBlank ? 0 : range;
	const { base } = column;
	for (let index = 0; index < count; index += 1) {
		const owner = owners[index] ?? 0;
		madeOwners[index] = owner;
		madeKeys[index] = (keys[index] ?? 0) * factor + (table[(elements[owner] ?? 0) + base] ?? 0);
	}
	into.count = count;
}

/** The first and the last day that statements can be said on. */
export interface DayColumns {
	readonly first: Column;
	readonly last: Column;
}

/**
 * Adds the bucket of each date that lies in one; what has none drops out.
 *
 * @param buckets those of the days that the columns have
 * @param codes of which the first stands for 0, and how many there are; null to drop only, and add nothing
 */
export function extendByTime(
	from: Known,
	into: Tuples,
	{ first, last }: DayColumns,
	buckets: BucketsOfDays,
	codes: { readonly first: number; readonly range: number } | null,
): void {
	into.reserve(from.count);
	const { owners, keys, count } = from;
	const [madeOwners, madeKeys] = [into.owners, into.keys];
	const [firstDays, lastDays] = [wide(first, 0), wide(last, 1)];
	const ofDay = buckets.byDay(Math.min(first.base, last.base), Math.max(first.top, last.top));
	const [firstShift, lastShift] = [first.base - buckets.firstDay, last.base - buckets.firstDay];
	const [weight, shift] = codes === null ? [0, 0] : [1, codes.first];
	const factor = from.isBlank ? 0 : (codes?.range ?? 1);
	let made = 0;
	for (let index = 0; index < count; index += 1) {
		const owner = owners[index] ?? 0;
		const [firstDay, lastDay] = [firstDays[owner] ?? 0, lastDays[owner] ?? 0];
		if (firstDay === 0 || lastDay === 0) continue;
		const bucket = ofDay[firstDay + firstShift] ?? 0;
		if (bucket !== ofDay[lastDay + lastShift]) continue;
		madeOwners[made] = owner;
		madeKeys[made] = (keys[index] ?? 0) * factor + (bucket - shift) * weight;
		made += 1;
	}
	into.count = made;
}

/** The values of a link, and where those of each statement begin. */
export interface LinkColumns {
	readonly starts: Column;
	readonly values: Column;
}

/** Adds each of the values that a statement has of a link; one without any drops out. */
export function extendByLink(
	from: Known,
	into: Tuples,
	{ starts: startColumn, values }: LinkColumns,
	range: number,
): void {
	const { owners, keys, count } = from;
	const [starts, elements] = [startColumn.elements, wide(values, 0)];
	const [factor, base] = [from.isBlank ? 0 : range, values.base];
	let [madeOwners, madeKeys] = [into.owners, into.keys];
	let made = 0;
	for (let index = 0; index < count; index += 1) {
		const owner = owners[index] ?? 0;
		const end = starts[owner + 1] ?? 0;
		const start = starts[owner] ?? 0;
		if (made + end - start > madeKeys.length) {
			into.reserve(made + end - start);
			[madeOwners, madeKeys] = [into.owners, into.keys];
		}
		const key = (keys[index] ?? 0) * factor + base;
		for (let pair = start; pair < end; pair += 1) {
			madeOwners[made] = owner;
			madeKeys[made] = key + (elements[pair] ?? 0);
			made += 1;
		}
	}
	into.count = made;
}
