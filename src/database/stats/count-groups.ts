import { setImmediate as turn } from "node:timers/promises";
import type { Layout } from "../columns/layout.ts";
import type { Dictionary } from "../columns/read.ts";
import type { CountedName } from "../columns/segment.ts";
import { axisOf, type Times, timeAxis, timesOf } from "./axis.ts";
import type { Interval } from "./buckets.ts";
import { type Counter, createCounter } from "./counter.ts";
import { type Dimension, hasSeveral, NOUN_OF } from "./dimensions.ts";
import { KeySpace } from "./key-space.ts";
import {
	FirstGroups,
	firstOrderOf,
	orderOf,
	type RankedDimension,
	type RankedGroup,
} from "./ranking.ts";
import {
	type ColumnSource,
	mostSelected,
	type Selection,
	selectedDays,
	visitSegments,
} from "./selection.ts";
import type { StatsOrder } from "./stats-arguments.ts";
import { ownerCount } from "./tuples.ts";
import type { StatsWanted } from "./wanted.ts";

/** By what statements are counted, and which groups of them are shown. */
export interface GroupQuery {
	readonly groupBy: readonly Dimension[];
	readonly interval: Interval;
	readonly orderBy: StatsOrder;
	/** How many groups are shown. */
	readonly first: number;
	/** How many statements a group must have. */
	readonly minCount: number;
	/** Whether the groups that first and minCount speak of are those of the other dimensions than TIME. */
	readonly series: boolean;
	readonly wanted: StatsWanted;
}

/** Groups that were counted. */
export interface CountedGroups {
	/** Statements that are selected. */
	readonly totalCount: number;
	/** Statements that have a value in every dimension. */
	readonly knownCount: number;
	/** Groups that have enough statements. */
	readonly groupCount: number;
	/** Those that are shown, in their order. */
	readonly shown: readonly RankedGroup[];
	/** The dimensions of the groups, in the order of their codes. */
	readonly dimensions: readonly RankedDimension[];
	/** How the keys of the groups are made. */
	readonly keys: KeySpace;
	/** What the codes of TIME mean. */
	readonly times: Times;
}

/** The dimensions of the groups that are chosen. */
export function groupDimensions({ groupBy, series }: GroupQuery): readonly Dimension[] {
	return series ? groupBy.filter((dimension) => dimension !== "TIME") : groupBy;
}

/** How statements are told apart by the dimensions of the groups. */
function keysOf(layout: Layout, query: GroupQuery, times: Times): KeySpace {
	const axes = groupDimensions(query).map((name) => axisOf(layout, name, times));
	// Where time is in the rows only, a statement needs one to be in a group all the same.
	return new KeySpace(query.series ? [timeAxis(times, false), ...axes] : axes);
}

/** Columns that are looked at besides those of the groups, once it is known which are shown. */
export function columnsOfRows({ series, wanted }: GroupQuery): CountedName[] {
	return [
		...(series ? ["firstDay" as const, "lastDay" as const] : []),
		...(wanted.articleCount ? ["article" as const] : []),
		...(wanted.speakerCount ? ["speaker" as const, "speakerStart" as const] : []),
	];
}

/** The codes of the groups' dimensions in a key. */
function codesOf(keys: KeySpace, { series }: GroupQuery, key: number): number[] {
	return keys.codesOf(key).slice(series ? 1 : 0);
}

async function ranked(
	{ keeper, reader }: ColumnSource,
	dimensions: readonly Dimension[],
): Promise<RankedDimension[]> {
	const nouns = [...new Set(dimensions.flatMap((dimension) => NOUN_OF[dimension] ?? []))];
	const read = nouns.map(async (noun) => [noun, await keeper.dictionary(reader, noun)] as const);
	const dictionaries = new Map<string, Dictionary>(await Promise.all(read));
	return dimensions.map((dimension) => ({
		dimension,
		dictionary: dictionaries.get(NOUN_OF[dimension] ?? "") ?? null,
	}));
}

/** Chooses the groups that are shown, and counts those that could be. */
async function choose(
	query: GroupQuery,
	dimensions: readonly RankedDimension[],
	keys: KeySpace,
	counter: Counter,
) {
	const { orderBy, series } = query;
	const enough = Math.max(query.minCount, 1);
	const order = orderOf(dimensions, orderBy);
	const before = series ? 1 : 0;
	const firstOrder = firstOrderOf(dimensions, orderBy, (key, index) =>
		keys.codeOf(key, index + before),
	);
	const first = new FirstGroups(query.first);
	let groupCount = 0;
	for (let part = 0; part < counter.parts; part += 1) {
		if (part > 0) await turn();
		counter.visit(part, (key, count) => {
			if (count < enough) return;
			groupCount += 1;
			const { last } = first;
			if (last !== null && firstOrder(key, count) > (last.order[0] ?? 0)) return;
			const codes = codesOf(keys, query, key);
			first.offer({ key, count, codes, order: order(codes, count) });
		});
	}
	return { groupCount, shown: first.sorted() };
}

/** The one group of no dimension, which is shown even when it is empty. */
function theTotal({ first }: GroupQuery, count: number) {
	const total: RankedGroup = { key: 0, count, codes: [], order: [] };
	return { groupCount: 1, shown: first === 0 ? [] : [total] };
}

/**
 * Counts statements in groups, in one pass over the columns.
 *
 * @throws AnotherCorpus when another corpus is served than the source is of
 */
export async function countGroups(
	source: ColumnSource,
	query: GroupQuery,
	selection: Selection,
): Promise<CountedGroups> {
	const { layout } = source;
	const times = timesOf(layout, query.interval, selectedDays(selection));
	const keys = keysOf(layout, query, times);
	const dimensions = await ranked(source, groupDimensions(query));
	const counter = createCounter(keys.range, mostSelected(selection, layout) * keys.density);
	const isRepeated = query.groupBy.some(hasSeveral);
	let [totalCount, knownCount] = [0, 0];
	// All at once, so that a segment is not asked for twice.
	const names = [...keys.columns, ...columnsOfRows(query)];
	await visitSegments(source, selection, names, (columns, rows, count) => {
		const tuples = keys.tuplesOf(columns, rows, count);
		counter.add(tuples);
		totalCount += count;
		knownCount += isRepeated ? ownerCount(tuples) : tuples.count;
	});
	const chosen =
		dimensions.length === 0
			? theTotal(query, knownCount)
			: await choose(query, dimensions, keys, counter);
	return { totalCount, knownCount, ...chosen, dimensions, keys, times };
}
