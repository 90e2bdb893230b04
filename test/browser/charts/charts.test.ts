import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serverUrl } from "../../support/server.ts";
import { startChromium } from "../chromium.ts";
import {
	CHART_NAMES,
	markCounts,
	marksOf,
	type OpenedCharts,
	openCharts,
	PATIENCE,
	pageFile,
	settled,
} from "./charts-page.ts";
import { type StandIn, standInFor } from "./stand-in.ts";

const server = new URL(await serverUrl()).origin;
let browser: Browser;
let file: string;
let standIn: StandIn;
let opened: OpenedCharts | undefined;
beforeAll(async () => {
	[browser, file, standIn] = await Promise.all([startChromium(), pageFile(), standInFor(server)]);
});
afterEach(async () => {
	await opened?.close();
	opened = undefined;
	standIn.meddling = {};
	standIn.seen.length = 0;
});
afterAll(async () => {
	await Promise.all([
		browser?.close(),
		standIn?.stop(),
		rm(dirname(fileURLToPath(file)), { recursive: true, force: true }),
	]);
});

async function open(query?: string): Promise<OpenedCharts> {
	opened = await openCharts(browser, file, standIn.address, query);
	return opened;
}

interface Stats {
	readonly rows: readonly { readonly count: number }[];
}

/** How many rows the API has for a chart, asked in words of the test's own. */
async function rowCount(groupBy: string, filter: string, more: string): Promise<number> {
	const query = `{ statementStats(filter: ${filter}, groupBy: [${groupBy}], ${more}) { rows { count } } }`;
	const response = await fetch(`${server}/graphql`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query }),
	});
	const { data } = (await response.json()) as { data: { statementStats: Stats } };
	return data.statementStats.rows.filter(({ count }) => count > 0).length;
}

async function datedStatements(filter: object): Promise<number> {
	const parameters = new URLSearchParams({ filter: JSON.stringify(filter) });
	const csv = await (await fetch(`${server}/export/statements.csv?${parameters}`)).text();
	const rows = parse(csv, { columns: true }) as readonly { readonly saidEarliest: string }[];
	return rows.filter(({ saidEarliest }) => saidEarliest !== "").length;
}

describe("each chart has as many marks as the API has rows", () => {
	it("for the whole corpus", async () => {
		const { page, faults } = await open();
		expect(await markCounts(page)).toEqual({
			months: await rowCount("TIME, SPEAKER", "{}", "fillGaps: true, first: 6"),
			kinds: await rowCount("PUBLISHER, KIND", "{}", "first: 60"),
			topSpeakers: await rowCount("SPEAKER", "{}", "first: 12"),
			places: await rowCount("LOCATION", "{}", "first: 15"),
			each: await datedStatements({}),
		});
		expect(await marksOf(page, "each").count()).toBe(51);
		expect(faults).toEqual([]);
	});

	it("for two speakers in a period, whose last day is in it", async () => {
		const speaker = '{ speaker: { in: ["putin", "erdogan"] } }';
		const period = 'from: "2020-03-01", to: "2024-12-11"';
		const { page, faults } = await open(
			"lang=en&speaker=putin&speaker=erdogan&from=2020-03-01&to=2024-12-10",
		);
		const counts = await markCounts(page);
		expect(counts).toEqual({
			months: await rowCount("TIME, SPEAKER", speaker, `${period}, fillGaps: true`),
			kinds: await rowCount("PUBLISHER, KIND", speaker, period),
			topSpeakers: await rowCount("SPEAKER", "{}", `${period}, first: 12`),
			places: await rowCount("LOCATION", speaker, `${period}, first: 15`),
			each: await datedStatements({
				speaker: { in: ["putin", "erdogan"] },
				saidAt: { from: "2020-03-01", to: "2024-12-11" },
			}),
		});
		for (const name of CHART_NAMES)
			expect({ name, n: counts[name] > 0 }).toEqual({ name, n: true });
		expect(faults).toEqual([]);
	});

	it("and its table as many rows, beside words that say what is to be seen", async () => {
		const { page } = await open();
		for (const [name, count] of Object.entries(await markCounts(page))) {
			const section = page.locator(`section.${name}`);
			await section.locator("summary").click();
			await expect.poll(() => section.locator("tbody tr").count(), PATIENCE).toBe(count);
			const picture = section.getByRole("img");
			const description = await picture.getAttribute("aria-describedby");
			const text = await page.locator(`#${description}`).textContent();
			expect(text).toMatch(name === "topSpeakers" ? /Vladimir Putin.* \(28\)/ : /\d/);
		}
	});
});

