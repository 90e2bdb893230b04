import type { ContenderName } from "../contenders/names.ts";
import type { Growth, SizeResult } from "../results.ts";
import { median } from "./statistics.ts";
import { oursP50, queryOf, ratioOf } from "./summary.ts";

/** What is to be reached, and how it is read from what was measured. */
export interface Target {
	readonly name: string;
	/** At least or at most this much. */
	readonly least?: number;
	readonly most?: number;
	/** What is behind the number: "x", "ms", "MB". */
	readonly unit: string;
	/** Null where it was not measured. */
	readonly value: (measured: Measured) => number | null;
}

/** What the targets are read from. */
export interface Measured {
	/** The largest corpus that was measured. */
	readonly large: SizeResult | null;
	readonly growth: readonly Growth[];
	/** In milliseconds. */
	readonly embeddedStart: number | null;
}

const MEGABYTE = 1024 * 1024;
/** The share of a soak after which memory must not grow any more. */
const SETTLED = 0.5;
/** How many statements it takes for their loading to be more than making and indexing tables. */
const ENOUGH_TO_LOAD = 200_000;

function against(contender: ContenderName, query: string, least: number): Target {
	return {
		name: `${query} against ${contender}`,
		least,
		unit: "x",
		value: ({ large }) => {
			const result = queryOf(large, query);
			return result === null ? null : ratioOf(result, "ours", contender);
		},
	};
}

function growth(query: string): Target {
	return {
		name: `${query}: p50 at the largest size over p50 at the smallest, asked in turn`,
		most: 1.3,
		unit: "x",
		value: ({ growth: all }) => {
			const measured = all.find(({ name }) => name === query);
			if (measured === undefined) return null;
			const { small, large } = measured;
			return median(large.map((p50, round) => p50 / (small[round] ?? Number.NaN)));
		},
	};
}

function quotient(one: number | null, other: number | null): number | null {
	return one === null || other === null ? null : one / other;
}

/** The slowest grouping against PostGraphile. */
const everyGrouping: Target = {
	name: "every grouping of statementStats against postgraphile: the slowest",
	least: 10,
	unit: "x",
	value: ({ large }) => {
		const ratios = (large?.queries ?? [])
			.filter(({ name }) => name.startsWith("stats "))
			.map((query) => ratioOf(query, "ours", "postgraphile") ?? Number.NaN);
		return ratios.length === 0 ? null : Math.min(...ratios);
	},
};

const MEMORY: readonly Target[] = [
	{
		name: "memory under load, at the end of the soak",
		most: 256,
		unit: "MB",
		value: ({ large }) => {
			const last = large?.soak.at(-1);
			return last === undefined ? null : last / MEGABYTE;
		},
	},
	{
		name: "memory: the last quarter of the soak over the quarter before it",
		most: 1.05,
		unit: "x",
		value: ({ large }) => {
			const settled = large?.soak.slice(Math.floor((large?.soak.length ?? 0) * SETTLED)) ?? [];
			const middle = settled.length >> 1;
			return middle === 0 ? null : median(settled.slice(middle)) / median(settled.slice(0, middle));
		},
	},
];

/** What performance.md of the design calls "To reach". */
export const TARGETS: readonly Target[] = [
	against("postgraphile", "Q1", 3.5),
	against("postgraphile", "Q2", 3.5),
	against("postgraphile", "Q3", 2),
	against("postgraphile", "Q4", 2.5),
	...["Q1", "Q2", "Q3", "Q4"].map((query) => against("mercurius", query, 1.2)),
	against("postgraphile", "Q5", 10),
	everyGrouping,
	against("constant", "repeated GET", 0.65),
	against("constant", "repeated POST", 0.65),
	...["Q1", "Q2", "Q3", "Q4 first page", "Q4"].map(growth),
	{
		name: "Arabic search: p50 over that of Q1",
		most: 5,
		unit: "x",
		value: ({ large }) => quotient(oursP50(large, "search"), oursP50(large, "Q1")),
	},
	...MEMORY,
	{
		name: "from the start of the process to the first answer, over that of postgraphile",
		most: 1,
		unit: "x",
		value: ({ large }) =>
			quotient(
				large?.contenders.ours?.coldStart ?? null,
				large?.contenders.postgraphile?.coldStart ?? null,
			),
	},
	{
		name: "from the start of the process to the first answer of the embedded database",
		most: 1500,
		unit: "ms",
		value: ({ embeddedStart }) => embeddedStart,
	},
	{
		name: "statements loaded a second",
		least: 20_000,
		unit: "",
		value: ({ large }) =>
			(large?.statements ?? 0) < ENOUGH_TO_LOAD ? null : (large?.loadedPerSecond ?? null),
	},
];

/** Whether a value is what was to be reached. */
export function isReached({ least, most }: Target, value: number): boolean {
	return (
		value >= (least ?? Number.NEGATIVE_INFINITY) && value <= (most ?? Number.POSITIVE_INFINITY)
	);
}
