import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/server/app.ts";
import { testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";
import { get, post, send } from "./http.ts";

const QUERY = "query Speaker($slug: String!) { speaker(by: { slug: $slug }) { slug } }";
const TWO = "query One { one: __typename } query Two { two: __typename }";
const PUTIN = { speaker: { slug: "putin" } };

let app: App;
beforeAll(async () => {
	app = testApp(await corpusDatabase());
});

describe("an operation", () => {
	it("is answered by POST, with variables", async () => {
		const { status, data, errors } = await post(app, {
			query: QUERY,
			variables: { slug: "putin" },
		});
		expect({ status, data, errors }).toEqual({ status: 200, data: PUTIN, errors: [] });
	});

	it("is answered by GET, with variables as JSON", async () => {
		const variables = JSON.stringify({ slug: "putin" });
		const { status, data } = await get(app, { query: QUERY, variables });
		expect({ status, data }).toEqual({ status: 200, data: PUTIN });
	});

	it("is answered from a form, and as plain GraphQL", async () => {
		const form = await send(app, "/graphql", {
			method: "POST",
			body: new URLSearchParams({ query: QUERY, variables: '{"slug":"putin"}' }),
		});
		expect(form.data).toEqual(PUTIN);
		const plain = await send(app, "/graphql", {
			method: "POST",
			headers: { "content-type": "application/graphql" },
			body: "{ __typename }",
		});
		expect(plain.data).toEqual({ __typename: "Query" });
	});

	it("is chosen by operationName, by POST and GET", async () => {
		const parameters = { query: TWO, operationName: "Two" };
		expect((await post(app, parameters)).data).toEqual({ two: "Query" });
		expect((await get(app, parameters)).data).toEqual({ two: "Query" });
	});

	it("is refused when it is not clear which one", async () => {
		for (const parameters of [{ query: TWO }, { query: TWO, operationName: "Three" }]) {
			const { status, codes } = await post(app, parameters);
			expect({ status, codes }).toEqual({
				status: 400,
				codes: ["OPERATION_RESOLUTION_FAILURE"],
			});
		}
	});
});

describe("the type of an answer", () => {
	it.each([
		["application/json", "application/json; charset=utf-8"],
		["application/graphql-response+json", "application/graphql-response+json; charset=utf-8"],
		["*/*", "application/json; charset=utf-8"],
	])("is, for Accept: %s, %s", async (accept, type) => {
		for (const { headers } of [
			await post(app, { query: "{ __typename }" }, { accept }),
			await get(app, { query: "{ __typename }" }, { accept }),
		])
			expect(headers.get("content-type")).toBe(type);
	});

	it("decides the status of a query that is none", async () => {
		const ask = (accept: string) => post(app, { query: "{" }, { accept });
		expect((await ask("application/graphql-response+json")).status).toBe(400);
		expect((await ask("application/json")).status).toBe(200);
	});

	it.each(["image/png", "text/html", "application/xml;q=0.9"])(
		"is refused with a sentence when it can only be %s",
		async (accept) => {
			const { status, codes, errors } = await post(app, { query: "{ __typename }" }, { accept });
			expect({ status, codes }).toEqual({ status: 406, codes: ["BAD_REQUEST"] });
			expect(errors[0]?.message).toContain(`found the header Accept "${accept}"`);
		},
	);
});

interface Refused {
	readonly what: string;
	readonly query: string;
	readonly variables?: Record<string, unknown>;
	readonly code: string;
	readonly message: string;
}

const BY = "query ($by: SpeakerBy!) { speaker(by: $by) { slug } }";
const KIND =
	"query ($kind: StatementKind) { statements(filter: { kind: { eq: $kind } }) { totalCount } }";

/** What a client can get wrong in an operation; the message is a part of what it is told. */
const refused: readonly Refused[] = [
	{
		what: "a query that is no GraphQL",
		query: "{ speaker(",
		code: "GRAPHQL_PARSE_FAILED",
		message: "Syntax Error",
	},
	{ what: "an empty query", query: "", code: "GRAPHQL_PARSE_FAILED", message: "<EOF>" },
	{
		what: "an unknown field",
		query: "{ speakr }",
		code: "GRAPHQL_VALIDATION_FAILED",
		message: 'Did you mean "speaker"',
	},
	{
		what: "an unknown enum value",
		query: "{ statements(filter: { kind: { eq: SHOUT } }) { totalCount } }",
		code: "GRAPHQL_VALIDATION_FAILED",
		message: '"SHOUT" does not exist',
	},
	{
		what: "an unknown enum value in a variable",
		query: KIND,
		variables: { kind: "SHOUT" },
		code: "BAD_USER_INPUT",
		message: '"SHOUT" does not exist',
	},
	{
		what: "both keys of a look-up",
		query: '{ speaker(by: { slug: "putin", wikidataId: "Q7747" }) { slug } }',
		code: "GRAPHQL_VALIDATION_FAILED",
		message: "exactly one key",
	},
	{
		what: "both keys of a look-up in a variable",
		query: BY,
		variables: { by: { slug: "putin", wikidataId: "Q7747" } },
		code: "BAD_USER_INPUT",
		message: "Exactly one key",
	},
	{
		what: "no key of a look-up in a variable",
		query: BY,
		variables: { by: {} },
		code: "BAD_USER_INPUT",
		message: "Exactly one key",
	},
	{ what: "a missing variable", query: QUERY, code: "BAD_USER_INPUT", message: "was not provided" },
	{
		what: "a variable of another type",
		query: QUERY,
		variables: { slug: 3 },
		code: "BAD_USER_INPUT",
		message: "String cannot represent a non string value",
	},
	{
		what: "a moment that is none",
		query:
			"query ($at: TimeInput!) { statements(filter: { saidAt: { from: $at } }) { totalCount } }",
		variables: { at: "soon" },
		code: "BAD_USER_INPUT",
		message: 'found "soon"',
	},
	{
		what: "null for an argument that takes none, found while executing",
		query: "query ($x: Boolean = true) { __typename @include(if: $x) }",
		variables: { x: null },
		code: "BAD_USER_INPUT",
		message: "must not be null",
	},
	{
		what: "a page that is too long",
		query: "{ statements(first: 101) { totalCount } }",
		code: "BAD_USER_INPUT",
		message: "found 101",
	},
	{
		what: "a mutation",
		query: "mutation { __typename }",
		code: "BAD_USER_INPUT",
		message: "not configured to execute mutation",
	},
	{
		what: "a subscription",
		query: "subscription { __typename }",
		code: "BAD_USER_INPUT",
		message: "not configured to execute subscription",
	},
];

describe("what a client gets wrong is told with a code:", () => {
	it.each(refused)("$what", async ({ query, variables, code, message }) => {
		for (const accept of ["application/json", "application/graphql-response+json"]) {
			const { errors, codes } = await post(app, { query, variables }, { accept });
			expect(codes).toEqual([code]);
			expect(errors[0]?.message).toContain(message);
		}
	});
});
