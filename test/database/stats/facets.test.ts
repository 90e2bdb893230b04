import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import { BadRequest } from "../../../src/database/bad-request.ts";
import { countingReader, type Database } from "../../../src/database/database.ts";
import { createEdition } from "../../../src/database/edition.ts";
import type { StatementFilter } from "../../../src/database/filter/inputs.ts";
import { statementCondition } from "../../../src/database/filter/statement.ts";
import { createLoaders } from "../../../src/database/loaders.ts";
import { statementOrder } from "../../../src/database/order.ts";
import type { ListQuery } from "../../../src/database/page.ts";
import { createReferences } from "../../../src/database/references.ts";
import type { Scope } from "../../../src/database/scopes.ts";
import type { Dimension } from "../../../src/database/stats/dimensions.ts";
import { checkFacets, type Facet, readFacets } from "../../../src/database/stats/facets.ts";
import { readStatementStats } from "../../../src/database/stats/statement-stats.ts";
import { statementFilters } from "../filter/arbitraries.ts";
import { variedDatabase } from "../varied-database.ts";
import { ALL, DIMENSIONS } from "./arbitraries.ts";

let database: Database;
let corpus: CheckedCorpus;
beforeAll(async () => {
	({ database, corpus } = await variedDatabase());
});

/** The database, of which nothing is kept. */
function freshSource() {
	return { reader: database, edition: createEdition() };
}

async function listOf(
	filter: StatementFilter | null,
	scope: Scope | null = null,
): Promise<ListQuery> {
	const condition = await statementCondition(createReferences(database), filter);
	return { table: "Statement", condition, order: statementOrder("SAID_AT", "DESC"), scope };
}

/** What statementStats gives for the same, in the form of facets. */
async function fromStats(
	filter: StatementFilter | null,
	field: Dimension,
	first: number,
): Promise<Facet[]> {
	const args = { ...ALL, filter, groupBy: [field], first };
	const source = { ...freshSource(), references: createReferences(database) };
	const { rows } = await readStatementStats(source, args);
	return rows.map(({ time, values, count }) => {
		const value = values[field] ?? { value: time?.toISOString().slice(0, 10) ?? "", names: null };
		return { ...value, count };
	});
}

describe("facets", () => {
	test.each(DIMENSIONS)("of %s are what statementStats counts", async (field) => {
		const expected = await fromStats(null, field, 100);
		expect(expected.length).toBeGreaterThan(1);
		expect(
			await readFacets(freshSource(), await listOf(null), { field, first: 100 }, [""]),
		).toEqual([expected]);
	});

	test("are what statementStats counts for any filter", async () => {
		const any = fc.tuple(
			statementFilters(corpus),
			fc.constantFrom(...DIMENSIONS),
			fc.integer({ min: 0, max: 12 }),
		);
		await fc.assert(
			fc.asyncProperty(any, async ([filter, field, first]) => {
				const [found] = await readFacets(freshSource(), await listOf(filter), { field, first }, [
					"",
				]);
				expect(found).toEqual(await fromStats(filter, field, first));
			}),
		);
	});

	test("inside rows are those of the row, in as many SQL statements for all of them as for one", async () => {
		const query = await listOf({ relayed: false }, "article");
		const keys = [...corpus.articles.map(({ slug }) => slug), "none"];
		const reader = countingReader(database);
		const { lists } = createLoaders(reader);
		const wanted = { field: "LOCATION", first: 3 } as const;
		const found = await Promise.all(keys.map((key) => lists.facets(query, wanted, key)));
		// The numbers of their statements, the columns, and the names.
		expect(reader.statementCount).toBe(3);
		const one = keys[found.findIndex(({ length }) => length === 3)] ?? "";
		const other = countingReader(database);
		await createLoaders(other).lists.facets(query, wanted, one);
		expect(other.statementCount).toBe(3);
		for (const [index, slug] of keys.slice(0, -1).entries())
			expect(found[index]).toEqual(
				await fromStats({ relayed: false, article: { eq: slug } }, "LOCATION", 3),
			);
		expect(found.at(-1)).toEqual([]);
		expect(found.some(({ length }) => length === 3)).toBe(true);
	});

	test("of other fields, numbers or lists are others", async () => {
		const reader = countingReader(database);
		const { lists } = createLoaders(reader);
		const query = await listOf(null);
		const other = await listOf({ relayed: true });
		const asked = [
			[query, { field: "KIND", first: 3 }],
			[query, { field: "ACT", first: 3 }],
			[query, { field: "ACT", first: 2 }],
			[other, { field: "ACT", first: 2 }],
			[query, { field: "KIND", first: 3 }],
		] as const;
		const found = await Promise.all(asked.map(([list, wanted]) => lists.facets(list, wanted, "")));
		// The columns, and for each list the numbers of its statements, whatever the field.
		expect(reader.statementCount).toBe(3);
		expect(found[4]).toEqual(found[0]);
		expect(new Set(found.map((facets) => JSON.stringify(facets))).size).toBe(4);
	});

	test("of everything, and of everything of one speaker, are counted on columns alone", async () => {
		const everything = { ...(await listOf(null)), isEverything: true };
		const wanted = { field: "ACT", first: 100 } as const;
		for (const [speaker, filter, cost] of [
			[null, null, 1],
			["putin", { speaker: { eq: "putin" } }, 2],
		] as const) {
			const reader = countingReader(database);
			const source = { reader, edition: createEdition() };
			const [found] = await readFacets(source, { ...everything, speaker }, wanted, [""]);
			expect(found).toEqual(await fromStats(filter, "ACT", 100));
			// The columns, and the number of the speaker.
			expect(reader.statementCount).toBe(cost);
		}
	});

	test.each([-1, 101])("%i of them are refused", (first) => {
		expect(() => checkFacets({ field: "KIND", first })).toThrow(BadRequest);
	});
});
