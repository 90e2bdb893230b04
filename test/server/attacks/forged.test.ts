import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeGlobalId } from "../../../src/database/global-id.ts";
import type { App } from "../../../src/server/app.ts";
import { answer } from "../../support/app.ts";
import { corpusDatabase } from "../../support/database.ts";
import { loggingApp, post } from "../http.ts";
import { expectGuarded } from "./attacking.ts";

let app: App;
let logged: unknown[];
beforeAll(async () => {
	({ app, logged } = loggingApp(await corpusDatabase()));
});
afterAll(() => expect(logged).toEqual([]));

const TEXTS = [
	'\'; DROP TABLE "Statement"; --',
	"\\' OR 1=1 --",
	"%",
	"$1",
	"\0",
	"\ud800",
	"__proto__",
	"constructor",
	"x".repeat(20_000),
	"infinity",
	"-infinity",
	"9999-12-31",
	"10000-01-01",
	"999999999",
	"-999999999",
	"99999999999999999999",
	"1e9",
	"NaN",
	"",
];
const VALUES: readonly unknown[] = [
	...TEXTS,
	null,
	0,
	-1,
	1e308,
	true,
	[],
	{},
	["x"],
	{ toString: "x" },
];

const lists = [
	["statements", "orderBy: { field: SAID_AT, direction: DESC }"],
	["statements", "orderBy: { field: PUBLISHED_AT, direction: ASC }"],
	["statements", "orderBy: { field: POSITION, direction: ASC }"],
	["statements", 'filter: { search: "\u0631\u0648\u0633\u064a\u0627" }'],
	["articles", "orderBy: { field: TITLE, direction: ASC }"],
	["articles", "orderBy: { field: PUBLISHED_AT, direction: DESC }"],
	["speakers", "orderBy: { field: STATEMENT_COUNT, direction: DESC }"],
	["speakers", "orderBy: { field: NAME, direction: ASC }"],
	["locations", "orderBy: { field: STATEMENT_COUNT, direction: ASC }"],
] as const;

function encode(value: unknown): string {
	return Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
}

/** What a cursor has in it. */
function decode(cursor: string): unknown[] {
	return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
}

describe("a cursor that nobody gave", () => {
	it.each(lists)("is a place in %s(%s), or refused", async (list, given) => {
		const query = `query ($after: String, $before: String) { ${list}(first: 3, ${given}, after: $after, before: $before) { totalCount nodes { id } pageInfo { endCursor } } }`;
		const first = (await answer(app, query))[list] as {
			totalCount: number;
			pageInfo: { endCursor: string };
		};
		const real = decode(first.pageInfo.endCursor);
		const forged = [
			...real.flatMap((_part, index) => VALUES.map((value) => encode(real.with(index, value)))),
			...VALUES.map(encode),
			encode([...real, "more"]),
			encode(real.slice(1)),
			encode([]),
			`${first.pageInfo.endCursor}\0`,
			` ${first.pageInfo.endCursor}`,
			"[".repeat(50_000),
			Buffer.from("[".repeat(50_000)).toString("base64url"),
		];
		for (const [index, cursor] of forged.entries()) {
			const variables = index % 2 === 0 ? { after: cursor } : { before: cursor };
			const { data, codes } = expectGuarded(await post(app, { query, variables }));
			expect(["BAD_USER_INPUT", undefined]).toContain(codes[0]);
			// A place that is none of the list's own leaves the list as it is.
			if (codes.length === 0) expect(data).toHaveProperty([list, "totalCount"], first.totalCount);
		}
	});
});

describe("an id that nobody gave", () => {
	const nouns = ["Article", "Statement", "Speaker", "Location", "Occasion", "Publisher"] as const;

	it.each(nouns)("is that of nothing, or refused: %s", async (noun) => {
		const query =
			"query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { __typename id } }";
		for (const slug of TEXTS.filter((text) => text !== "")) {
			const id = encodeGlobalId(noun, slug);
			const { data, codes } = expectGuarded(await post(app, { query, variables: { id } }));
			if (codes.length === 0) expect(data).toEqual({ node: null, nodes: [null] });
			else expect(new Set(codes)).toEqual(new Set(["BAD_USER_INPUT"]));
		}
	});

	it("is refused where it names no noun of the schema", async () => {
		const query = "query ($id: ID!) { node(id: $id) { __typename id } }";
		for (const noun of ["Corpus", "Query", "__proto__", "constructor", "toString", "pg_user", ""]) {
			const id = Buffer.from(`${noun}:putin`).toString("base64");
			const { codes } = expectGuarded(await post(app, { query, variables: { id } }));
			expect(codes).toEqual(["BAD_USER_INPUT"]);
		}
	});

	it("does not lead to another noun in a filter", async () => {
		const query =
			"query ($eq: String) { statements(filter: { speaker: { eq: $eq } }) { totalCount } }";
		for (const eq of [
			encodeGlobalId("Location", "syria"),
			encodeGlobalId("Speaker", "putin' OR ''='"),
			encodeGlobalId("Speaker", "%"),
			"Q7747' OR ''='",
			"Q%",
		]) {
			const { codes } = expectGuarded(await post(app, { query, variables: { eq } }));
			expect(codes).toEqual(["BAD_USER_INPUT"]);
		}
	});
});

describe("a list of references that is as long as a body may be", () => {
	const query = "query ($f: StatementFilter) { statements(filter: $f) { totalCount } }";
	const lists: readonly (readonly [what: string, slugs: readonly string[]])[] = [
		["names that nothing has", Array.from({ length: 9000 }, (_none, index) => `s${index}`)],
		["Wikidata ids that nothing has", Array.from({ length: 9000 }, (_none, index) => `Q${index}`)],
		["ids", Array.from({ length: 2000 }, (_none, index) => encodeGlobalId("Speaker", `s${index}`))],
		["one name again and again", Array.from({ length: 9000 }, () => "putin")],
		["one long name that nothing has", ["x".repeat(90_000)]],
	];

	it.each(lists)("is answered soon and shortly, or refused: %s", async (_what, slugs) => {
		for (const noun of ["speaker", "article"])
			for (const key of ["in", "notIn"]) {
				const start = performance.now();
				const variables = { f: { [noun]: { [key]: slugs } } };
				const { codes, text } = expectGuarded(await post(app, { query, variables }));
				expect(performance.now() - start).toBeLessThan(10_000);
				expect(["BAD_USER_INPUT", undefined]).toContain(codes[0]);
				expect(text.length).toBeLessThan(2000);
			}
	});
});
