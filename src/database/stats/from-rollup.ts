import { and, list, type Sql, sql } from "../sql.ts";
import type { Dimension } from "./dimensions.ts";
import { hasSeveral } from "./dimensions.ts";
import {
	columnsOf,
	type GroupQuery,
	type GroupSource,
	groupedBy,
	queryKeys,
	rowsAsCounted,
	sameKeys,
} from "./groups.ts";
import type { RollupPlan } from "./rollup-plan.ts";

/** The date is within one bucket, whose first day is `bucket`. */
function bucketOf({ interval }: GroupQuery, table: Sql): { bucket: Sql; isOne: Sql } {
	const [first, last] = [sql`${table}."firstMonth"`, sql`${table}."lastMonth"`];
	if (interval === "MONTH") return { bucket: first, isOne: sql`${first} = ${last}` };
	const start = (month: Sql) => sql`date_trunc(${interval}, ${month}::timestamp)`;
	return { bucket: sql`${start(first)}::date`, isOne: sql`${start(first)} = ${start(last)}` };
}

/** The rows of a table of the rollup that are of one dimension and in the range. */
function inRange({ from, to, allTime }: RollupPlan, table: Sql, dimension: Dimension): Sql {
	const conditions = [
		sql`${table}.dimension = ${dimension}`,
		allTime ? sql`${table}."allTime"` : sql`NOT ${table}."allTime"`,
	];
	if (from !== null) conditions.push(sql`${table}."firstMonth" >= ${from}::date`);
	// The second follows from the first, and bounds the range of the index.
	if (to !== null)
		conditions.push(
			sql`${table}."lastMonth" < ${to}::date`,
			sql`${table}."firstMonth" < ${to}::date`,
		);
	return and(conditions);
}

/** All statements that are asked about, by month, or of all time. */
function everyCell(plan: RollupPlan): Sql {
	const { narrowed } = plan;
	const cells = inRange(plan, sql`c`, narrowed?.dimension ?? "TIME");
	return narrowed === null ? cells : and([cells, sql`c.value = ${narrowed.value}`]);
}

function sumOf(statements: Sql, condition: Sql): Sql {
	return sql`(SELECT coalesce(sum(${statements}), 0)::int FROM "StatementCount" c WHERE ${condition})`;
}

/** The cells that are in groups, and those that would be had they a value. */
function cellsOf(query: GroupQuery, plan: RollupPlan) {
	const timed = query.groupBy.includes("TIME");
	const dated = timed ? [bucketOf(query, sql`c`).isOne] : [];
	const { grouped } = plan;
	const cells = grouped === null ? everyCell(plan) : inRange(plan, sql`c`, grouped);
	return {
		placed: and([cells, ...dated, ...(grouped === null ? [] : [sql`c.value IS NOT NULL`])]),
		dated: and([everyCell(plan), ...dated]),
		without: grouped === null ? null : and([cells, ...dated, sql`c.value IS NULL`]),
	};
}

function knownCount(query: GroupQuery, plan: RollupPlan): Sql {
	const { dated, without } = cellsOf(query, plan);
	const all = sumOf(sql`c.statements`, dated);
	return without === null ? all : sql`(${all} - ${sumOf(sql`c.statements`, without)})`;
}

/** How many times too many the statements that are in several of the groups shown are in their counts. */
function repeated(query: GroupQuery, plan: RollupPlan, grouped: Dimension): Sql {
	const { ofGroups } = queryKeys(query);
	const { bucket, isOne } = bucketOf(query, sql`o`);
	const timed = query.groupBy.includes("TIME");
	const same = ofGroups.map(({ dimension, column }) =>
		dimension === "TIME" ? sql`h.${column} = ${bucket}` : sql`h.${column} = v.value`,
	);
	return sql`(
		SELECT coalesce(sum(statements * (groups - 1)), 0)::int
		FROM (
			SELECT o.statements, count(*) AS groups
			FROM "StatementOverlap" o CROSS JOIN unnest(o.values) AS v(value) JOIN shown h ON ${and(same)}
			WHERE ${and([inRange(plan, sql`o`, grouped), ...(timed ? [isOne] : [])])}
			GROUP BY o.values, o."firstMonth", o."lastMonth", o.statements
		) several)`;
}

function shownCount(query: GroupQuery, plan: RollupPlan): Sql {
	const sum = sql`(SELECT coalesce(sum(count), 0)::int FROM shown)`;
	return plan.grouped === null || !hasSeveral(plan.grouped)
		? sum
		: sql`(${sum} - ${repeated(query, plan, plan.grouped)})`;
}

/**
 * Counts groups from what was counted beforehand.
 *
 * @param plan that the rollup can answer the query
 */
export function fromRollup(query: GroupQuery, plan: RollupPlan): GroupSource {
	const keys = queryKeys(query);
	const { bucket } = bucketOf(query, sql`c`);
	const { placed } = cellsOf(query, plan);
	const valueAs = ({ dimension, column }: (typeof keys.all)[number]) =>
		dimension === "TIME" ? sql`${bucket} AS ${column}` : sql`c.value AS ${column}`;
	const groups = columnsOf(keys.ofGroups);
	const enough = (count: Sql) =>
		groups.length === 0 ? sql`true` : sql`${count} >= ${Math.max(query.minCount, 1)}`;
	const cells = (columns: readonly Sql[]) =>
		sql`SELECT ${list(columns)} FROM "StatementCount" c WHERE ${placed}`;
	const summed = sql`
		SELECT ${list([...groups, sql`coalesce(sum(count), 0)::int AS count`, sql`sum(articles)::int AS articles`, sql`sum(speakers)::int AS speakers`])}
		FROM (${cells([...keys.ofGroups.map(valueAs), sql`c.statements AS count`, sql`c.articles`, sql`c.speakers`])}) c
		${groupedBy(groups)} HAVING ${enough(sql`sum(count)`)}`;
	const single = cells([
		...keys.ofGroups.map(valueAs),
		sql`c.statements AS count`,
		sql`c.articles`,
		sql`c.speakers`,
	]);
	return {
		tables: sql``,
		counted: plan.single ? sql`${single} AND ${enough(sql`c.statements`)}` : summed,
		keepCounted: !plan.single || plan.from !== null || plan.to !== null,
		members: sql``,
		rows: query.series
			? sql`
				SELECT ${list([sql`h.place`, sql`h."labelPlace"`, ...columnsOf(keys.all, sql`p`)])},
					coalesce(sum(p.count), 0)::int AS count, 0 AS "articleCount", 0 AS "speakerCount"
				FROM shown h LEFT JOIN (${cells([...keys.all.map(valueAs), sql`c.statements AS count`])}) p ON ${sameKeys(keys.ofGroups, sql`p`, sql`h`)}
				GROUP BY ${list([sql`h.place`, sql`h."labelPlace"`, ...columnsOf(keys.all, sql`p`)])}`
			: rowsAsCounted(keys, sql`coalesce(articles, 0)`, sql`coalesce(speakers, 0)`),
		totalCount: sumOf(sql`c.statements`, everyCell(plan)),
		knownCount: knownCount(query, plan),
		shownCount: shownCount(query, plan),
	};
}
