import type { Browser, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUrl } from "../../support/server.ts";
import { startChromium } from "../chromium.ts";
import { open, settled } from "./opened.ts";

const { origin } = new URL(await serverUrl());
let browser: Browser;
beforeAll(async () => {
	browser = await startChromium();
});
afterAll(() => browser?.close());

describe("before the page's script runs", () => {
	it.each([
		["dark", "light"],
		["light", "dark"],
		[null, "dark"],
		[null, "light"],
	] as const)("the page is %s by choice on a system that is %s", async (choice, system) => {
		const { context, page, faults } = await open(browser, `${origin}/health`);
		await page.emulateMedia({ colorScheme: system });
		await page.evaluate((kept) => {
			if (kept !== null) localStorage.setItem("aqwal-theme", kept);
		}, choice);
		// Nothing but the first script and the styles comes.
		const held: Route[] = [];
		await context.route(/\/assets\/main-/, (route) => void held.push(route));
		await page.goto(`${origin}/?lang=en`, { waitUntil: "commit" });
		await page.locator("#root").waitFor({ state: "attached" });
		await page.waitForFunction(
			() => getComputedStyle(document.body).backgroundColor !== "rgba(0, 0, 0, 0)",
		);
		const shown = await page.evaluate(() => {
			const { backgroundColor } = getComputedStyle(document.body);
			const [red = 0] = backgroundColor.match(/\d+/g)?.map(Number) ?? [];
			const { colorScheme } = getComputedStyle(document.documentElement);
			const meta = document.querySelector('meta[name="color-scheme"]')?.getAttribute("content");
			return {
				isDark: red < 128,
				colorScheme,
				meta,
				root: document.getElementById("root")?.innerHTML,
			};
		});
		const wanted = choice ?? system;
		expect(shown).toEqual({
			isDark: wanted === "dark",
			colorScheme: wanted,
			meta: wanted,
			root: "",
		});
		await expect.poll(() => held.length).toBe(1);
		await held[0]?.continue();
		await settled(page);
		expect(await page.locator("html").getAttribute("data-theme")).toBe(wanted);
		if (choice === null) {
			await page.emulateMedia({ colorScheme: system === "dark" ? "light" : "dark" });
			await page.locator(`html:not([data-theme="${system}"])`).waitFor();
		}
		expect(faults).toEqual([]);
		await context.close();
	});
});