describe("the page asks", () => {
	it("by GET alone, from a file, and once more only whether it is still the same", async () => {
		const { page } = await open();
		const first = standIn.seen.splice(0);
		expect(first.length).toBeGreaterThanOrEqual(6);
		expect(new Set(first.map(({ method }) => method))).toEqual(new Set(["GET"]));
		expect(new Set(first.map(({ origin }) => origin))).toEqual(new Set(["null"]));
		expect(new Set(first.map(({ url }) => url.pathname))).toEqual(
			new Set(["/graphql", "/export/statements.csv"]),
		);
		expect(new Set(first.map(({ status }) => status))).toEqual(new Set([200]));
		await page.reload();
		await settled(page);
		expect(standIn.seen.length).toBe(first.length);
		expect(new Set(standIn.seen.map(({ status }) => status))).toEqual(new Set([304]));
		expect(await marksOf(page, "each").count()).toBe(51);
	});

	it("for no file of more statements than it can draw", async () => {
		standIn.meddling.rewrite = (body) => body.replace(/"totalCount":52/, '"totalCount":1000000');
		const { page, faults } = await open();
		await page.getByText("1,000,000 statements are too many for a dot each").waitFor();
		expect(standIn.seen.map(({ url }) => url.pathname)).not.toContain("/export/statements.csv");
		expect(await marksOf(page, "kinds").count()).toBe(6);
		expect(faults).toEqual([]);
	});
});

describe("somebody", () => {
	it("chooses speakers by any spelling, and sends the address to others", async () => {
		const { page, faults } = await open();
		const field = page.getByRole("searchbox");
		await field.fill("اردوغان");
		await page
			.getByRole("list", { name: "Whom this may mean" })
			.getByRole("button")
			.first()
			.click();
		await page.getByRole("button", { name: /^Remove .*Recep Tayyip Erdoğan/ }).waitFor();
		await settled(page);
		expect(new URL(page.url()).searchParams.getAll("speaker")).toEqual(["erdogan"]);
		// Those of others with whom he said something too.
		const months = await rowCount("TIME, SPEAKER", '{ speaker: { eq: "erdogan" } }', "first: 99");
		expect(await marksOf(page, "months").count()).toBe(months);
		await page.reload();
		await settled(page);
		expect(await marksOf(page, "months").count()).toBe(months);
		await page.getByRole("button", { name: /^Remove / }).click();
		await expect.poll(() => marksOf(page, "months").count(), PATIENCE).toBe(12);
		await page.getByRole("searchbox").fill("qqqqqqqq");
		await page.getByText("Nobody of this name is known.").waitFor();
		expect(faults).toEqual([]);
	});

	it("chooses a period and another server, by the form", async () => {
		const { page } = await open();
		await page.getByLabel("From").fill("2026-01-01");
		await page.getByLabel("To", { exact: true }).fill("2026-01-31");
		await page.getByRole("button", { name: "Draw" }).click();
		await expect.poll(() => marksOf(page, "each").count(), PATIENCE).toBeLessThan(20);
		await settled(page);
		expect(await marksOf(page, "each").count()).toBe(
			await datedStatements({ saidAt: { from: "2026-01-01", to: "2026-02-01" } }),
		);
		await page.getByLabel("Server").fill("javascript:alert(1)");
		await page.getByRole("button", { name: "Draw" }).click();
		await page.getByRole("alert").getByText("is no address of a server").waitFor();
		expect(await page.locator(".chart").count()).toBe(0);
	});

	it("reads it in another language, in the same place", async () => {
		const { page } = await open();
		await page.getByRole("button", { name: "العربية" }).click();
		await page.locator('html[dir="rtl"][lang="ar"]').waitFor();
		await expect
			.poll(() => page.locator("#topSpeakers-summary").textContent(), PATIENCE)
			.toContain("فلاديمير بوتين");
		expect(new URL(page.url()).searchParams.get("lang")).toBe("ar");
	});

	it("points at a mark and is told what it is", async () => {
		const { page } = await open();
		await marksOf(page, "kinds").first().hover({ force: true });
		const tip = page.locator('section.kinds [aria-label="tip"]');
		await expect
			.poll(() => tip.textContent(), PATIENCE)
			.toMatch(/RT Arabic.*verbatim.*12 statements/);
	});
});
