import type { Column } from "../columns/encode.ts";
import type { Columns } from "../columns/keeper.ts";
import type { Layout } from "../columns/layout.ts";
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
import type { Interval } from "./buckets.ts";
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
		columns: [name],
		extend: (columns, from, into) => extendByColumn(from, into, columnIn(columns, name), range),
	};
}

/** The axis of time; its codes are those of layout.buckets. */
export function timeAxis(layout: Layout, interval: Interval, addsCode = true): Axis {
	const buckets = layout.buckets(interval);
	const range = Math.max(buckets.count, 1);
	return {
		range: addsCode ? range : 1,
		columns: ["firstDay", "lastDay"],
		extend: (columns, from, into) => {
			const days = { first: columnIn(columns, "firstDay"), last: columnIn(columns, "lastDay") };
			extendByTime(from, into, days, buckets, addsCode ? range : 0);
		},
	};
}

/**
 * The axis of a dimension. Its codes are numbers of rows for a noun, indexes of TEXTS_OF
 * for an enumeration, and buckets of the layout for TIME.
 */
export function axisOf(layout: Layout, dimension: Dimension, interval: Interval): Axis {
	const link = LINK_OF[dimension];
	if (link !== undefined) return linkAxis(layout, link);
	if (dimension === "KIND") return tableAxis(KIND_OF_FORM, KINDS.length);
	if (dimension === "ACT") return tableAxis(ACT_OF_FORM, ACTS.length);
	if (dimension === "TIME") return timeAxis(layout, interval);
	return columnAxis(layout, dimension === "ARTICLE" ? "article" : "publisher");
}
