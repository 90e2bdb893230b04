import { readMatching } from "../columns/read.ts";
import type { Reader } from "../database.ts";
import type { Edition } from "../edition.ts";
import { dateConditions } from "../filter/conditions.ts";
import { statementCondition } from "../filter/statement.ts";
import type { References } from "../references.ts";
import { and, sql } from "../sql.ts";
import { DAY, openTimeZone, type TimeZone, UTC } from "../time-zone.ts";
import { firstBucket } from "./axis.ts";
import { BUCKETS } from "./buckets.ts";
import { planOnColumns } from "./column-plan.ts";
import { type CountedGroups, countGroups, type GroupQuery } from "./count-groups.ts";
import { type CountedRows, countRows, type GroupRow } from "./count-rows.ts";
import type { Dimension, Value } from "./dimensions.ts";
import { fillGaps } from "./fill.ts";
import { readLabels, type ValueOf } from "./labels.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { RankedDimension } from "./ranking.ts";
import type { ColumnSource, Selection } from "./selection.ts";
import { checkStats, type StatsArguments } from "./stats-arguments.ts";
import { ALL_WANTED, type StatsWanted } from "./wanted.ts";
import { withColumns } from "./with-columns.ts";

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
	{ groupBy, interval }: StatsArguments,
	zone: TimeZone,
	{ totalCount, dimensions, bucketOf, valueOfCode }: Labelling,
	row: GroupRow,
): StatsRow {
	const { group, count, articleCount, speakerCount } = row;
	const bucket = bucketOf(row);
	// In the order in which they were asked for.
	const values = groupBy.flatMap((dimension) => {
		const index = dimensions.findIndex((one) => one.dimension === dimension);
		if (dimension === "TIME" || index < 0) return [];
		return [[dimension, valueOfCode(dimension, group.codes[index] ?? 0)] as const];
	});
	return {
		time: bucket === null ? null : new Date(zone.startOf(BUCKETS[interval].firstDayOf(bucket))),
		values: Object.fromEntries(values),
		count,
		share: totalCount === 0 ? 0 : count / totalCount,
		articleCount,
		speakerCount,
	};
}

/** What rows are made with. */
interface Labelling {
	readonly totalCount: number;
	readonly dimensions: readonly RankedDimension[];
	readonly valueOfCode: ValueOf;
	/** The number of the bucket of a row in BUCKETS; null where TIME is no dimension. */
	readonly bucketOf: (row: GroupRow) => number | null;
}

/** The condition of a filter and a range, and what can be decided on columns of it. */
async function selectionOf(
	source: ColumnSource,
	references: References,
	{ filter, range }: StatsArguments,
	zone: TimeZone,
): Promise<Selection> {
	const { reader, keeper, layout } = source;
	const said = dateConditions(sql`s."saidEarliest"`, sql`s."saidLatest"`, range, zone);
	// It is asked always, as it refuses what cannot be met.
	const condition = and([await statementCondition(references, filter), ...said]);
	const plan = { reader, references, keeper };
	const conditions = await planOnColumns(plan, filter ?? {}, { range, zone });
	if (conditions !== null) return { conditions };
	return { numbers: await readMatching(reader, layout.version, condition) };
}

function filled(
	{ interval, orderBy, range: { from, to } }: StatsArguments,
	zone: TimeZone,
	{ groups, series }: CountedRows,
): readonly GroupRow[] {
	const days = {
		first: from == null ? null : zone.firstDayFrom(from),
		last: to == null ? null : zone.dayAt(to) - DAY,
	};
	return fillGaps(groups, series, interval, days, orderBy);
}

/** Where the bucket of a row stands: in the row, or in the codes of its group. */
function bucketIn({ dimensions, times }: CountedGroups) {
	const index = dimensions.findIndex(({ dimension }) => dimension === "TIME");
	const first = firstBucket(times);
	return ({ bucket, group }: GroupRow) => (index < 0 ? bucket : first + (group.codes[index] ?? 0));
}

function queryOf(args: StatsArguments, wanted: StatsWanted): GroupQuery {
	const { groupBy, interval, orderBy, first, minCount, fillGaps: series } = args;
	// Every group has the same buckets, so time does not tell which come first.
	const order = series && orderBy === "TIME_ASC" ? "COUNT_DESC" : orderBy;
	return { groupBy, interval, orderBy: order, first, minCount, series, wanted };
}

async function count(
	source: ColumnSource,
	references: References,
	args: StatsArguments & { readonly zone: TimeZone },
	wanted: StatsWanted,
): Promise<StatementStats> {
	const { zone } = args;
	const query = queryOf(args, wanted);
	const selection = await selectionOf(source, references, args, zone);
	const [groups, counted] = await oneAtATime(async () => {
		const found = await countGroups(source, query, selection);
		return [found, await countRows(source, query, selection, found)] as const;
	});
	const rows = query.series ? filled(args, zone, counted) : counted.groups;
	const { totalCount, knownCount, groupCount, dimensions } = groups;
	const valueOfCode = await readLabels(source, dimensions, groups.shown);
	const labelling = {
		totalCount,
		dimensions,
		valueOfCode,
		bucketOf: bucketIn(groups),
	};
	return {
		rows: rows.map((row) => toRow(args, zone, labelling, row)),
		totalCount,
		otherCount: wanted.otherCount ? knownCount - counted.shownCount : 0,
		unknownCount: wanted.unknownCount ? totalCount - knownCount : 0,
		groupCount: wanted.groupCount ? groupCount : 0,
		corpusVersion: source.layout.version,
	};
}

/** Where statistics are counted. */
export interface StatsSource {
	readonly reader: Reader;
	readonly references: References;
	/** What is kept of the corpus. */
	readonly edition: Pick<Edition, "columns">;
}

/**
 * Counts statements by up to three dimensions, over columns that are kept: no SQL statement
 * but one for the columns that are missing (four segments at a time), one for the names
 * that are missing, one for each dictionary that is missing, and, for a filter that asks
 * more than columns say, one for the numbers of the statements that match; besides those
 * that look up the references of the filter. A corpus of one segment is read at once.
 *
 * A statement with several values in a dimension counts in the row of each, and once in
 * every total. One without a value in some dimension is in no row. So the statements in
 * the rows, each taken once, and otherCount and unknownCount always add up to totalCount.
 *
 * @param wanted what is asked; the rest is 0 in the answer
 * @throws BadRequest for arguments that cannot be met
 */
export async function readStatementStats(
	{ reader, references, edition }: StatsSource,
	args: StatsArguments,
	wanted: StatsWanted = ALL_WANTED,
): Promise<StatementStats> {
	checkStats(args);
	// To open a zone takes longer than to count a month.
	const zone = args.timeZone === "UTC" ? UTC : openTimeZone(args.timeZone);
	return withColumns(reader, edition.columns, (source) =>
		count(source, references, { ...args, zone }, wanted),
	);
}
