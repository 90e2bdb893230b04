import type { Column, Elements } from "../columns/encode.ts";
import type { Columns } from "../columns/keeper.ts";
import type { SegmentLayout } from "../columns/layout.ts";
import {
	ACTS,
	actOfForm,
	type CountedName,
	FIRST_DRAFT_FORM,
	FORM_COUNT,
	KINDS,
	kindOfForm,
	type Link,
	SEGMENT_SIZE,
} from "../columns/segment.ts";
import type { ReviewStatus } from "../filter/inputs.ts";
import { columnIn } from "./axis.ts";
import type { DayRange } from "./day-range.ts";
import { wide } from "./wide.ts";

/** A condition on statements that their columns decide. */
export interface RowCondition {
	/** The days that all statements lie in that meet it; left out where it does not tell. */
	readonly days?: DayRange;
	readonly columns: readonly CountedName[];
	/** Whether any statement of a segment can meet it. */
	mayHold(segment: SegmentLayout): boolean;
	/** Whether every statement of a segment meets it for certain. */
	holdsForAll(segment: SegmentLayout): boolean;
	/**
	 * Keeps the rows of a segment that meet it.
	 *
	 * @param into where they are put, in their order; it can be the same as `rows`
	 * @returns how many they are
	 */
	keep(columns: Columns, rows: Int32Array, count: number, into: Int32Array): number;
	/**
	 * The rows that can meet it, where few can and they are found without a look at each.
	 *
	 * @returns how many they are; null where each has to be looked at
	 */
	find?(columns: Columns, into: Int32Array): number | null;
}

const always = () => true;
const never = () => false;

/** Which forms match, of those that a filter can tell apart. */
export interface FormFilter {
	readonly hasStatus: (status: ReviewStatus) => boolean;
	readonly hasKind: (kind: string) => boolean;
	readonly hasAct: (act: string) => boolean;
}

/** The condition on kind, act and review. */
export function formCondition({ hasStatus, hasKind, hasAct }: FormFilter): RowCondition {
	const matches = Uint8Array.from({ length: FORM_COUNT }, (_, form) =>
		Number(
			hasStatus(form >= FIRST_DRAFT_FORM ? "DRAFT" : "CURATED") &&
				hasKind(KINDS[kindOfForm(form)] ?? "") &&
				hasAct(ACTS[actOfForm(form)] ?? ""),
		),
	);
	return {
		columns: ["form"],
		mayHold: always,
		holdsForAll: ({ columns }) => {
			const top = columns.get("form")?.top ?? FORM_COUNT;
			return matches.subarray(0, top + 1).every((one) => one === 1);
		},
		keep: (columns, rows, count, into) => {
			const form = columnIn(columns, "form");
			const [elements, { base }] = [wide(form, 0), form];
			let kept = 0;
			for (let index = 0; index < count; index += 1) {
				const row = rows[index] ?? 0;
				if (matches[(elements[row] ?? 0) + base] === 0) continue;
				into[kept] = row;
				kept += 1;
			}
			return kept;
		},
	};
}

/** Elements of a day column from one on to below another; 0, for an unknown day, is not among them. */
function elementRange({ base }: Column, { from, to }: DayRange): { least: number; end: number } {
	return {
		least: Math.max((from ?? Number.NEGATIVE_INFINITY) - base, 1),
		end: (to ?? Number.POSITIVE_INFINITY) - base,
	};
}

function keepInRange(
	elements: Int32Array,
	{ least, end }: { least: number; end: number },
	rows: Int32Array,
	count: number,
	into: Int32Array,
): number {
	let kept = 0;
	for (let index = 0; index < count; index += 1) {
		const row = rows[index] ?? 0;
		const element = elements[row] ?? 0;
		if (element < least || element >= end) continue;
		into[kept] = row;
		kept += 1;
	}
	return kept;
}

/** What is found is worth it where it is at most one in so many: it has to be put in order. */
const WORTH_FINDING = 3;

const BITS = 32;
// One segment is worked at without a pause, so all counts can share the room for it.
const MARKS = new Uint32Array(SEGMENT_SIZE / BITS);

/**
 * Puts some rows in their order, as columns are read much faster in it.
 *
 * @returns how many they are
 */
