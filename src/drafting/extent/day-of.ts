import { overlaps, type Range } from "../../text/span.ts";
import { readLexicon } from "../lexicon.ts";
import { isDay, printedDays, printedMonthDay } from "./days.ts";
import { phrasesAt, phrasesOf, type Token, tokensOf } from "./tokens.ts";

type DayWordKind = "weekday" | "offset" | "week";

interface DayWord {
	readonly kind: DayWordKind;
	readonly number: number;
}

const dayWords = phrasesOf(
	readLexicon("day-words").map(([kind = "", number = "", phrase = ""]) => ({
		phrase,
		entry: { kind: kind as DayWordKind, number: Number(number) },
	})),
);

const DAYS_OF_A_WEEK = 7;
const MILLISECONDS_OF_A_DAY = 86_400_000;
/** A day of the same year that lies further ahead than this is one of the year before. */
const FURTHEST_AHEAD = 60;
/** In words. */
const LONGEST_PHRASE = 4;
const CONJUNCTION = /^[\u0648\u0641](?=\p{L}{3})/u;

function shift(day: string, days: number): string {
	const moment = Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_OF_A_DAY;
	return new Date(moment).toISOString().slice(0, 10);
}

/** The day of the week of a YYYY-MM-DD, 0 for Sunday. */
export function weekdayOf(day: string): number {
	return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The entry that stands at a position, with or without a conjunction written before it. */
function dayWordAt(tokens: readonly Token[], position: number) {
	const [hit] = phrasesAt(dayWords, tokens, position);
	const token = tokens[position];
	if (hit !== undefined || token === undefined || !CONJUNCTION.test(token.word)) return hit;
	const bare = { ...token, word: token.word.slice(1) };
	return phrasesAt(
		dayWords,
		[bare, ...tokens.slice(position + 1, position + LONGEST_PHRASE)],
		0,
	)[0];
}

function dayWordsIn(tokens: readonly Token[]): (DayWord & Range)[] {
	const found: (DayWord & Range)[] = [];
	for (let position = 0; position < tokens.length; position += 1) {
		const hit = dayWordAt(tokens, position);
		if (hit === undefined) continue;
		const start = tokens[position]?.start ?? 0;
		position += hit.words.length - 1;
		found.push({ ...hit.entry, start, end: tokens[position]?.end ?? start });
	}
	return found;
}

/**
 * Where words tell a day, in reading order: a day printed in full, a weekday, "yesterday".
 *
 * @param offset is added to the ranges
 */
export function findDayWords(text: string, offset = 0): Range[] {
	const words = dayWordsIn(tokensOf(text));
	const days = printedDays(text);
	const alone = words.filter(
		(word) => word.kind !== "week" && !days.some((day) => overlaps(day, word)),
	);
	return [...days, ...alone.map((word) => withWeek(word, words))]
		.toSorted((a, b) => a.start - b.start)
		.map(({ start, end }) => ({ start: offset + start, end: offset + end }));
}

/** A weekday with "last" or "next" right behind it. */
function withWeek(word: Range, words: readonly (DayWord & Range)[]): Range {
	const week = words.find(({ kind, start }) => kind === "week" && start === word.end + 1);
	return { start: word.start, end: week?.end ?? word.end };
}

/** The weekday, from 0 for Sunday, that words name beside "today"; null where they do not. */
export function weekdayOfToday(tokens: readonly Token[]): number | null {
	const found = dayWordsIn(tokens);
	for (const [position, { kind, number }] of found.entries()) {
		const next = found[position + 1];
		if (kind === "offset" && number === 0 && next?.kind === "weekday") return next.number;
	}
	return null;
}

function dayInYearOf(published: string, monthDay: string): string | null {
	const sameYear = `${published.slice(0, 4)}-${monthDay}`;
	const ahead = (Date.parse(sameYear) - Date.parse(published)) / MILLISECONDS_OF_A_DAY;
	const year = Number(published.slice(0, 4)) - (ahead > FURTHEST_AHEAD ? 1 : 0);
	const day = `${String(year).padStart(4, "0")}-${monthDay}`;
	return isDay(day) ? day : null;
}

function dayOfWeekday(published: string, weekday: number, words: readonly DayWord[]): string {
	const offset = words.find(({ kind }) => kind === "offset")?.number;
	const week = words.find(({ kind }) => kind === "week")?.number;
	const back = (weekdayOf(published) - weekday + DAYS_OF_A_WEEK) % DAYS_OF_A_WEEK;
	// "Last Tuesday" on a Tuesday is a week ago; "yesterday, Tuesday" on one can be no other day.
	if (week !== undefined && back === 0) return shift(published, week * DAYS_OF_A_WEEK);
	const isAhead = (offset ?? week ?? 0) > 0 && back > 0;
	return shift(published, isAhead ? DAYS_OF_A_WEEK - back : -back);
}

/**
 * Dates the words of an article that tell a day: a day printed in full; a day of a month; a
 * weekday, with "today", "yesterday", "tomorrow", "last" or "next" beside it or alone (then it
 * is the last one up to the day of publication); or such a word without a weekday.
 *
 * @param words a few words, such as a phrase or a clause
 * @param published the day of publication, YYYY-MM-DD
 * @returns YYYY-MM-DD; null where the words tell no day, or several weekdays
 */
export function dayOf(words: string, published: string): string | null {
	const [printed] = printedDays(words);
	if (printed !== undefined) return printed.day;
	if (!isDay(published)) return null;
	const monthDay = printedMonthDay(words);
	if (monthDay !== null) return dayInYearOf(published, monthDay);
	const found = dayWordsIn(tokensOf(words));
	const weekdays = new Set(
		found.filter(({ kind }) => kind === "weekday").map(({ number }) => number),
	);
	const [weekday] = weekdays;
	if (weekdays.size > 1) return null;
	if (weekday !== undefined) return dayOfWeekday(published, weekday, found);
	const offset = found.find(({ kind }) => kind === "offset");
	return offset === undefined ? null : shift(published, offset.number);
}
