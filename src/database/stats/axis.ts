import type { Column } from "../columns/encode.ts";
import type { Columns } from "../columns/keeper.ts";
import type { BucketsOfDays, Layout } from "../columns/layout.ts";
import {
	ACTS,
	actOfForm,
	type ColumnName,
	type CountedName,
	FORM_COUNT,
	KINDS,
	kindOfForm,
	type Link,
} from "../columns/segment.ts";
import { DAY } from "../time-zone.ts";
import { BUCKETS, type Interval } from "./buckets.ts";
import type { DayRange } from "./day-range.ts";
import { type Dimension, LINK_OF } from "./dimensions.ts";
import {
	extendByColumn,
	extendByLink,
	extendByTable,
	extendByTime,
	type Known,
	type Tuples,
} from "./tuples.ts";

/** A dimension as its values stand in columns, each as a code: a whole number from 0. */
export interface Axis {
	/** Codes are from 0 to below this; at least 1. */
	readonly range: number;
	/** How many codes a statement has in the middle: what is below 1 leaves statements out. */
	readonly density: number;
	readonly columns: readonly CountedName[];
	/** Adds the codes that statements have to their keys; a statement without one drops out. */
	extend(columns: Columns, from: Known, into: Tuples): void;
}

/** A column that was asked for. */
export function columnIn(columns: Columns, name: CountedName): Column {
	const column = columns.get(name);
	if (column === undefined) throw new Error(`the column ${name} has not been asked for`);
	return column;
}

const [KIND_OF_FORM, ACT_OF_FORM] = [kindOfForm, actOfForm].map((of) =>
	Int32Array.from({ length: FORM_COUNT }, (_, form) => of(form)),
);

function tableAxis(table: Int32Array | undefined, range: number): Axis {
	if (table === undefined) throw new Error("a table for each of two");
	return {
		range,
		density: 1,
		columns: ["form"],
		extend: (columns, from, into) =>
			extendByTable(from, into, columnIn(columns, "form"), table, range),
	};
}

function rangeOf(layout: Layout, name: ColumnName): number {
	return Math.max(layout.range(name).top + 1, 1);
}

function linkAxis(layout: Layout, link: Link): Axis {
	const range = rangeOf(layout, link);
	const start = `${link}Start` as const;
	return {
		range,
		density: layout.lengthOf(link) / Math.max(layout.lengthOf("form"), 1),
		columns: [link, start],
		extend: (columns, from, into) =>
			extendByLink(
				from,
				into,
				{ starts: columnIn(columns, start), values: columnIn(columns, link) },
				range,
			),
	};
}

function columnAxis(layout: Layout, name: "article" | "publisher"): Axis {
	const range = rangeOf(layout, name);
	return {
		range,
		density: 1,
		columns: [name],
		extend: (columns, from, into) => extendByColumn(from, into, columnIn(columns, name), range),
	};
}

/** The buckets that statements can lie in. */
export interface Times {
	readonly interval: Interval;
	readonly buckets: BucketsOfDays;
	/** The number in `buckets` of the one whose code is 0. */
	readonly first: number;
	/** How many there are; at least 1. */
	readonly range: number;
}

/**
 * The buckets that statements can lie in, so that a year of a long time is counted as a year.
 *
 * @param days between which all statements lie; each can be null
 */
export function timesOf(layout: Layout, interval: Interval, days: DayRange): Times {
	const buckets = layout.buckets(interval);
	const { least, top } = layout.range("firstDay", "lastDay");
	const [from, last] = [
		Math.max(days.from ?? least, least),
		Math.min((days.to ?? top + 1) - 1, top),
	];
	if (from > last) return { interval, buckets, first: 0, range: 1 };
	const { numberOf } = BUCKETS[interval];
	const [first, end] = [numberOf(from * DAY), numberOf(last * DAY)];
	return { interval, buckets, first: first - buckets.first, range: end - first + 1 };
}

/** The number in BUCKETS of the bucket whose code is 0. */
export function firstBucket({ buckets, first }: Times): number {
	return buckets.first + first;
}

/** The axis of time. */
export function timeAxis({ buckets, first, range }: Times, addsCode = true): Axis {
	return {
		range: addsCode ? range : 1,
		density: 1,
		columns: ["firstDay", "lastDay"],
		extend: (columns, from, into) => {
			const days = { first: columnIn(columns, "firstDay"), last: columnIn(columns, "lastDay") };
			extendByTime(from, into, days, buckets, addsCode ? { first, range } : null);
		},
	};
}

/**
 * The axis of a dimension. Its codes are numbers of rows for a noun, indexes of TEXTS_OF
 * for an enumeration, and buckets from the first of `times` for TIME.
 */
export function axisOf(layout: Layout, dimension: Dimension, times: Times): Axis {
	const link = LINK_OF[dimension];
	if (link !== undefined) return linkAxis(layout, link);
	if (dimension === "KIND") return tableAxis(KIND_OF_FORM, KINDS.length);
	if (dimension === "ACT") return tableAxis(ACT_OF_FORM, ACTS.length);
	if (dimension === "TIME") return timeAxis(times);
	return columnAxis(layout, dimension === "ARTICLE" ? "article" : "publisher");
}
