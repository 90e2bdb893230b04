import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { operations } from "../../src/explorer/operations.ts";
import { type App, createApp } from "../../src/server/app.ts";
import { EXPLORER_IDS } from "../../src/server/explorer/explorer-operations.ts";
import { isExplorerPath } from "../../src/server/explorer/use-explorer.ts";
import { testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const database = await corpusDatabase();
const app = testApp(database);
const HTML = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const get = (path: string, headers: Record<string, string> = HTML, method = "GET") =>
	app.fetch(`http://aqwal.test${path}`, { method, headers });
/** The text of the page's script. */
async function scriptOf(served: App): Promise<string> {
	const html = await (await served.fetch("http://aqwal.test/", { headers: HTML })).text();
	const path = /type="module" src="([^"]+)"/.exec(html)?.[1];
	return (await served.fetch(`http://aqwal.test${path}`)).text();
}
const PATHS = ["/", "/statements", "/speakers", "/speakers/putin", "/articles/a-b", "/coverage"];

describe("the explorer", () => {
	it.each(PATHS)("is shown to browsers at %s", async (path) => {
		const response = await get(path);
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
		expect(response.headers.get("vary")).toContain("accept");
		const policy = response.headers.get("content-security-policy") ?? "";
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("script-src 'self'");
		expect(policy).not.toContain("unsafe");
		expect(await response.text()).toContain('<script type="module" src="/assets/');
	});

	it.each(PATHS.slice(1))("is no answer for a client of the API at %s", async (path) => {
		const response = await get(path, { accept: "application/json" });
		expect(response.status).toBe(404);
		expect(await response.json()).toMatchObject({
			errors: [{ extensions: { code: "NOT_FOUND" } }],
		});
	});

	it.each([
		"/statements/x",
		"/speakers/a/b",
		"/articles",
		"/explorer",
		"/assets/../package.json",
		"/assets/nothing.js",
	])("is not at %s", async (path) => {
		expect((await get(path)).status).toBe(404);
	});

	it("has files that browsers may keep for good, whole and compressed", async () => {
		const html = await (await get("/")).text();
		const named = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
		const style = await (await get(named.find((path) => path.endsWith(".css")) ?? "")).text();
		const script = await scriptOf(app);
		const fonts = [...style.matchAll(/url\("?(\/assets\/[^")]+)/g)].map(([, path = ""]) => path);
		expect(fonts.length).toBeGreaterThan(1);
		const world = script.match(/\/assets\/world-\w+\.json/)?.[0] ?? "";
		for (const path of [...named, ...fonts, world]) {
			const plain = await get(path);
			expect(plain.status).toBe(200);
			expect(plain.headers.get("cache-control")).toContain("immutable");
			const bytes = Buffer.from(await plain.arrayBuffer());
			for (const [taken, encoding, unpack] of [
				["gzip, br", "br", brotliDecompressSync],
				["gzip, deflate", "gzip", gunzipSync],
			] as const) {
				const packed = await get(path, { "accept-encoding": taken });
				const raw = Buffer.from(await packed.arrayBuffer());
				const isPacked = !path.endsWith(".woff2");
				expect(packed.headers.get("content-encoding")).toBe(isPacked ? encoding : null);
				expect((isPacked ? unpack(raw) : raw).equals(bytes)).toBe(true);
			}
		}
	});

	it("has outlines of the world under a name that changes with them", async () => {
		const [path = ""] = (await scriptOf(app)).match(/\/assets\/world-\w+\.json/) ?? [];
		expect(await (await get(path, { accept: "*/*" })).json()).toMatchObject({ type: "Topology" });
		expect((await get("/assets/world.json", { accept: "*/*" })).status).toBe(404);
	});

	it("says how light it is in a script that comes before its styles, and is no module", async () => {
		const html = await (await get("/")).text();
		const [first = "", styles = "", main = ""] =
			html.match(/<(?:script|link rel="style)[^>]+>/g) ?? [];
		expect(first).toMatch(/^<script src="\/assets\/first-\w+\.js">$/);
		expect(styles).toContain(".css");
		expect(main).toContain('type="module"');
		const script = await get(/"([^"]+)"/.exec(first)?.[1] ?? "");
		expect((await script.text()).length).toBeLessThan(1000);
	});

	it("answers HEAD without a body, and nothing else but GET", async () => {
		const head = await get("/", HTML, "HEAD");
		expect(head.status).toBe(200);
		expect(await head.text()).toBe("");
		expect((await get("/statements", HTML, "POST")).status).toBe(404);
	});

	it("is nowhere else", () => {
		for (const path of ["/graphql", "/export/statements.csv", "/health", "//", "/speakers/"])
			expect(isExplorerPath(path)).toBe(false);
	});
});

describe("the explorer of a server that answers only operations that it knows", () => {
	const strict = createApp({
		database,
		operations: new Map([["theirs", "{ corpus { version } }"]]),
		logUnexpected: (cause) => {
			throw new Error("an internal error happened", { cause });
		},
	});
	const askStrictly = async (body: object) => {
		const response = await strict.fetch("http://aqwal.test/graphql", {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(body),
		});
		return { status: response.status, ...((await response.json()) as { data?: object }) };
	};
	const byId = (sha256Hash: string) => ({
		extensions: { persistedQuery: { version: 1, sha256Hash } },
	});

	it("knows the ids of all that it asks, and sends no texts", async () => {
		const script = await scriptOf(strict);
		expect([...operations.keys()].filter((name) => EXPLORER_IDS[name] === undefined)).toEqual([]);
		for (const id of Object.values(EXPLORER_IDS)) {
			expect(script).toContain(id);
			expect(await scriptOf(app)).not.toContain(id);
		}
	});

	it.each(Object.entries(EXPLORER_IDS))("is answered %s by its id", async (name, id) => {
		const variables = { slug: "putin", text: "putin", ids: [], filter: {}, lang: "en" };
		const declared = Object.entries(variables).filter(([variable]) =>
			operations.get(name)?.includes(`$${variable}:`),
		);
		const answer = await askStrictly({ ...byId(id), variables: Object.fromEntries(declared) });
		expect(answer).toMatchObject({ status: 200, data: expect.anything() });
		expect(answer).not.toHaveProperty("errors");
	});

	it("opens the server to nothing else: no text, not even its own, and no other id", async () => {
		const refused = { errors: [{ extensions: { code: "NOT_PERSISTED" } }] };
		for (const query of ["{ corpus { version } }", ...operations.values()])
			expect(
				await askStrictly({ query, variables: { slug: "a", text: "a", ids: [] } }),
			).toMatchObject({
				status: 403,
				...refused,
			});
		for (const id of ["Overview", "0".repeat(64)])
			expect(await askStrictly(byId(id))).toMatchObject({ status: 404, ...refused });
		expect(await askStrictly(byId("theirs"))).toMatchObject({ status: 200 });
	});
});
