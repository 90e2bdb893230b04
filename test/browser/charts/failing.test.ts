import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serverUrl } from "../../support/server.ts";
import { startChromium } from "../chromium.ts";
import {
	markCounts,
	marksOf,
	type OpenedCharts,
	openCharts,
	PATIENCE,
	pageFile,
	settled,
} from "./charts-page.ts";
import { type StandIn, standInFor } from "./stand-in.ts";

let browser: Browser;
let file: string;
let standIn: StandIn;
let opened: OpenedCharts | undefined;
const server = new URL(await serverUrl()).origin;
beforeAll(async () => {
	[browser, file, standIn] = await Promise.all([startChromium(), pageFile(), standInFor(server)]);
});
afterEach(async () => {
	await opened?.close();
	opened = undefined;
	standIn.meddling = {};
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

const isChartOf = (name: string) => (url: URL) =>
	url.searchParams.get("query")?.startsWith(`query ${name}(`) ?? false;

describe("a server", () => {
	it("that is down is told of once, and all is drawn when it is back", async () => {
		standIn.meddling.breaksOff = () => true;
		const { page } = await open();
		const alerts = page.getByRole("alert");
		expect(await alerts.count()).toBe(1);
		expect(await alerts.textContent()).toContain(`${standIn.address}\u2069 cannot be reached`);
		standIn.meddling = {};
		await page.getByRole("button", { name: "Try again" }).click();
		await expect.poll(() => marksOf(page, "each").count(), PATIENCE).toBe(51);
		expect(await alerts.count()).toBe(0);
	});

	it("that goes away later is told of too, and the charts come back", async () => {
		const { page } = await open();
		standIn.meddling.breaksOff = () => true;
		await page.getByRole("button", { name: "Draw" }).click();
		await page.getByLabel("From").fill("2018-01-01");
		await page.getByRole("button", { name: "Draw" }).click();
		await page.getByRole("alert").waitFor();
		standIn.meddling = {};
		await page.getByRole("button", { name: "Try again" }).click();
		await expect.poll(() => marksOf(page, "each").count(), PATIENCE).toBe(51);
	});

	it.each([
		["Months", "months"],
		["TopSpeakers", "topSpeakers"],
		["Kinds", "kinds"],
		["Places", "places"],
	] as const)(
		"that fails at %s is told of there, with its code, and the rest is drawn",
		async (question, name) => {
			const refusal = {
				message: "asked <b>too</b> much",
				extensions: { code: "QUERY_TOO_COSTLY" },
			};
			const isIt = isChartOf(question);
			standIn.meddling.instead = (url) =>
				isIt(url)
					? { status: 400, type: "application/json", body: JSON.stringify({ errors: [refusal] }) }
					: undefined;
			const { page } = await open();
			const alert = page.locator(`section.${name}`).getByRole("alert");
			expect(await alert.textContent()).toContain("QUERY_TOO_COSTLY asked <b>too</b> much");
			expect(await page.getByRole("alert").count()).toBe(1);
			const { [name]: failed, ...others } = await markCounts(page);
			expect(failed).toBe(0);
			expect(Object.values(others).filter((count) => count === 0)).toEqual([]);
			standIn.meddling = {};
			await alert.getByRole("button", { name: "Try again" }).click();
			await expect.poll(() => marksOf(page, name).count(), PATIENCE).toBeGreaterThan(0);
		},
	);

	it("whose file breaks off is told of there", async () => {
		standIn.meddling.breaksOff = ({ pathname }) => pathname.startsWith("/export/");
		const { page } = await open();
		await page.locator("section.each").getByRole("alert").getByText("cannot be reached").waitFor();
		standIn.meddling = {};
		await page.getByRole("button", { name: "Try again" }).click();
		await expect.poll(() => marksOf(page, "each").count(), PATIENCE).toBe(51);
	});

	it("that does not know a speaker says whom it knows", async () => {
		const { page } = await open("lang=en&speaker=putinn");
		const alert = page.getByRole("alert").first();
		expect(await alert.textContent()).toMatch(/BAD_USER_INPUT.*did you mean putin\?/);
		await page.getByRole("button", { name: "Remove" }).click();
		await settled(page);
		expect(await marksOf(page, "each").count()).toBe(51);
	});

	it.each([
		["text/html", "<!doctype html><script>document.title = 'taken over'</script>"],
		["application/json", "[]"],
		["application/json", '{"data":null}'],
	])("that is not Aqwal is told of (%s %s)", async (type, body) => {
		standIn.meddling.instead = () => ({ status: 200, type, body });
		const { page } = await open();
		await page.getByRole("alert").getByText("but it is not Aqwal").waitFor();
		expect(await page.title()).toBe("Aqwal in charts");
	});
});

const OVERRIDE = "\u202E";
const HOSTILE = {
	"a script": "<script>document.title = `taken over`</script>",
	"a picture with a script": "<img src=x onerror=document.title=`taken/over`>",
	"a drawing": "</text></svg><svg onload=document.title=`taken/over`>",
	"signs that turn the text around": `${OVERRIDE}\u2067\u202Bnitup rimidalv`,
	"signs that end an isolate": "\u2069\u2069\u202C name \u2069",
	"what a page has for itself": "__proto__",
	"a name without an end": "W".repeat(5000),
	"a colour": "red",
	"an address of a paint": "url(#x)",
};

describe("names and texts", () => {
	it.each(Object.entries(HOSTILE))("with %s do no harm", async (_what, name) => {
		const inJson = JSON.stringify(name).slice(1, -1);
		standIn.meddling.rewrite = (body) =>
			body
				.replaceAll(/Vladimir Putin|فلاديمير بوتين|RT Arabic|\bSyria(?=")/g, () =>
					body.startsWith("{") ? inJson : name,
				)
				.replaceAll(/بالرئيس السوري/g, () => (body.startsWith("{") ? inJson : name));
		const { page, faults } = await open("lang=en&speaker=putin");
		expect(await markCounts(page)).toMatchObject({ kinds: 5, topSpeakers: 12, each: 28 });
		for (const summary of await page.locator("summary").all()) await summary.click();
		await marksOf(page, "topSpeakers").first().hover({ force: true });
		const table = page.locator("section.topSpeakers tbody");
		const shown = name.replaceAll(/\p{Bidi_Control}/gu, "").trim();
		await expect
			.poll(async () => (await table.textContent())?.replaceAll(/\p{Bidi_Control}/gu, ""), PATIENCE)
			.toContain(shown);
		const text = (await page.locator("main").textContent()) ?? "";
		expect(text).not.toContain(OVERRIDE);
		// Each isolate that is begun is ended, and none more often.
		const [begun, ended] = [text.match(/[\u2066-\u2068]/g), text.match(/\u2069/g)];
		expect(ended?.length).toBe(begun?.length);
		expect(await page.title()).toBe("Aqwal in charts");
		expect(await page.locator("script, img, [onload], [onerror]").count()).toBe(1);
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(overflow).toBeLessThanOrEqual(0);
		expect(faults).toEqual([]);
	});

	it("could not run a script if they got in, as the page forbids it", async () => {
		const { page } = await open();
		await page.evaluate(() => {
			const script = document.createElement("script");
			script.textContent = "document.title = 'taken over'";
			document.body.append(script);
		});
		expect(await page.title()).toBe("Aqwal in charts");
		const refused = await page.evaluate(
			() =>
				new Promise((resolve) => {
					addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
						resolve(effectiveDirective),
					);
					document.body.setAttribute("onclick", "document.title = 'taken over'");
					document.body.click();
				}),
		);
		expect(refused).toBe("script-src-attr");
	});
});
