import type { Reader } from "../database.ts";
import type { NameRow } from "../rows.ts";
import { and, identifier, list, type Sql, sql } from "../sql.ts";
import type { Interval } from "./buckets.ts";
import {
	byCodePoint,
	type Dimension,
	isRepeating,
	joinValues,
	MATCHED_COLUMNS,
	namesOf,
	sortLabel,
} from "./dimensions.ts";
import type { StatsOrder } from "./stats-arguments.ts";

/** Which statements are counted, by what, and which groups of them are shown. */
export interface GroupQuery {
	/** A condition on the row s of the table Statement. */
	readonly condition: Sql;
	readonly groupBy: readonly Dimension[];
	readonly interval: Interval;
	readonly orderBy: StatsOrder;
	/** How many groups are shown. */
	readonly first: number;
	/** How many statements a group must have. */
	readonly minCount: number;
	/** Whether the groups that first and minCount speak of are those of the other dimensions than TIME. */
	readonly series: boolean;
	/** How many rows are read at the most. */
	readonly mostRows: number;
}

/** A row as it is read: k0, k1, k2 are its values in the order of the dimensions. */
export interface GroupRow {
	readonly [key: `k${number}`]: string | null;
	/** The place of its group among those shown, from 1. */
	readonly place: number;
	/** The place of its group by label. */
	readonly labelPlace: number;
	readonly count: number;
	readonly articleCount: number;
	readonly speakerCount: number;
}

/** What is read: the rows shown, and how many statements are where. */
export interface Groups {
	readonly [names: `n${number}`]: Readonly<Record<string, readonly NameRow[]>> | null;
	readonly corpusVersion: string;
	/** Statements that match. */
	readonly totalCount: number;
	/** Statements that have a value in every dimension. */
	readonly knownCount: number;
	/** Statements of the groups shown. */
	readonly shownCount: number;
	/** Groups that have enough statements. */
	readonly groupCount: number;
	readonly rows: readonly GroupRow[];
}

/** A dimension of the rows, with the names of its columns. */
interface Key {
	readonly dimension: Dimension;
	/** Its values. */
	readonly column: Sql;
	/** What their labels are ordered by. */
	readonly label: Sql;
}

function keysOf(groupBy: readonly Dimension[]): Key[] {
	return groupBy.map((dimension, index) => ({
		dimension,
		column: identifier(`k${index}`),
		label: identifier(`l${index}`),
	}));
}

/** The statements m in each combination of their values. */
function placed(keys: readonly Key[], interval: Interval): Sql {
	const distinct = keys.some(({ dimension }) => isRepeating(dimension)) ? sql`DISTINCT` : sql``;
	const columns = keys.map(({ column }) => sql`${column}.value AS ${column}`);
	const joins = keys.reduce(
		(all, { dimension, column }) => sql`${all} ${joinValues(dimension, interval, column)}`,
		sql``,
	);
	return sql`SELECT ${distinct} ${list([sql`m.slug AS statement`, sql`m."articleSlug" AS article`, ...columns])} FROM matched m ${joins}`;
}

/** The groups with enough statements. Without dimensions there is one, even of no statements. */
function counted(keys: readonly Key[], minCount: number): Sql {
	if (keys.length === 0) return sql`SELECT count(*)::int AS count FROM placed`;
	const columns = list(keys.map(({ column }) => column));
	return sql`SELECT ${columns}, count(*)::int AS count FROM placed GROUP BY ${columns} HAVING count(*) >= ${minCount}`;
}

/** The order of groups; no two of them are equal in it. */
function orderOf(keys: readonly Key[], orderBy: StatsOrder): Sql {
	const named = keys.filter(({ dimension }) => dimension !== "TIME");
	const time = keys.filter(({ dimension }) => dimension === "TIME").map(({ column }) => column);
	const labels = [...named.map(({ label }) => label), ...named.map(({ column }) => column)];
	const byTime = time.map(byCodePoint);
	const byLabel = labels.map(byCodePoint);
	const byCount = sql`count DESC`;
	if (orderBy === "LABEL_ASC") return list([...byLabel, ...byTime, byCount]);
	if (orderBy === "TIME_ASC") return list([...byTime, byCount, ...byLabel]);
	return list([byCount, ...byTime, ...byLabel]);
}

