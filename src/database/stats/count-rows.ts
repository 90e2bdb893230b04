import type { Columns } from "../columns/keeper.ts";
import type { Layout } from "../columns/layout.ts";
import { columnIn, firstBucket, timeAxis } from "./axis.ts";
import { type CountedGroups, columnsOfRows, type GroupQuery } from "./count-groups.ts";
import { type Counter, createCounter, DistinctCounter } from "./counter.ts";
import { hasSeveral } from "./dimensions.ts";
import { NumberTable } from "./number-table.ts";
import { compareOrders, orderOf, type RankedGroup } from "./ranking.ts";
import { type ColumnSource, mostSelected, type Selection, visitSegments } from "./selection.ts";
import { extendByLink, type Known, ownerCount, Tuples } from "./tuples.ts";

/** A row of the answer. */
export interface GroupRow {
	readonly group: RankedGroup;
	/** The number of its bucket in BUCKETS; null where the group itself tells, or there is no time. */
	readonly bucket: number | null;
	/** The place of its group among those shown, from 0. */
	readonly place: number;
	/** The place of its group by label. */
	readonly labelPlace: number;
	readonly count: number;
	/** 0 where it is not wanted, as speakerCount. */
	readonly articleCount: number;
	readonly speakerCount: number;
}

/** The rows that are shown, and how many statements are in them. */
export interface CountedRows {
	/** A row for each group that is shown; of nothing where the groups are those of the other dimensions than TIME. */
	readonly groups: readonly GroupRow[];
	/** Of such groups the rows with a time, those that have statements. */
	readonly series: readonly GroupRow[];
	/** Statements of the groups shown, each once; those of all groups where nobody asks. */
	readonly shownCount: number;
}

/** What is counted of the statements of the groups shown when they are visited once more. */
class Looker {
	readonly #groups: CountedGroups;
	readonly #buckets: number;
	readonly #time: ReturnType<typeof timeAxis> | null;
	/** The keys of the groups shown; their ids are the places. */
	readonly #places = new NumberTable();
	readonly #articles: DistinctCounter | null;
	readonly #speakers: DistinctCounter | null;
	readonly #speakerRange: number;
	/** By place, or by place and bucket. */
	readonly rows: Counter;
	shownCount = 0;

	constructor(layout: Layout, query: GroupQuery, groups: CountedGroups, expected: number) {
		const { series, wanted } = query;
		const { shown } = groups;
		this.#groups = groups;
		this.#time = series ? timeAxis(groups.times) : null;
		this.#buckets = this.#time?.range ?? 1;
		for (const { key } of shown) this.#places.idOf(key);
		const range = Math.max(shown.length, 1) * this.#buckets;
		this.rows = createCounter(range, expected);
		const [articles, speakers] = [layout.range("article"), layout.range("speaker")];
		this.#articles = wanted.articleCount ? new DistinctCounter(range, articles.top + 1) : null;
		this.#speakers = wanted.speakerCount ? new DistinctCounter(range, speakers.top + 1) : null;
		this.#speakerRange = speakers.top + 1;
	}

	/** Looks at statements of one segment. */
	look(columns: Columns, rows: Int32Array, count: number): void {
		const tuples = this.#shownOf(this.#groups.keys.tuplesOf(columns, rows, count));
		this.shownCount += ownerCount(tuples);
		const placed = this.#withTime(columns, tuples);
		this.rows.add(placed);
		if (this.#articles !== null) this.#lookAtArticles(columns, placed, this.#articles);
		if (this.#speakers !== null) this.#lookAtSpeakers(columns, placed, this.#speakers);
	}

	/** Those of the groups shown, with the place of the group for a key. */
	#shownOf({ owners, keys, count }: Known): Known {
		SHOWN.reserve(count);
		const { owners: shownOwners, keys: places } = SHOWN;
		let kept = 0;
		for (let index = 0; index < count; index += 1) {
			const place = this.#places.find(keys[index] ?? 0);
			if (place < 0) continue;
			shownOwners[kept] = owners[index] ?? 0;
			places[kept] = place;
			kept += 1;
		}
		SHOWN.count = kept;
		return SHOWN;
	}

	#withTime(columns: Columns, tuples: Known): Known {
		if (this.#time === null) return tuples;
		this.#time.extend(columns, tuples, TIMED);
		return TIMED;
	}

	#lookAtArticles(columns: Columns, { owners, keys, count }: Known, seen: DistinctCounter) {
		const { elements, base } = columnIn(columns, "article");
		for (let index = 0; index < count; index += 1)
			seen.add(keys[index] ?? 0, (elements[owners[index] ?? 0] ?? 0) + base);
	}

