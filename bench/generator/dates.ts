import type { CorpusDate } from "../../src/curation/corpus.ts";
import type { Random } from "./random.ts";

const DAY = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2015, 0, 1);
/** Ten years. */
const DAYS = 3653;
/** The share of dates of which nothing is known, and of those of which only the month is. */
const UNKNOWN = 0.04;
const MONTH = 0.07;
/** The most days between what is said and the article that tells it. */
const LATEST_NEWS = 4;

const NO_DATE = { evidence: null, note: null } as const;

/** The first and the last day from which articles can be, as YYYY-MM-DD. */
export const YEARS: readonly number[] = Array.from({ length: 10 }, (_none, index) => 2015 + index);

function textOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

function lastOfMonth(month: string): string {
	const first = new Date(`${month}-01T00:00:00Z`);
	return textOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1) - DAY);
}

function dateOf(random: Random, time: number, basis: CorpusDate["basis"]): CorpusDate {
	const kind = random.next();
	if (kind < UNKNOWN)
		return {
			edtf: "XXXX",
			earliest: null,
			latest: null,
			precision: "UNKNOWN",
			basis: "NONE",
			...NO_DATE,
		};
	const day = textOf(time);
	if (kind > UNKNOWN + MONTH)
		return { edtf: day, earliest: day, latest: day, precision: "DAY", basis, ...NO_DATE };
	const month = day.slice(0, 7);
	const days = { earliest: `${month}-01`, latest: lastOfMonth(month) };
	return { edtf: month, ...days, precision: "MONTH", basis, ...NO_DATE };
}

/** The dates of one article: when it was published, and when each of its statements was made. */
export interface ArticleDates {
	readonly published: CorpusDate;
	said(): CorpusDate;
}

/** Draws the day of an article; what it tells was said on that day or a few before. */
export function drawDates(random: Random): ArticleDates {
	const time = FIRST_DAY + random.below(DAYS) * DAY;
	return {
		published: dateOf(random, time, "EXPLICIT"),
		said: () => dateOf(random, time - random.below(LATEST_NEWS) * DAY, "WEEKDAY_RELATIVE"),
	};
}
