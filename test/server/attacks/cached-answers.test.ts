import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/database/database.ts";
import { type RunningServer, serve } from "../../../src/server/main.ts";
import { counting } from "../../support/app.ts";
import { corpusDatabase } from "../../support/database.ts";
import { TEST_CONFIGURATION } from "../../support/server.ts";
import { JSON_TYPE } from "../http.ts";
import {
	type AttackAnswer,
	askServer,
	attack,
	expectNothingLogged,
	head,
	postTo,
} from "./attacking.ts";

expectNothingLogged();
const real = await corpusDatabase();
const database = counting(real);

/** The real corpus; what is asked of it is counted. */
const counted: Database = { ...real, read: database.read, close: async () => undefined };

let server: RunningServer;
let url: string;
beforeAll(async () => {
	server = await serve(counted, TEST_CONFIGURATION);
	url = server.url;
});
afterAll(() => server.stop());

const BY_SLUG = "query S($slug: String!) { speaker(by: { slug: $slug }) { slug } }";
const PUTIN = { query: BY_SLUG, variables: { slug: "putin" } };

function byGet(parameters: Record<string, string> | string, headers: Record<string, string> = {}) {
	return askServer(`${url}?${new URLSearchParams(parameters)}`, { headers });
}

/** Asks, and tells whether anything was asked of the database for it. */
async function watched(ask: () => Promise<AttackAnswer>) {
	const before = database.count;
	const answer = await ask();
	return { ...answer, isKept: database.count === before };
}

describe("an answer that is kept", () => {
	it("is given to who asks the same, which the other tests here rely on", async () => {
		await postTo(url, PUTIN);
		const again = await watched(() => postTo(url, PUTIN));
		expect(again).toMatchObject({ isKept: true, data: { speaker: { slug: "putin" } } });
		expect(again.headers.get("etag")).toMatch(/^"/);
	});

	it("never reaches who asks with anything else", async () => {
		const two =
			'query A { speaker(by: { slug: "putin" }) { slug } } query B { speaker(by: { slug: "putin" }) { kind } }';
		const bodies: readonly object[] = [
			PUTIN,
			{ query: BY_SLUG, variables: { slug: "kremlin" } },
			{ query: BY_SLUG, variables: { slug: "putin " } },
			{ query: BY_SLUG, variables: { slug: "PUTIN" } },
			{ query: BY_SLUG, variables: { slug: null } },
			{ query: BY_SLUG, variables: { Slug: "putin" } },
			{ query: BY_SLUG },
			{ ...PUTIN, operationName: "S" },
			{ ...PUTIN, operationName: "s" },
			{ ...PUTIN, operationName: "" },
			{ ...PUTIN, extensions: { cost: true } },
			{ ...PUTIN, extensions: { cost: false } },
			{ query: two, operationName: "A" },
			{ query: two, operationName: "B" },
			{ query: two },
		];
		const first: AttackAnswer[] = [];
		for (const body of bodies) first.push(await postTo(url, body));
		for (let round = 0; round < 4; round += 1)
			for (const index of [...bodies.keys()].toReversed()) {
				const { status, text } = await postTo(url, bodies[index]);
				expect({ status, text }).toEqual({
					status: first[index]?.status,
					text: first[index]?.text,
				});
			}
		expect(new Set(first.map(({ text }) => text)).size).toBeGreaterThan(7);
	});

	it("is not another one for who calls the server by another name", async () => {
		const plain = await byGet({ query: "{ corpus { version } }" });
		for (const headers of [
			["Host: evil.test"],
			["Host: aqwal.test", "X-Forwarded-Host: evil.test", "X-Forwarded-Proto: https"],
			["Host: aqwal.test", "X-Original-URL: /graphql?query={nothing}"],
			["Host: aqwal.test", "X-HTTP-Method-Override: POST", "Content-Length: 0"],
			["Host: aqwal.test", "Origin: https://evil.test", "Cookie: a=1"],
		]) {
			const path = "/graphql?query=%7B+corpus+%7B+version+%7D+%7D";
			const evil = await attack(url, head("GET", path, headers));
			expect(evil.text).toBe(plain.text);
			expect(JSON.stringify([...evil.headers])).not.toContain("evil");
		}
		const { text, headers } = await byGet({ query: "{ corpus { version } }" });
		expect(text).toBe(plain.text);
		expect(headers.get("access-control-allow-origin")).toBe("*");
	});

	it("has the content type that is asked for", async () => {
		const json = "application/json";
		const graphql = "application/graphql-response+json";
		for (const accept of [json, graphql, "*/*", json, graphql, "*/*"])
			for (const { headers } of [
				await postTo(url, PUTIN, { accept }),
				await byGet({ query: "{ corpus { version } }" }, { accept }),
			]) {
				expect(headers.get("content-type")).toBe(
					`${accept === graphql ? graphql : json}; charset=utf-8`,
				);
				expect(headers.get("vary")).toMatch(/\bAccept\b/);
			}
		for (const accept of ["text/html", "image/png"])
			expect((await postTo(url, PUTIN, { accept })).status).toBe(406);
	});

	it("is not given to who sends the same as another content type", async () => {
		await postTo(url, PUTIN);
		for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/graphql"]) {
			const { data, codes } = await postTo(url, PUTIN, { "content-type": type });
			expect({ type, data: data ?? undefined }).toEqual({ type, data: undefined });
			expect(codes).toHaveLength(1);
		}
		expect((await postTo(url, PUTIN)).data).toEqual({ speaker: { slug: "putin" } });
	});

	it("is not spoilt by a second content type", async () => {
		const body = new URLSearchParams({ query: "{ corpus { articleCount } }" }).toString();
		const types = [
			"Content-Type: application/json",
			"Content-Type: application/x-www-form-urlencoded",
		];
		for (const headers of [types, types.toReversed()]) {
			const length = `Content-Length: ${body.length}`;
			await attack(url, head("POST", "/graphql", ["Host: aqwal.test", ...headers, length]) + body);
		}
		expect((await postTo(url, body)).codes).toEqual(["BAD_REQUEST"]);
	});
});

