import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isObjectType } from "graphql";
import { describe, expect, it, test } from "vitest";
import { printedSchema, schema } from "../../src/schema/index.ts";
import { temporaryFolder } from "../database/folders.ts";
import { lintOperations, lintSchema, WITHOUT_ID } from "./graphql-lint.ts";

const printed = printedSchema();

test.each(["schema-recommended", "schema-relay"] as const)(
	"the printed schema keeps the rules of %s",
	async (set) => {
		expect(await lintSchema(set, printed)).toEqual([]);
	},
);

test("each type that is excused from having an id is there, and has none", () => {
	const excused = WITHOUT_ID.types.map((name) => [name, schema.getType(name)] as const);
	const inVain = excused.filter(([, type]) => !isObjectType(type) || "id" in type.getFields());
	expect(inVain.map(([name]) => name)).toEqual([]);
});

test("the examples keep the rules of operations-recommended", async () => {
	expect(await lintOperations("src/server/examples", printed)).toEqual([]);
});

const GOOD = `
"""Has an id."""
interface Node { id: ID! }
"""Is asked."""
type Query {
  """One of them."""
  node(id: ID!): Node
  """All of them."""
  books(first: Int, after: String, last: Int, before: String): BookConnection!
}
"""Is read."""
type Book implements Node { id: ID! title(lang: String): String! }
"""A page of books."""
type BookConnection { edges: [BookEdge!]! nodes: [Book!]! pageInfo: PageInfo! }
"""A book in its place."""
type BookEdge { cursor: String! node: Book! }
"""Where a page lies."""
type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
`;

/** The good schema with one thing changed, which must be there. */
function withChange(from: string, to: string): string {
	expect(GOOD).toContain(from);
	return GOOD.replace(from, to);
}

describe("schema-recommended finds", () => {
	it("nothing in a good schema", async () => {
		expect(await lintSchema("schema-recommended", GOOD)).toEqual([]);
	});

	it.each([
		{ rule: "require-description", from: '"""Is read."""\n', to: "" },
		{ rule: "naming-convention", from: "title(", to: "full_title(" },
		{ rule: "no-typename-prefix", from: "title(", to: "bookTitle(" },
		{
			rule: "strict-id-in-types",
			from: "title(lang: String): String!",
			to: "tag: Tag }\n" + '"""A tag."""\ntype Tag { text: String!',
		},
		{
			rule: "no-unreachable-types",
			from: "title(lang: String): String!",
			to: "title: String! }\n" + '"""Lost."""\nenum Lost { LOST',
		},
	])("a breach of $rule", async ({ rule, from, to }) => {
		const found = await lintSchema("schema-recommended", withChange(from, to));
		expect(found).toEqual([expect.stringMatching(new RegExp(`^schema\\.graphql:\\d+ ${rule} .`))]);
	});
});

describe("schema-relay finds", () => {
	it("nothing in a good schema", async () => {
		expect(await lintSchema("schema-relay", GOOD)).toEqual([]);
	});

	it.each([
		{ rule: "relay-arguments", from: "first: Int, after: String, ", to: "first: Int, " },
		{ rule: "relay-connection-types", from: " pageInfo: PageInfo!", to: "" },
		{ rule: "relay-edge-types", from: "type BookEdge { cursor: String!", to: "type BookEdge {" },
		{ rule: "relay-edge-types", from: "type Book implements Node", to: "type Book" },
		{ rule: "relay-page-info", from: "hasNextPage: Boolean!", to: "hasNextPage: Boolean" },
	])("a breach of $rule: $to", async ({ rule, from, to }) => {
		const found = await lintSchema("schema-relay", withChange(from, to));
		expect(found).toEqual([expect.stringMatching(new RegExp(`^schema\\.graphql:\\d+ ${rule} .`))]);
	});
});

/** What is found in operations that stand in a file each. */
async function foundIn(...operations: string[]): Promise<string[]> {
	const folder = await temporaryFolder();
	for (const [index, operation] of operations.entries())
		await writeFile(join(folder, `${index + 1}.graphql`), operation);
	return lintOperations(folder, GOOD);
}

describe("operations-recommended finds", () => {
	it("nothing in a good operation", async () => {
		expect(await foundIn("query Books { books { nodes { title } } }")).toEqual([]);
	});

	it.each([
		{ rule: "fields-on-correct-type", operation: "query Books { books { nodes { tittle } } }" },
		{ rule: "no-anonymous-operations", operation: "{ books { nodes { title } } }" },
		{
			rule: "no-unused-variables",
			operation: "query Books($id: ID) { books { nodes { title } } }",
		},
		{ rule: "naming-convention", operation: "query GetBooks { books { nodes { title } } }" },
		{
			rule: "known-argument-names",
			operation: "query Books { books(size: 1) { nodes { title } } }",
		},
	])("a breach of $rule", async ({ rule, operation }) => {
		expect(await foundIn(operation)).toEqual([
			expect.stringMatching(new RegExp(`^1\\.graphql:1 ${rule} .`)),
		]);
	});

	it("two operations with one name, in two files", async () => {
		const operation = "query Books { books { nodes { title } } }";
		expect(await foundIn(operation, operation)).toEqual([
			expect.stringMatching(/^1\.graphql:1 unique-operation-name /),
			expect.stringMatching(/^2\.graphql:1 unique-operation-name /),
		]);
	});

	it("a comment that would switch a rule off, and what it would hide", async () => {
		const comment = "# eslint-disable-next-line";
		expect(await foundIn(`${comment}\n{ books { nodes { title } } }`)).toEqual([
			expect.stringContaining("has no effect"),
			expect.stringMatching(/^1\.graphql:2 no-anonymous-operations /),
		]);
	});
});
