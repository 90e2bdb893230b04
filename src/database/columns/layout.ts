import { BUCKETS, type Interval } from "../stats/buckets.ts";
import { DAY } from "../time-zone.ts";
import type { ColumnShape } from "./encode.ts";
import type { LaidColumn } from "./read.ts";
import type { ColumnName } from "./segment.ts";

/** A segment of the statements, which are numbered through all segments. */
export interface SegmentLayout {
	readonly index: number;
	/** The number of its first statement. */
	readonly start: number;
	/** How many statements it has. */
	readonly length: number;
	readonly columns: ReadonlyMap<ColumnName, ColumnShape>;
}

/** The least and the largest value of a column in all segments. */
export interface ValueRange {
	readonly least: number;
	/** Less than `least` where there is no value. */
	readonly top: number;
}

/** What an entry has for a day whose bucket nobody has asked for. */
const UNKNOWN = -1;

/** The buckets of the days that a corpus knows, numbered from 0. */
export class BucketsOfDays {
	/** The number of the first bucket in BUCKETS. */
	readonly first: number;
	/** How many buckets there are from the first day to the last. */
	readonly count: number;
	/** The first day, counted from 1970. */
	readonly firstDay: number;
	readonly #numberOf: (day: number) => number;
	/** By day, from the first on. */
	readonly #buckets: Int32Array;

	/** @param days the first and the last, counted from 1970 */
	constructor(interval: Interval, { least, top }: ValueRange) {
		this.#numberOf = BUCKETS[interval].numberOf;
		this.firstDay = least;
		this.first = top < least ? 0 : this.#numberOf(least * DAY);
		this.count = top < least ? 0 : this.#numberOf(top * DAY) - this.first + 1;
		this.#buckets = new Int32Array(Math.max(top - least + 1, 0)).fill(UNKNOWN);
	}

	/**
	 * The bucket of each day, counted from `firstDay`; of those from one to another only, as
	 * a corpus can know a few days that lie centuries apart.
	 *
	 * @param from counted from 1970, as `to`
	 */
	byDay(from: number, to: number): Int32Array {
		const buckets = this.#buckets;
		for (let index = from - this.firstDay; index <= to - this.firstDay; index += 1)
			if (buckets[index] === UNKNOWN)
				buckets[index] = this.#numberOf((index + this.firstDay) * DAY) - this.first;
		return buckets;
	}
}

function segmentsOf(columns: readonly LaidColumn[]): SegmentLayout[] {
	const shapes = new Map<number, Map<ColumnName, ColumnShape>>();
	for (const { segment, name, length, width, base, top } of columns) {
		const own = shapes.get(segment) ?? new Map<ColumnName, ColumnShape>();
		shapes.set(segment, own.set(name, { length, width, base, top }));
	}
	let start = 0;
	return [...shapes]
		.toSorted(([a], [b]) => a - b)
		.map(([index, own]) => {
			const length = own.get("form")?.length ?? 0;
			start += length;
			return { index, start: start - length, length, columns: own };
		});
}

/** What columns a corpus has. */
export class Layout {
	readonly version: string;
	readonly segments: readonly SegmentLayout[];
	readonly #buckets = new Map<Interval, BucketsOfDays>();

	constructor(version: string, columns: readonly LaidColumn[]) {
		this.version = version;
		this.segments = segmentsOf(columns);
	}

	/** The values that the columns of some names have, in all segments. */
	range(...names: ColumnName[]): ValueRange {
		let [least, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
		for (const { columns } of this.segments)
			for (const name of names) {
				const shape = columns.get(name);
				// Where 0 stands for none, `base` is one below the least: no harm for a range.
				if (shape === undefined || shape.top < shape.base) continue;
				least = Math.min(least, shape.base);
				top = Math.max(top, shape.top);
			}
		return least > top ? { least: 0, top: -1 } : { least, top };
	}

	/** How many elements a column has in all segments. */
	lengthOf(name: ColumnName): number {
		return this.segments.reduce((sum, { columns }) => sum + (columns.get(name)?.length ?? 0), 0);
	}

	/** The buckets of all days that are in the columns, as many as there are of one interval. */
	buckets(interval: Interval): BucketsOfDays {
		const known = this.#buckets.get(interval);
		if (known !== undefined) return known;
		const made = new BucketsOfDays(interval, this.range("firstDay", "lastDay"));
		this.#buckets.set(interval, made);
		return made;
	}
}