function inOrder(rows: Elements, start: number, stop: number, into: Int32Array): number {
	for (let index = start; index < stop; index += 1) {
		const row = rows[index] ?? 0;
		MARKS[row >>> 5] = (MARKS[row >>> 5] ?? 0) | (1 << (row & (BITS - 1)));
	}
	let made = 0;
	for (let word = 0; word < MARKS.length; word += 1) {
		let left = MARKS[word] ?? 0;
		MARKS[word] = 0;
		while (left !== 0) {
			const highest = BITS - 1 - Math.clz32(left & -left);
			into[made] = word * BITS + highest;
			made += 1;
			left &= left - 1;
		}
	}
	return made;
}

/** The place of the first row that is not before a day, in the order of the days. */
function placeOfDay({ elements }: Column, rows: Elements, least: number): number {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((elements[rows[middle] ?? 0] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The condition that the first day is not before a range, and the last not behind it; an unknown day meets no end. */
export function rangeCondition(range: DayRange): RowCondition {
	const { from, to } = range;
	const [ofFirst, ofLast] = [
		{ from, to: null },
		{ from: null, to },
	];
	return {
		days: range,
		columns: ["firstDay", "lastDay", "byDay"],
		mayHold: ({ columns }) =>
			(from === null || (columns.get("firstDay")?.top ?? from) >= from) &&
			(to === null || (columns.get("lastDay")?.base ?? 0) + 1 < to),
		holdsForAll: () => from === null && to === null,
		keep: (columns, rows, count, into) => {
			const [first, last] = [columnIn(columns, "firstDay"), columnIn(columns, "lastDay")];
			let kept = count;
			let source = rows;
			if (from !== null) {
				// Few dates are of many days: where the first is behind the range, so is the last.
				const both = to === null ? ofFirst : { from, to };
				kept = keepInRange(wide(first, 0), elementRange(first, both), source, kept, into);
				source = into;
			}
			if (to === null) return kept;
			return keepInRange(wide(last, 0), elementRange(last, ofLast), source, kept, into);
		},
		find: (columns, into) => {
			const first = columnIn(columns, "firstDay");
			const { elements: rows } = columnIn(columns, "byDay");
			const { least, end } = elementRange(first, range);
			const start = placeOfDay(first, rows, least);
			const stop = placeOfDay(first, rows, end);
			if ((stop - start) * WORTH_FINDING > rows.length) return null;
			return inOrder(rows, start, stop, into);
		},
	};
}

/** Some numbers, quick to look up. */
function tableOf(numbers: readonly number[]): Uint8Array {
	const table = new Uint8Array(Math.max(0, ...numbers.map((number) => number + 1)));
	for (const number of numbers) table[number] = 1;
	return table;
}

/** Whether a statement has to have one of some values, or none of them. */
export interface Among {
	readonly numbers: readonly number[];
	readonly isWanted: boolean;
}

/** The condition that the article or the outlet is among some; what is missing is none of them. */
export function columnCondition(
	name: "article" | "publisher",
	{ numbers, isWanted }: Among,
): RowCondition {
	const table = tableOf(numbers);
	const wanted = Number(isWanted);
	return {
		columns: [name],
		mayHold: always,
		holdsForAll: never,
		keep: (columns, rows, count, into) => {
			const column = columnIn(columns, name);
			const [elements, { base }] = [wide(column, 0), column];
			let kept = 0;
			for (let index = 0; index < count; index += 1) {
				const row = rows[index] ?? 0;
				const element = elements[row] ?? 0;
				const found = element === 0 ? 0 : (table[element + base] ?? 0);
				if (found !== wanted) continue;
				into[kept] = row;
				kept += 1;
			}
			return kept;
		},
	};
}

/** The condition that any value of a link is among some. */
export function linkCondition(link: Link, { numbers, isWanted }: Among): RowCondition {
	const table = tableOf(numbers);
	return {
		columns: [link, `${link}Start`],
		mayHold: always,
		holdsForAll: never,
		keep: (columns, rows, count, into) => {
			const { elements: starts } = columnIn(columns, `${link}Start`);
			const values = columnIn(columns, link);
			const [elements, { base }] = [wide(values, 0), values];
			let kept = 0;
			for (let index = 0; index < count; index += 1) {
				const row = rows[index] ?? 0;
				const end = starts[row + 1] ?? 0;
				let isFound = false;
				for (let pair = starts[row] ?? 0; pair < end && !isFound; pair += 1)
					isFound = table[(elements[pair] ?? 0) + base] === 1;
				if (isFound !== isWanted) continue;
				into[kept] = row;
				kept += 1;
			}
			return kept;
		},
	};
}
