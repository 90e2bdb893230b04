import { raw } from "sql-template-tag";
import type { Reader } from "../../../src/database/database.ts";
import { decodeGlobalId } from "../../../src/database/global-id.ts";
import type { App } from "../../../src/server/app.ts";
import { answer } from "../../support/app.ts";

/** A row of a view, or what it should be. */
export type Row = Record<string, unknown>;

/** The rows that a query in SQL gives, as a dashboard would send it. */
export function rowsOf(reader: Reader, query: string): Promise<Row[]> {
	return reader.read<Row>(raw(query));
}

/** How many statements a view has by each value of a column; null left out. */
export async function countsOf(
	reader: Reader,
	column: string,
	view: string,
): Promise<Record<string, number>> {
	const rows = await rowsOf(
		reader,
		`SELECT ${column}::text AS value, count(DISTINCT statement_slug)::int AS count FROM ${view} WHERE ${column} IS NOT NULL GROUP BY 1`,
	);
	return Object.fromEntries(rows.map(({ value, count }) => [String(value), Number(count)]));
}

/** What a row of statementStats is of: a day, a slug, or a value of an enumeration. */
export function keyOf(row: Row, dimension: string): string {
	if (dimension === "time") return String(row.time).slice(0, "2018-10-03".length);
	const id = row[`${dimension}Id`];
	if (id === undefined) return String(row[dimension]);
	const decoded = decodeGlobalId(String(id));
	if (decoded === null) throw new Error(`${id} is no id`);
	return decoded.slug;
}

/** How many statements statementStats counts by each value of a dimension. */
export async function statsOf(
	app: App,
	dimension: string,
	interval = "MONTH",
): Promise<Record<string, number>> {
	const { statementStats } = (await answer(
		app,
		`query ($by: [StatementDimension!]!, $interval: TimeInterval!) {
			statementStats(groupBy: $by, interval: $interval, first: 1000) {
				otherCount rows { time kind act speakerId locationId publisherId articleId count }
			}
		}`,
		{ by: [dimension], interval },
	)) as { statementStats: { otherCount: number; rows: Row[] } };
	if (statementStats.otherCount > 0) throw new Error("not every group is shown");
	return Object.fromEntries(
		statementStats.rows.map((row) => [keyOf(row, dimension.toLowerCase()), Number(row.count)]),
	);
}

/** All nodes of a list of the API. */
export async function everyNode(app: App, list: string, fields: string): Promise<Row[]> {
	const nodes: Row[] = [];
	for (let after: string | null = null; ; ) {
		const data = (await answer(
			app,
			`query ($after: String) { page: ${list}(first: 100, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
			{ after },
		)) as { page: { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
		nodes.push(...data.page.nodes);
		if (!data.page.pageInfo.hasNextPage) return nodes;
		after = data.page.pageInfo.endCursor;
	}
}
