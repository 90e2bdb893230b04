import { identifier, list, type Sql, sql } from "../sql.ts";
import { byCodePoint, type Dimension, labelOf, namesOf } from "./dimensions.ts";
import type { StatsOrder } from "./stats-arguments.ts";

/** A dimension of the rows, with the names of its columns. */
export interface Key {
	readonly dimension: Dimension;
	/** Its values. */
	readonly column: Sql;
	/** What their labels are ordered by. */
	readonly label: Sql;
	/** The table that names them, in a join. */
	readonly naming: Sql;
}

/** The keys of a row: k0, k1, k2 in the order of the dimensions. */
export function keysOf(groupBy: readonly Dimension[]): Key[] {
	return groupBy.map((dimension, index) => ({
		dimension,
		column: identifier(`k${index}`),
		label: identifier(`l${index}`),
		naming: identifier(`t${index}`),
	}));
}

/** The keys without TIME. */
export function withoutTime(keys: readonly Key[]): Key[] {
	return keys.filter(({ dimension }) => dimension !== "TIME");
}

/** The order of groups; no two of them are equal in it. */
export function orderOf(keys: readonly Key[], orderBy: StatsOrder): Sql {
	const named = withoutTime(keys);
	const labels = [...named.map(({ label }) => label), ...named.map(({ column }) => column)];
	const byTime = keys.filter((key) => !named.includes(key)).map(({ column }) => column);
	const byLabel = labels.map(byCodePoint);
	const byCount = sql`count DESC`;
	if (orderBy === "LABEL_ASC") return list([...byLabel, ...byTime, byCount]);
	if (orderBy === "TIME_ASC") return list([...byTime, byCount, ...byLabel]);
	return list([byCount, ...byTime, ...byLabel]);
}

/**
 * The condition that a group is not behind the last one that is shown, by what groups are
 * ordered by before their labels, so that few labels are looked up.
 *
 * @param first how many groups are shown
 */
function notBehind(keys: readonly Key[], orderBy: StatsOrder, first: number): Sql {
	const time = keys.find(({ dimension }) => dimension === "TIME")?.column;
	const place = sql`OFFSET ${Math.max(first - 1, 0)} LIMIT 1`;
	if (orderBy === "TIME_ASC" && time !== undefined)
		return sql`c.${time} <= coalesce((SELECT ${time} FROM counted ORDER BY ${time} ${place}), 'infinity')`;
	if (orderBy === "LABEL_ASC") return sql`true`;
	return sql`c.count >= coalesce((SELECT count FROM counted ORDER BY count DESC ${place}), 0)`;
}

/** The groups of `counted` that can be shown, with their labels. */
export function labelled(keys: readonly Key[], orderBy: StatsOrder, first: number): Sql {
	const labels = keys.map((key) => ({ ...key, ...labelOf(key.dimension, key) }));
	const columns = labels.map(({ expression, label }) => sql`${expression} AS ${label}`);
	const joins = labels.reduce((all, { join }) => sql`${all} ${join}`, sql``);
	return sql`SELECT ${list([sql`c.*`, ...columns])} FROM counted c ${joins} WHERE ${notBehind(keys, orderBy, first)}`;
}

/** The names of the values shown in one dimension, by value. */
export function shownNames({ dimension, column }: Key, index: number): Sql {
	const names = identifier(`n${index}`);
	if (dimension === "TIME") return sql`NULL AS ${names}`;
	return sql`(SELECT json_object_agg(v.value, ${namesOf(dimension, sql`v.value`)}) FROM (SELECT DISTINCT ${column} AS value FROM shown) v) AS ${names}`;
}
