import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The widths of a desk and of a phone, in CSS pixels. */
export const WIDTHS = [1280, 390] as const;
const HEIGHT = 900;

/** A page of the explorer, and what it did that it should not have. */
export interface Opened {
	readonly context: BrowserContext;
	readonly page: Page;
	/** Requests to anywhere but the server, errors, and what the console warned of. */
	readonly faults: string[];
}

/** Waits until nothing is asked any more and nothing is said to be waited for. */
export async function settled(page: Page): Promise<void> {
	await page.waitForLoadState("networkidle");
	await page.waitForFunction(() => document.querySelector(".waiting") === null);
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Opens an address for somebody who was never here. */
export async function open(
	browser: Browser,
	address: string,
	width: number = WIDTHS[0],
): Promise<Opened> {
	const context = await browser.newContext({
		viewport: { width, height: HEIGHT },
		locale: "ar",
		permissions: ["clipboard-read", "clipboard-write"],
	});
	const faults: string[] = [];
	const { origin } = new URL(address);
	await context.route(
		(url) => url.origin !== origin && url.protocol !== "data:",
		(route) => {
			faults.push(`elsewhere: ${route.request().url()}`);
			return route.abort();
		},
	);
	context.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
	});
	context.on("weberror", (error) => faults.push(`thrown: ${error.error().message}`));
	await context.addInitScript(() =>
		addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
			console.error(`policy: ${effectiveDirective} ${blockedURI}`),
		),
	);
	const page = await context.newPage();
	await page.goto(address);
	return { context, page, faults };
}

/** How much wider the page is than its window, in CSS pixels. */
export function overflowOf(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

interface AxeResults {
	readonly violations: readonly {
		readonly id: string;
		readonly impact: string | null;
		readonly nodes: readonly { readonly html: string }[];
	}[];
}

/** What would keep people with a keyboard or a screen reader from using the page (axe: serious or critical). */
export async function barriersOf(page: Page): Promise<string[]> {
	await page.evaluate(await readFile(AXE, "utf8"));
	const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
	return violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}
