import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/config.ts";
import {
	type AttackAnswer,
	askServer,
	expectNothingLogged,
	postTo,
	serverWithoutDatabase,
} from "./attacking.ts";

expectNothingLogged();
const url = await serverWithoutDatabase();

function repeated(count: number, part: (index: number) => string): string {
	return Array.from({ length: count }, (_none, index) => part(index)).join(" ");
}

function byGet(query: string): Promise<AttackAnswer> {
	return askServer(`${url}?${new URLSearchParams({ query })}`);
}

function form(query: string): RequestInit {
	return { method: "POST", body: new URLSearchParams({ query }) };
}

/** What the public auditing tool graphql-cop probes, and what Aqwal does about each. */
describe("probes for denial of service", () => {
	it("alias overloading is refused: an operation has at most 30 aliases", async () => {
		const query = `query cop { ${repeated(101, (index) => `alias${index}: __typename`)} }`;
		const { codes, errors, data } = await postTo(url, { query, operationName: "cop" });
		expect({ codes, data }).toEqual({ codes: ["OVER_LIMIT"], data: undefined });
		expect(errors[0]?.message).toContain(`at most ${DEFAULT_LIMITS.aliases} aliases`);
	});

	it("a batch of operations is refused, and none of them is executed", async () => {
		const batch = Array.from({ length: 10 }, () => ({
			query: "query cop { __typename }",
			operationName: "cop",
		}));
		const { status, codes, text } = await postTo(url, batch);
		expect({ status, codes }).toEqual({ status: 400, codes: ["BAD_REQUEST"] });
		expect(text).not.toContain("Query");
	});

	it("directive overloading is refused: an operation has at most 8 directives", async () => {
		const query = `query cop { __typename ${"@aa".repeat(10)} }`;
		const { codes, data } = await postTo(url, { query, operationName: "cop" });
		expect(codes).toContain("OVER_LIMIT");
		expect(data).toBeUndefined();
	});

	it("circular introspection is refused: three lists of a type are too deep", async () => {
		const query =
			"query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }";
		const { codes, errors } = await postTo(url, { query, operationName: "cop" });
		expect(codes).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
		expect(errors[0]?.message).toBe("Maximum introspection depth exceeded");
	});

	it("field duplication is answered once: equal fields are one field, and cost no more", async () => {
		const query = `query cop { ${"__typename ".repeat(500)} }`;
		const { text, data } = await postTo(url, { query, operationName: "cop" });
		expect(data).toEqual({ __typename: "Query" });
		expect(text.match(/__typename/g)).toHaveLength(1);
	});
});

describe("probes for what can be found out", () => {
	it("introspection is answered: the schema is public", async () => {
		const { data } = await postTo(url, { query: "query cop { __schema { types { name } } }" });
		expect(data).toHaveProperty("__schema.types.0.name");
	});

	it("GraphiQL is there for browsers, and for them alone", async () => {
		const response = await fetch(url, { headers: { accept: "text/html" } });
		expect(await response.text()).toMatch(/graphiql/i);
		expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
		await postTo(url, { query: "{ __typename }" }, { accept: "text/html, */*;q=0.1" });
	});

	it.each([
		"/graphiql",
		"/playground",
		"/altair",
		"/voyager",
		"/console",
		"/v1/graphql",
		"/graphql/console",
	])("no other explorer is at %s", async (path) => {
		const { status, codes } = await askServer(new URL(path, url), {
			headers: { accept: "text/html" },
		});
		expect({ status, codes }).toEqual({ status: 404, codes: ["NOT_FOUND"] });
	});

	it("a misspelt field is answered with the right one: the schema is public", async () => {
		const { errors } = await postTo(url, { query: "query cop { speakr }" });
		expect(errors[0]?.message).toContain('Did you mean "speaker"');
	});

	it("there is no tracing and nothing else in extensions, asked for or not", async () => {
		const headers = { "x-apollo-tracing": "1", "apollo-federation-include-trace": "ftv1" };
		for (const extensions of [undefined, { tracing: true, trace: 1, debug: true }]) {
			const body = { query: "query cop { __typename }", extensions };
			const { text } = await postTo(url, body, headers);
			expect(text).toBe('{"data":{"__typename":"Query"}}');
		}
	});

	it("an operation that cannot be read is answered with a code and no exception", async () => {
		const { errors, text } = await postTo(url, { query: "qwerty cop { abc }" });
		expect(errors).toEqual([
			{
				message: 'Syntax Error: Unexpected Name "qwerty".',
				locations: [{ line: 1, column: 1 }],
				extensions: { code: "GRAPHQL_PARSE_FAILED" },
			},
		]);
		expect(text).not.toMatch(/exception|stack/i);
	});
});

describe("probes for requests that another site makes a browser send", () => {
	it("queries are answered by GET: they change nothing, and nobody is known", async () => {
		const { data, headers } = await byGet("query cop { __typename }");
		expect(data).toEqual({ __typename: "Query" });
		expect(headers.has("access-control-allow-credentials")).toBe(false);
	});

	it("mutations are refused by GET: there are none at all", async () => {
		const { data, codes } = await byGet("mutation cop { __typename }");
		expect(data ?? undefined).toBeUndefined();
		expect(codes).not.toEqual([]);
	});

	it("queries are answered from a form, and mutations are not", async () => {
		expect((await askServer(url, form("query cop { __typename }"))).data).toEqual({
			__typename: "Query",
		});
		const { data, codes } = await askServer(url, form("mutation cop { __typename }"));
		expect({ data, codes }).toEqual({ data: null, codes: ["BAD_USER_INPUT"] });
	});
});