describe("parameters of a URL", () => {
	const [one, other] = ["{ corpus { articleCount } }", "{ corpus { speakerCount } }"];

	it("mean what the first of each name says, kept or not", async () => {
		for (let round = 0; round < 3; round += 1) {
			const twice = (await askServer(`${url}?query=${one}&query=${other}`)).data;
			expect(twice).toHaveProperty("corpus.articleCount");
			const turned = (await askServer(`${url}?query=${other}&query=${one}`)).data;
			expect(turned).toHaveProperty("corpus.speakerCount");
		}
	});

	it("mean the same in any order, with others between them", async () => {
		const variables = JSON.stringify({ slug: "putin" });
		const wanted = { speaker: { slug: "putin" } };
		for (const parameters of [
			new URLSearchParams({ query: BY_SLUG, variables }),
			new URLSearchParams({ variables, query: BY_SLUG }),
			new URLSearchParams({ utm_source: "x", variables, a: "b", query: BY_SLUG }),
			new URLSearchParams({ query: BY_SLUG, variables, operationName: "S" }),
		])
			for (let round = 0; round < 2; round += 1)
				expect((await askServer(`${url}?${parameters}`)).data).toEqual(wanted);
	});

	it("are not those of a body", async () => {
		const asked = { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ query: one }) };
		await askServer(`${url}?query=${other}`);
		expect((await askServer(`${url}?query=${other}`, asked)).data).toHaveProperty(
			"corpus.articleCount",
		);
		expect((await askServer(`${url}?query=${other}`)).data).toHaveProperty("corpus.speakerCount");
	});
});

describe("what is not an answer", () => {
	it.each([
		["an error beside data", '{ speaker(by: { id: "x" }) { slug } corpus { version } }'],
		["an error without data", "{ statements(first: 101) { totalCount } }"],
		["a refusal", "{ nothing }"],
		["no GraphQL", "{"],
	])("is never kept: %s", async (_what, query) => {
		for (let time = 0; time < 5; time += 1)
			for (const { headers, codes } of [await postTo(url, { query }), await byGet({ query })]) {
				expect(codes).not.toEqual([]);
				expect(headers.has("etag")).toBe(false);
				expect(headers.get("cache-control") ?? "").not.toMatch(/public|s-maxage/);
			}
	});

	it("is not kept for who asks by HEAD, nor given to them", async () => {
		const parameters = new URLSearchParams({ query: "{ corpus { version } }" });
		const asked = `${url}?${parameters}`;
		await askServer(asked);
		const response = await fetch(asked, { method: "HEAD" });
		expect(response.status).toBe(405);
		expect(response.headers.has("etag")).toBe(false);
		expect((await askServer(asked)).data).toHaveProperty("corpus.version");
	});
});

describe("an entity tag", () => {
	const version = "{ corpus { version } }";

	async function statusOf(query: string, tag: string, accept = "application/json") {
		const headers = { "if-none-match": tag, accept };
		const response = await fetch(`${url}?${new URLSearchParams({ query })}`, { headers });
		return response.status;
	}

	it("of another question spares nobody the answer", async () => {
		const tag = (await byGet({ query: version })).headers.get("etag") ?? "";
		expect(await statusOf(version, tag)).toBe(304);
		expect(await statusOf("{ corpus { articleCount } }", tag)).toBe(200);
		expect(await statusOf("{ nothing }", tag)).toBe(200);
	});

	it("is that of one content type only", async () => {
		const tag = (await byGet({ query: version })).headers.get("etag") ?? "";
		expect(await statusOf(version, tag, "application/graphql-response+json")).toBe(200);
	});

	it("spares nobody an error, or what is asked by POST", async () => {
		expect(await statusOf("{ nothing }", "*")).toBe(200);
		expect(await statusOf("{", "*", "application/graphql-response+json")).toBe(400);
		expect((await postTo(url, PUTIN, { "if-none-match": "*" })).status).toBe(200);
	});

	it("may be anything, and is compared soon", async () => {
		for (const tag of [
			`"${"a,".repeat(7000)}"`,
			'""'.repeat(7000),
			`W/"${"\xff".repeat(90)}"`,
			",",
		])
			expect(await statusOf(version, tag)).toBe(200);
	});
});
