import type { DateRange, RefFilter, StatementFilter } from "../filter/inputs.ts";
import type { References, ReferenceType } from "../references.ts";
import { type TimeZone, UTC } from "../time-zone.ts";
import { type Dimension, hasSeveral } from "./dimensions.ts";
import type { GroupQuery } from "./groups.ts";

/** One value that all statements asked about have in a dimension. */
interface Narrowed {
	readonly dimension: Dimension;
	readonly value: string;
}

/** Which rows of the rollup answer a query. */
export interface RollupPlan {
	/** The dimension beside TIME in which every value is a group; null where there is none. */
	readonly grouped: Dimension | null;
	/** Null where it is not narrowed to one value. */
	readonly narrowed: Narrowed | null;
	/** The first day of the first month; null where there is none. */
	readonly from: string | null;
	/** The first day of the month after the last; null where there is none. */
	readonly to: string | null;
	/** Whether the rows are those of all time, or else those of months. */
	readonly allTime: boolean;
	/** Whether each row is a group by itself. */
	readonly single: boolean;
}

type Months = Pick<RollupPlan, "from" | "to">;

/** A range with the zone that its days are those of. */
interface ZonedRange {
	readonly range: DateRange | null | undefined;
	readonly zone: TimeZone;
}

const FIRST_MONTH = Date.parse("0001-01-01");
const LAST_MONTH = Date.parse("9999-12-01");

/** The day, where a month begins with it that ISO 8601 writes with a year of four digits. */
function firstOfMonth(day: number): string | null {
	if (!(day >= FIRST_MONTH && day <= LAST_MONTH)) return null;
	return new Date(day).getUTCDate() === 1 ? new Date(day).toISOString().slice(0, 10) : null;
}

/** The months of a range; null where it is not one of whole months. */
function monthsOf({ range, zone }: ZonedRange): Months | null {
	const { from, to } = range ?? {};
	// Such a range is refused by whoever reads the statements.
	if (from != null && to != null && from > to) return null;
	const start = from == null ? null : firstOfMonth(zone.firstDayFrom(from));
	const end = to == null ? null : firstOfMonth(zone.dayAt(to));
	const whole = (start !== null || from == null) && (end !== null || to == null);
	return whole ? { from: start, to: end } : null;
}

/** What lies in two ranges of months. */
function inBoth(one: Months, other: Months): Months {
	const starts = [one.from, other.from].filter((day) => day !== null).toSorted();
	const ends = [one.to, other.to].filter((day) => day !== null).toSorted();
	return { from: starts.at(-1) ?? null, to: ends[0] ?? null };
}

/** Fields of a filter that can be narrowed by, and what their references are to. */
const NARROWING = {
	speaker: { dimension: "SPEAKER", type: "Speaker" },
	addressee: { dimension: "ADDRESSEE", type: "Speaker" },
	relay: { dimension: "RELAY", type: "Speaker" },
	location: { dimension: "LOCATION", type: "Location" },
	article: { dimension: "ARTICLE", type: "Article" },
	publisher: { dimension: "PUBLISHER", type: "Publisher" },
	kind: { dimension: "KIND", type: null },
	act: { dimension: "ACT", type: null },
} as const satisfies Partial<
	Record<keyof StatementFilter, { dimension: Dimension; type: ReferenceType | null }>
>;

/** One value in one field that a filter asks for, before references are looked up. */
interface Asked {
	readonly dimension: Dimension;
	readonly type: ReferenceType | null;
	readonly reference: string;
}

/** The names of the fields that are given, those that are null left out. */
function given(fields: object): string[] {
	return Object.entries(fields).flatMap(([name, value]) => (value == null ? [] : [name]));
}

function isNarrowing(name: string): name is keyof typeof NARROWING {
	return Object.hasOwn(NARROWING, name);
}

/** What a filter asks for beside the range; undefined where it is more than one value of one field. */
function askedOf(filter: StatementFilter): Asked | null | undefined {
	const [name, ...more] = given(filter).filter((field) => field !== "saidAt");
	if (name === undefined) return null;
	if (more.length > 0 || !isNarrowing(name)) return undefined;
	// A place is asked for with all that lies inside it, unless it is said otherwise.
	const { within, ...narrow }: RefFilter & { within?: boolean | null } = filter[name] ?? {};
	if (name === "location" && within !== false) return undefined;
	if (narrow.eq == null || given(narrow).join() !== "eq") return undefined;
	return { ...NARROWING[name], reference: narrow.eq };
}

/** Whether the groups are those of TIME, of one other dimension or of both. */
function groupedBy(
	groupBy: readonly Dimension[],
	asked: Asked | null,
): Dimension | null | undefined {
	const [other = null, ...more] = groupBy.filter((dimension) => dimension !== "TIME");
	if (more.length > 0) return undefined;
	if (asked === null || other === null) return other;
	// Of several values that a statement has only one is asked for; the others are not rolled up beside it.
	return other === asked.dimension && !hasSeveral(other) ? null : undefined;
}

/** Whether the rows say of how many articles and speakers they are. */
function hasDetails(query: GroupQuery, allTime: boolean, asked: Asked | null): boolean {
	const { wanted, groupBy, interval, series } = query;
	if (!wanted.articleCount && !wanted.speakerCount) return true;
	const months = groupBy.join() === "TIME" && interval === "MONTH" && !series && asked === null;
	return allTime || months;
}

function isByMonths({ interval }: GroupQuery): boolean {
	return interval === "MONTH" || interval === "QUARTER" || interval === "YEAR";
}

async function narrowedTo(references: References, asked: Asked): Promise<Narrowed> {
	const { dimension, type, reference } = asked;
	const [slug] = type === null ? [reference] : await references.resolve(type, [reference]);
	return { dimension, value: slug ?? reference };
}

/**
 * Decides whether what was counted beforehand answers a query, exactly as the statements
 * would.
 *
 * @param filter besides saidAt, which is a range too
 * @param zoned the range, with the days of its zone
 * @returns null when only the statements can tell
 * @throws BadRequest for an unknown reference
 */
export async function planRollup(
	references: References,
	query: GroupQuery,
	filter: StatementFilter | null | undefined,
	zoned: ZonedRange,
): Promise<RollupPlan | null> {
	const { groupBy, interval, series } = query;
	const timed = groupBy.includes("TIME");
	const asked = askedOf(filter ?? {});
	if (asked === undefined || (timed && !isByMonths(query))) return null;
	const grouped = groupedBy(groupBy, asked);
	const [asArgument, inFilter] = [monthsOf(zoned), monthsOf({ range: filter?.saidAt, zone: UTC })];
	if (grouped === undefined || asArgument === null || inFilter === null) return null;
	const months = inBoth(asArgument, inFilter);
	const allTime = !timed && months.from === null && months.to === null;
	if (!hasDetails(query, allTime, asked)) return null;
	return {
		grouped,
		narrowed: asked === null ? null : await narrowedTo(references, asked),
		...months,
		allTime,
		single: timed ? interval === "MONTH" && !series : allTime && groupBy.length > 0,
	};
}
