import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUrl } from "../../support/server.ts";
import { startChromium } from "../chromium.ts";
import { type Opened, open, settled } from "./opened.ts";

const { origin } = new URL(await serverUrl());
let browser: Browser;
beforeAll(async () => {
	browser = await startChromium();
});
afterAll(() => browser?.close());

const countIn = ({ page }: Opened) =>
	page
		.locator("h1")
		.textContent()
		.then((text) => Number(/\d+/.exec(text ?? "")?.[0]));

describe("somebody who knows no GraphQL", () => {
	it("finds what Erdogan said about Idlib, sees where it stands, and shares it", async () => {
		const opened = await open(browser, `${origin}/?lang=en`);
		const { context, page, faults } = opened;
		const search = page.getByRole("searchbox");
		await search.fill("اردغان");
		await page.locator(".suggestions a").first().click();
		await settled(page);
		expect(await page.locator("h1").textContent()).toContain("Erdoğan");
		await search.fill("idlib");
		await search.press("Enter");
		await page.waitForURL(/\/statements\?search=idlib/);
		await search.fill("إدلب");
		await search.press("Enter");
		await settled(page);
		await page.locator(".facet a", { hasText: "Erdoğan" }).click();
		await page.waitForURL(/speaker=erdogan/);
		await settled(page);
		const cards = page.locator(".card");
		const shown = await cards.count();
		expect(shown).toBeGreaterThan(1);
		expect(await countIn(opened)).toBe(shown);
		expect(await page.locator(".card mark").count()).toBeGreaterThanOrEqual(shown);
		const words = await cards.first().locator("blockquote").textContent();
		await cards.first().locator("p").last().getByRole("link").first().click();
		await settled(page);
		expect(await page.locator(".panel blockquote").textContent()).toBe(words);
		expect(await page.locator(".body .chosen").first().isVisible()).toBe(true);
		await page.getByRole("button", { name: "Copy the link" }).click();
		await page.getByText("Copied").waitFor();
		const link = await page.evaluate(() => navigator.clipboard.readText());
		const other = await open(browser, link);
		await settled(other.page);
		expect(await other.page.locator(".panel blockquote").textContent()).toBe(words);
		const box = await other.page.locator(".body .chosen").first().boundingBox();
		expect(box?.y).toBeGreaterThan(0);
		expect(box?.y).toBeLessThan(900);
		expect([...faults, ...other.faults]).toEqual([]);
		await Promise.all([context.close(), other.context.close()]);
	});

	it("follows who speaks to whom, both ways, and from each statement", async () => {
		const opened = await open(browser, `${origin}/speakers/erdogan?lang=en`);
		const { context, page, faults } = opened;
		await settled(page);
		const section = (title: string) =>
			page
				.locator("section")
				.filter({ has: page.getByRole("heading", { name: title, exact: true }) });
		const voice = section("Who speaks to them").getByRole("listitem").filter({ hasText: "Putin" });
		const promised = await voice.getByRole("link", { name: "statement" }).textContent();
		expect(await section("Said to them").locator(".card").count()).toBe(
			parseInt(promised ?? "", 10),
		);
		await voice.getByRole("link", { name: "Putin" }).click();
		await settled(page);
		expect(await page.locator("h1").textContent()).toBe("Vladimir Putin");
		const hearer = section("Whom they speak to")
			.getByRole("listitem")
			.filter({ hasText: "Erdoğan" });
		const count = hearer.getByRole("link", { name: "statement" });
		expect(await count.textContent()).toBe(promised);
		await count.click();
		await page.waitForURL(/speaker=putin&to=erdogan/);
		await settled(page);
		expect(await page.locator("h1").textContent()).toBe(promised);
		expect(await page.locator(".chips").textContent()).toContain("Said to Recep Tayyip Erdoğan");
		const cards = page.locator(".card");
		const toErdogan = page.locator('p:first-child a[href^="/speakers/erdogan?"]');
		expect(await cards.filter({ has: toErdogan }).count()).toBe(await cards.count());
		await cards.first().locator("p").last().getByRole("link").first().click();
		await settled(page);
		await page.locator(".panel").getByRole("link", { name: "Erdoğan" }).click();
		await settled(page);
		expect(await page.locator("h1").textContent()).toContain("Erdoğan");
		expect(faults).toEqual([]);
		await context.close();
	});

	it.each([
		["en", "Where their name is found", "Found by the words alone"],
		["ar", "حيث يرد الاسم", "بحث عن الكلمات وحدها"],
	])(
		"is told in %s that a name is only searched for, and by which words",
		async (language, title, honest) => {
			const { context, page } = await open(browser, `${origin}/speakers/assad?lang=${language}`);
			await settled(page);
			const section = page
				.locator("section")
				.filter({ has: page.getByRole("heading", { name: title }) });
			expect(await section.locator("> p").first().textContent()).toContain(honest);
			expect(await section.locator("q").allTextContents()).toEqual(["بشار الأسد", "الأسد"]);
			await context.close();
		},
	);

	it.each(["/speakers/nobody", "/articles/nothing"])(
		"is told that there is nothing at %s, and not that the server failed",
		async (path) => {
			const { context, page } = await open(browser, `${origin}${path}?lang=en`);
			await page.locator("main").getByText("There is nothing at this address.").waitFor();
			await settled(page);
			expect(await page.getByRole("alert").count()).toBe(0);
			await context.close();
		},
	);

	it("sees on a phone both the words that are selected and what is told of them", async () => {
		const path = "/articles/putin-al-sharaa-meeting-2026?lang=en";
		const { context, page } = await open(browser, `${origin}${path}`, 390);
		await settled(page);
		for (const index of [0, 5, 10]) {
			const words = page.locator(".body .said").nth(index);
			await words.click();
			await page.locator(".panel").waitFor();
			await expect
				.poll(async () => {
					const [marked, told] = await Promise.all([
						page.locator(".body .chosen").first().boundingBox(),
						page.locator(".panel").boundingBox(),
					]);
					if (marked === null || told === null) return false;
					return marked.y > 0 && marked.y + 30 < told.y && told.y < 800;
				})
				.toBe(true);
		}
		await context.close();
	});

	it("gets the list that is shown, as a file", async () => {
		const opened = await open(browser, `${origin}/statements?speaker=putin&kind=DIRECT&lang=en`);
		const { context, page } = opened;
		await settled(page);
		const shown = await countIn(opened);
		const address = await page.getByRole("link", { name: "NDJSON" }).getAttribute("href");
		const lines = (await (await fetch(new URL(address ?? "", origin))).text()).trim().split("\n");
		expect(lines).toHaveLength(shown);
		await context.close();
	});

	it("sees the counts of the facets keep their word", async () => {
		const { context, page } = await open(browser, `${origin}/statements?lang=en`);
		await settled(page);
		const all = await countIn({ page } as Opened);
		for (const index of [0, 9, 12, 20]) {
			const facet = page.locator(".facet a").nth(index);
			const promised = Number(await facet.locator(".number").textContent());
			await facet.click();
			await expect.poll(() => countIn({ page } as Opened)).toBe(promised);
			await page.goBack();
			await expect.poll(() => countIn({ page } as Opened)).toBe(all);
			await settled(page);
		}
		await context.close();
	});

	it("narrows to a place as often as was counted, and to all inside it by choice", async () => {
		const opened = await open(browser, `${origin}/?lang=en`);
		const { context, page } = opened;
		await settled(page);
		const syria = page.getByRole("link", { name: /^Syria: / });
		const promised = parseInt((await syria.getAttribute("aria-label"))?.slice(7) ?? "", 10);
		await syria.press("Enter");
		await page.waitForURL(/place=syria/);
		await expect.poll(() => countIn(opened)).toBe(promised);
		await page.getByRole("checkbox", { name: "inside" }).check();
		await expect.poll(() => countIn(opened)).toBeGreaterThan(promised);
		await context.close();
	});

	it("goes through the list to its end", async () => {
		const { context, page } = await open(browser, `${origin}/statements?lang=en`);
		await settled(page);
		const all = await countIn({ page } as Opened);
		const more = page.getByRole("button", { name: "Show more" });
		while (await more.isVisible()) {
			const before = await page.locator(".card").count();
			await more.click();
			await expect.poll(() => page.locator(".card").count()).toBeGreaterThan(before);
		}
		expect(await page.locator(".card").count()).toBe(all);
		await context.close();
	});

	it("uses nothing but the keyboard", async () => {
		const { context, page } = await open(browser, `${origin}/?lang=en`);
		await settled(page);
		await page.keyboard.press("Tab");
		expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
		const bar = page.locator(".bars a").first();
		await bar.focus();
		await page.keyboard.press("Enter");
		await page.waitForURL(/\/statements\?month=\d{4}-\d\d/);
		await context.close();
	});
});

