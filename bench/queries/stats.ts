import type { Dimension } from "../../src/database/stats/dimensions.ts";
import { fieldName } from "../contenders/sql/peer-functions.ts";
import { GROUPINGS } from "../contenders/sql/stats.ts";
import { YEARS } from "../generator/dates.ts";
import { at, dataOf, type Json, listAt, toJson } from "./json.ts";
import { type Form, graphqlRequest, type Query } from "./query.ts";

/** The first day of a year and of the next one. */
interface Year {
	readonly from?: string;
	readonly to?: string;
}

const DAY_LENGTH = "2018-04-01".length;

function oursForm(groupBy: readonly Dimension[]): Form {
	const fields = groupBy.map((name) => name.toLowerCase());
	const query = `query Stats($from: TimeInput, $to: TimeInput) {
		statementStats(groupBy: [${groupBy}], interval: MONTH, from: $from, to: $to, first: 100, orderBy: COUNT_DESC) {
			rows { ${fields.join(" ")} count }
		}
	}`;
	const labelOf = (row: Json, field: string) =>
		field === "time" ? String(at(row, field)).slice(0, DAY_LENGTH) : at(row, field);
	return {
		request: (variables) => graphqlRequest(query, variables),
		canonical: (answer) =>
			listAt(dataOf(answer), "statementStats", "rows").map((row) => [
				...fields.map((field) => labelOf(row, field)),
				at(row, "count"),
			]),
	};
}

function postgraphileForm(groupBy: readonly Dimension[], isInRange: boolean): Form {
	const field = fieldName(groupBy, isInRange);
	const keys = groupBy.map((_name, index) => `k${index}`);
	const query = isInRange
		? `query Stats($from: Date!, $to: Date!) { ${field}(firstDay: $from, endDay: $to) { nodes { ${keys.join(" ")} count } } }`
		: `query Stats { ${field} { nodes { ${keys.join(" ")} count } } }`;
	return {
		request: (variables) => graphqlRequest(query, variables),
		canonical: (answer) =>
			listAt(dataOf(answer), field, "nodes").map((row) => [
				...keys.map((key) => at(row, key)),
				at(row, "count"),
			]),
	};
}

const MERCURIUS = `query Stats($groupBy: [Dimension!]!, $from: String, $to: String) {
	stats(groupBy: $groupBy, from: $from, to: $to) { labels count }
}`;

function statsForms(
	groupBy: readonly Dimension[],
	isInRange: boolean,
): Required<Pick<Query["forms"], "ours" | "postgraphile" | "mercurius" | "floor">> {
	return {
		ours: oursForm(groupBy),
		postgraphile: postgraphileForm(groupBy, isInRange),
		mercurius: {
			request: (variables) => graphqlRequest(MERCURIUS, { groupBy, ...variables }),
			canonical: (answer) =>
				listAt(dataOf(answer), "stats").map((row) => [...listAt(row, "labels"), at(row, "count")]),
		},
		floor: {
			request: (variables) => ({
				method: "POST",
				path: "/stats",
				body: JSON.stringify({ groupBy, ...variables }),
			}),
			canonical: toJson,
		},
	};
}

function years(): Year[] {
	return YEARS.map((year) => ({ from: `${year}-01-01`, to: `${year + 1}-01-01` }));
}

/** Counts by speaker and month. */
export const q5: Query = {
	name: "Q5",
	title: "counts per speaker and month of a year, the 100 largest",
	draw: async () => years().map((year) => ({ ...year })),
	forms: statsForms(["TIME", "SPEAKER"], true),
};

/** The groupings that a quick run has. */
const QUICK = new Set(["SPEAKER", "TIME SPEAKER", "SPEAKER LOCATION", "TIME SPEAKER KIND"]);

function statsQuery(groupBy: readonly Dimension[], isInRange: boolean): Query {
	const { ours, postgraphile } = statsForms(groupBy, isInRange);
	return {
		name: `stats ${groupBy.join(" ")}${isInRange ? ", a year" : ""}`,
		title: `counts per ${groupBy.join(", ").toLowerCase()}${isInRange ? " of a year" : ""}`,
		sort: "heavy",
		isLong: !QUICK.has(groupBy.join(" ")),
		draw: async () => (isInRange ? years().map((year) => ({ ...year })) : [{}]),
		forms: { ours, postgraphile },
	};
}

/** Every grouping, and those of one dimension or by time of a year too: the peers take minutes for more. */
export const statsQueries: readonly Query[] = GROUPINGS.flatMap((groupBy) => [
	statsQuery(groupBy, false),
	...(groupBy.length === 1 || groupBy.join(" ") === "TIME SPEAKER"
		? [statsQuery(groupBy, true)]
		: []),
]);
