import { describe, expect, it } from "vitest";
import { expectAlive, expectNothingLogged, postTo, serverWithoutDatabase } from "./attacking.ts";

expectNothingLogged();
const url = await serverWithoutDatabase();

/** How long the refusal of a bomb may take, in milliseconds: it is no work, but the machine may have other work. */
const LONGEST = 10_000;

function repeated(count: number, part: (index: number) => string): string {
	return Array.from({ length: count }, (_none, index) => part(index)).join(" ");
}

/** So many times the same in each other, with a core in the middle. */
function nested(levels: number, before: string, core: string, after: string): string {
	return before.repeat(levels) + core + after.repeat(levels);
}

/** So many fragments, each of which spreads some of the others. */
function fragments(count: number, spreads: (index: number) => string): string {
	return repeated(count, (index) => `fragment F${index} on Query { ${spreads(index)} }`);
}

interface Bomb {
	readonly what: string;
	readonly query: string;
	readonly variables?: string;
	/** One of the codes that it is refused with. */
	readonly code: string;
}

const TOO_MUCH = "OVER_LIMIT";
const INVALID = "GRAPHQL_VALIDATION_FAILED";
const UNREADABLE = "GRAPHQL_PARSE_FAILED";
const BAD_INPUT = "BAD_USER_INPUT";
const FILTERED = "query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }";

const wide: readonly Bomb[] = [
	{ what: "10,000 equal fields", query: `{ ${"__typename ".repeat(9000)} }`, code: TOO_MUCH },
	{
		what: "5,000 aliases",
		query: `{ ${repeated(5000, (index) => `a${index}:__typename`)} }`,
		code: TOO_MUCH,
	},
	{ what: "10,000 directives at one place", query: `{ a ${"@a".repeat(10_000)} }`, code: TOO_MUCH },
	{
		what: "10,000 directives of the operation itself",
		query: `query A ${"@a".repeat(10_000)} { a }`,
		code: TOO_MUCH,
	},
	{
		what: "as many directives of the operation as tokens allow",
		query: `query A ${"@skip(if: false) ".repeat(300)} { __typename }`,
		code: TOO_MUCH,
	},
	{
		what: "as many directives of variables as tokens allow",
		query: `query (${repeated(150, (index) => `$v${index}: Int @skip(if: false)`)}) { __typename }`,
		code: INVALID,
	},
	{ what: "5,000 operations", query: "query A{a}".repeat(5000), code: TOO_MUCH },
	{
		what: "2,000 fragments that nothing uses",
		query: `{ __typename } ${fragments(2000, () => "a")}`,
		code: TOO_MUCH,
	},
	{
		what: "as many variables that nothing uses as tokens allow",
		query: `query (${repeated(400, (index) => `$v${index}: Int`)}) { __typename }`,
		code: INVALID,
	},
	{
		what: "as many unknown arguments as tokens allow",
		query: `{ corpus(${repeated(600, (index) => `a${index}: 1`)}) { version } }`,
		code: INVALID,
	},
	{ what: "a name of 90,000 letters", query: `{ ${"x".repeat(90_000)} }`, code: INVALID },
	{
		what: "a number of 90,000 digits",
		query: `{ statements(first: ${"1".repeat(90_000)}) { totalCount } }`,
		code: INVALID,
	},
	{
		what: "a text of 90,000 letters where a number is asked for",
		query: `{ statements(first: "${"x".repeat(90_000)}") { totalCount } }`,
		code: INVALID,
	},
	{ what: "90,000 commas", query: ",".repeat(90_000), code: UNREADABLE },
	{ what: "a text that does not end", query: `{ a(b: """${"x".repeat(80_000)}`, code: UNREADABLE },
	{
		what: "a list of 10,000 numbers",
		query: `{ nodes(ids: [${"1 ".repeat(10_000)}]) { id } }`,
		code: TOO_MUCH,
	},
	{
		what: "4,000 wrong values in a variable",
		query: "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
		variables: `{"ids":[${"{},".repeat(4000)}{}]}`,
		code: BAD_INPUT,
	},
	{
		what: "20,000 ids in a variable",
		query: "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
		variables: `{"ids":[${"1,".repeat(20_000)}1]}`,
		code: TOO_MUCH,
	},
];

