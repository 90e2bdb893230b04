import type { Reader } from "../database.ts";
import type { NameRow } from "../rows.ts";
import { and, identifier, list, literal, type Sql, sql } from "../sql.ts";
import type { Interval } from "./buckets.ts";
import type { Dimension } from "./dimensions.ts";
import { type Key, keysOf, labelled, orderOf, shownNames, withoutTime } from "./keys.ts";
import type { StatsOrder } from "./stats-arguments.ts";
import type { StatsWanted } from "./wanted.ts";

/** By what statements are counted, and which groups of them are shown. */
export interface GroupQuery {
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
	readonly wanted: StatsWanted;
}

/** A row as it is read: k0, k1, k2 are its values in the order of the dimensions. */
export interface GroupRow {
	readonly [key: `k${number}`]: string | null;
	/** The place of its group among those shown, from 1. */
	readonly place: number;
	/** The place of its group by label. */
	readonly labelPlace: number;
	readonly count: number;
	/** 0 where it is not wanted, as speakerCount. */
	readonly articleCount: number;
	readonly speakerCount: number;
}

/** What is read: the rows shown, and how many statements are where; 0 for what is not wanted. */
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

/** The keys of a query: those of the rows, and those of the groups that are chosen. */
export interface QueryKeys {
	readonly all: readonly Key[];
	readonly ofGroups: readonly Key[];
}

/** Where groups are counted from: statements, or the counts that were made beforehand. */
export interface GroupSource {
	/** WITH queries that those below read, the last of them with a comma behind it. */
	readonly tables: Sql;
	/** The rows of all groups with enough statements: the keys of the groups and `count`. */
	readonly counted: Sql;
	/** Whether `counted` is cheaper read once and kept than read anew for each that needs it. */
	readonly keepCounted: boolean;
	/** WITH queries that read `shown`, the last of them with a comma behind it. */
	readonly members: Sql;
	/** The rows shown, from `shown`: place, labelPlace, the keys, count, articleCount, speakerCount. */
	readonly rows: Sql;
	readonly totalCount: Sql;
	readonly knownCount: Sql;
	/** Read only when it is not all the known that are shown. */
	readonly shownCount: Sql;
}

/** The keys that a query has. */
export function queryKeys({ groupBy, series }: GroupQuery): QueryKeys {
	const all = keysOf(groupBy);
	return { all, ofGroups: series ? withoutTime(all) : all };
}

/** The keys of rows as they are selected, those of one table. */
export function columnsOf(keys: readonly Key[], table?: Sql): Sql[] {
	return keys.map(({ column }) => (table === undefined ? column : sql`${table}.${column}`));
}

/** GROUP BY the columns, where there are any; a statement without GROUP BY gives one row. */
export function groupedBy(columns: readonly Sql[]): Sql {
	return columns.length === 0 ? sql`` : sql`GROUP BY ${list(columns)}`;
}

/** The condition that two rows have the same keys. */
export function sameKeys(keys: readonly Key[], one: Sql, other: Sql): Sql {
	return and(keys.map(({ column }) => sql`${one}.${column} = ${other}.${column}`));
}

/** The rows shown where each is a group, whose count is known already. */
export function rowsAsCounted({ all }: QueryKeys, articles = sql`0`, speakers = sql`0`): Sql {
	const columns = [...columnsOf(all), sql`count`];
	return sql`SELECT ${list([sql`place`, sql`"labelPlace"`, ...columns])}, ${articles} AS "articleCount", ${speakers} AS "speakerCount" FROM shown`;
}

/** Statements of the groups shown; of all groups they are the known ones. */
function shownCount({ first, minCount }: GroupQuery, source: GroupSource): Sql {
	if (minCount > 1) return source.shownCount;
	return sql`CASE WHEN (SELECT count(*) FROM counted) <= ${literal(first)} THEN ${source.knownCount} ELSE ${source.shownCount} END`;
}

function totals(query: GroupQuery, source: GroupSource): Sql[] {
	const { otherCount, unknownCount, groupCount } = query.wanted;
	const none = sql`0`;
	const column = (value: Sql, name: keyof Groups) => sql`${value} AS ${identifier(name)}`;
	return [
		column(source.totalCount, "totalCount"),
		column(otherCount || unknownCount ? source.knownCount : none, "knownCount"),
		column(otherCount ? shownCount(query, source) : none, "shownCount"),
		column(groupCount ? sql`(SELECT count(*)::int FROM counted)` : none, "groupCount"),
	];
}

/** One SQL statement for the groups, their names and all totals. */
function groupStatement(query: GroupQuery, source: GroupSource): Sql {
	const { all, ofGroups } = queryKeys(query);
	const { orderBy, first } = query;
	const order = orderOf(ofGroups, orderBy);
	return sql`
		WITH ${source.tables} counted AS ${source.keepCounted ? sql`` : sql`NOT`} MATERIALIZED (
			${source.counted}
		), labelled AS (
			${labelled(ofGroups, orderBy, first)}
		), chosen AS (
			SELECT * FROM labelled ORDER BY ${order} LIMIT ${literal(first)}
		), shown AS MATERIALIZED (
			SELECT *,
				row_number() OVER (ORDER BY ${order})::int AS place,
				row_number() OVER (ORDER BY ${orderOf(ofGroups, "LABEL_ASC")})::int AS "labelPlace"
			FROM chosen
		), ${source.members} rows AS (
			${source.rows} LIMIT ${literal(query.mostRows)}
		)
		SELECT ${list([
			sql`(SELECT version FROM "Corpus") AS "corpusVersion"`,
			...totals(query, source),
			sql`(SELECT coalesce(json_agg(r ORDER BY r.place), '[]') FROM rows r) AS rows`,
			...all.map(shownNames),
		])}`;
}

/** Counts statements in groups: one SQL statement for the groups, their names and all totals. */
export async function readGroups(
	reader: Reader,
	query: GroupQuery,
	source: GroupSource,
): Promise<Groups> {
	const [groups] = await reader.read<Groups>(groupStatement(query, source));
	if (groups === undefined) throw new Error("a statement without FROM gives one row");
	return groups;
}
