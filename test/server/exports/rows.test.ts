import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import type { Database } from "../../../src/database/database.ts";
import type { App } from "../../../src/server/app.ts";
import { statementFilters } from "../../database/filter/arbitraries.ts";
import { variedDatabase } from "../../database/varied-database.ts";
import { answer } from "../../support/app.ts";
import { type Asked, exported, exportingApp, records, watched } from "./exporting.ts";

/** Small enough for several batches, of which the borders fall among equal dates. */
const BATCH = 7;

let app: App;
let corpus: CheckedCorpus;
let database: Database;
beforeAll(async () => {
	const varied = await variedDatabase();
	corpus = varied.corpus;
	database = varied.database;
	app = exportingApp(database, BATCH);
});

interface List {
	readonly totalCount: number;
	readonly nodes: readonly { readonly id: string }[];
	readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const PAGE = `query ($filter: StatementFilter, $orderBy: StatementOrder, $after: String) {
	statements(filter: $filter, orderBy: $orderBy, first: 13, after: $after) {
		totalCount
		nodes { id }
		pageInfo { hasNextPage endCursor }
	}
}`;

/** The ids of the list as the API pages through it, and its own count. */
async function listed({ filter, orderBy }: Asked): Promise<{ ids: string[]; total: number }> {
	const ids: string[] = [];
	let after: string | null = null;
	for (;;) {
		const data = await answer(app, PAGE, { filter, orderBy, after });
		const { totalCount, nodes, pageInfo } = data.statements as List;
		ids.push(...nodes.map(({ id }) => id));
		if (!pageInfo.hasNextPage) return { ids, total: totalCount };
		after = pageInfo.endCursor;
	}
}

interface Quotation {
	readonly "@type": string;
	readonly identifier: string;
}

/** The ids of an export in each of its forms. */
async function exportedIds(asked: Asked): Promise<Record<string, string[]>> {
	const rows = parse(await exported(app, "csv", asked), { columns: true }) as { id: string }[];
	const document = JSON.parse(await exported(app, "jsonld", asked)) as { "@graph": Quotation[] };
	return {
		csv: rows.map(({ id }) => id),
		ndjson: (await records(app, asked)).map(({ id }) => id),
		jsonld: document["@graph"].slice(1).map(({ identifier }) => identifier),
	};
}

const orders = (["SAID_AT", "PUBLISHED_AT", "POSITION"] as const).flatMap((field) =>
	(["ASC", "DESC"] as const).map((direction) => ({ field, direction })),
);

const asks: readonly Asked[] = [
	{},
	{ filter: null, orderBy: null },
	...orders.map((orderBy) => ({ orderBy })),
	{ filter: { or: [{ reviewStatus: "DRAFT" }, { reviewStatus: "CURATED" }] } },
	{ filter: { speaker: { eq: "putin" }, location: { eq: "Q858" } } },
	{ filter: { kind: { in: ["DIRECT", "MIXED"] }, saidAt: { from: "2018-01-01" } } },
	{ filter: { not: { saidAt: { from: 0 } } }, orderBy: { field: "SAID_AT" } },
	{ filter: { speaker: { in: [] } } },
];

describe("an export has the rows of the list, in its order", () => {
	it.each(asks)("for %j", async (asked) => {
		const { ids, total } = await listed(asked);
		expect(ids).toHaveLength(total);
		expect(await exportedIds(asked)).toEqual({ csv: ids, ndjson: ids, jsonld: ids });
	});

	it("for any filter and order", async () => {
		const asked = fc.record({
			filter: statementFilters(corpus),
			orderBy: fc.constantFrom(...orders),
		});
		await fc.assert(
			fc.asyncProperty(asked, async (one) => {
				const { ids } = await listed(one);
				expect((await records(app, one)).map(({ id }) => id)).toEqual(ids);
			}),
			{ numRuns: 40 },
		);
	});
});

describe("the number of SQL statements", () => {
	it("is 8 a batch at the most, however large it is, and one before the first", async () => {
		const all = { filter: { reviewStatus: "CURATED" } };
		for (const batchSize of [30, 60, 500]) {
			const reader = watched(database);
			const rows = await records(exportingApp(reader, batchSize), all);
			expect(reader.batches).toBe(Math.ceil(rows.length / batchSize));
			expect(reader.statements).toBeLessThanOrEqual(1 + 8 * reader.batches);
			if (reader.batches === 1) expect(reader.statements).toBe(9);
		}
	});
});
