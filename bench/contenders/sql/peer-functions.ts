import type { Dimension } from "../../../src/database/stats/dimensions.ts";
import { GROUPINGS, statsSelect } from "./stats.ts";

/** Where the functions stand that PostGraphile serves; nobody else uses them. */
export const PEER_SCHEMA = "bench_peer";

/** What the function of a grouping is called. */
export function functionName(groupBy: readonly Dimension[], isInRange: boolean): string {
	return `stats_${groupBy.join("_").toLowerCase()}${isInRange ? "_in" : ""}`;
}

/** What PostGraphile makes of such a name: stats_time_speaker becomes benchPeerStatsTimeSpeaker. */
export function fieldName(groupBy: readonly Dimension[], isInRange: boolean): string {
	return `${PEER_SCHEMA}_${functionName(groupBy, isInRange)}`.replace(
		/_(.)/g,
		(_match, letter: string) => letter.toUpperCase(),
	);
}

function createFunction(groupBy: readonly Dimension[], isInRange: boolean): string {
	const missing = ["k0", "k1", "k2"].slice(groupBy.length).map((key) => `, NULL AS ${key}`);
	const columns = groupBy.map((_name, index) => `k${index}`).join(", ");
	return `CREATE FUNCTION ${PEER_SCHEMA}.${functionName(groupBy, isInRange)}(${isInRange ? "first_day date, end_day date" : ""})
RETURNS SETOF ${PEER_SCHEMA}.stats_row LANGUAGE sql STABLE AS $function$
	SELECT ${columns}${missing.join("")}, count FROM (${statsSelect(groupBy, isInRange)}) r
$function$`;
}

/**
 * The statements that make the functions. What PostGraphile cannot express in its lists, its
 * documentation has written as functions; these are the SQL that the floor has too.
 */
export const PEER_FUNCTIONS: readonly string[] = [
	`DROP SCHEMA IF EXISTS ${PEER_SCHEMA} CASCADE`,
	`CREATE SCHEMA ${PEER_SCHEMA}`,
	`CREATE TYPE ${PEER_SCHEMA}.stats_row AS (k0 text, k1 text, k2 text, count integer)`,
	...GROUPINGS.flatMap((groupBy) => [
		createFunction(groupBy, false),
		createFunction(groupBy, true),
	]),
];
