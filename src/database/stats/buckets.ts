import { DAY } from "../time-zone.ts";

/** How long a bucket of time is. */
export type Interval = "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";

/** Buckets of one length in their order, numbered without gaps; days are their midnights in UTC. */
interface Buckets {
	/** The number of the bucket that a day lies in. */
	numberOf(day: number): number;
	/** The first day of a bucket. */
	firstDayOf(number: number): number;
}

/** The day 0 of JavaScript, 1970-01-01, is a Thursday; ISO 8601 begins weeks on Monday. */
const DAYS_SINCE_MONDAY = 3;

/** The first day of a month that is counted from January of the year 0. */
function firstDayOfMonth(months: number): number {
	// Date.UTC would take the years 0 to 99 for those of the twentieth century.
	return new Date(0).setUTCFullYear(Math.floor(months / 12), months % 12, 1);
}

function bucketsOfMonths(length: number): Buckets {
	return {
		numberOf: (day) => {
			const date = new Date(day);
			return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / length);
		},
		firstDayOf: (number) => firstDayOfMonth(number * length),
	};
}

function bucketsOfDays(length: number, shift: number): Buckets {
	return {
		numberOf: (day) => Math.floor((day / DAY + shift) / length),
		firstDayOf: (number) => (number * length - shift) * DAY,
	};
}

/** The buckets of each length, as date_trunc of PostgreSQL makes them. */
export const BUCKETS: Readonly<Record<Interval, Buckets>> = {
	DAY: bucketsOfDays(1, 0),
	WEEK: bucketsOfDays(7, DAYS_SINCE_MONDAY),
	MONTH: bucketsOfMonths(1),
	QUARTER: bucketsOfMonths(3),
	YEAR: bucketsOfMonths(12),
};
