import { describe, expect, it } from "vitest";
import {
	askServer,
	attack,
	expectNothingLogged,
	head,
	postTo,
	serverWithoutDatabase,
} from "./attacking.ts";

expectNothingLogged();
const url = await serverWithoutDatabase();

const QUERY = { query: "{ __typename }" };
const MUTATION = { query: "mutation { __typename }" };
const PATHS = ["/graphql", "/health", "/export/statements.csv", "/nothing", "/"];

/** Origins that a server may be misled by. */
const origins: readonly string[] = [
	"https://reader.example",
	"null",
	"file://",
	"*",
	"http://aqwal.test.evil.example",
	"http://localhost:4000",
	"chrome-extension://abc",
	"https://a.example https://b.example",
	"",
];

describe("a page of another origin", () => {
	it.each(origins)("may read as nobody, and never with credentials: %s", async (origin) => {
		const secrets = { origin, cookie: "session=1", authorization: "Bearer 1" };
		for (const { headers, data } of [
			await postTo(url, QUERY, secrets),
			await askServer(`${url}?query={__typename}`, { headers: secrets }),
		]) {
			expect(data).toEqual({ __typename: "Query" });
			expect(headers.has("access-control-allow-credentials")).toBe(false);
			expect(["*", origin, null]).toContain(headers.get("access-control-allow-origin"));
			// A cache must not give the origin of one page to another.
			if (headers.get("access-control-allow-origin") === origin && origin !== "*")
				expect(headers.get("vary")).toMatch(/\borigin\b/i);
		}
	});

	it.each(PATHS)(
		"may ask before what it may do at %s, and hears of no credentials",
		async (path) => {
			for (const origin of origins) {
				const response = await fetch(new URL(path, url), {
					method: "OPTIONS",
					headers: {
						origin,
						"access-control-request-method": "DELETE",
						"access-control-request-headers": "authorization, x-evil",
						"access-control-request-private-network": "true",
					},
				});
				expect(response.status).toBe(204);
				expect(await response.text()).toBe("");
				expect(response.headers.has("access-control-allow-credentials")).toBe(false);
				expect(response.headers.has("access-control-allow-private-network")).toBe(false);
				expect(response.headers.get("access-control-allow-methods") ?? "").not.toContain("DELETE");
			}
		},
	);

	it("hears nothing before where nobody asks for another origin", async () => {
		const response = await fetch(url, { method: "OPTIONS" });
		expect([...response.headers.keys()].join()).not.toContain("access-control");
	});
});

describe("a request that a page may send without asking before", () => {
	const types = ["text/plain", "text/plain; application/json", "text/plain;charset=UTF-8", "*/*"];

	it.each(types)("is not executed as %s, be it a query or a mutation", async (type) => {
		for (const operation of [QUERY, MUTATION]) {
			const { status, codes, data } = await postTo(url, operation, { "content-type": type });
			expect({ status, codes, data }).toEqual({
				status: 415,
				codes: ["BAD_REQUEST"],
				data: undefined,
			});
		}
	});

	it("is not executed as a form with files", async () => {
		for (const name of ["query", "operations", "0"]) {
			const body = new FormData();
			body.set(name, name === "query" ? QUERY.query : JSON.stringify(QUERY));
			const { status, codes } = await askServer(url, { method: "POST", body });
			expect({ status, codes }).toEqual({ status: 415, codes: ["BAD_REQUEST"] });
		}
	});

	it("is not executed as a form that is made to look like JSON", async () => {
		const body = `${JSON.stringify(QUERY).slice(0, -1)},"a":"="}`;
		const type = { "content-type": "application/x-www-form-urlencoded" };
		const { codes, data } = await postTo(url, body, type);
		expect({ codes, data }).toEqual({ codes: ["BAD_REQUEST"], data: undefined });
	});

	it("changes nothing as a form or in a URL: there is nothing that changes anything", async () => {
		const { data } = await postTo(url, { query: "{ __schema { mutationType { name } } }" });
		expect(data).toEqual({ __schema: { mutationType: null } });
		for (const { query } of [MUTATION, { query: "subscription { __typename }" }]) {
			const parameters = new URLSearchParams({ query });
			for (const answer of [
				await askServer(`${url}?${parameters}`),
				await askServer(url, { method: "POST", body: parameters }),
				await postTo(url, { query }, { "content-type": "application/json" }),
			]) {
				expect(answer.data ?? undefined).toBeUndefined();
				expect(answer.codes).toHaveLength(1);
			}
		}
	});

	it("is not executed by HEAD", async () => {
		for (const query of [QUERY.query, MUTATION.query]) {
			const asked = `${url}?${new URLSearchParams({ query })}`;
			expect((await fetch(asked, { method: "HEAD" })).status).toBe(405);
		}
	});
});

describe("the name of another host", () => {
	it.each([
		["in Host", ["Host: evil.test"]],
		["in Host, with a port", ["Host: evil.test:1"]],
		["in X-Forwarded-Host", ["Host: aqwal.test", "X-Forwarded-Host: evil.test"]],
		["in Forwarded", ["Host: aqwal.test", "Forwarded: host=evil.test;proto=https"]],
		["in Origin and Referer", ["Host: aqwal.test", "Referer: http://evil.test/"]],
	])("is nowhere in an answer: %s", async (_where, headers) => {
		for (const path of ["/graphql?query={__typename}", "/nothing", "/export/x", "/graphql"]) {
			const answer = await attack(url, head("GET", path, headers));
			expect(JSON.stringify([...answer.headers, answer.text])).not.toContain("evil");
		}
	});
});
