import type { Browser, Request, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUrl } from "../../support/server.ts";
import { startChromium } from "../chromium.ts";
import { type Opened, open } from "./opened.ts";

const { origin } = new URL(await serverUrl());
let browser: Browser;
beforeAll(async () => {
	browser = await startChromium();
});
afterAll(() => browser?.close());

const [BLANK, FIRST] = [`${origin}/health`, `${origin}/?lang=en`];
/** The most bytes that come over the wire before there is something to see. */
const MOST_BYTES = 75_000;

/** A page whose requests are seen before it opens the explorer. */
async function blank(): Promise<Opened & { asked: Request[] }> {
	const opened = await open(browser, BLANK);
	const asked: Request[] = [];
	opened.page.on("request", (request) => asked.push(request));
	return { ...opened, asked };
}

const pathOf = (request: Request) => new URL(request.url()).pathname;

describe("the first view", () => {
	it("comes by one question and few bytes, compressed and kept for good", async () => {
		const { context, page, asked, faults } = await blank();
		await page.goto(FIRST);
		await page.locator(".bars").waitFor();
		const answered = asked.filter((request) => !/\.(?:json|woff2)$/.test(pathOf(request)));
		expect(answered.map(pathOf).toSorted()).toEqual([
			"/",
			expect.stringMatching(/^\/assets\/first-\w+\.js$/),
			expect.stringMatching(/^\/assets\/main-\w+\.js$/),
			expect.stringMatching(/^\/assets\/styles-\w+\.css$/),
			"/graphql",
		]);
		let bytes = 0;
		for (const request of answered) {
			const response = await request.response();
			const headers = (await response?.allHeaders()) ?? {};
			bytes += Number(headers["content-length"]);
			if (pathOf(request) === "/graphql") continue;
			expect(headers["content-encoding"]).toMatch(/^(?:br|gzip)$/);
			if (pathOf(request) !== "/") expect(headers["cache-control"]).toContain("immutable");
		}
		expect(bytes).toBeGreaterThan(10_000);
		expect(bytes).toBeLessThan(MOST_BYTES);
		expect(faults).toEqual([]);
		await context.close();
	});

	it("waits neither for letters nor for the outlines of countries", async () => {
		const { context, page } = await blank();
		const held: Route[] = [];
		await context.route(/\.(?:woff2|json)$/, (route) => void held.push(route));
		await page.goto(`${origin}/?lang=ar`, { waitUntil: "commit" });
		await page.locator(".bars").waitFor();
		await page.locator(".dot").first().waitFor();
		await expect
			.poll(() => held.map((route) => pathOf(route.request())))
			.toContainEqual(expect.stringMatching(/\.woff2$/));
		expect(held.map((route) => pathOf(route.request()))).toContainEqual(
			expect.stringMatching(/world-\w+\.json$/),
		);
		expect(
			await page.evaluate(() => [...new Set([...document.fonts].map(({ display }) => display))]),
		).toEqual(["swap"]);
		await Promise.all(held.map((route) => route.continue()));
		await page.locator(".land").waitFor();
		await context.close();
	});

	it.each(["/?lang=en", "/speakers/putin?lang=en"])(
		"asks for the outlines beside its question, and not after it: %s",
		async (path) => {
			const { context, page, asked } = await blank();
			const held: Route[] = [];
			await context.route(/\/graphql/, (route) => void held.push(route));
			await page.goto(`${origin}${path}`);
			await expect
				.poll(() => asked.map(pathOf))
				.toContainEqual(expect.stringMatching(/world-\w+\.json$/));
			expect(held).toHaveLength(1);
			await held[0]?.continue();
			await page.locator(".land").waitFor();
			expect(asked.filter((request) => pathOf(request).startsWith("/assets/world"))).toHaveLength(
				1,
			);
			await context.close();
		},
	);
});