const deep: readonly Bomb[] = [
	{
		what: "45,000 levels of a selection",
		query: nested(45_000, "{a", "", "}").slice(0, 90_000),
		code: TOO_MUCH,
	},
	{
		what: "as many levels of inline fragments as tokens allow, with an unknown field in the middle",
		query: nested(640, "{...", "{a}", "}"),
		code: INVALID,
	},
	{
		what: "as many levels of lists in a value as tokens allow",
		query: `{ nodes(ids: ${nested(900, "[", "1", "]")}) { id } }`,
		code: INVALID,
	},
	{
		what: "40,000 levels of lists in a value",
		query: `{ nodes(ids: ${nested(40_000, "[", "1", "]")}) { id } }`,
		// The reader of documents goes into each level, and gives up before the last token.
		code: "BAD_REQUEST",
	},
	{
		what: "as many levels of lists in a type as tokens allow",
		query: `query ($a: ${nested(900, "[", "Int", "]")}) { __typename }`,
		code: INVALID,
	},
	{
		what: "as many filters in each other as tokens allow",
		query: `{ statements(filter: ${nested(450, "{ not: ", "{}", "}")}) { totalCount } }`,
		code: BAD_INPUT,
	},
	{
		what: "10,000 filters in each other in a variable",
		query: FILTERED,
		variables: `{"filter":${nested(10_000, '{"not":', "{}", "}")}}`,
		code: "BAD_REQUEST",
	},
	{
		what: "1,000 filters in each other in a variable",
		query: FILTERED,
		variables: `{"filter":${nested(1000, '{"not":', "{}", "}")}}`,
		code: BAD_INPUT,
	},
	{
		what: "45,000 lists in each other in a variable",
		query: FILTERED,
		variables: `{"filter":${nested(45_000, "[", "", "]")}}`,
		code: BAD_INPUT,
	},
];

const circular: readonly Bomb[] = [
	{
		what: "a fragment in itself",
		query: "{ ...F } fragment F on Query { ...F }",
		code: INVALID,
	},
	{
		what: "a fragment in itself that nothing uses",
		query: "{ __typename } fragment F on Query { ...F }",
		code: INVALID,
	},
	{
		what: "fragments in each other, through fields",
		query:
			"{ node(id: 1) { ...F } } fragment F on Article { statements { nodes { ...G } } } fragment G on Statement { article { ...F ...F } }",
		code: INVALID,
	},
	{
		what: "a ring of 200 fragments",
		query: `{ ...F0 } ${fragments(200, (index) => `...F${(index + 1) % 200}`)}`,
		code: INVALID,
	},
	{
		what: "30 fragments, each in all of them",
		query: `{ ...F0 } ${fragments(30, () => repeated(30, (index) => `...F${index}`))}`,
		code: INVALID,
	},
	{
		what: "a path of 40 fragments with long names, the last of which leads back to each",
		query: `{ ...${long(0)} } ${repeated(40, (index) => {
			const all = repeated(39, (to) => `...${long(to)}`);
			return `fragment ${long(index)} on Query { ${index < 39 ? `...${long(index + 1)}` : all} }`;
		})}`,
		code: INVALID,
	},
	{
		what: "a fragment in itself with aliases and directives",
		query:
			"{ ...F } fragment F on Query { a: __typename @skip(if: false) ...F @skip(if: false) ...F @include(if: true) }",
		code: INVALID,
	},
];

function long(index: number): string {
	return `F${index}${"x".repeat(200)}`;
}

describe("a bomb is refused with a code, soon and shortly, and others are answered:", () => {
	it.each([...wide, ...deep, ...circular])("$what", async ({ query, variables = "{}", code }) => {
		const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`;
		const start = performance.now();
		const [{ codes, data, text }] = await Promise.all([postTo(url, body), expectAlive(url)]);
		expect(performance.now() - start).toBeLessThan(LONGEST);
		expect(data ?? undefined).toBeUndefined();
		expect(codes, text.slice(0, 300)).toContain(code);
	});
});

describe("fragments in fragments", () => {
	it("are compared with each other soon", async () => {
		// Each level has two fields of one name, with another fragment in each.
		const levels = 13;
		const pairs = repeated(levels, (index) =>
			repeated(
				2,
				(side) =>
					`fragment F${index}${side} on __Type { ofType { ...F${index + 1}0 } ofType { ...F${index + 1}1 } }`,
			),
		);
		const ends = repeated(2, (side) => `fragment F${levels}${side} on __Type { name }`);
		const query = `{ __type(name: "Query") { ...F00 ...F01 } } ${pairs} ${ends}`;
		const start = performance.now();
		await postTo(url, { query });
		expect(performance.now() - start).toBeLessThan(LONGEST);
	});
});

describe("what is long but asks for little", () => {
	it.each([
		["500 equal fields", { query: `{ ${"__typename ".repeat(500)} }` }],
		["a comment of 90,000 letters", { query: `{ __typename } # ${"x".repeat(90_000)}` }],
		[
			"250 operations of which one is asked for",
			{
				query: repeated(250, (index) => `query A${index} { __typename }`),
				operationName: "A249",
			},
		],
		[
			"as many levels of inline fragments as tokens allow",
			{ query: nested(640, "{...", "{__typename}", "}") },
		],
	])("is answered: %s", async (_what, body) => {
		const { data, codes } = await postTo(url, body);
		expect({ data, codes }).toEqual({ data: { __typename: "Query" }, codes: [] });
	});

	it("is answered whatever is in the extensions", async () => {
		const body = `{"query":"{ __typename }","extensions":{"a":${nested(45_000, "[", "", "]")}}}`;
		expect((await postTo(url, body)).data).toEqual({ __typename: "Query" });
	});
});
