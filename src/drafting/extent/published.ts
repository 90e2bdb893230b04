import type { Range } from "../../text/span.ts";
import type { PageDate } from "../page.ts";
import type { Arrangement } from "./arrange.ts";
import { weekdayOf, weekdayOfToday } from "./day-of.ts";
import { type PrintedDay, printedDays } from "./days.ts";
import type { Line } from "./line.ts";
import type { Role } from "./pieces.ts";
import { tokensOf } from "./tokens.ts";

/** The lines of one article: where they begin and end, and where its body does. */
export interface ArticleLines {
	readonly lines: readonly Line[];
	readonly arrangement: Arrangement;
	/** Positions in `lines`; the end is not counted. */
	readonly from: number;
	readonly to: number;
	readonly headline: number | null;
	readonly firstBody: number;
	readonly lastBody: number;
}

/** A day in the first words of a body is the day of its dateline. */
const LONGEST_DATELINE = 60;
/** "Today" is looked for in so many paragraphs. */
const FIRST_PARAGRAPHS = 3;
const DASH_BEHIND = /^[\s)]*(?:\([^)]*\)\s*)?(?:[\p{L}.\s]{0,20})[-\u2013\u2014:]/u;

function inDocument(line: Line, day: PrintedDay): Range {
	return { start: line.start + day.start, end: line.start + day.end };
}

function explicit(line: Line | undefined): PageDate | null {
	const day = line === undefined ? undefined : printedDays(line.text)[0];
	if (line === undefined || day === undefined) return null;
	return { date: day.day, basis: "EXPLICIT", evidence: inDocument(line, day) };
}

/** The datelines at the head of an article, and the one right behind its body. */
function headOf({ lines, arrangement, from, headline, firstBody, lastBody, to }: ArticleLines) {
	const first = headline ?? firstBody;
	const positions = [
		...Array.from({ length: firstBody - first }, (_, index) => first + index),
		...[first - 1, lastBody + 1, lastBody + 2].filter((at) => at >= from && at < to),
	];
	return positions.flatMap((at) => {
		const line = lines[at];
		const kind = arrangement.kinds[at];
		return line !== undefined && (kind === "DATELINE" || line.role === "updated") ? [line] : [];
	});
}

function withRole(lines: readonly Line[], role: Role): PageDate | null {
	for (const line of lines) {
		const date = line.role === role ? explicit(line) : null;
		if (date !== null) return date;
	}
	return null;
}

/** The day of a dateline in the body, or one that the body calls today. */
function dayInBody({ lines, firstBody }: ArticleLines): PageDate | null {
	const line = lines[firstBody];
	const day = line === undefined ? undefined : printedDays(line.text)[0];
	if (line === undefined || day === undefined) return null;
	const isDateline =
		day.start <= LONGEST_DATELINE && DASH_BEHIND.test(line.text.slice(day.end, day.end + 60));
	const said = weekdayOfToday(tokensOf(line.text.slice(Math.max(0, day.start - 30), day.start)));
	const isToday = said !== null && said === weekdayOf(day.day);
	return isDateline || isToday
		? { date: day.day, basis: "EXPLICIT", evidence: inDocument(line, day) }
		: null;
}

/** The newest day of other items below the article, where it is the weekday that the body calls today. */
function dayOfItems({ lines, arrangement, firstBody, lastBody }: ArticleLines): PageDate | null {
	const body = lines
		.slice(firstBody)
		.filter((_, at) => arrangement.kinds[firstBody + at] === "BODY");
	const today = body
		.slice(0, FIRST_PARAGRAPHS)
		.map(({ tokens }) => weekdayOfToday(tokens))
		.find((weekday) => weekday !== null);
	if (today === undefined || today === null) return null;
	const days = lines
		.slice(lastBody + 1)
		.filter((line) => line.role === "date")
		.flatMap((line) => printedDays(line.text).map((day) => ({ line, day })))
		.toSorted((a, b) => (a.day.day < b.day.day ? 1 : -1));
	const newest = days[0];
	if (newest === undefined || weekdayOf(newest.day.day) !== today) return null;
	return {
		date: newest.day.day,
		basis: "WEEKDAY_RELATIVE",
		evidence: inDocument(newest.line, newest.day),
	};
}

/**
 * When an article was published: the day that stands at its head as such, the day of its
 * dateline, the day of its last change; or, where its text calls a weekday today, the newest
 * day that the page prints on other items, if it is that weekday.
 *
 * @returns null where the page tells no day of this article
 */
export function publishedOf(article: ArticleLines): PageDate | null {
	const head = headOf(article);
	return (
		withRole(head, "published") ??
		withRole(head, "date") ??
		dayInBody(article) ??
		withRole(head, "updated") ??
		dayOfItems(article)
	);
}
