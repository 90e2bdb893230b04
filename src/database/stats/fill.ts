import { groupBy as putTogether } from "../../curation/group-by.ts";
import { BadRequest } from "../bad-request.ts";
import { BUCKETS, type Interval } from "./buckets.ts";
import type { GroupRow } from "./count-rows.ts";
import type { StatsOrder } from "./stats-arguments.ts";

/** The most rows that filling can give. */
export const MOST_FILLED_ROWS = 10_000;

/** The first and the last day to fill, as midnights in UTC; null where the rows found tell. */
export interface Days {
	readonly first: number | null;
	readonly last: number | null;
}

/** The numbers of the first and the last bucket to fill; null where there is no time to speak of. */
function bucketRange(
	rows: readonly GroupRow[],
	interval: Interval,
	{ first, last }: Days,
): { first: number; last: number } | null {
	const { numberOf } = BUCKETS[interval];
	const found = rows.flatMap(({ bucket }) => bucket ?? []);
	const least = found.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
	const largest = found.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
	if (first !== null && last !== null && first > last) return null;
	const [from, to] = [
		first === null ? least : numberOf(first),
		last === null ? largest : numberOf(last),
	];
	return Number.isFinite(from) && Number.isFinite(to) && from <= to
		? { first: from, last: to }
		: null;
}

function checkSize(series: number, buckets: number): void {
	if (series * buckets > MOST_FILLED_ROWS)
		throw new BadRequest(
			`expected at most ${MOST_FILLED_ROWS} rows with their gaps filled, found ${series} groups in ${buckets} buckets of time; take a coarser interval, a narrower range of from and to, or a smaller first`,
		);
}

/** Compares rows as their groups were ordered; no two are equal. */
function comparison(orderBy: StatsOrder) {
	const byTime = (a: GroupRow, b: GroupRow) => (a.bucket ?? 0) - (b.bucket ?? 0);
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
 * @param groups a row without a time for each group that is shown
 * @param rows those found, with their times
 * @param days the range that was asked for
 * @returns rows in the order that was asked for
 * @throws BadRequest when they would be too many
 */
export function fillGaps(
	groups: readonly GroupRow[],
	rows: readonly GroupRow[],
	interval: Interval,
	days: Days,
	orderBy: StatsOrder,
): GroupRow[] {
	const range = bucketRange(rows, interval, days);
	if (range === null || groups.length === 0) return [];
	const length = range.last - range.first + 1;
	checkSize(groups.length, length);
	const found = putTogether(rows, ({ place }) => place);
	return groups
		.flatMap((group) => {
			const byBucket = new Map(found.get(group.place)?.map((row) => [row.bucket, row]));
			return Array.from({ length }, (_, index): GroupRow => {
				const bucket = range.first + index;
				return byBucket.get(bucket) ?? { ...group, bucket };
			});
		})
		.toSorted(comparison(orderBy));
}
