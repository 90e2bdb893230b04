import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/config.ts";
import { schema } from "../../src/schema/index.ts";
import { costOf } from "../../src/server/cost.ts";
import { appWithoutDatabase, get, post } from "./http.ts";

function cost(query: string, variables: Record<string, unknown> = {}, name: string | null = null) {
	return costOf(schema, parse(query), name)(variables);
}

describe("the cost of an operation", () => {
	it.each([
		["values", "{ __typename }", 0],
		["one thing", '{ speaker(slug: "putin") { slug } }', 1],
		["a page of the usual size", "{ statements { nodes { text } } }", 1 + 20],
		["a page", "{ statements(first: 3) { nodes { text } } }", 1 + 3],
		["a page from the end", "{ statements(last: 4) { nodes { text } } }", 1 + 4],
		["rows with their edges", "{ statements(first: 3) { edges { node { text } } } }", 1 + 3],
		["where a page lies", "{ statements(first: 3) { pageInfo { hasNextPage } } }", 1],
		["what is in each row", "{ statements(first: 3) { nodes { article { slug } } } }", 1 + 3 * 2],
		[
			"small lists with what is in them",
			"{ statements(first: 3) { nodes { locations { location { slug } } } } }",
			1 + 3 * (1 + 2 + 2),
		],
		["small lists", "{ statements(first: 3) { nodes { speakers { slug } } } }", 1 + 3 * (1 + 2)],
		["things by ids", '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
		["counts once, however many rows", "{ statements(first: 0) { totalCount } }", 1 + 10],
		["counts beside rows", "{ statements(first: 50) { totalCount nodes { text } } }", 1 + 10 + 50],
		[
			"counts in fragments",
			"{ statements(first: 5) { ...C } } fragment C on StatementConnection { totalCount nodes { slug } }",
			1 + 10 + 5,
		],
		[
			"counts inside of rows",
			"{ speakers(first: 4) { nodes { statements(first: 0) { totalCount } } } }",
			1 + 4 * (1 + 1 + 10),
		],
		["statistics", "{ statementStats(first: 7) { rows { count } } }", 100 + 1 + 7],
		["the schema", "{ __schema { types { fields { name } } } }", 0],
	])("counts %s", (_what, query, expected) => {
		expect(cost(query)).toBe(expected);
	});

	it("is the same for values and variables", () => {
		const literal = cost(
			"{ statements(first: 50) { nodes { article { statements(first: 9) { nodes { text } } } } } }",
		);
		const query =
			"query ($first: Int, $inner: Int = 9) { statements(first: $first) { nodes { article { statements(first: $inner) { nodes { text } } } } } }";
		expect(literal).toBe(1 + 50 * (1 + 1 + 1 + 9));
		expect(cost(query, { first: 50 })).toBe(literal);
		expect(cost(query)).toBe(1 + 20 * (1 + 1 + 1 + 9));
		expect(cost(query, { first: "x", inner: {} })).toBe(1);
	});

	it("is that of the operation that is named", () => {
		const query =
			"query A { statements(first: 1) { nodes { text } } } query B { statements(first: 2) { nodes { text } } }";
		expect([cost(query, {}, "A"), cost(query, {}, "B")]).toEqual([2, 3]);
	});

	it("counts a fragment wherever it is used, and looks at it once", () => {
		const levels = 60;
		const fragments = Array.from(
			{ length: levels },
			(_none, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
		).join(" ");
		const query = `{ ...F0 } ${fragments} fragment F${levels} on Query { speaker(slug: "putin") { slug } }`;
		expect(cost(query)).toBe(2 ** levels);
	});
});

const dear =
	"query ($first: Int) { statements(first: $first) { nodes { article { statements(first: 100) { nodes { text } } } } } }";

describe("an operation that costs too much", () => {
	const app = appWithoutDatabase();

	it("is refused before the database is asked, by POST and by GET, again and again", async () => {
		for (let time = 0; time < 5; time += 1) {
			const { status, codes, data } = await post(app, { query: dear, variables: { first: 100 } });
			expect({ status, codes, data }).toEqual({
				status: 400,
				codes: ["OVER_LIMIT"],
				data: undefined,
			});
		}
		const variables = JSON.stringify({ first: 100 });
		expect((await get(app, { query: dear, variables })).codes).toEqual(["OVER_LIMIT"]);
	});

	it("says how much that is, and tells it to whoever asks", async () => {
		const found = 1 + 100 * (1 + 1 + 1 + 100);
		const { text, errors } = await post(app, {
			query: dear,
			variables: { first: 100 },
			extensions: { cost: true },
		});
		expect(errors[0]?.message).toContain(`at most ${DEFAULT_LIMITS.cost}, found ${found}`);
		expect(JSON.parse(text)).toMatchObject({
			extensions: { cost: { found, most: DEFAULT_LIMITS.cost } },
		});
	});

	it("tells the cost of what is answered too, where that is asked", async () => {
		const query = "{ __typename }";
		const asked = await post(app, { query, extensions: { cost: true } });
		expect(JSON.parse(asked.text)).toEqual({
			data: { __typename: "Query" },
			extensions: { cost: { found: 0, most: DEFAULT_LIMITS.cost } },
		});
		expect(JSON.parse((await post(app, { query })).text)).toEqual({
			data: { __typename: "Query" },
		});
	});
});
