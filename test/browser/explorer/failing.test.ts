import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUrl } from "../../support/server.ts";
import { startChromium } from "../chromium.ts";
import { type Opened, open, overflowOf, settled } from "./opened.ts";

const { origin } = new URL(await serverUrl());
let browser: Browser;
beforeAll(async () => {
	browser = await startChromium();
});
afterAll(() => browser?.close());

describe("a server that does not answer", () => {
	it.each([
		["is away", (opened: Opened) => opened.context.route(/\/graphql/, (route) => route.abort())],
		[
			"refuses",
			(opened: Opened) =>
				opened.context.route(/\/graphql/, (route) =>
					route.fulfill({ status: 503, json: { errors: [{ message: "too much at once" }] } }),
				),
		],
		[
			"sends no JSON",
			(opened: Opened) =>
				opened.context.route(/\/graphql/, (route) =>
					route.fulfill({ status: 502, body: "<html>" }),
				),
		],
	] as const)("%s: the page says so, and recovers", async (_what, fail) => {
		const opened = await open(browser, `${origin}/coverage?lang=en`);
		const { context, page } = opened;
		await settled(page);
		await fail(opened);
		await page.getByRole("link", { name: "Speakers" }).click();
		const alert = page.getByRole("alert");
		await alert.waitFor();
		await context.unroute(/\/graphql/);
		await alert.getByRole("button").click();
		await page.locator(".rows li").first().waitFor();
		expect(await alert.count()).toBe(0);
		await context.close();
	});

	it("is slow: the page says that it waits, and what is asked later wins", async () => {
		const { context, page } = await open(browser, `${origin}/coverage?lang=en`);
		await settled(page);
		await context.route(/\/graphql.*StatementList/, async (route) => {
			if (route.request().url().includes("first"))
				await new Promise((resolve) => setTimeout(resolve, 1500));
			await route.continue();
		});
		await page.goto(`${origin}/statements?speaker=putin&lang=en`);
		await page.getByText("Asking …").first().waitFor();
		await page.getByRole("searchbox").fill("إدلب");
		await page.getByRole("searchbox").press("Enter");
		await settled(page);
		expect(await page.locator(".card mark").count()).toBeGreaterThan(0);
		await context.close();
	});
});

describe("a browser that loses its connection", () => {
	it.each([
		["en", "There is no connection", "cannot be reached"],
		["ar", "لا اتصال بالشبكة", "لا يمكن الوصول"],
	])(
		"says so in %s, keeps what it has, and goes on by itself when it is back",
		async (language, lost, failed) => {
			const { context, page } = await open(
				browser,
				`${origin}/statements?speaker=putin&lang=${language}`,
			);
			await settled(page);
			const before = await page.locator(".card").allTextContents();
			expect(before.length).toBeGreaterThan(10);
			await context.setOffline(true);
			const line = page.locator(".connection");
			await line.getByText(lost).waitFor();
			expect(await page.locator(".card").allTextContents()).toEqual(before);
			await page.locator('nav a[href^="/speakers"]').click();
			await page.getByRole("alert").first().getByText(failed).waitFor();
			await page.locator('nav a[href^="/coverage"]').click();
			await page.getByRole("alert").getByText(failed).waitFor();
			expect(await page.locator(".counts").count()).toBe(0);
			await context.setOffline(false);
			await page.locator(".counts").first().waitFor();
			expect(await page.getByRole("alert").count()).toBe(0);
			expect(await line.textContent()).toBe("");
			await page.goBack();
			await page.locator(".rows li").first().waitFor();
			await context.close();
		},
	);
});

/** Runs, closes tags, turns the line around, and fits into no line. */
const HOSTILE = `<script>window.pwned=1</script><img src=x onerror="window.pwned=1">\u202e${"و".repeat(400)}\u2066{title}`;

/** The same answer with hostile names, titles and labels; the texts that are marked keep their length. */
function poisoned(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(poisoned);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key,
			["name", "label", "title", "description", "note", "text", "exact", "location"].includes(
				key,
			) && typeof inner === "string"
				? HOSTILE
				: poisoned(inner),
		]),
	);
}

describe("hostile text in the data", () => {
	it.each([
		"/",
		"/statements",
		"/speakers",
		"/speakers/putin",
		"/articles/putin-al-sharaa-meeting-2026?statement=putin-al-sharaa-meeting-2026.putin-praises-sharaa-unity-efforts",
	])("is only text: %s", async (path) => {
		const { context, page, faults } = await open(browser, `${origin}/coverage`, 390);
		await context.route(/\/graphql/, async (route) => {
			const response = await route.fetch();
			await route.fulfill({ response, json: poisoned(await response.json()) });
		});
		await page.goto(`${origin}${path}`);
		await settled(page);
		expect(await page.locator("main").textContent()).toContain("<script>");
		expect(await page.evaluate(() => "pwned" in window)).toBe(false);
		expect(await page.locator("main script, main img").count()).toBe(0);
		expect(await overflowOf(page)).toBeLessThanOrEqual(0);
		expect(faults).toEqual([]);
		await context.close();
	});
});
