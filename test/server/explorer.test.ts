import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isExplorerPath } from "../../src/server/explorer/use-explorer.ts";
import { testApp } from "../support/app.ts";
import { corpusDatabase } from "../support/database.ts";

const app = testApp(await corpusDatabase());
const HTML = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const get = (path: string, headers: Record<string, string> = HTML, method = "GET") =>
	app.fetch(`http://aqwal.test${path}`, { method, headers });
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
		const fonts = [...style.matchAll(/url\("?(\/assets\/[^")]+)/g)].map(([, path = ""]) => path);
		expect(fonts.length).toBeGreaterThan(1);
		for (const path of [...named, ...fonts]) {
			const plain = await get(path);
			expect(plain.status).toBe(200);
			expect(plain.headers.get("cache-control")).toContain("immutable");
			const bytes = Buffer.from(await plain.arrayBuffer());
			const packed = await get(path, { "accept-encoding": "gzip, br" });
			const raw = Buffer.from(await packed.arrayBuffer());
			const isPacked = packed.headers.get("content-encoding") === "br";
			expect(isPacked).toBe(!path.endsWith(".woff2"));
			expect((isPacked ? brotliDecompressSync(raw) : raw).equals(bytes)).toBe(true);
		}
	});

	it("has outlines of the world, which are asked for again when they may have changed", async () => {
		const response = await get("/assets/world.json", { accept: "*/*" });
		expect(response.headers.get("cache-control")).not.toContain("immutable");
		expect(await response.json()).toMatchObject({ type: "Topology" });
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
