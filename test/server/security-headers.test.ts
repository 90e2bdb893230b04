import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/server/app.ts";
import { pageHeaders } from "../../src/server/security-headers.ts";
import { testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";
import { JSON_TYPE, loggingApp, unusedDatabase } from "./http.ts";

const ORIGIN = "https://somewhere.example";
const DATA = {
	"content-security-policy": "default-src 'none'; frame-ancestors 'none'",
	"x-content-type-options": "nosniff",
};

let app: App;
beforeAll(async () => {
	app = testApp(await corpusDatabase());
});

function posted(body: string, headers: Record<string, string> = JSON_TYPE): RequestInit {
	return { method: "POST", headers, body };
}

function ask(path: string, { headers, ...init }: RequestInit = {}, asked = app) {
	return asked.fetch(`http://aqwal.test${path}`, {
		...init,
		headers: { ...(headers as Record<string, string>), origin: ORIGIN },
		redirect: "manual",
	});
}

const QUERY = '{ speaker(by: { slug: "putin" }) { slug } }';
const OPERATION = posted(JSON.stringify({ query: QUERY }));
const GRAPHQL_RESPONSE = { ...JSON_TYPE, accept: "application/graphql-response+json" };

const answers: readonly [string, number, string, RequestInit?][] = [
	["an operation", 200, "/graphql", OPERATION],
	["an operation in the URL", 200, `/graphql?${new URLSearchParams({ query: QUERY })}`],
	["an operation that is none", 200, "/graphql", posted('{"query":"{"}')],
	["the same with its status", 400, "/graphql", posted('{"query":"{"}', GRAPHQL_RESPONSE)],
	["what nobody can read", 406, "/graphql", posted("{}", { ...JSON_TYPE, accept: "image/png" })],
	["what cannot be read", 415, "/graphql", posted("x", { "content-type": "image/png" })],
	["a body that is too long", 413, "/graphql", posted(" ".repeat(100_001))],
	["another method", 405, "/graphql", { method: "PUT" }],
	["what is asked beforehand", 204, "/graphql", { method: "OPTIONS" }],
	["the front page", 302, "/"],
	["a path that leads nowhere", 404, "/nowhere"],
	["the health", 200, "/health"],
	["an export as CSV", 200, "/export/statements.csv"],
	["an export as NDJSON", 200, "/export/statements.ndjson"],
	["an export as JSON-LD", 200, "/export/statements.jsonld"],
	["an export by HEAD", 200, "/export/statements.csv", { method: "HEAD" }],
	["an export that is known", 304, "/export/statements.csv", { headers: { "if-none-match": "*" } }],
	["an export that is none", 404, "/export/nothing"],
	["an export of nothing that there is", 400, "/export/statements.csv?filter=x"],
	["an export by another method", 405, "/export/statements.csv", { method: "POST" }],
];

describe("every answer says that it is data", () => {
	it.each(answers)("%s: %i", async (_what, status, path, init) => {
		const response = await ask(path, init);
		expect(response.status).toBe(status);
		expect(Object.fromEntries(response.headers)).toMatchObject(DATA);
		await response.arrayBuffer();
	});

	it.each([
		["an operation", 200, "/graphql", OPERATION],
		["an export", 500, "/export/statements.csv", {}],
	])("%s that fails: %i", async (_what, status, path, init) => {
		const { app: failing, logged } = loggingApp(unusedDatabase);
		const response = await ask(path, init, failing);
		expect(response.status).toBe(status);
		expect(await response.text()).toContain("INTERNAL_SERVER_ERROR");
		expect(logged).toHaveLength(1);
		expect(Object.fromEntries(response.headers)).toMatchObject(DATA);
	});

	it("may still be read by any page", async () => {
		for (const [, , path, init] of answers)
			expect((await ask(path, init)).headers.get("access-control-allow-origin")).toBe(ORIGIN);
	});
});

const BROWSER = { accept: "text/html" };

async function page(encoding: string): Promise<{ response: Response; html: string }> {
	const response = await ask("/graphql", { headers: { ...BROWSER, "accept-encoding": encoding } });
	const bytes = new Uint8Array(await response.arrayBuffer());
	const html = encoding === "gzip" ? gunzipSync(bytes) : bytes;
	return { response, html: new TextDecoder().decode(html) };
}

const [START, END] = ["<script>", "</script>"] as const;

/** The texts of a page's scripts, found as browsers find them: up to the first end tag. */
function scriptsOf(html: string): string[] {
	const scripts: string[] = [];
	for (let start = html.indexOf(START), end = 0; start >= 0; start = html.indexOf(START, end)) {
		end = html.indexOf(END, start);
		scripts.push(html.slice(start + START.length, end));
	}
	return scripts;
}

function digestOf(script: string): string {
	return createHash("sha256").update(script, "utf8").digest("base64");
}

/** How the scripts of a page begin that a policy does not know. */
function unknownScripts(html: string, policy: string): string[] {
	return scriptsOf(html)
		.filter((script) => !policy.includes(`'sha256-${digestOf(script)}'`))
		.map((script) => script.slice(0, 80));
}

const DIGEST = /'sha256-[\w+/]{43}='/g;
/** The policy of the page, with dots for the digest of its script. */
const POLICY =
	"default-src 'none'; script-src 'sha256-…'; style-src 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

describe("the page of GraphiQL", () => {
	it.each(["gzip", "identity"])("comes with its own policy: %s", async (encoding) => {
		const { response } = await page(encoding);
		expect(response.headers.get("content-encoding") ?? "identity").toBe(encoding);
		const headers = Object.fromEntries(response.headers);
		expect(headers["content-security-policy"]?.replace(DIGEST, "'sha256-…'")).toBe(POLICY);
		expect(headers).toMatchObject({
			"cross-origin-opener-policy": "same-origin",
			"referrer-policy": "no-referrer",
			"x-content-type-options": "nosniff",
			"x-frame-options": "DENY",
		});
	});

	it("has the digest of each of its scripts in the policy", async () => {
		const { response, html } = await page("gzip");
		const policy = response.headers.get("content-security-policy") ?? "";
		expect(scriptsOf(html).length).toBeGreaterThan(0);
		expect(unknownScripts(html, policy)).toEqual([]);
		expect(policy.match(DIGEST)).toHaveLength(scriptsOf(html).length);
		// The same page with a letter more, and with a script more, is another one.
		const changed = html.replace(START, `${START} `);
		expect(unknownScripts(changed, policy)).toHaveLength(1);
		expect(unknownScripts(`${html}<script>alert(1)</script>`, policy)).toEqual(["alert(1)"]);
	});

	it("has no script in an attribute, which no digest would cover", async () => {
		const { html } = await page("identity");
		const markup = html.replace(/(<script>)[\s\S]*?(?=<\/script>)/g, "$1");
		expect(markup).toMatch(/<script>/);
		expect(markup).not.toMatch(/<[^>]+\son\w+\s*=|javascript:|<script\s/i);
	});

	it("has the policy that the documentation shows", () => {
		expect(readFileSync("docs/production.md", "utf8").replace(/;\s+/g, "; ")).toContain(POLICY);
	});
});

describe("pageHeaders", () => {
	it("knows every script of a page, however its tags are written", () => {
		const html = '<script>a()</script><SCRIPT type="module">b("\u0628")\n</SCRIPT ><p>c</p>';
		expect(pageHeaders(html)["content-security-policy"]).toContain(
			`script-src ${["a()", 'b("\u0628")\n']
				.map((script) => `'sha256-${digestOf(script)}'`)
				.join(" ")};`,
		);
	});
});
