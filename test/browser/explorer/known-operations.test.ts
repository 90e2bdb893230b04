import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corpusDatabase } from "../../support/database.ts";
import { startServer } from "../../support/server.ts";
import { startChromium } from "../chromium.ts";
import { open, settled } from "./opened.ts";

let folder: string;
let origin: string;
let browser: Browser;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "aqwal-explorer-"));
	const file = join(folder, "operations.json");
	await writeFile(file, JSON.stringify({ theirs: "{ corpus { version } }" }));
	const { url } = await startServer(await corpusDatabase(), { persistedOperations: file });
	({ origin } = new URL(url));
	browser = await startChromium();
});
afterAll(async () => {
	await browser?.close();
	await rm(folder, { recursive: true });
});

const ARTICLE = "/articles/putin-al-sharaa-meeting-2026";

describe("the explorer of a server that answers only operations that it knows", () => {
	it.each([
		["/", ".bars"],
		["/statements?speaker=putin", ".card"],
		["/speakers", ".rows li"],
		["/speakers/putin", ".card mark"],
		[ARTICLE, ".body .said"],
		[`${ARTICLE}?raw=1`, ".raw"],
		["/coverage", ".counts"],
	])("shows what it shows everywhere, without sending a text: %s", async (path, content) => {
		const { context, page, faults } = await open(browser, `${origin}/health`);
		const asked: string[] = [];
		page.on("request", (request) => asked.push(request.url() + (request.postData() ?? "")));
		await page.goto(`${origin}${path}`);
		await page.locator(content).first().waitFor();
		await page.getByRole("searchbox").first().fill("اردغان");
		await page.locator(".suggestions a").first().waitFor();
		await settled(page);
		expect(await page.getByRole("alert").count()).toBe(0);
		const questions = asked.filter((address) => address.includes("/graphql"));
		expect(questions.length).toBeGreaterThan(1);
		for (const question of questions) {
			expect(question).toContain("persistedQuery");
			expect(question).not.toMatch(/[?&]query=|"query":/);
		}
		expect(faults).toEqual([]);
		await context.close();
	});
});
