import { readFileSync } from "node:fs";
import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import {
	AT_ONCE_EACH,
	DEFAULT_CONCURRENCY,
	DEFAULT_HTTP,
	DEFAULT_LIMITS,
	DEFAULT_MOST_MILLISECONDS,
	readConfiguration,
} from "../../src/config.ts";
import { LARGEST_BODY } from "../../src/server/app.ts";
import { appWithoutDatabase, get, post } from "./http.ts";

const app = appWithoutDatabase();

function repeated(count: number, part: (index: number) => string): string {
	return Array.from({ length: count }, (_none, index) => part(index)).join(" ");
}

/** Fields in so many levels. */
function nested(levels: number): string {
	return `{ __type(name: "Query") ${"{ ofType ".repeat(levels - 2)} { name } ${"}".repeat(levels - 1)}`;
}

/** A tree of fragments: each is two of the next, so that the last counts 2 to the power of so many. */
function bomb(levels: number, leaf: string): string {
	const fragments = repeated(
		levels,
		(index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
	);
	return `{ ...F0 } ${fragments} fragment F${levels} on Query { ${leaf} }`;
}

async function refusalOf(query: string) {
	const { status, codes, errors } = await post(app, { query });
	return { status, codes, messages: errors.map(({ message }) => message) };
}

describe("an operation", () => {
	const aliases = (count: number) => `{ ${repeated(count, (index) => `a${index}: __typename`)} }`;
	const directives = (count: number) =>
		`{ ${repeated(count, () => "__typename @skip(if: false)")} }`;
	// Each name is a token, and so are the braces.
	const tokens = (count: number) => `{ ${repeated(count - 2, () => "__typename")} }`;

	it.each([
		["tokens", tokens(DEFAULT_LIMITS.tokens), tokens(DEFAULT_LIMITS.tokens + 1)],
		["aliases", aliases(DEFAULT_LIMITS.aliases), aliases(DEFAULT_LIMITS.aliases + 1)],
	])("may have so many %s and no more", async (name, good, bad) => {
		// Of so many fields of one name graphql compares no more; its code is another.
		expect((await post(app, { query: good })).codes).not.toContain("OVER_LIMIT");
		const { status, codes, messages } = await refusalOf(bad);
		expect({ status, codes }).toEqual({ status: 400, codes: ["OVER_LIMIT"] });
		expect(messages[0]).toContain(`at most ${DEFAULT_LIMITS[name as "tokens"]} `);
	});

	it("may have so many directives and no more", async () => {
		const query = directives(DEFAULT_LIMITS.directives);
		expect((await post(app, { query })).data).toEqual({ __typename: "Query" });
		const { status, codes } = await refusalOf(directives(DEFAULT_LIMITS.directives + 1));
		expect({ status, codes }).toEqual({ status: 400, codes: ["OVER_LIMIT"] });
		// At one place the same one twice is no valid document either.
		const heap = `{ __typename ${repeated(100, () => "@skip(if: false)")} }`;
		expect((await refusalOf(heap)).codes).toContain("OVER_LIMIT");
	});

	it("counts the directives of every place where a fragment is used", async () => {
		const most = DEFAULT_LIMITS.directives;
		const used = (times: number, inside: string) =>
			`{ ${repeated(times, () => "...F @include(if: true)")} } fragment F on Query { ${inside} }`;
		expect((await refusalOf(used(most, "__typename"))).codes).toEqual([]);
		expect((await refusalOf(used(most + 1, "__typename"))).codes).toEqual(["OVER_LIMIT"]);
		const skipped = "__typename @skip(if: false)";
		expect((await refusalOf(used(most / 2, skipped))).codes).toEqual([]);
		expect((await refusalOf(used(most / 2 + 1, skipped))).codes).toEqual(["OVER_LIMIT"]);
		const variables = repeated(most + 1, (index) => `$v${index}: Int @nothing`);
		expect((await refusalOf(`query (${variables}) { __typename }`)).codes).toContain("OVER_LIMIT");
	});

	it("may have so many levels and no more", async () => {
		expect((await refusalOf(nested(DEFAULT_LIMITS.depth))).codes).toEqual([]);
		const { status, codes: found } = await refusalOf(nested(DEFAULT_LIMITS.depth + 1));
		expect({ status, found }).toEqual({ status: 400, found: ["OVER_LIMIT"] });
	});

	it.each(["a: __typename", "__typename @skip(if: false)"])(
		"counts %s in fragments as often as they are used, and quickly",
		async (leaf) => {
			expect((await refusalOf(bomb(20, leaf))).codes).toEqual(["OVER_LIMIT"]);
		},
	);

	it("is refused by GET too", async () => {
		const { status, codes } = await get(app, { query: aliases(DEFAULT_LIMITS.aliases + 1) });
		expect({ status, codes }).toEqual({ status: 400, codes: ["OVER_LIMIT"] });
	});

	it("may be what GraphiQL asks of the schema", async () => {
		const query = getIntrospectionQuery({
			specifiedByUrl: true,
			inputValueDeprecation: true,
			oneOf: true,
		});
		expect((await post(app, { query })).codes).toEqual([]);
	});
});

describe("the table of limits", () => {
	const file = new URL("../../docs/limits.md", import.meta.url);
	const rows = readFileSync(file, "utf8")
		.split("\n")
		.filter((line) => /^\| .*\d/.test(line))
		.map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));
	const tabled = Object.fromEntries(
		rows.map(([, what, setting, value]) => [
			setting === "–" ? what : setting,
			Number.parseInt(value ?? "", 10),
		]),
	);

	it("has the numbers of the code", () => {
		expect(tabled).toEqual({
			MOST_TOKENS: DEFAULT_LIMITS.tokens,
			MOST_DEPTH: DEFAULT_LIMITS.depth,
			MOST_ALIASES: DEFAULT_LIMITS.aliases,
			MOST_DIRECTIVES: DEFAULT_LIMITS.directives,
			MOST_COST: DEFAULT_LIMITS.cost,
			OPERATIONS_AT_ONCE: AT_ONCE_EACH,
			MOST_UNDER_WAY: DEFAULT_CONCURRENCY.mostUnderWay,
			MOST_WAITING: DEFAULT_CONCURRENCY.mostWaiting,
			MOST_SECONDS: DEFAULT_MOST_MILLISECONDS / 1000,
			HEADER_SECONDS: DEFAULT_HTTP.headersTimeout / 1000,
			REQUEST_SECONDS: DEFAULT_HTTP.requestTimeout / 1000,
			MOST_CONNECTIONS: DEFAULT_HTTP.mostConnections,
			"bytes of a body": LARGEST_BODY,
		});
	});

	it("has settings that change them", () => {
		const { limits, concurrency, mostMilliseconds, http } = readConfiguration({
			MOST_TOKENS: "1",
			MOST_DEPTH: "2",
			MOST_ALIASES: "3",
			MOST_DIRECTIVES: "4",
			MOST_COST: "5",
			OPERATIONS_AT_ONCE: "6",
			MOST_UNDER_WAY: "7",
			MOST_WAITING: "8",
			MOST_SECONDS: "9",
			HEADER_SECONDS: "10",
			REQUEST_SECONDS: "11",
			MOST_CONNECTIONS: "12",
		});
		expect(mostMilliseconds).toBe(9000);
		expect(http).toEqual({ headersTimeout: 10_000, requestTimeout: 11_000, mostConnections: 12 });
		expect(concurrency).toEqual({ atOnce: 6, mostUnderWay: 7, mostWaiting: 8 });
		expect(limits).toEqual({ tokens: 1, depth: 2, aliases: 3, directives: 4, cost: 5 });
		expect(() => readConfiguration({ MOST_DEPTH: "0" })).toThrow("MOST_DEPTH: expected");
	});
});
