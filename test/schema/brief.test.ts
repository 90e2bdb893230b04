import { describe, expect, test } from "vitest";
import type { Reader } from "../../src/database/database.ts";
import { answer, testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const database = await corpusDatabase();
const pages: boolean[] = [];
const read: Reader["read"] = (statement, isBrief) => {
	// What is not brief is left out by most callers.
	if (
		/ LIMIT \d+|AS f\(number, key\)/.test(statement.sql) &&
		statement.sql.includes('"Statement" s')
	)
		pages.push(isBrief ?? false);
	return database.read(statement, isBrief);
};

/** Whether the pages of statements that an operation reads let others wait behind them. */
async function readsOf(query: string): Promise<boolean[]> {
	pages.length = 0;
	await answer(testApp({ read }), query);
	return pages;
}

const IN_ORDER = ["SAID_AT", "PUBLISHED_AT", "POSITION"];

describe("a page of statements lets others wait behind it", () => {
	test("when it is read in the order of an index and nothing is sought", async () => {
		for (const field of IN_ORDER)
			for (const direction of ["ASC", "DESC"]) {
				const order = `orderBy: { field: ${field}, direction: ${direction} }`;
				expect(await readsOf(`{ statements(${order}) { nodes { slug } } }`)).toEqual([true]);
				expect(
					await readsOf(`{ articles { nodes { statements(${order}) { nodes { slug } } } } }`),
				).toEqual([true]);
			}
		// Which rows a search has found, and in which order, is known before any is read.
		expect(
			await readsOf('{ statements(filter: { search: "القوات" }) { nodes { slug } } }'),
		).toEqual([true]);
		const ofOne = 'statements(filter: { speaker: { eq: "putin" } }) { nodes { slug } }';
		expect(await readsOf(`{ ${ofOne} }`)).toEqual([true]);
		expect(await readsOf("{ speakers { nodes { statements { nodes { slug } } } } }")).toEqual([
			true,
		]);
	});

	test("and never when something else may have to be read or sorted for it", async () => {
		for (const more of [
			'filter: { speaker: { eq: "putin" } }, orderBy: { field: POSITION, direction: ASC }',
			'filter: { speaker: { eq: "putin" } }, orderBy: { field: PUBLISHED_AT, direction: ASC }',
			'filter: { speaker: { eq: "putin", notIn: ["erdogan"] } }',
			'filter: { speaker: { in: ["putin"] } }',
			"filter: { kind: { eq: DIRECT } }",
			'filter: { search: "القوات", kind: { eq: DIRECT } }',
			'filter: { search: "القوات" }, orderBy: { field: SAID_AT }',
			'filter: { search: "-القوات" }',
			'filter: { or: [{ speaker: { eq: "putin" } }] }',
			"filter: { reviewStatus: DRAFT }",
		])
			expect(await readsOf(`{ statements(${more}) { nodes { slug } } }`)).toEqual([false]);
		expect(await readsOf("{ locations { nodes { statements { nodes { slug } } } } }")).toEqual([
			false,
		]);
	});
});
