import type { NameRow } from "../rows.ts";
import { identifier, type Sql, sql } from "../sql.ts";
import type { Interval } from "./buckets.ts";

/** What statements can be counted by. */
export type Dimension =
	| "TIME"
	| "SPEAKER"
	| "PUBLISHER"
	| "LOCATION"
	| "KIND"
	| "ACT"
	| "ARTICLE"
	| "RELAY"
	| "ADDRESSEE";

/** A value of a dimension: a slug, a value of an enumeration, or the first day of a bucket. */
export interface Value {
	readonly value: string;
	/** The names that its label is chosen from; null where the value is its own label. */
	readonly names: readonly NameRow[] | null;
}

/** The columns of the row s of "Statement" that dimensions are read from, in the row m. */
export const MATCHED_COLUMNS = sql`s.slug, s."articleSlug", s.kind, s.act, s."saidEarliest", s."saidLatest"`;

/** Dimensions of which one statement can have several values. */
const SEVERAL: readonly Dimension[] = ["SPEAKER", "LOCATION", "RELAY", "ADDRESSEE"];
/** Dimensions of which one statement can have the same value twice, such as a place in two roles. */
const REPEATING: readonly Dimension[] = ["LOCATION", "RELAY", "ADDRESSEE"];

/** A date has a value when all the days that it can be lie in one bucket; an unknown one has none. */
function bucketOfMatched(interval: Interval): Sql {
	const bucket = (column: Sql) => sql`date_trunc(${interval}, ${column}::timestamp)`;
	const [first, last] = [bucket(sql`m."saidEarliest"`), bucket(sql`m."saidLatest"`)];
	return sql`SELECT CASE WHEN ${first} = ${last} THEN ${first}::date END AS value`;
}

/** The values of a dimension that the statement m has, a date for TIME and else text, null among them where one is not known. */
function valuesOf(dimension: Dimension, interval: Interval): Sql {
	switch (dimension) {
		case "TIME":
			return bucketOfMatched(interval);
		case "SPEAKER":
			return sql`SELECT "speakerSlug" AS value FROM "Attribution" WHERE "statementSlug" = m.slug`;
		case "PUBLISHER":
			return sql`SELECT "publisherSlug" AS value FROM "Article" WHERE slug = m."articleSlug"`;
		case "LOCATION":
			return sql`SELECT "locationSlug" AS value FROM "StatementLocation" WHERE "statementSlug" = m.slug`;
		case "KIND":
			return sql`SELECT m.kind::text AS value`;
		case "ACT":
			return sql`SELECT m.act::text AS value`;
		case "ARTICLE":
			return sql`SELECT m."articleSlug" AS value`;
		case "RELAY":
			return sql`SELECT "speakerSlug" AS value FROM "Relay" WHERE "statementSlug" = m.slug`;
		case "ADDRESSEE":
			return sql`SELECT "speakerSlug" AS value FROM "Addressee" WHERE "statementSlug" = m.slug`;
	}
}

/**
 * Joins the values of a dimension to the statements m; a statement without one drops out.
 *
 * @param alias the row whose column `value` has them
 */
export function joinValues(dimension: Dimension, interval: Interval, alias: Sql): Sql {
	return sql`JOIN LATERAL (${valuesOf(dimension, interval)}) ${alias} ON ${alias}.value IS NOT NULL`;
}

/** Joins the values as joinValues does; the value is null for a statement without one. */
export function leftJoinValues(dimension: Dimension, interval: Interval, alias: Sql): Sql {
	return sql`LEFT JOIN LATERAL (${valuesOf(dimension, interval)}) ${alias} ON true`;
}

/** Whether one statement can have several values of the dimension. */
export function hasSeveral(dimension: Dimension): boolean {
	return SEVERAL.includes(dimension);
}

/** Whether joining the values can give the same statement and value twice. */
export function isRepeating(dimension: Dimension): boolean {
	return REPEATING.includes(dimension);
}

/** The tables that name a value, and the column in which the names say whose they are. */
function namingTable(dimension: Dimension): { table: Sql; names: Sql; owner: Sql } | null {
	const named = (noun: "Speaker" | "Location" | "Publisher") => ({
		table: identifier(noun),
		names: identifier(`${noun}Name`),
		owner: identifier(`${noun.toLowerCase()}Slug`),
	});
	if (dimension === "SPEAKER" || dimension === "RELAY" || dimension === "ADDRESSEE")
		return named("Speaker");
	if (dimension === "LOCATION") return named("Location");
	return dimension === "PUBLISHER" ? named("Publisher") : null;
}

/** What the labels of values are ordered by, and the join that it needs. */
interface Label {
	/** The Arabic label, folded; to be ordered by code point. */
	readonly expression: Sql;
	readonly join: Sql;
}

/**
 * What the label of a value is ordered by.
 *
 * @param column the value
 * @param naming what the table that names it is called in the join
 */
export function labelOf(
	dimension: Dimension,
	{ column, naming }: { readonly column: Sql; readonly naming: Sql },
): Label {
	const joined = (table: Sql, sortColumn: Sql) => ({
		expression: sql`${naming}.${sortColumn}`,
		join: sql`LEFT JOIN ${table} ${naming} ON ${naming}.slug = ${column}`,
	});
	const named = namingTable(dimension);
	if (named !== null) return joined(named.table, sql`"sortName"`);
	if (dimension === "ARTICLE") return joined(sql`"Article"`, sql`"sortTitle"`);
	return { expression: sql`${column}::text`, join: sql`` };
}

/** The names of a value as JSON, an array of NameRow; null where the value is its own label. */
export function namesOf(dimension: Dimension, value: Sql): Sql {
	const naming = namingTable(dimension);
	if (naming !== null)
		return sql`(SELECT json_agg(json_build_object('text', n.text, 'language', n.language, 'kind', n.kind) ORDER BY n.position) FROM ${naming.names} n WHERE n.${naming.owner} = ${value} AND n.kind = 'OFFICIAL')`;
	// Headlines are not translated, so one stands for every language, as Arabic names do.
	if (dimension === "ARTICLE")
		return sql`(SELECT json_build_array(json_build_object('text', coalesce(title, slug), 'language', 'ar', 'kind', 'OFFICIAL')) FROM "Article" WHERE slug = ${value})`;
	return sql`NULL::json`;
}

/** Orders text by code point, as the columns do that have been made for it. */
export function byCodePoint(text: Sql): Sql {
	return sql`${text} COLLATE "C"`;
}
