import type { Reader } from "../database.ts";
import { dateConditions } from "../filter/conditions.ts";
import { statementCondition } from "../filter/statement.ts";
import type { References } from "../references.ts";
import { and, type Sql, sql } from "../sql.ts";
import { DAY, openTimeZone, type TimeZone } from "../time-zone.ts";
import type { Dimension, Value } from "./dimensions.ts";
import { fillGaps, MOST_FILLED_ROWS } from "./fill.ts";
import { fromRollup } from "./from-rollup.ts";
import { fromStatements } from "./from-statements.ts";
import { type GroupQuery, type GroupRow, type Groups, readGroups } from "./groups.ts";
import { planRollup } from "./rollup-plan.ts";
import { checkStats, type StatsArguments } from "./stats-arguments.ts";
import { ALL_WANTED, type StatsWanted } from "./wanted.ts";

/** Statements with the same value in each dimension. */
export interface StatsRow {
	/** When the bucket of time begins; null where TIME is no dimension. */
	readonly time: Date | null;
	/** The values of the other dimensions. */
	readonly values: Partial<Readonly<Record<Dimension, Value>>>;
	readonly count: number;
	/** The count over the total, from 0 to 1; 0 where the total is 0. */
	readonly share: number;
	readonly articleCount: number;
	readonly speakerCount: number;
}

/** Statements counted by their dimensions. */
export interface StatementStats {
	readonly rows: readonly StatsRow[];
	readonly totalCount: number;
	readonly otherCount: number;
	readonly unknownCount: number;
	readonly groupCount: number;
	readonly corpusVersion: string;
}

function toRow(
	{ groupBy }: StatsArguments,
	zone: TimeZone,
	groups: Groups,
	row: GroupRow,
): StatsRow {
	const { count, articleCount, speakerCount } = row;
	const { totalCount } = groups;
	const values = groupBy.flatMap((dimension, index) => {
		const value = row[`k${index}`] ?? null;
		if (value === null) return [];
		return [[dimension, { value, names: groups[`n${index}`]?.[value] ?? null }] as const];
	});
	const { TIME: time, ...others }: StatsRow["values"] = Object.fromEntries(values);
	return {
		time: time === undefined ? null : new Date(zone.startOf(Date.parse(time.value))),
		values: others,
		count,
		share: totalCount === 0 ? 0 : count / totalCount,
		articleCount,
		speakerCount,
	};
}

async function conditionOf(
	references: References,
	{ filter, range }: StatsArguments,
	zone: TimeZone,
): Promise<Sql> {
	const said = dateConditions(sql`s."saidEarliest"`, sql`s."saidLatest"`, range, zone);
	return and([await statementCondition(references, filter), ...said]);
}

function filled(
	{ groupBy, interval, orderBy, range: { from, to } }: StatsArguments,
	zone: TimeZone,
	rows: readonly GroupRow[],
): readonly GroupRow[] {
	const days = {
		first: from == null ? null : zone.firstDayFrom(from),
		last: to == null ? null : zone.dayAt(to) - DAY,
	};
	return fillGaps(rows, { timeKey: `k${groupBy.indexOf("TIME")}`, interval }, days, orderBy);
}

/**
 * Counts statements by up to three dimensions: one SQL statement, besides those that
 * look up the references of the filter.
 *
 * A statement with several values in a dimension counts in the row of each, and once in
 * every total. One without a value in some dimension is in no row. So the statements in
 * the rows, each taken once, and otherCount and unknownCount always add up to totalCount.
 *
 * @param wanted what is asked; the rest is 0 in the answer
 * @throws BadRequest for arguments that cannot be met
 */
export async function readStatementStats(
	reader: Reader,
	references: References,
	args: StatsArguments,
	wanted: StatsWanted = ALL_WANTED,
): Promise<StatementStats> {
	checkStats(args);
	const { groupBy, interval, orderBy, first, minCount, fillGaps: series } = args;
	const zone = openTimeZone(args.timeZone);
	const query: GroupQuery = {
		groupBy,
		interval,
		// Every group has the same buckets, so time does not tell which come first.
		orderBy: series && orderBy === "TIME_ASC" ? "COUNT_DESC" : orderBy,
		first,
		minCount,
		series,
		mostRows: MOST_FILLED_ROWS + 1,
		wanted,
	};
	const plan = await planRollup(references, query, args.filter, { range: args.range, zone });
	const source =
		plan === null
			? fromStatements(query, await conditionOf(references, args, zone))
			: fromRollup(query, plan);
	const groups = await readGroups(reader, query, source);
	const rows = series ? filled(args, zone, groups.rows) : groups.rows;
	const { totalCount, knownCount, shownCount, groupCount, corpusVersion } = groups;
	return {
		rows: rows.map((row) => toRow(args, zone, groups, row)),
		totalCount,
		otherCount: wanted.otherCount ? knownCount - shownCount : 0,
		unknownCount: wanted.unknownCount ? totalCount - knownCount : 0,
		groupCount,
		corpusVersion,
	};
}
