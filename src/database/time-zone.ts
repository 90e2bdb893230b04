import { didYouMean } from "../text/nearest.ts";
import { BadRequest } from "./bad-request.ts";

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

/**
 * Where the days of a calendar lie in time. A day is written as its midnight in UTC, in
 * milliseconds since 1970, whatever the zone; a moment is in milliseconds since 1970 too.
 */
export interface TimeZone {
	/** The moment at which a day begins. */
	startOf(day: number): number;
	/** The day that it is at a moment. */
	dayAt(moment: number): number;
	/** The first day that does not begin before a moment. */
	firstDayFrom(moment: number): number;
}

/** The days as UTC has them: from midnight to midnight, each as long as the others. */
export const UTC: TimeZone = {
	startOf: (day) => day,
	dayAt: (moment) => Math.floor(moment / DAY) * DAY,
	firstDayFrom: (moment) => Math.ceil(moment / DAY) * DAY,
};

/** The longest name that a message shows and that near ones are looked for. */
const LONGEST_SHOWN = 80;

function formatOf(name: string): Intl.DateTimeFormat {
	try {
		return new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
	} catch {
		const shown = name.slice(0, LONGEST_SHOWN);
		const known = ["UTC", ...Intl.supportedValuesOf("timeZone")];
		throw new BadRequest(
			`expected a time zone of the IANA database, for example Asia/Riyadh, found ${JSON.stringify(shown)}${didYouMean(shown, known)}`,
		);
	}
}

/** How far the clocks are ahead of UTC at a moment, in milliseconds: GMT, GMT+03:00, GMT-07:52:58. */
function offsetIn(format: Intl.DateTimeFormat, moment: number): number {
	const shown = format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value;
	const match = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(shown ?? "");
	if (match === null) throw new Error(`an offset from UTC is not written as ever: ${shown}`);
	const [, sign, hours = 0, minutes = 0, seconds = 0] = match;
	const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
	return sign === "-" ? -ahead : ahead;
}

/** The first moment after one with the first offset, up to one with the other, at which the clocks show the other. */
function momentOfChange(
	offsetAt: (moment: number) => number,
	unchanged: number,
	changed: number,
): number {
	const offset = offsetAt(changed);
	let [low, high] = [unchanged, changed];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (offsetAt(middle) === offset) high = middle;
		else low = middle;
	}
	return high;
}

/**
 * The days of a time zone of the IANA database. It is computed here and not by
 * PostgreSQL, which takes the second midnight of a day that has two, and knows other
 * zones on every server.
 *
 * A day begins at its midnight: at the first where the clocks are set back over it, and
 * when they jump where they are set forward over it (as Temporal.PlainDate's
 * toZonedDateTime has it, ECMA-262's Temporal proposal).
 *
 * @param name such as Asia/Riyadh
 * @throws BadRequest for a zone that does not exist, with the nearest names
 */
export function openTimeZone(name: string): TimeZone {
	const format = formatOf(name);
	const offsetAt = (moment: number) => offsetIn(format, moment);
	const beginning = (day: number) => {
		// No zone is a day away from UTC, so these are the offsets before and after midnight.
		const [before, after] = [offsetAt(day - DAY), offsetAt(day + DAY)];
		const midnights = [day - before, day - after].filter(
			(moment) => offsetAt(moment) === day - moment,
		);
		return midnights.length > 0
			? Math.min(...midnights)
			: momentOfChange(offsetAt, day - after, day - before);
	};
	const known = new Map<number, number>();
	const startOf = (day: number) => {
		const start = known.get(day) ?? beginning(day);
		known.set(day, start);
		return start;
	};
	const dayAt = (moment: number) => UTC.dayAt(moment + offsetAt(moment));
	return {
		startOf,
		dayAt,
		firstDayFrom: (moment) => {
			const day = dayAt(moment);
			return startOf(day) >= moment ? day : day + DAY;
		},
	};
}
