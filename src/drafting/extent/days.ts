import { type FoldedText, fold, foldWithMap } from "../../text/fold.ts";
import { escapePattern } from "../../text/pattern.ts";
import type { Range } from "../../text/span.ts";
import { readLexicon } from "../lexicon.ts";

/** A day that a text prints in full, and where. */
export interface PrintedDay extends Range {
	/** YYYY-MM-DD. */
	readonly day: string;
}

const monthNumbers = new Map(
	readLexicon("months").map(([number = "", name = ""]) => [fold(name), number]),
);
const MONTH = [...monthNumbers.keys()]
	.toSorted((a, b) => b.length - a.length)
	.map(escapePattern)
	.join("|");
const YEAR = "(?<year>(?:19|20)\\d{2})";
const DAY = "(?<day>\\d{1,2})";
/** The second name that a month has, in brackets or behind a stroke. */
const OTHER_NAME = `(?:\\s*[(/\\u2013-]?\\s*(?:${MONTH})\\s*\\)?)?`;
/** Marks and up to two words between a month and its year: "of the year". */
const GAP = "[\\s,.\\u060c/-]*(?:[\\p{L}]{2,4}\\s){0,2}";

/** The ways of writing a day, for a folded text; the first that fits a place is taken. */
const FORMS = [
	`(?<year>(?:19|20)\\d{2})[-/.](?<number>\\d{1,2})[-/.]${DAY}(?!\\d)`,
	`(?<!\\d)${DAY}\\s?[-/.]\\s?(?<number>\\d{1,2})\\s?[-/.]\\s?${YEAR}(?!\\d)`,
	`(?<!\\d)${DAY}(?:st|nd|rd|th)?[\\s,.\\u060c/-]*(?:of\\s)?(?<month>${MONTH})(?!\\p{L})${OTHER_NAME}${GAP}${YEAR}(?!\\d)`,
	`(?<!\\p{L})(?<month>${MONTH})\\s+${DAY}(?:st|nd|rd|th)?[\\s,\\u060c]+${YEAR}(?!\\d)`,
	`(?<!\\d)${YEAR}[\\s,\\u060c]+(?:[\\p{L}]+)?[\\s,\\u060c]*${DAY}\\s*(?<month>${MONTH})(?!\\p{L})${OTHER_NAME}`,
].map((form) => new RegExp(form, "gu"));

/** A year with the number of a day before or behind it: the rest is not worth folding. */
const DAY_AND_YEAR =
	/[0-9\u0660-\u0669\u06f0-\u06f9]{1,2}\D{1,40}[0-9\u0660-\u0669\u06f0-\u06f9]{4}|[0-9\u0660-\u0669\u06f0-\u06f9]{4}\D{1,20}[0-9\u0660-\u0669\u06f0-\u06f9]{1,2}/u;

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
	const moment = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === text;
}

function dayOfMatch(groups: Record<string, string | undefined> | undefined): string | null {
	const month = groups?.month === undefined ? groups?.number : monthNumbers.get(groups.month);
	const day = `${groups?.year}-${month?.padStart(2, "0")}-${groups?.day?.padStart(2, "0")}`;
	return isDay(day) ? day : null;
}

function originalRange(text: FoldedText, start: number, length: number): Range {
	return { start: text.starts[start] ?? 0, end: text.ends[start + length - 1] ?? 0 };
}

/**
 * The days that a text prints with their years: in Arabic or Latin digits, by the number or
 * the Gregorian name of the month, one name or both. Numbers alone are read day first.
 *
 * @returns in reading order; a day that does not exist is left out
 */
export function printedDays(text: string): PrintedDay[] {
	if (!DAY_AND_YEAR.test(text)) return [];
	const folded = foldWithMap(text);
	const found: PrintedDay[] = [];
	for (const form of FORMS)
		for (const match of folded.text.matchAll(form)) {
			const range = originalRange(folded, match.index, match[0].trimEnd().length);
			const day = dayOfMatch(match.groups);
			const isTaken = found.some(({ start, end }) => range.start < end && start < range.end);
			if (day !== null && !isTaken) found.push({ day, ...range });
		}
	return found.toSorted((a, b) => a.start - b.start);
}

const WITHOUT_YEAR = new RegExp(
	`(?<!\\d)${DAY}\\s*(?:[\\p{L}]{2,4}\\s)?(?<month>${MONTH})(?!\\p{L})`,
	"u",
);

/** The month and day, as MM-DD, that a text prints; null where it prints none. */
export function printedMonthDay(text: string): string | null {
	const groups = WITHOUT_YEAR.exec(fold(text))?.groups;
	const month = monthNumbers.get(groups?.month ?? "");
	return month === undefined ? null : `${month}-${groups?.day?.padStart(2, "0")}`;
}
