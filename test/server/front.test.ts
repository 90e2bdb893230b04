import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import type { VersionListener } from "../../src/database/watch.ts";
import { readExamples } from "../../src/server/examples.ts";
import { type RunningServer, serve } from "../../src/server/main.ts";
import { counting } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";
import { TEST_CONFIGURATION } from "../support/server.ts";

const real = await corpusDatabase();
const database = counting(real);
let tell: VersionListener = () => undefined;

/** The real corpus, of which the test says what version is served. */
const served: Database = {
	...real,
	read: database.read,
	watch: async (listener) => {
		tell = listener;
		listener("v0");
		return async () => undefined;
	},
	// The database is closed by who opened it.
	close: async () => undefined,
};

const servers: RunningServer[] = [];
async function start(answerCacheMegabytes: number): Promise<string> {
	const server = await serve(served, {
		...TEST_CONFIGURATION,
		answerCacheMegabytes,
		sharedCacheSeconds: 60,
	});
	servers.push(server);
	return server.url;
}
const withoutCache = await start(0);
const url = await start(8);
afterAll(async () => {
	for (const server of servers) await server.stop();
});

const QUERY =
	"query ($first: Int) { statements(first: $first) { totalCount nodes { slug text } } }";

interface Asked {
	readonly accept?: string;
	readonly method?: "GET" | "POST";
	readonly ifNoneMatch?: string;
	readonly url?: string;
}

