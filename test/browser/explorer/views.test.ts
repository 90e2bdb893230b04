import { mkdir } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUrl } from "../../support/server.ts";
import { startChromium } from "../chromium.ts";
import { barriersOf, open, overflowOf, settled, WIDTHS } from "./opened.ts";

/** For people to look at. */
const SCREENSHOTS = "data/browser";
const STATEMENT = "putin-al-sharaa-meeting-2026.putin-praises-sharaa-unity-efforts";
const VIEWS = {
	overview: "/",
	statements: "/statements?search=%D8%A5%D8%AF%D9%84%D8%A8",
	narrowed: "/statements?speaker=putin&kind=DIRECT&month=2020-03",
	speakers: "/speakers",
	speaker: "/speakers/putin",
	article: "/articles/putin-al-sharaa-meeting-2026",
	statement: `/articles/putin-al-sharaa-meeting-2026?statement=${STATEMENT}`,
	document: "/articles/putin-al-sharaa-meeting-2026?raw=1",
	coverage: "/coverage",
	nowhere: "/speakers/nobody-of-this-name",
};

const { origin } = new URL(await serverUrl());
let browser: Browser;
beforeAll(async () => {
	await mkdir(SCREENSHOTS, { recursive: true });
	browser = await startChromium();
});
afterAll(() => browser?.close());

const cases = Object.entries(VIEWS).flatMap(([name, path]) =>
	(["ar", "en"] as const).flatMap((language) =>
		WIDTHS.map((width) => ({ name, path, language, width })),
	),
);

describe("a view of the explorer", () => {
	it.each(cases)(
		"$name in $language at $width fits, runs its way, and keeps nobody out",
		async ({ name, path, language, width }) => {
			const address = new URL(path, origin);
			address.searchParams.set("lang", language);
			const { context, page, faults } = await open(browser, address.href, width);
			await settled(page);
			expect(await page.locator("html").getAttribute("dir")).toBe(
				language === "ar" ? "rtl" : "ltr",
			);
			expect(await page.locator("html").getAttribute("lang")).toBe(language);
			expect((await page.locator("main").textContent())?.length).toBeGreaterThan(10);
			expect(await overflowOf(page)).toBeLessThanOrEqual(0);
			await page.screenshot({ path: `${SCREENSHOTS}/explorer-${name}-${language}-${width}.png` });
			expect(await barriersOf(page)).toEqual([]);
			expect(faults).toEqual([]);
			await context.close();
		},
	);

	it.each(["overview", "statement", "statements"] as const)(
		"%s can be read in the dark",
		async (name) => {
			const { context, page, faults } = await open(browser, new URL(VIEWS[name], origin).href);
			await settled(page);
			await page.locator("button.theme").click();
			await page.locator('html[data-theme="dark"]').waitFor();
			await page.screenshot({ path: `${SCREENSHOTS}/explorer-${name}-dark.png` });
			expect(await barriersOf(page)).toEqual([]);
			await page.reload();
			await settled(page);
			await page.locator('html[data-theme="dark"]').waitFor();
			expect(faults).toEqual([]);
			await context.close();
		},
	);
});
