import fc, { type Arbitrary } from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { StatementFilter } from "../../src/database/filter/inputs.ts";
import type { App } from "../../src/server/app.ts";
import { statementFilters } from "../database/filter/arbitraries.ts";
import { variedDatabase } from "../database/varied-database.ts";
import { answer, testApp } from "../support/app.ts";

// Whatever is asked for: each way to look at a list must show the same rows in the same order.

let app: App;
let filters: Arbitrary<StatementFilter>;
beforeAll(async () => {
	const { database, corpus } = await variedDatabase();
	app = testApp(database);
	const searches = fc.constantFrom("القوات", '"القوات الأجنبية"', "سوريا -روسيا", "بوتن", "!!");
	filters = fc
		.tuple(statementFilters(corpus), fc.option(searches, { nil: undefined, freq: 3 }))
		.map(([filter, search]) => (search === undefined ? filter : { ...filter, search }));
});

const FIELDS = ["SAID_AT", "PUBLISHED_AT", "POSITION"] as const;
const orders = fc.option(
	fc.record({
		field: fc.constantFrom(...FIELDS),
		direction: fc.constantFrom("ASC", "DESC"),
	}),
	{ nil: undefined },
);

type Variables = { readonly filter: unknown; readonly orderBy: unknown };

interface List {
	readonly totalCount: number;
	readonly nodes: readonly { readonly slug: string }[];
	readonly pageInfo: {
		readonly hasNextPage: boolean;
		readonly hasPreviousPage: boolean;
		readonly startCursor: string | null;
		readonly endCursor: string | null;
	};
	readonly facets: readonly { readonly count: number }[];
}

const QUERY = `query ($filter: StatementFilter, $orderBy: StatementOrder, $first: Int, $after: String, $last: Int, $before: String) {
	statements(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
		totalCount nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } facets(field: KIND) { count }
	}
}`;

async function page(variables: Variables, more: object): Promise<List> {
	return (await answer(app, QUERY, { ...variables, ...more })).statements as List;
}

async function forwards(variables: Variables, size: number): Promise<string[]> {
	const found: string[] = [];
	let after: string | null = null;
	for (let more = true; more; ) {
		const list = await page(variables, { first: size, after });
		found.push(...list.nodes.map(({ slug }) => slug));
		after = list.pageInfo.endCursor;
		more = list.pageInfo.hasNextPage;
	}
	return found;
}

async function backwards(variables: Variables, size: number): Promise<string[]> {
	const found: string[] = [];
	let before: string | null = null;
	for (let more = true; more; ) {
		const list = await page(variables, { last: size, before });
		found.unshift(...list.nodes.map(({ slug }) => slug));
		before = list.pageInfo.startCursor;
		more = list.pageInfo.hasPreviousPage;
	}
	return found;
}

async function exported({ filter, orderBy }: Variables): Promise<string[]> {
	const parameters = new URLSearchParams({ filter: JSON.stringify(filter) });
	if (orderBy !== undefined) parameters.set("orderBy", JSON.stringify(orderBy));
	const response = await app.fetch(`http://aqwal.test/export/statements.ndjson?${parameters}`);
	expect(response.status).toBe(200);
	const lines = (await response.text()).split("\n").filter((line) => line !== "");
	return lines.map((line) => (JSON.parse(line) as { slug: string }).slug);
}

async function counted({ filter }: Variables): Promise<{ total: number; kinds: number }> {
	const query =
		"query ($filter: StatementFilter) { statementStats(filter: $filter, groupBy: [KIND]) { totalCount rows { count } } }";
	const { statementStats } = (await answer(app, query, { filter })) as {
		statementStats: { totalCount: number; rows: { count: number }[] };
	};
	return {
		total: statementStats.totalCount,
		kinds: statementStats.rows.reduce((sum, { count }) => sum + count, 0),
	};
}

/** In each field of a filter null means what leaving it out means, in JSON as in TypeScript. */
const plain = (filter: StatementFilter): unknown => JSON.parse(JSON.stringify(filter));

describe("every view of a list of statements", () => {
	test("shows the same rows: total, pages either way, export, counts and facets", async () => {
		let nonEmpty = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.constant(null).chain(() => filters),
				orders,
				fc.integer({ min: 3, max: 40 }),
				async (filter, orderBy, size) => {
					const variables = { filter: plain(filter), orderBy };
					const { totalCount, facets } = await page(variables, {});
					const rows = await forwards(variables, size);
					expect(new Set(rows).size).toBe(rows.length);
					expect(rows).toHaveLength(totalCount);
					expect(await backwards(variables, size)).toEqual(rows);
					expect(await exported(variables)).toEqual(rows);
					expect(await counted(variables)).toEqual({ total: totalCount, kinds: totalCount });
					expect(facets.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
					if (rows.length > 1) nonEmpty += 1;
				},
			),
			{ numRuns: 40 },
		);
		// It would say little if hardly a filter matched anything.
		expect(nonEmpty).toBeGreaterThan(5);
	});
});
