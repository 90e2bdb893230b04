import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../../src/schema/index.ts";
import type { App } from "../../../src/server/app.ts";
import { answer } from "../../support/app.ts";
import { corpusDatabase } from "../../support/database.ts";
import { loggingApp, post } from "../http.ts";
import { expectGuarded } from "./attacking.ts";
import { fieldsWithTexts, type TextPlace, textPlacesOf } from "./text-places.ts";

/** What is tried at every place. */
const WORST: readonly string[] = [
	'\'; DROP TABLE "Statement"; --',
	"\\' OR 1=1 --",
	"%",
	"$1",
	"\0",
	"\ud800",
];
/** What is tried where a list or a look-up begins: those inside of others are the same ones. */
const HOSTILE: readonly string[] = [
	...WORST,
	"' OR ''='",
	"_",
	"\\",
	"'",
	'"',
	"a & ! | ( : * <-> \\",
	'"a -"b -',
	"__proto__",
	"\u202e\ufeff\u200b\u0600",
	"\ufdfa".repeat(200),
	"x".repeat(20_000),
	"",
];

/** Filters in filters, which the walk through the schema does not go into. */
const filtersInFilters: readonly TextPlace[] = [
	{ not: { speaker: { eq: "TEXT" } } },
	{ or: [{ search: "TEXT" }, { location: { in: ["TEXT"] } }] },
	{ not: { or: [{ not: { search: "TEXT" } }] } },
].map((filter) => ({
	name: `Query.statements(filter: ${JSON.stringify(filter)})`,
	field: "Query.statements",
	query:
		"query ($value: StatementFilter) { statements(filter: $value) { totalCount nodes { id } edges { highlights { exact } } } }",
	variables: (text) => ({
		value: JSON.parse(JSON.stringify(filter), (_key, value) => (value === "TEXT" ? text : value)),
	}),
}));

const places = [...textPlacesOf(schema), ...filtersInFilters];
const SIZES =
	"{ corpus { statementCount articleCount speakerCount locationCount } statements(first: 0) { totalCount } articles(first: 0) { totalCount } }";

let app: App;
let logged: unknown[];
let sizes: unknown;
beforeAll(async () => {
	({ app, logged } = loggingApp(await corpusDatabase()));
	sizes = await answer(app, SIZES);
});
afterAll(async () => {
	expect(logged).toEqual([]);
	expect(await answer(app, SIZES)).toEqual(sizes);
});

describe("a text of any kind, at any place where one is taken, is only a text", () => {
	it.each(places)("$name", async ({ field, query, variables }) => {
		const texts = field.startsWith("Query.") ? HOSTILE : WORST;
		const answers = await Promise.all(
			texts.map(async (text) =>
				expectGuarded(await post(app, { query, variables: variables(text) })),
			),
		);
		// What is refused for anything else has not got as far as to where the text is read.
		for (const { codes, text } of answers)
			expect(
				codes.filter((code) => code !== "BAD_USER_INPUT"),
				text.slice(0, 500),
			).toEqual([]);
	});

	it("and these are all the places that there are", () => {
		expect([...new Set(places.map(({ field }) => field))].toSorted()).toEqual(
			fieldsWithTexts(schema).toSorted(),
		);
		expect(places.length).toBeGreaterThan(150);
	});
});

describe("the signs that SQL takes for any text", () => {
	it.each(["%", "_", "%%", "\\%", "p%", "put_n%", "*", ".*"])(
		"match nothing: %s",
		async (search) => {
			for (const list of ["speakers", "locations", "statements", "articles"])
				for (const text of [search, `"${search}"`]) {
					const query = `query ($text: String) { ${list}(filter: { search: $text }) { nodes { slug } } }`;
					const found = await answer(app, query, { text });
					const all = await answer(app, `{ ${list} { nodes { slug } } }`);
					expect(found).not.toEqual(all);
				}
			const query = "query ($text: String!) { suggest(text: $text) { slug } }";
			if (!/[a-z]/.test(search))
				expect(await answer(app, query, { text: search })).toEqual({ suggest: [] });
		},
	);
});

describe("a text that is written into the query itself", () => {
	it.each(HOSTILE.filter((text) => text.length < 1000))("is only a text: %j", async (text) => {
		const literal = JSON.stringify(text);
		for (const query of [
			`{ speaker(by: { slug: ${literal} }) { slug } }`,
			`{ statements(filter: { search: ${literal} }) { totalCount } }`,
			`{ statementStats(timeZone: ${literal}) { totalCount } }`,
			`{ statements(after: ${literal}) { totalCount } }`,
		]) {
			const { codes } = expectGuarded(await post(app, { query }));
			expect(["BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED", undefined]).toContain(codes[0]);
		}
	});
});
