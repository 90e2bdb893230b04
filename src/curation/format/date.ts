import parseEdtf from "edtf";

/** How finely a date is known. */
export type DatePrecision = "DAY" | "MONTH" | "YEAR" | "INTERVAL" | "UNKNOWN";

/** An EDTF date with the days that it spans. */
export interface EdtfDate {
	readonly edtf: string;
	/** The first day that it can be, as YYYY-MM-DD; null where it is unknown. */
	readonly earliest: string | null;
	/** The last day that it can be, itself included; null where it is unknown. */
	readonly latest: string | null;
	readonly precision: DatePrecision;
}

/** How EDTF writes a date of which nothing is known. */
export const UNKNOWN_DATE = "XXXX";

const MONTH = "[0-9]{4}-(?:0[1-9]|1[0-2])";
const DAY = `${MONTH}-[0-9]{2}`;
const END = `(?:[0-9]{4}|${MONTH}|${DAY})`;
const FORMS: readonly { precision: DatePrecision; pattern: RegExp }[] = [
	{ precision: "DAY", pattern: new RegExp(`^${DAY}$`) },
	{ precision: "MONTH", pattern: new RegExp(`^${MONTH}$`) },
	{ precision: "YEAR", pattern: /^[0-9]{4}$/ },
	{ precision: "INTERVAL", pattern: new RegExp(`^${END}/${END}$`) },
];

/** PostgreSQL has no year 0. */
const FIRST_MOMENT = Date.parse("0001-01-01T00:00:00Z");

function toDay(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Whether a day exists; the parser takes 29 February of any year, and reads on into March. */
function exists(day: string): boolean {
	return toDay(parseEdtf(day).min) === day;
}

/**
 * Reads the part of the Extended Date/Time Format (ISO 8601-2, level 0, and XXXX)
 * that Aqwal writes: a day, a month, a year, a closed interval of these, unknown.
 *
 * @returns null for anything else, and for days that do not exist
 */
export function parseDate(edtf: string): EdtfDate | null {
	if (edtf === UNKNOWN_DATE) return { edtf, earliest: null, latest: null, precision: "UNKNOWN" };
	const form = FORMS.find(({ pattern }) => pattern.test(edtf));
	if (form === undefined) return null;
	try {
		if (!(edtf.match(new RegExp(DAY, "g")) ?? []).every(exists)) return null;
		const { min, max } = parseEdtf(edtf);
		if (!(min <= max) || min < FIRST_MOMENT) return null;
		return { edtf, earliest: toDay(min), latest: toDay(max), precision: form.precision };
	} catch {
		return null;
	}
}