	#lookAtSpeakers(columns: Columns, tuples: Known, seen: DistinctCounter): void {
		const range = this.#speakerRange;
		const links = {
			starts: columnIn(columns, "speakerStart"),
			values: columnIn(columns, "speaker"),
		};
		extendByLink(tuples, WITH_SPEAKERS, links, range);
		const { keys, count } = WITH_SPEAKERS;
		for (let index = 0; index < count; index += 1) {
			const key = keys[index] ?? 0;
			const speaker = key % range;
			seen.add((key - speaker) / range, speaker);
		}
	}

	/** What was counted of a row, by its place and bucket as one number. */
	countsOf(row: number) {
		return {
			articleCount: this.#articles?.countOf(row) ?? 0,
			speakerCount: this.#speakers?.countOf(row) ?? 0,
		};
	}

	/** The place and the bucket of a row. */
	placeOf(row: number): { readonly place: number; readonly bucket: number } {
		const bucket = row % this.#buckets;
		return { place: (row - bucket) / this.#buckets, bucket };
	}
}

// One segment is worked at without a pause, so all counts can share the room for it.
const [SHOWN, TIMED, WITH_SPEAKERS] = [new Tuples(), new Tuples(), new Tuples()];

/** The place of each group by label, in the order of the groups. */
function labelPlaces({ shown, dimensions }: CountedGroups): number[] {
	const order = orderOf(dimensions, "LABEL_ASC");
	const orders = shown.map(({ codes, count }) => order(codes, count));
	const sorted = orders.toSorted(compareOrders);
	const places = new Map(sorted.map((one, place) => [one, place]));
	return orders.map((one) => places.get(one) ?? 0);
}

/** Whether each statement that is in a group is in one that is shown. */
function showsAll({ minCount }: GroupQuery, { shown, groupCount }: CountedGroups): boolean {
	return shown.length === groupCount && minCount <= 1;
}

/** Whether the counts of the groups leave something open that is asked. */
function needsLook(query: GroupQuery, groups: CountedGroups): boolean {
	const { series, wanted, groupBy } = query;
	const isOpen = wanted.otherCount && !showsAll(query, groups) && groupBy.some(hasSeveral);
	return series || wanted.articleCount || wanted.speakerCount || isOpen;
}

function sum(groups: readonly RankedGroup[]): number {
	return groups.reduce((all, { count }) => all + count, 0);
}

/** The rows of time of the groups shown, those that have statements. */
function seriesRows(groups: readonly GroupRow[], firstBucket: number, looker: Looker): GroupRow[] {
	const rows: GroupRow[] = [];
	for (let part = 0; part < looker.rows.parts; part += 1)
		looker.rows.visit(part, (row, count) => {
			const { place, bucket } = looker.placeOf(row);
			const group = groups[place];
			if (group === undefined) throw new Error("a row of a group that is not shown");
			rows.push({ ...group, bucket: firstBucket + bucket, count, ...looker.countsOf(row) });
		});
	return rows;
}

/**
 * The rows of the groups shown. Their statements are visited once more where more is asked
 * than how many they are.
 *
 * @throws AnotherCorpus when another corpus is served than the source is of
 */
export async function countRows(
	source: ColumnSource,
	query: GroupQuery,
	selection: Selection,
	groups: CountedGroups,
): Promise<CountedRows> {
	const { layout } = source;
	const { shown, knownCount } = groups;
	const looks = shown.length > 0 && needsLook(query, groups);
	const looker = looks ? new Looker(layout, query, groups, mostSelected(selection, layout)) : null;
	const names = [...groups.keys.columns, ...columnsOfRows(query)];
	if (looker !== null)
		await visitSegments(source, selection, names, (...segment) => looker.look(...segment));
	const labels = labelPlaces(groups);
	const none = { articleCount: 0, speakerCount: 0 };
	const rows = shown.map((group, place) => ({
		group,
		bucket: null,
		place,
		labelPlace: labels[place] ?? 0,
		count: query.series ? 0 : group.count,
		...(query.series ? none : (looker?.countsOf(place) ?? none)),
	}));
	if (!query.series) {
		const shownCount = showsAll(query, groups) ? knownCount : (looker?.shownCount ?? sum(shown));
		return { groups: rows, series: [], shownCount };
	}
	const first = firstBucket(groups.times);
	return {
		groups: rows,
		series: looker === null ? [] : seriesRows(rows, first, looker),
		shownCount: looker?.shownCount ?? 0,
	};
}