describe("the map", () => {
	it("shows where most is said, the whole world by choice, and every place in its list", async () => {
		const { context, page, faults } = await open(browser, `${origin}/?lang=en`);
		await settled(page);
		const dot = (name: string) => page.locator(`.dot[aria-label^="${name}: "]`);
		const distance = async () => {
			const boxes = [await dot("Syria").boundingBox(), await dot("Moscow Kremlin").boundingBox()];
			return Math.abs((boxes[0]?.y ?? 0) - (boxes[1]?.y ?? 0));
		};
		const near = await distance();
		expect(await dot("United States").count()).toBe(0);
		const outside = page.locator(".map figcaption").getByText("outside this part");
		await outside.waitFor();
		const world = page.getByRole("button", { name: "The whole world" });
		expect(await world.getAttribute("aria-pressed")).toBe("false");
		await world.press("Enter");
		await dot("United States").waitFor();
		expect(await outside.count()).toBe(0);
		expect(await distance()).toBeLessThan(near / 2);
		await page.getByText("The places as a list").click();
		const listed = await page.locator(".map li bdi").allTextContents();
		for (const label of await page
			.locator(".dot")
			.evaluateAll((dots) => dots.map((one) => one.getAttribute("aria-label")?.split(": ")[0])))
			expect(listed).toContain(label);
		await world.press("Enter");
		await outside.waitFor();
		await page.locator(".map li a", { hasText: "United States" }).click();
		await page.waitForURL(/place=united-states/);
		expect(faults).toEqual([]);
		await context.close();
	});
});
