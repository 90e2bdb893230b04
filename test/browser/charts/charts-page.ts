import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { makePage } from "../../../examples/charts/page.ts";

/** Makes the page in a folder of its own, and tells its address: that of a file. */
export async function pageFile(): Promise<string> {
	const file = join(await mkdtemp(join(tmpdir(), "aqwal-charts-")), "charts.html");
	await writeFile(file, await makePage());
	return pathToFileURL(file).href;
}

/** The page as it was opened, and what it did that it should not have. */
export interface OpenedCharts {
	readonly page: Page;
	/** Requests to anywhere but the server, errors, and what the console warned of. */
	readonly faults: string[];
	close(): Promise<void>;
}

/** Waits until every chart is drawn, or it is said why not. */
export async function settled(page: Page): Promise<void> {
	await page.waitForLoadState("networkidle");
	await page.waitForFunction(
		() =>
			document.querySelector(".waiting, [aria-busy=true]") === null &&
			document.querySelector(".chart, .fault") !== null &&
			[...document.querySelectorAll(".canvas")].every((canvas) => canvas.firstElementChild),
	);
}

/**
 * Opens the page as a file for somebody who was never here.
 *
 * @param query what its address says, such as lang=en
 */
export async function openCharts(
	browser: Browser,
	file: string,
	server: string,
	query = "lang=en",
	options: BrowserContextOptions = {},
): Promise<OpenedCharts> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	const faults: string[] = [];
	context.on("request", (request) => {
		const url = request.url();
		if (!url.startsWith(`${server}/`) && !url.startsWith(file) && !url.startsWith("data:"))
			faults.push(`elsewhere: ${url}`);
	});
	context.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
	});
	context.on("weberror", (error) => faults.push(`thrown: ${error.error().message}`));
	const page = await context.newPage();
	await page.goto(`${file}?server=${encodeURIComponent(server)}&${query}`);
	await settled(page);
	return { page, faults, close: () => context.close() };
}

/** What the marks of each chart are in its picture. */
const MARKS = {
	months: '[aria-label="rect"] rect',
	kinds: '[aria-label="bar"] > rect',
	topSpeakers: '[aria-label="bar"] > rect',
	places: '[aria-label="bar"] > rect',
	each: '[aria-label="dot"] > circle',
} as const;
export type ChartName = keyof typeof MARKS;
export const CHART_NAMES = Object.keys(MARKS) as ChartName[];

/** The marks of a chart: bars, or dots. */
export function marksOf(page: Page, name: ChartName): Locator {
	return page.locator(`section.${name} .canvas ${MARKS[name]}`);
}

/** How long something in the page may take, on a machine with much else to do. */
export const PATIENCE = { timeout: 15_000 };

/** How many marks each chart has. */
export async function markCounts(page: Page): Promise<Record<ChartName, number>> {
	const counts = CHART_NAMES.map(
		async (name) => [name, await marksOf(page, name).count()] as const,
	);
	return Object.fromEntries(await Promise.all(counts)) as Record<ChartName, number>;
}
