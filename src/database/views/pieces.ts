import type { ViewColumn } from "./view.ts";

/** Columns by name, in their order. */
export type ViewColumns = Readonly<Record<string, ViewColumn>>;

/** Between several values of one cell, as in the exports. */
export const SEPARATOR = "'; '";

/** A value of an enumeration as text, so that SQL can compare it with any text. */
export function textOf(sql: string): string {
	return `${sql}::text COLLATE "C"`;
}

/** What the API's values of an enumeration are called in comments. */
export function oneOf(values: string): string {
	return `One of ${values}.`;
}

/**
 * Joins the official names of a noun's row, which stand as `arabic` and `english` under the
 * alias: by the rule of the API, the Arabic one where there is no English one. Without GROUP BY
 * there is one row for certain, so PostgreSQL leaves it out of a query that asks for no name,
 * and looks each name up once in one that does.
 *
 * @param key the SQL of the row's slug
 */
export function joinNames(
	noun: "Location" | "Publisher" | "Speaker",
	alias: string,
	key: string,
): string {
	const first = (condition: string) =>
		`(array_agg(text ORDER BY position) FILTER (WHERE ${condition}))[1]`;
	const arabic = first("language = 'ar'");
	return `LEFT JOIN LATERAL (
		SELECT ${arabic} AS arabic,
			coalesce(${first("language = 'en'")}, ${first("language LIKE 'en-%'")}, ${arabic}) AS english
		FROM "${noun}Name" WHERE "${noun.toLowerCase()}Slug" = ${key} AND kind = 'OFFICIAL'
	) ${alias} ON true`;
}

/** The two columns of names that were joined under an alias. */
export function nameColumns(prefix: string, alias: string, whose: string, none = ""): ViewColumns {
	return {
		[`${prefix}_name_arabic`]: {
			sql: `${alias}.arabic`,
			comment: `The official Arabic name of ${whose}.${none}`,
		},
		[`${prefix}_name_english`]: {
			sql: `${alias}.english`,
			comment: `The official English name of ${whose}, the Arabic one where there is no English one.${none}`,
		},
	};
}

const INTERVALS = { day: "day", month: "month", year: "year" } as const;

/** The first day of an interval that a date is known to lie in; null where it is not. */
function firstDayOf(interval: keyof typeof INTERVALS, earliest: string, latest: string): string {
	const begin = (day: string) => `date_trunc('${interval}', ${day}::timestamp)::date`;
	return `CASE WHEN ${begin(earliest)} = ${begin(latest)} THEN ${begin(earliest)} END`;
}

/**
 * The columns of a date that may be known to the day, the month or the year only. Counts by
 * interval are those of statementStats in UTC: what is not known to lie in one has none.
 *
 * @param source the SQL of the table's columns without their endings, such as s."said
 */
export function dateColumns(prefix: string, source: string, what: string): ViewColumns {
	const [earliest, latest] = [`${source}Earliest"`, `${source}Latest"`];
	const interval = (name: keyof typeof INTERVALS, words: string): [string, ViewColumn] => [
		`${prefix}_${name}`,
		{ sql: firstDayOf(name, earliest, latest), comment: words },
	];
	return {
		[`${prefix}_edtf`]: {
			sql: `${source}Edtf"`,
			comment: `When ${what}, in the Extended Date/Time Format (ISO 8601-2): 2018-10-03, 2025-01, an interval, or XXXX for unknown.`,
		},
		[`${prefix}_earliest`]: {
			sql: earliest,
			comment: `The first day on which ${what}, as far as it is known; null: unknown.`,
		},
		[`${prefix}_latest`]: {
			sql: latest,
			comment: `The last day on which ${what}, itself included, as far as it is known; null: unknown.`,
		},
		...Object.fromEntries([
			interval("day", `The day on which ${what}; null: the day is not known.`),
			interval(
				"month",
				`The first day of the month in which ${what}, for charts; null: the month is not known.`,
			),
			interval(
				"year",
				`The first day of the year in which ${what}, for charts; null: the year is not known.`,
			),
		]),
		[`${prefix}_precision`]: {
			sql: textOf(`${source}Precision"`),
			comment: `How finely it is known when ${what}. ${oneOf("DAY, MONTH, YEAR, INTERVAL, UNKNOWN")}`,
		},
		[`${prefix}_basis`]: {
			sql: textOf(`${source}Basis"`),
			comment: `What the date rests on. ${oneOf("EXPLICIT, WEEKDAY_RELATIVE, EVENT_INFERRED, PUBLICATION, NONE")}`,
		},
	};
}

const NO_PUBLISHER = " Null: the page does not tell the outlet.";

/** The columns of the outlet of the article a, of which the names are joined as p. */
export const PUBLISHER: ViewColumns = {
	publisher_slug: {
		sql: 'a."publisherSlug"',
		comment: `The outlet, as links and filters of the API name it.${NO_PUBLISHER}`,
	},
	...nameColumns("publisher", "p", "the outlet", NO_PUBLISHER),
};

/** Joins the names of the outlet of the article a. */
export const JOIN_PUBLISHER = joinNames("Publisher", "p", 'a."publisherSlug"');

/** The page of something on Wikidata. */
export function wikidataColumn(alias: string): ViewColumn {
	return {
		sql: `'https://www.wikidata.org/wiki/' || ${alias}."wikidataId"`,
		comment: "The page on Wikidata; null: nobody has verified one.",
	};
}

/** Where the explorer shows something: a path, as no row knows the address of the server. */
export function pathColumn(sql: string): ViewColumn {
	return {
		sql,
		comment: "Where the explorer shows it: to be put behind the address of your Aqwal server.",
	};
}
