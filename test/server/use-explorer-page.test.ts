import { gunzipSync } from "node:zlib";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readExamples } from "../../src/server/examples.ts";
import { appWithoutDatabase, post, send } from "./http.ts";

vi.mock("@graphql-yoga/render-graphiql", { spy: true });
beforeEach(() => {
	vi.mocked(renderGraphiQL).mockClear();
});

const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

async function page(headers: Record<string, string> = {}, app = appWithoutDatabase()) {
	const response = await app.fetch("http://aqwal.test/graphql", {
		headers: { accept: BROWSER, ...headers },
	});
	return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function html(): Promise<string> {
	return new TextDecoder().decode((await page()).bytes);
}

/** The page's own tags and styles, without the text of its scripts. */
function withoutScripts(text: string): string {
	return text.replace(/(<script\b[^>]*>)[\s\S]*?(?=<\/script>)/g, "$1");
}

describe("the explorer page", () => {
	it("is for browsers", async () => {
		const { response, bytes } = await page();
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
		expect(response.headers.get("vary")).toMatch(/accept.*accept-encoding/);
		expect(response.headers.has("content-encoding")).toBe(false);
		expect(new TextDecoder().decode(bytes.subarray(0, 15))).toBe("<!doctype html>");
	});

	it("is for nobody else", async () => {
		const app = appWithoutDatabase();
		const asked = "/graphql?query={__typename}";
		for (const accept of ["*/*", "application/json", "application/graphql-response+json"])
			expect((await send(app, asked, { headers: { accept } })).data).toEqual({
				__typename: "Query",
			});
		expect((await send(app, asked)).data).toEqual({ __typename: "Query" });
		expect((await post(app, { query: "{ __typename }" }, { accept: BROWSER })).status).toBe(200);
		expect(renderGraphiQL).not.toHaveBeenCalled();
	});

	it("comes compressed to who can read that, the same page", async () => {
		const app = appWithoutDatabase();
		const { response, bytes } = await page({ "accept-encoding": "gzip, deflate, br" }, app);
		expect(response.headers.get("content-encoding")).toBe("gzip");
		const plain = (await page({ "accept-encoding": "identity" }, app)).bytes;
		expect(bytes.length).toBeLessThan(plain.length / 2);
		expect(Buffer.compare(gunzipSync(bytes), plain)).toBe(0);
	});

	it("is rendered once, also when many come at once", async () => {
		const app = appWithoutDatabase();
		await Promise.all([page({}, app), page({ "accept-encoding": "gzip" }, app), page({}, app)]);
		await page({}, app);
		expect(renderGraphiQL).toHaveBeenCalledTimes(1);
	});

	it("opens with the examples, and asks this server", async () => {
		await page();
		const options = vi.mocked(renderGraphiQL).mock.calls[0]?.[0];
		const queries = readExamples().map(({ query }) => ({ query }));
		expect(options?.endpoint).toBe("/graphql");
		expect(options?.defaultTabs).toEqual(queries);
		expect(options?.defaultQuery).toBe(queries[0]?.query);
	});

	it("loads nothing from elsewhere", async () => {
		const text = await html();
		const tags = withoutScripts(text);
		expect(tags.match(/<script\b/g)?.length).toBeGreaterThan(0);
		const loaded = [
			...tags.matchAll(/\b(?:src|href|srcset|poster|action|data)\s*=\s*["']?([^"'\s>]+)/gi),
			...tags.matchAll(/url\(\s*["']?([^"')]+)/gi),
			...tags.matchAll(/@import\s+["']?([^"';]+)/gi),
		].map(([, address = ""]) => address.slice(0, 80));
		expect(loaded.length).toBeGreaterThan(0);
		expect(loaded.filter((address) => !/^(data:|#)/.test(address))).toEqual([]);
		// In the scripts: the networks that pages of this kind take their parts from.
		expect(text).not.toMatch(/unpkg\.com|jsdelivr|cdnjs|esm\.sh|skypack|googleapis|gstatic/);
	});

	it("has our style in its head, behind its own; test/browser shows what it does", async () => {
		const head = withoutScripts(await html()).split("<body")[0] ?? "";
		expect(head).toMatch(/unicode-bidi: plaintext [^<]*<\/style><\/head>/);
	});
});
