import { groupBy } from "../../curation/group-by.ts";
import { BadRequest } from "../bad-request.ts";
import { BUCKETS, type Interval } from "./buckets.ts";
import type { GroupRow } from "./groups.ts";
import type { StatsOrder } from "./stats-arguments.ts";

/** The most rows that filling can give. */
export const MOST_FILLED_ROWS = 10_000;

/** The first and the last day to fill, as midnights in UTC; null where the rows found tell. */
export interface Days {
	readonly first: number | null;
	readonly last: number | null;
}

/** Where time stands in the rows, and in what buckets. */
interface Filling {
	/** Which of the values of a row is the first day of its bucket. */
	readonly timeKey: `k${number}`;
	readonly interval: Interval;
}

/** The numbers of the first and the last bucket to fill; null where there is no time to speak of. */
function bucketRange(
	rows: readonly GroupRow[],
	{ timeKey, interval }: Filling,
	{ first, last }: Days,
): { first: number; last: number } | null {
	const { numberOf } = BUCKETS[interval];
	const found = rows.flatMap((row) => row[timeKey] ?? []).toSorted();
	const [from, to] = [first ?? dayOf(found[0]), last ?? dayOf(found.at(-1))];
	if (from === null || to === null || from > to) return null;
	return { first: numberOf(from), last: numberOf(to) };
}

function dayOf(text: string | undefined): number | null {
	return text === undefined ? null : Date.parse(text);
}

function checkSize(series: number, buckets: number): void {
	if (series * buckets > MOST_FILLED_ROWS)
		throw new BadRequest(
			`expected at most ${MOST_FILLED_ROWS} rows with their gaps filled, found ${series} groups in ${buckets} buckets of time; take a coarser interval, a narrower range of from and to, or a smaller first`,
		);
}

/** The rows of one group: one for each bucket, those without statements made up. */
function fillSeries(
	rows: readonly GroupRow[],
	{ timeKey }: Filling,
	days: readonly string[],
): GroupRow[] {
	const [any] = rows;
	if (any === undefined) return [];
	const byDay = new Map(rows.map((row) => [row[timeKey], row]));
	const empty = { ...any, count: 0, articleCount: 0, speakerCount: 0 };
	return days.map((day) => byDay.get(day) ?? { ...empty, [timeKey]: day });
}

/** Compares rows as their groups were ordered; no two are equal. */
function comparison(timeKey: `k${number}`, orderBy: StatsOrder) {
	const byTime = (a: GroupRow, b: GroupRow) =>
		Date.parse(a[timeKey] ?? "") - Date.parse(b[timeKey] ?? "");
	const byCount = (a: GroupRow, b: GroupRow) => b.count - a.count;
	const byLabel = (a: GroupRow, b: GroupRow) => a.labelPlace - b.labelPlace;
	const orders = {
		COUNT_DESC: [byCount, byTime, byLabel],
		TIME_ASC: [byTime, byCount, byLabel],
		LABEL_ASC: [byLabel, byTime],
	};
	return (a: GroupRow, b: GroupRow) =>
		orders[orderBy].map((compare) => compare(a, b)).find((compared) => compared !== 0) ?? 0;
}

/**
 * Gives each group a row for every bucket from the first to the last.
 *
 * @param rows those found; a group without any statement has one row without a time
 * @param days the range that was asked for
 * @returns rows in the order that was asked for
 * @throws BadRequest when they would be too many
 */
export function fillGaps(
	rows: readonly GroupRow[],
	filling: Filling,
	days: Days,
	orderBy: StatsOrder,
): GroupRow[] {
	const range = bucketRange(rows, filling, days);
	if (range === null || rows.length === 0) return [];
	const series = groupBy(rows, ({ place }) => place);
	const length = range.last - range.first + 1;
	checkSize(series.size, length);
	const { firstDayOf } = BUCKETS[filling.interval];
	const buckets = Array.from({ length }, (_, index) =>
		new Date(firstDayOf(range.first + index)).toISOString().slice(0, 10),
	);
	return [...series.values()]
		.flatMap((own) => fillSeries(own, filling, buckets))
		.toSorted(comparison(filling.timeKey, orderBy));
}
