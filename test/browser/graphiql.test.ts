import { mkdir, readFile } from "node:fs/promises";
import { getOperationAST, parse } from "graphql";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "vitest";
import { readExamples } from "../../src/server/examples.ts";
import { serverUrl } from "../support/server.ts";
import { startChromium } from "./chromium.ts";
import {
	type ExplorerPage,
	execute,
	glyphsOf,
	openExplorer,
	openTab,
	shownAnswer,
} from "./graphiql-page.ts";

/** For people to look at. */
const SCREENSHOTS = "data/browser";

const url = await serverUrl();
const examples = readExamples().map(({ name, query }, index) => ({
	name,
	query,
	index,
	operation: getOperationAST(parse(query))?.name?.value,
}));

let browser: Browser;
let explorer: ExplorerPage;
beforeAll(async () => {
	await mkdir(SCREENSHOTS, { recursive: true });
	browser = await startChromium();
	explorer = await openExplorer(browser, url);
});
afterEach(() => {
	expect(explorer.faults).toEqual([]);
});
afterAll(() => browser?.close());

test("the page opens without a request to anywhere else", () => {
	const asked = explorer.requests.filter((request) => !/ (blob|data):/.test(request));
	expect(new Set(asked)).toEqual(new Set([`GET ${url}`, `POST ${url}`]));
});

test("a request to elsewhere would be seen, and an error too", async () => {
	const own = await openExplorer(browser, url);
	await own.page.evaluate(() => {
		// The page's policy lets nothing but a link lead elsewhere.
		location.href = "http://aqwal.test/";
		console.error("an error");
	});
	await expect.poll(() => own.faults).toContain("elsewhere: http://aqwal.test/");
	expect(own.faults).toContain("console: an error");
	await own.page.context().close();
});

test("its icon is a picture that the page brings along", async () => {
	const icon = explorer.page.locator('link[rel="icon"]');
	expect(await icon.getAttribute("href")).toMatch(/^data:image\//);
	const width = await icon.evaluate(async (link) => {
		const image = new Image();
		image.src = (link as HTMLLinkElement).href;
		await image.decode();
		return image.naturalWidth;
	});
	expect(width).toBeGreaterThan(0);
});

describe("each example", () => {
	test("has a tab, named by its operation, in sight", async () => {
		const tabs = explorer.page.getByRole("tab");
		expect(await tabs.locator(".graphiql-tab-button").allTextContents()).toEqual(
			examples.map(({ operation }) => operation),
		);
		const hidden = await tabs.evaluateAll((elements) =>
			elements
				.filter((tab) => {
					const { left, top } = tab.getBoundingClientRect();
					return !tab.contains(document.elementFromPoint(left + 9, top + 9));
				})
				.map((tab) => tab.textContent),
		);
		expect(hidden).toEqual([]);
	});

	it.each(examples)("$name is answered in its tab", async ({ name, query, index, operation }) => {
		const { page } = explorer;
		await openTab(page, index, query);
		const active = page.getByRole("tab", { selected: true }).locator(".graphiql-tab-button");
		expect(await active.textContent()).toBe(operation);
		const answer = await execute(page);
		const file = await readFile(`test/queries/${name}.json`, "utf8");
		expect(answer).toEqual({ data: (JSON.parse(file) as { data: unknown }).data });
		// And it is what can be read, as much of it as there is room for.
		const whole = JSON.stringify(answer).replace(/\s/g, "");
		await expect
			.poll(() => shownAnswer(page))
			.toSatisfy(
				(shown: string) => whole.startsWith(shown) && shown.length >= Math.min(200, whole.length),
			);
		await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
	});
});

/** A statement that begins with a quotation mark, which must stand where the reading begins. */
const SLUG = "putin-al-sharaa-meeting-2026.four-states-avoid-security-vacuum";
const ARABIC = /\p{Script=Arabic}/u;

describe("an Arabic text", () => {
	let own: ExplorerPage;
	beforeAll(async () => {
		const query = `{\n  statement(by: { slug: "${SLUG}" }) {\n    text\n    article {\n      title\n    }\n  }\n}`;
		own = await openExplorer(browser, `${url}?${new URLSearchParams({ query })}`);
		await execute(own.page);
		await own.page.locator(".graphiql-response .view-line", { hasText: "text" }).waitFor();
		await own.page.screenshot({ path: `${SCREENSHOTS}/right-to-left.png` });
	});

	it("runs from the right, letter by letter, with its quotation marks at its ends", async () => {
		const { unicodeBidi, glyphs } = await glyphsOf(own.page, "تجنب");
		expect(unicodeBidi).toBe("plaintext");
		expect(glyphs.map(({ character }) => character).join("")).toMatch(/^"«تجنب/);
		const row = glyphs.filter(({ top }) => Math.abs(top - (glyphs[0]?.top ?? 0)) < 5);
		expect(row.filter(({ character }) => ARABIC.test(character)).length).toBeGreaterThan(10);
		expect(row.map(({ left }) => left)).toEqual(
			row.map(({ left }) => left).toSorted((a, b) => b - a),
		);
	});

	it("stands to the right of its name, which runs from the left", async () => {
		const [value, name] = [await glyphsOf(own.page, "تجنب"), await glyphsOf(own.page, '"text"')];
		const lefts = name.glyphs.map(({ left }) => left);
		expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
		const nameEnd = Math.max(...name.glyphs.map(({ right }) => right));
		for (const { left } of value.glyphs) expect(left).toBeGreaterThan(nameEnd);
	});

	it("is drawn with a font that has Arabic letters", async () => {
		const session = await own.page.context().newCDPSession(own.page);
		await session.send("DOM.enable");
		await session.send("CSS.enable");
		const { root } = await session.send("DOM.getDocument", { depth: -1 });
		const { nodeId } = await session.send("DOM.querySelector", {
			nodeId: root.nodeId,
			selector: '.graphiql-response [style*="unicode-bidi"]',
		});
		const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
		const drawn = fonts
			.filter(({ isCustomFont }) => !isCustomFont)
			.map(({ glyphCount }) => glyphCount);
		// The page's own font has none: on a machine without, boxes stand for the letters.
		expect(Math.max(0, ...drawn), "Arabic letters; Debian: fonts-noto-core").toBeGreaterThan(20);
	});

	it("makes no fault", () => {
		expect(own.faults).toEqual([]);
	});
});