/** Asks, and tells what came and what it cost. */
async function ask(body: object, asked: Asked = {}) {
	const { accept = "application/json", method = "POST", ifNoneMatch } = asked;
	const before = database.count;
	const target = new URL(asked.url ?? url);
	if (method === "GET")
		for (const [name, value] of Object.entries(body))
			target.searchParams.set(name, typeof value === "string" ? value : JSON.stringify(value));
	const response = await fetch(target, {
		method,
		headers: {
			accept,
			...(method === "POST" && { "content-type": "application/json" }),
			...(ifNoneMatch !== undefined && { "if-none-match": ifNoneMatch }),
		},
		...(method === "POST" && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	const { status, headers } = response;
	return { status, text, headers, tag: headers.get("etag"), cost: database.count - before };
}

let versions = 0;
beforeEach(() => {
	versions += 1;
	tell(`v${versions}`);
});

describe("an answer that was given before", () => {
	it.each(["GET", "POST"] as const)(
		"costs no SQL the second time by %s, and is the same",
		async (method) => {
			const first = await ask({ query: QUERY, variables: { first: 3 } }, { method });
			expect(first.cost).toBeGreaterThan(0);
			const second = await ask({ query: QUERY, variables: { first: 3 } }, { method });
			expect(second).toMatchObject({ status: 200, text: first.text, tag: first.tag, cost: 0 });
			expect([...second.headers]).toEqual(expect.arrayContaining([["vary", "Accept"]]));
			expect(second.headers.get("cache-control")).toBe(
				"public, max-age=0, s-maxage=60, must-revalidate",
			);
			expect(second.tag).toMatch(new RegExp(`^"v${versions}-[\\w-]{27}"$`));
		},
	);

	it("is not sent again to a client that has it", async () => {
		const asked = { query: QUERY, variables: { first: 2 } };
		const { tag } = await ask(asked, { method: "GET" });
		const again = await ask(asked, { method: "GET", ifNoneMatch: tag ?? "" });
		expect(again).toMatchObject({ status: 304, text: "", tag, cost: 0 });
		const other = await ask(asked, { method: "GET", ifNoneMatch: '"other"' });
		expect(other.status).toBe(200);
		expect((await ask(asked, { ifNoneMatch: tag ?? "" })).status).toBe(200);
	});

	it("goes when another corpus is served, with all that was kept of rows", async () => {
		const asked = { query: QUERY, variables: { first: 3 } };
		const before = await ask(asked, { method: "GET" });
		tell("another");
		const after = await ask(asked, { method: "GET", ifNoneMatch: before.tag ?? "" });
		expect(after).toMatchObject({ status: 200, cost: before.cost });
		expect(after.tag).not.toBe(before.tag);
	});

	it("is not kept while nobody can tell which corpus is served", async () => {
		tell(null);
		const asked = { query: QUERY, variables: { first: 3 } };
		const first = await ask(asked);
		expect((await ask(asked)).cost).toBe(first.cost);
		expect(first.cost).toBeGreaterThan(0);
	});

	it("never answers another question", async () => {
		const operations = `query A($first: Int) { statements(first: $first) { nodes { slug } } } query B($first: Int) { statements(first: $first) { nodes { text } } }`;
		const questions = [
			[{ query: QUERY, variables: { first: 1 } }, {}],
			[{ query: QUERY, variables: { first: 2 } }, {}],
			[{ query: QUERY, variables: { first: 2 } }, { accept: "application/graphql-response+json" }],
			[{ query: operations, operationName: "A", variables: { first: 1 } }, {}],
			[{ query: operations, operationName: "B", variables: { first: 1 } }, {}],
		] as const;
		const alone = [];
		for (const [body, asked] of questions)
			alone.push(await ask(body, { ...asked, url: withoutCache }));
		for (let round = 0; round < 3; round += 1)
			for (const [index, [body, asked]] of questions.entries()) {
				const { text, headers } = await ask(body, asked);
				expect(text).toBe(alone[index]?.text);
				expect(headers.get("content-type")).toBe(alone[index]?.headers.get("content-type"));
			}
		expect(new Set(alone.map(({ text, headers }) => text + headers.get("content-type"))).size).toBe(
			5,
		);
	});

	it.each([
		["refused", "{ statements(first: 101) { totalCount } corpus { version } }"],
		["not understood", "{ nothing }"],
		["no GraphQL", "{"],
	])("is not kept when it is %s", async (_what, query) => {
		const first = await ask({ query });
		const second = await ask({ query });
		expect(JSON.parse(second.text)).toHaveProperty("errors");
		expect(second).toMatchObject({ status: first.status, text: first.text });
		expect(second.tag).toBeNull();
	});
});

describe("the plain case", () => {
	it.each(readExamples())(
		"$name is answered as over HTTP, the first time and later",
		async ({ query }) => {
			for (const accept of [
				"application/json",
				"*/*",
				"application/graphql-response+json, application/json;q=0.5",
			]) {
				// A field more makes it another document, and a form makes it not plain.
				const answers = [];
				for (let time = 0; time < 4; time += 1)
					answers.push(await ask({ query }, { accept, url: withoutCache }));
				const overHttp = await ask({ query, extensions: {} }, { accept, url: withoutCache });
				for (const { status, text, headers } of answers) {
					expect({ status, text }).toEqual({ status: 200, text: overHttp.text });
					expect(headers.get("content-type")).toBe(overHttp.headers.get("content-type"));
				}
			}
		},
	);
});

describe("an operation that was compiled", () => {
	const query = "query S($slug: String!) { speaker(by: { slug: $slug }) { slug } }";
	const variables = { slug: "putin" };

	it("is checked each time as if it were new", async () => {
		for (let time = 0; time < 5; time += 1)
			expect(await ask({ query, variables }, { url: withoutCache })).toMatchObject({
				text: '{"data":{"speaker":{"slug":"putin"}}}',
			});
		for (const more of [
			{},
			{ variables: { slug: 1 } },
			{ variables, operationName: "" },
			{ variables, operationName: "T" },
			{ variables, operationName: "S\nT" },
		]) {
			// A space more makes it another document, which was never compiled.
			const asNew = await ask({ query: `${query} `, ...more }, { url: withoutCache });
			expect(JSON.parse(asNew.text)).toHaveProperty("errors");
			for (let time = 0; time < 4; time += 1) {
				const { status, text } = await ask({ query, ...more }, { url: withoutCache });
				expect({ status, text }).toEqual({ status: asNew.status, text: asNew.text });
			}
		}
	});

	it("is executed no more than twice when it fails", async () => {
		const failing =
			'{ a: statements(first: 2) { nodes { text } } b: statements(filter: { speaker: { eq: "nobody" } }) { totalCount } }';
		const once = await ask({ query: failing, extensions: {} }, { url: withoutCache });
		expect(once.cost).toBeGreaterThan(1);
		for (let time = 0; time < 5; time += 1) {
			tell(`failing ${time}`);
			const again = await ask({ query: failing }, { url: withoutCache });
			expect(again.text).toBe(once.text);
			expect(again.cost).toBeLessThanOrEqual(2 * once.cost);
		}
	});
});

/** Sends bytes as they are, and gives all that comes back. */
async function raw(bytes: string): Promise<string> {
	const { hostname, port } = new URL(url);
	const socket = connect(Number(port), hostname);
	let received = "";
	socket.on("data", (chunk) => {
		received += chunk;
	});
	socket.write(bytes);
	await once(socket, "close");
	return received;
}

describe("a body that is too long", () => {
	const head =
		"POST /graphql HTTP/1.1\r\nHost: aqwal.test\r\nConnection: close\r\nContent-Type: application/json\r\n";
	const long = JSON.stringify({
		query: "{ corpus { version } }",
		variables: { a: "x".repeat(100_000) },
	});

	it("is refused with a code when it tells its length, and when it comes in chunks", async () => {
		const told = await raw(`${head}Content-Length: ${long.length}\r\n\r\n${long}`);
		const chunked = await raw(
			`${head}Transfer-Encoding: chunked\r\n\r\n${long.length.toString(16)}\r\n${long}\r\n0\r\n\r\n`,
		);
		for (const answer of [told, chunked]) {
			expect(answer).toMatch(/^HTTP\/1\.1 413 /);
			expect(answer).toContain("REQUEST_ENTITY_TOO_LARGE");
		}
	});
});
