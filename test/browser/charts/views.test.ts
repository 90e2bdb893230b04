import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUrl } from "../../support/server.ts";
import { startChromium } from "../chromium.ts";
import { barriersOf, overflowOf, WIDTHS } from "../explorer/opened.ts";
import { marksOf, openCharts, PATIENCE, pageFile } from "./charts-page.ts";

/** For people to look at. */
const SCREENSHOTS = "data/browser";
const server = new URL(await serverUrl()).origin;
let browser: Browser;
let file: string;
beforeAll(async () => {
	await mkdir(SCREENSHOTS, { recursive: true });
	[browser, file] = await Promise.all([startChromium(), pageFile()]);
});
afterAll(async () => {
	await Promise.all([
		browser?.close(),
		rm(dirname(fileURLToPath(file)), { recursive: true, force: true }),
	]);
});

/** The texts of the charts that reach beyond the picture that they stand in, by a pixel or more. */
function textsOutside(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll(".canvas svg text")].flatMap((text) => {
			const [inner, outer] = [text, text.closest(".canvas") ?? text].map((one) =>
				one.getBoundingClientRect(),
			);
			if (inner === undefined || outer === undefined || inner.width === 0) return [];
			const isInside = inner.left >= outer.left - 12 && inner.right <= outer.right + 12;
			return isInside ? [] : [text.textContent ?? ""];
		}),
	);
}

const cases = (["ar", "en"] as const).flatMap((language) =>
	WIDTHS.flatMap((width) =>
		(["light", "dark"] as const).map((colorScheme) => ({ language, width, colorScheme })),
	),
);

describe("the charts", () => {
	it.each(cases)(
		"in $language at $width, $colorScheme, fit and keep nobody out",
		async ({ language, width, colorScheme }) => {
			const { page, faults, close } = await openCharts(browser, file, server, `lang=${language}`, {
				viewport: { width, height: 900 },
				colorScheme,
			});
			expect(await overflowOf(page)).toBeLessThanOrEqual(0);
			expect(await textsOutside(page)).toEqual([]);
			await page.screenshot({
				path: `${SCREENSHOTS}/charts-${language}-${width}-${colorScheme}.png`,
				fullPage: true,
			});
			for (const summary of await page.locator("summary").all()) await summary.click();
			expect(await barriersOf(page)).toEqual([]);
			expect(faults).toEqual([]);
			await close();
		},
	);

	it("are drawn anew when the window becomes another", async () => {
		const { page, close } = await openCharts(browser, file, server);
		const widthOf = async () =>
			Number(await page.locator("section.each .canvas > svg").getAttribute("width"));
		expect(await widthOf()).toBeGreaterThan(900);
		await page.setViewportSize({ width: 390, height: 900 });
		await expect.poll(widthOf, PATIENCE).toBeLessThan(390);
		expect(await overflowOf(page)).toBeLessThanOrEqual(0);
		await close();
	});

	it.each([
		["ar", "right"],
		["en", "left"],
	] as const)("in %s begin at the %s, bars and names alike", async (language, side) => {
		const { page, close } = await openCharts(browser, file, server, `lang=${language}`);
		const bar = await marksOf(page, "topSpeakers").first().boundingBox();
		const canvas = await page.locator("section.topSpeakers .canvas").boundingBox();
		const name = await page
			.locator('section.topSpeakers .canvas [aria-label="text"] text')
			.first()
			.boundingBox();
		const edge = (box: { x: number; width: number } | null) =>
			box === null ? Number.NaN : side === "left" ? box.x : box.x + box.width;
		expect(Math.abs(edge(bar) - edge(canvas))).toBeLessThan(2);
		expect(Math.abs(edge(name) - edge(canvas))).toBeLessThan(4);
		await close();
	});
});
