import { BadRequest } from "../bad-request.ts";
import type { References, ReferenceType } from "../references.ts";
import type { Searched } from "../search/postings/read-matches.ts";
import { searchCondition } from "../search/search.ts";
import { and, identifier, type Sql, sql } from "../sql.ts";
import { type TimeZone, UTC } from "../time-zone.ts";
import type { DateRange, RefFilter, ValueFilter } from "./inputs.ts";

/**
 * The conditions of a reference filter.
 *
 * @param matches the condition that a row is linked to any of some slugs
 * @throws BadRequest for an unknown reference
 */
export async function referenceConditions(
	references: References,
	type: ReferenceType,
	filter: RefFilter | null | undefined,
	matches: (slugs: readonly string[]) => Sql,
): Promise<Sql[]> {
	const { eq, in: some, notIn } = filter ?? {};
	// One look-up for all three, so that a filter costs one SQL statement a noun.
	const lists = [eq == null ? null : [eq], some ?? null, notIn ?? null];
	const slugs = await references.resolve(
		type,
		lists.flatMap((list) => list ?? []),
	);
	let used = 0;
	const [equal, among, none] = lists.map((list) => {
		const own = slugs.slice(used, used + (list?.length ?? 0));
		used += own.length;
		return list === null ? null : own;
	});
	const conditions: Sql[] = [];
	if (equal) conditions.push(matches(equal));
	if (among) conditions.push(matches(among));
	if (none) conditions.push(sql`NOT ${matches(none)}`);
	return conditions;
}

/**
 * The conditions of a filter on a column that holds a value of an enumeration.
 *
 * @param type the name of the enumeration in the database
 */
export function valueConditions(
	column: Sql,
	type: "StatementKind" | "SpeechAct" | "DatePrecision" | "MentionResolution",
	filter: ValueFilter<string> | null | undefined,
): Sql[] {
	const { eq, in: some, notIn } = filter ?? {};
	const one = identifier(type);
	const conditions: Sql[] = [];
	if (eq != null) conditions.push(sql`${column} = ${eq}::${one}`);
	if (some != null) conditions.push(sql`${column} = ANY(${some}::text[]::${one}[])`);
	if (notIn != null) conditions.push(sql`${column} <> ALL(${notIn}::text[]::${one}[])`);
	return conditions;
}

/** The first and the last day that ISO 8601 writes with a year of four digits. */
const FIRST_DAY = Date.parse("0001-01-01T00:00:00Z");
const LAST_DAY = Date.parse("9999-12-31T00:00:00Z");

/** A day as PostgreSQL reads it; what lies outside the days that the corpus can hold is before or after all. */
function toDay(milliseconds: number): string {
	if (milliseconds < FIRST_DAY) return "-infinity";
	if (milliseconds > LAST_DAY) return "infinity";
	return new Date(milliseconds).toISOString().slice(0, 10);
}

/**
 * The conditions that a date lies in a range: a date known to a day, a month or an
 * interval matches when all its days lie inside, each day from midnight to midnight
 * in a time zone. An unknown date lies in no range.
 *
 * @param earliest the column of the first day that it can be
 * @param latest the column of the last one
 * @param zone where days begin; in UTC when left out
 * @throws BadRequest when the range ends before it begins
 */
export function dateConditions(
	earliest: Sql,
	latest: Sql,
	range: DateRange | null | undefined,
	zone: TimeZone = UTC,
): Sql[] {
	const { from, to } = range ?? {};
	if (from != null && to != null && from > to)
		throw new BadRequest(
			`expected a range whose from is not after its to, found from ${new Date(from).toISOString()} to ${new Date(to).toISOString()}`,
		);
	const conditions: Sql[] = [];
	if (from != null) conditions.push(sql`${earliest} >= ${toDay(zone.firstDayFrom(from))}::date`);
	if (to != null) conditions.push(sql`${latest} < ${toDay(zone.dayAt(to))}::date`);
	return conditions;
}

/** The conditions that a row matches a search in its text. */
export async function searchConditions(
	references: References,
	searched: Searched,
	search: string | null | undefined,
): Promise<Sql[]> {
	return search == null ? [] : [searchCondition(await references.matches(searched, search))];
}

/** All conditions as one. */
export function allOf(conditions: readonly (readonly Sql[])[]): Sql {
	return and(conditions.flat());
}