/** The names of the values shown in one dimension, by value. */
function shownNames({ dimension, column }: Key, index: number): Sql {
	const names = identifier(`n${index}`);
	if (dimension === "TIME") return sql`NULL AS ${names}`;
	return sql`(SELECT json_object_agg(v.value, ${namesOf(dimension, sql`v.value`)}) FROM (SELECT DISTINCT ${column} AS value FROM shown) v) AS ${names}`;
}

function groupStatement({ series, ...query }: GroupQuery): Sql {
	const keys = keysOf(query.groupBy);
	const groupKeys = series ? keys.filter(({ dimension }) => dimension !== "TIME") : keys;
	const labels = groupKeys.map(
		({ dimension, column, label }) => sql`${sortLabel(dimension, column)} AS ${label}`,
	);
	const inGroup = groupKeys.map(({ column }) => sql`p.${column} = h.${column}`);
	const columns = keys.map(({ column }) => column);
	const order = orderOf(groupKeys, query.orderBy);
	return sql`
		WITH matched AS MATERIALIZED (
			SELECT ${MATCHED_COLUMNS} FROM "Statement" s WHERE ${query.condition}
		), placed AS MATERIALIZED (
			${placed(keys, query.interval)}
		), counted AS MATERIALIZED (
			${counted(groupKeys, query.minCount)}
		), labelled AS (
			SELECT ${list([sql`*`, ...labels])} FROM counted
		), chosen AS (
			SELECT * FROM labelled ORDER BY ${order} LIMIT ${query.first}
		), shown AS MATERIALIZED (
			SELECT *,
				row_number() OVER (ORDER BY ${order})::int AS place,
				row_number() OVER (ORDER BY ${orderOf(groupKeys, "LABEL_ASC")})::int AS "labelPlace"
			FROM chosen
		), members AS MATERIALIZED (
			SELECT ${list([sql`h.place`, sql`h."labelPlace"`, sql`p.*`])}
			FROM shown h LEFT JOIN placed p ON ${and(inGroup)}
		), rows AS (
			SELECT ${list([sql`r.place`, sql`r."labelPlace"`, ...columns])},
				count(DISTINCT r.statement)::int AS count,
				count(DISTINCT r.article)::int AS "articleCount",
				count(DISTINCT a."speakerSlug")::int AS "speakerCount"
			FROM members r LEFT JOIN "Attribution" a ON a."statementSlug" = r.statement
			GROUP BY ${list([sql`r.place`, sql`r."labelPlace"`, ...columns])}
			LIMIT ${query.mostRows}
		)
		SELECT ${list([
			sql`(SELECT version FROM "Corpus") AS "corpusVersion"`,
			sql`(SELECT count(*)::int FROM matched) AS "totalCount"`,
			sql`(SELECT count(DISTINCT statement)::int FROM placed) AS "knownCount"`,
			sql`(SELECT count(DISTINCT statement)::int FROM members) AS "shownCount"`,
			sql`(SELECT count(*)::int FROM counted) AS "groupCount"`,
			sql`(SELECT coalesce(json_agg(r ORDER BY r.place), '[]') FROM rows r) AS rows`,
			...keys.map(shownNames),
		])}`;
}

/** Counts statements in groups: one SQL statement for the groups, their names and all totals. */
export async function readGroups(reader: Reader, query: GroupQuery): Promise<Groups> {
	const [groups] = await reader.read<Groups>(groupStatement(query));
	if (groups === undefined) throw new Error("a statement without FROM gives one row");
	return groups;
}
