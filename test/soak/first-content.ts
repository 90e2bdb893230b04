// How long the explorer's first view takes: node --import ./run.mjs test/soak/first-content.ts
import { once } from "node:events";
import { loadavg } from "node:os";
import type { Browser } from "playwright-core";
import { startChromium } from "../browser/chromium.ts";
import { startServer } from "./start-server.ts";

const ROUNDS = 15;
const KILOBIT = 125;

/** How a browser reaches the server, and how quick it is. */
interface Conditions {
	readonly name: string;
	/** Of each round trip, in milliseconds. */
	readonly latency: number;
	/** In bytes a second; -1 for any. */
	readonly bandwidth: number;
	/** How many times slower than this machine. */
	readonly slowness: number;
}

const CONDITIONS: readonly Conditions[] = [
	{ name: "this machine", latency: 0, bandwidth: -1, slowness: 1 },
	{
		name: "a phone (10 Mbit/s, 40 ms, 4 times slower)",
		latency: 40,
		bandwidth: 10_000 * KILOBIT,
		slowness: 4,
	},
	{
		name: "a bad phone line (1.6 Mbit/s, 150 ms, 4 times slower)",
		latency: 150,
		bandwidth: 1600 * KILOBIT,
		slowness: 4,
	},
];

/** In milliseconds from the beginning of the visit. */
interface Visit {
	/** When anything is painted. */
	readonly painted: number;
	/** When the numbers and the months of the corpus stand in the page. */
	readonly content: number;
	/** When the map has its outlines. */
	readonly whole: number;
}

declare global {
	interface Window {
		/** When each part of the view first stood in the page, by its selector. */
		seen: Record<string, number>;
	}
}

/** One visit of somebody who was never here. */
async function visit(browser: Browser, origin: string, conditions: Conditions): Promise<Visit> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send("Network.emulateNetworkConditions", {
		offline: false,
		latency: conditions.latency,
		downloadThroughput: conditions.bandwidth,
		uploadThroughput: conditions.bandwidth,
	});
	await session.send("Emulation.setCPUThrottlingRate", { rate: conditions.slowness });
	await page.addInitScript(() => {
		window.seen = {};
		new MutationObserver(() => {
			for (const part of [".bars", ".land"])
				if (document.querySelector(part) !== null) window.seen[part] ??= performance.now();
		}).observe(document, { childList: true, subtree: true });
	});
	await page.goto(`${origin}/?lang=ar`);
	await page.waitForFunction(() => window.seen[".land"] !== undefined);
	const times = await page.evaluate(() => ({
		painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
		content: window.seen[".bars"] ?? Number.NaN,
		whole: window.seen[".land"] ?? Number.NaN,
	}));
	await context.close();
	return times;
}

function told(visits: readonly Visit[], part: keyof Visit): string {
	const sorted = visits.map((one) => one[part]).toSorted((one, other) => one - other);
	const [middle, most] = [sorted[sorted.length >> 1] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
	return `${part} ${Math.round(middle)} ms (at most ${Math.round(most)})`;
}

const { child, origin: address } = await startServer({});
const { origin } = new URL(address);
const browser = await startChromium();
try {
	// The browser itself starts its processes with its first page.
	await (await browser.newPage()).goto("about:blank");
	const [first] = CONDITIONS;
	if (first !== undefined) {
		const visits = [await visit(browser, origin, first)];
		console.log(
			`the first visit after a start, in which the page is made: ${told(visits, "content")}`,
		);
	}
	for (const conditions of CONDITIONS) {
		const visits: Visit[] = [];
		for (let round = 0; round < ROUNDS; round += 1)
			visits.push(await visit(browser, origin, conditions));
		const parts = (["painted", "content", "whole"] as const).map((part) => told(visits, part));
		console.log(`${conditions.name}: ${parts.join(", ")}`);
	}
	console.log(`load of the machine over the last minute: ${loadavg()[0]?.toFixed(1)}`);
} finally {
	await browser.close();
	child.kill("SIGTERM");
	await once(child, "exit");
}
