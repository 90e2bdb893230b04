import { and, list, type Sql, sql } from "../sql.ts";
import {
	hasSeveral,
	isRepeating,
	joinValues,
	leftJoinValues,
	MATCHED_COLUMNS,
} from "./dimensions.ts";
import {
	columnsOf,
	type GroupQuery,
	type GroupSource,
	groupedBy,
	type QueryKeys,
	queryKeys,
	rowsAsCounted,
	sameKeys,
} from "./groups.ts";

/** Whether more of the statements in the rows is asked than how many they are. */
function looksInside({ wanted }: GroupQuery): boolean {
	return wanted.articleCount || wanted.speakerCount;
}

/** The rows shown, with their statements looked at once more. */
function rowsOfMembers({ wanted }: GroupQuery, { all }: QueryKeys): Sql {
	const columns = list([sql`r.place`, sql`r."labelPlace"`, ...columnsOf(all)]);
	const speakers = wanted.speakerCount
		? {
				count: sql`count(DISTINCT a."speakerSlug")::int`,
				join: sql`LEFT JOIN "Attribution" a ON a."statementSlug" = r.statement`,
			}
		: { count: sql`0`, join: sql`` };
	const articles = wanted.articleCount ? sql`count(DISTINCT r.article)::int` : sql`0`;
	const count = wanted.speakerCount ? sql`count(DISTINCT r.statement)` : sql`count(r.statement)`;
	return sql`
		SELECT ${columns}, ${count}::int AS count, ${articles} AS "articleCount", ${speakers.count} AS "speakerCount"
		FROM members r ${speakers.join} GROUP BY ${columns}`;
}

/** The statements m in each combination of their values; once each where no dimension can repeat a value. */
function placed(query: GroupQuery, { all }: QueryKeys, unknownToo: boolean): Sql {
	const distinct = query.groupBy.some(isRepeating) ? sql`DISTINCT` : sql``;
	const join = unknownToo ? leftJoinValues : joinValues;
	const values = all.map(({ column }) => sql`${column}.value AS ${column}`);
	const joins = all.reduce(
		(sum, { dimension, column }) => sql`${sum} ${join(dimension, query.interval, column)}`,
		sql``,
	);
	return sql`SELECT ${distinct} ${list([sql`m.slug AS statement`, sql`m."articleSlug" AS article`, ...values])} FROM matched m ${joins}`;
}

/** The statements of the groups shown; read only where something is asked that their counts do not say. */
function membersOf({ all, ofGroups }: QueryKeys): Sql {
	const known = notNull(columnsOf(all, sql`p`));
	return sql`members AS (
		SELECT ${list([sql`h.place`, sql`h."labelPlace"`, sql`p.*`])}
		FROM shown h LEFT JOIN placed p ON ${and([sameKeys(ofGroups, sql`p`, sql`h`), known])}
	),`;
}

/** Totals where a statement can be in several groups. */
const TOTALS_OF_SEVERAL = {
	totalCount: sql`(SELECT count(*)::int FROM matched)`,
	knownCount: sql`(SELECT count(*)::int FROM (SELECT statement FROM placed GROUP BY statement) k)`,
	shownCount: sql`(SELECT count(*)::int FROM (SELECT statement FROM members WHERE statement IS NOT NULL GROUP BY statement) k)`,
};

/** Totals where each statement is in one group, that of the unknown among them. */
const TOTALS_OF_ONE = {
	totalCount: sql`(SELECT coalesce(sum("withUnknown"), 0)::int FROM grouped)`,
	knownCount: sql`(SELECT coalesce(sum(count), 0)::int FROM grouped)`,
	shownCount: sql`(SELECT coalesce(sum(count), 0)::int FROM shown)`,
};

function notNull(columns: readonly Sql[]): Sql {
	return and(columns.map((column) => sql`${column} IS NOT NULL`));
}

/**
 * Counts groups from the statements themselves.
 *
 * @param condition on the row s of the table Statement
 */
export function fromStatements(query: GroupQuery, condition: Sql): GroupSource {
	const keys = queryKeys(query);
	const several = query.groupBy.some(hasSeveral);
	const known = notNull(columnsOf(keys.all));
	const groups = columnsOf(keys.ofGroups);
	const byMembers = query.series || looksInside(query);
	// A group of no dimension is shown even when it is empty, any other only when it is there.
	const enough = groups.length === 0 ? sql`true` : sql`count >= ${Math.max(query.minCount, 1)}`;
	return {
		tables: sql`
			matched AS ${several ? sql`` : sql`NOT`} MATERIALIZED (
				SELECT ${MATCHED_COLUMNS} FROM "Statement" s WHERE ${condition}
			), placed AS (
				${placed(query, keys, !several)}
			), grouped AS (
				SELECT ${list([...groups, sql`count(*) FILTER (WHERE ${known})::int AS count`, sql`count(*)::int AS "withUnknown"`])}
				FROM placed ${groupedBy(groups)}
			),`,
		counted: sql`SELECT ${list([...groups, sql`count`])} FROM grouped WHERE ${and([notNull(groups), enough])}`,
		keepCounted: true,
		members: byMembers || (several && query.wanted.otherCount) ? membersOf(keys) : sql``,
		rows: byMembers ? rowsOfMembers(query, keys) : rowsAsCounted(keys),
		...(several ? TOTALS_OF_SEVERAL : TOTALS_OF_ONE),
	};
}
