import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../../src/server/app.ts";
import { testApp } from "../../support/app.ts";
import { corpusDatabase } from "../../support/database.ts";
import { appWithoutDatabase, send } from "../http.ts";

let app: App;
beforeAll(async () => {
	app = testApp(await corpusDatabase());
});

/** A query string that is refused, and a part of what is told. */
interface Refused {
	readonly what: string;
	readonly parameters: readonly (readonly [name: string, value: string])[];
	readonly message: string;
}

function filter(what: string, value: unknown, message: string): Refused {
	return { what, parameters: [["filter", JSON.stringify(value)]], message };
}

function orderBy(what: string, value: unknown, message: string): Refused {
	return { what, parameters: [["orderBy", JSON.stringify(value)]], message };
}

/** What is wrong without a look into the corpus. */
const malformed: readonly Refused[] = [
	{
		what: "no JSON",
		parameters: [["filter", "{speaker:putin}"]],
		message: "expected filter to be JSON in the form of the input StatementFilter",
	},
	{ what: "nothing for JSON", parameters: [["filter", ""]], message: 'found ""' },
	{ what: "half of JSON", parameters: [["orderBy", '{"field":']], message: "input StatementOrder" },
	{ what: "NUL in the JSON", parameters: [["filter", "\0"]], message: String.raw`found "\u0000"` },
	filter("a text", "putin", 'filter: Expected type "StatementFilter" to be an object'),
	filter("a number", 1, "filter: Expected type"),
	filter("a list", [], "filter: Expected type"),
	filter(
		"an unknown field",
		{ speakr: {} },
		'filter: Field "speakr" is not defined by type "StatementFilter". Did you mean "speaker"',
	),
	filter(
		"an unknown field deep inside",
		{ or: [{}, { not: { kind: { is: 1 } } }] },
		'filter.or[1].not.kind: Field "is" is not defined',
	),
	filter(
		"an unknown enum value",
		{ kind: { in: ["DIRECT", "SHOUT"] } },
		'filter.kind.in[1]: Value "SHOUT" does not exist',
	),
	filter(
		"a value of another type",
		{ speaker: { eq: 3 } },
		"filter.speaker.eq: String cannot represent a non string value: 3",
	),
	filter(
		"null in a list",
		{ speaker: { in: [null] } },
		"filter.speaker.in[0]: Expected non-nullable",
	),
	filter(
		"a moment that is none",
		{ saidAt: { from: "2018-02-30" } },
		"filter.saidAt.from: expected an ISO 8601 date (2018-10-03)",
	),
	filter(
		"a field of every object",
		JSON.parse('{"__proto__":{"eq":"x"}}'),
		'Field "__proto__" is not defined',
	),
	orderBy("no field", {}, 'Field "field" of required type "StatementOrderField!" was not provided'),
	orderBy("an unknown field", { field: "LENGTH" }, 'orderBy.field: Value "LENGTH" does not exist'),
	orderBy(
		"null for a direction",
		{ field: "SAID_AT", direction: null },
		"orderBy.direction: Expected non-nullable",
	),
	{
		what: "an unknown parameter",
		parameters: [["first", "10"]],
		message: 'expected the parameters filter, orderBy, bom, found "first"; remove it',
	},
	{
		what: "a parameter in other letters",
		parameters: [["Filter", "{}"]],
		message: 'found "Filter"',
	},
	{
		what: "a parameter twice",
		parameters: [
			["filter", "{}"],
			["filter", "{}"],
		],
		message: "expected filter at most once",
	},
	{
		what: "bom that is neither",
		parameters: [["bom", "1"]],
		message: 'expected bom to be true or false, found "1"',
	},
	{
		what: "bom without a value",
		parameters: [["bom", ""]],
		message: 'expected bom to be true or false, found ""',
	},
];

