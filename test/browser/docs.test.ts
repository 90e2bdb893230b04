import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageBlocks } from "../docs/pages.ts";
import { serverUrl } from "../support/server.ts";
import { startChromium } from "./chromium.ts";

const SLUG = "putin-al-sharaa-meeting-2026.sharaa-thanks-putin-for-help";

/** Serves a page from another origin than the API has, as somebody's own page is. */
async function serveElsewhere(html: string): Promise<{ address: string; server: Server }> {
	const server = createServer((_request, response) => {
		response.setHeader("content-type", "text/html; charset=utf-8").end(html);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

let browser: Browser;
let origin: string;
let elsewhere: Server | undefined;
beforeAll(async () => {
	browser = await startChromium();
	({ origin } = new URL(await serverUrl()));
});
afterAll(async () => {
	elsewhere?.closeAllConnections();
	elsewhere?.close();
	await browser.close();
});

describe("the page of docs/embed.md", () => {
	it("marks the statement in its article, and links to it", async () => {
		const [block] = pageBlocks("docs/embed.md").filter(({ language }) => language === "html");
		const html = block?.text.replace("http://localhost:4000", origin);
		const page = await browser.newPage();
		const faults: string[] = [];
		page.on("pageerror", ({ message }) => faults.push(message));
		page.on("requestfailed", (request) => faults.push(request.url()));
		const { address, server } = await serveElsewhere(html ?? "");
		elsewhere = server;
		await page.goto(address);
		await page.waitForLoadState("networkidle");
		expect(faults.filter((fault) => !fault.endsWith("/favicon.ico"))).toEqual([]);
		const marked = await page.waitForSelector("mark");
		const { statement } = (
			await (
				await fetch(`${origin}/graphql`, {
					method: "POST",
					headers: { "content-type": "application/json" },
					body: JSON.stringify({
						query: `{ statement(by: { slug: "${SLUG}" }) { text article { slug body } } }`,
					}),
				})
			).json()
		).data as { statement: { text: string; article: { slug: string; body: string } } };
		expect(await marked.textContent()).toBe(statement.text);
		expect(await page.textContent("#body")).toBe(statement.article.body);
		const link = await page.getAttribute("#link", "href");
		expect(link).toBe(`${origin}/articles/${statement.article.slug}?statement=${SLUG}`);
		await page.goto(link ?? "");
		await page.waitForLoadState("networkidle");
		expect((await page.textContent("body")) ?? "").toContain(statement.text);
	});
});