/** What only the corpus, or the compiler of filters, can tell. */
const impossible: readonly Refused[] = [
	filter("an unknown speaker", { speaker: { eq: "puttin" } }, 'found "puttin"; did you mean putin'),
	filter(
		"an unknown place in a list",
		{ location: { in: ["syria", "x"] } },
		'of a known location, found "x"',
	),
	filter("NUL in a slug", { speaker: { eq: "pu\0tin" } }, "without the NUL character"),
	filter(
		"half of a character in a slug",
		{ speaker: { eq: "\ud800" } },
		"half of a surrogate pair",
	),
	filter(
		"a range that ends before it begins",
		{ saidAt: { from: "2020-01-01", to: "2019-01-01" } },
		"whose from is not after its to",
	),
	filter(
		"more filters than are taken",
		{ or: Array.from({ length: 300 }, () => ({})) },
		"expected at most 200 filters",
	),
];

function path(ending: string, parameters: Refused["parameters"]): string {
	return `/export/statements.${ending}?${new URLSearchParams(parameters.map(([name, value]) => [name, value]))}`;
}

async function expectRefused(to: App, { parameters, message }: Refused): Promise<void> {
	const { status, codes, errors } = await send(to, path("csv", parameters));
	expect({ status, codes }).toEqual({ status: 400, codes: ["BAD_USER_INPUT"] });
	expect(errors[0]?.message).toContain(message);
}

describe("a query string is refused with a code and a place", () => {
	it.each(malformed)("before the database is asked: $what", async (refused) => {
		await expectRefused(appWithoutDatabase(), refused);
	});

	it.each(impossible)("$what", async (refused) => {
		await expectRefused(app, refused);
	});

	it("with every fault of a value", async () => {
		const { codes, errors } = await send(
			app,
			path("ndjson", [["filter", JSON.stringify({ speaker: { eq: 1, in: [2] }, x: 1 })]]),
		);
		expect(codes).toEqual(["BAD_USER_INPUT", "BAD_USER_INPUT", "BAD_USER_INPUT"]);
		expect(errors.map(({ message }) => message.split(":", 1)[0])).toEqual([
			"filter.speaker.eq",
			"filter.speaker.in[0]",
			"filter",
		]);
	});

	it("with some of the faults when they are many", async () => {
		const many = { speaker: { in: Array.from({ length: 100 }, () => 1) } };
		const { codes } = await send(app, path("csv", [["filter", JSON.stringify(many)]]));
		expect(codes).toHaveLength(20);
	});

	it("when it is nested more deeply than can be read", async () => {
		const deep = `${'{"not":'.repeat(50_000)}{}${"}".repeat(50_000)}`;
		const { status, codes } = await send(app, path("csv", [["filter", deep]]));
		expect({ status, codes }).toEqual({ status: 400, codes: ["BAD_REQUEST"] });
	});

	it.each([21, 1000])("when it is %i filters deep", async (depth) => {
		const deep = `${'{"not":'.repeat(depth)}{}${"}".repeat(depth)}`;
		const { status, codes, errors } = await send(app, path("csv", [["filter", deep]]));
		expect({ status, codes }).toEqual({ status: 400, codes: ["BAD_USER_INPUT"] });
		expect(errors[0]?.message).toContain("expected a filter at most 20 deep");
	});

	it.each(["ndjson", "jsonld"])("when it asks for a byte order mark in %s", async (ending) => {
		const { status, errors } = await send(app, path(ending, [["bom", "true"]]));
		expect(status).toBe(400);
		expect(errors[0]?.message).toBe(
			'expected the parameters filter, orderBy, found "bom"; remove it',
		);
	});

	it("for HEAD as for GET", async () => {
		const { status } = await send(app, path("csv", [["filter", "{"]]), { method: "HEAD" });
		expect(status).toBe(400);
	});

	it("even when the client says that it has any file", async () => {
		const headers = { "if-none-match": "*" };
		const unknown = path("csv", [["filter", '{"speaker":{"eq":"nobody"}}']]);
		expect((await send(app, unknown, { headers })).status).toBe(400);
	});
});
