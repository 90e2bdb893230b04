import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUrl } from "../support/server.ts";
import { startChromium } from "./chromium.ts";
import { type ExplorerPage, execute, openExplorer, shownAnswer } from "./graphiql-page.ts";

const url = await serverUrl();

let browser: Browser;
beforeAll(async () => {
	browser = await startChromium();
});
afterAll(() => browser?.close());

/** Puts an operation in the place of what the editor holds, key by key. */
async function type(page: Page, operation: string): Promise<void> {
	await page.locator(".graphiql-query-editor .view-lines").click();
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.press("Delete");
	// Closing brackets come by themselves.
	await page.keyboard.type(operation.replace(/[ }]+$/, ""));
}

describe("under its policy, without a fault, the page", () => {
	let explorer: ExplorerPage;
	beforeAll(async () => {
		explorer = await openExplorer(browser, url);
	});

	it("answers the operation that is open", async () => {
		const { page } = explorer;
		const answer = await execute(page);
		expect(answer).toHaveProperty("data");
		expect(answer).not.toHaveProperty("errors");
		await expect.poll(() => shownAnswer(page)).toContain('{"data":{');
	});

	it("answers what is typed into its first tab", async () => {
		const { page } = explorer;
		const operation = "{ corpus { statementCount } }";
		await type(page, operation);
		// What is executed is what the page has taken over, a moment after the last key.
		await page.waitForURL(({ searchParams }) =>
			/statementCount\W*$/.test(searchParams.get("query") ?? ""),
		);
		await page.keyboard.press("Escape");
		expect(await execute(page)).toEqual({ data: { corpus: { statementCount: 52 } } });
		await expect.poll(() => shownAnswer(page)).toBe('{"data":{"corpus":{"statementCount":52}}}');
	});

	it("marks what the schema does not have, and offers what it has, by its workers", async () => {
		const { page } = explorer;
		await type(page, "{ corpus { nothing } }");
		await page.locator(".graphiql-query-editor .squiggly-error").first().waitFor();
		await type(page, "{ corp");
		await page.keyboard.press("Control+Space");
		await page.locator(".suggest-widget .monaco-list-row", { hasText: "corpus" }).waitFor();
		await page.keyboard.press("Escape");
		expect(page.workers().length).toBeGreaterThan(0);
	});

	it("shows the documentation of the schema", async () => {
		const { page } = explorer;
		await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
		const documentation = page.locator(".graphiql-doc-explorer");
		await documentation.getByRole("link", { name: "Query", exact: true }).click();
		await documentation.getByRole("link", { name: "statementStats", exact: true }).waitFor();
		await page.getByRole("button", { name: "Hide Documentation Explorer" }).click();
	});

	it("opens its settings, and is drawn dark and light", async () => {
		const { page } = explorer;
		await page.getByRole("button", { name: "Open settings dialog" }).click();
		for (const theme of ["Dark", "Light"]) {
			await page.getByRole("button", { name: theme, exact: true }).click();
			await page.locator(`body.graphiql-${theme.toLowerCase()}`).waitFor();
		}
		await page.keyboard.press("Escape");
	});

	it("makes no fault", () => {
		expect(explorer.faults).toEqual([]);
	});
});

/** What somebody would try who could write into the page, and the directive that stops it. */
const attempts: readonly [string, string, () => unknown][] = [
	[
		"a script of its own",
		"script-src-elem inline",
		() => {
			const script = document.createElement("script");
			script.textContent = "document.title = 'taken over'";
			document.body.append(script);
		},
	],
	[
		"a script in an attribute",
		"script-src-attr inline",
		() => {
			document.body.setAttribute("onclick", "document.title = 'taken over'");
			document.body.click();
		},
	],
	[
		"a script of another host",
		"script-src-elem http://aqwal.test/script.js",
		() => {
			const script = document.createElement("script");
			script.src = "http://aqwal.test/script.js";
			document.body.append(script);
		},
	],
	[
		"code made of text",
		"script-src eval",
		// Later, as what a test runs in a page at once is not held to its policy.
		() =>
			setTimeout(() => {
				try {
					// biome-ignore lint/security/noGlobalEval: it must be refused.
					globalThis.eval("document.title = 'taken over'");
				} catch {}
			}),
	],
	[
		"code made of text in a worker",
		"script-src eval",
		() => {
			const code = new Blob(["setTimeout(() => { try { eval('1') } catch {} }, 500)"]);
			new Worker(URL.createObjectURL(code));
		},
	],
	[
		"a request to another host",
		"connect-src http://aqwal.test/",
		() => fetch("http://aqwal.test/").catch(() => undefined),
	],
	[
		"a picture of another host",
		"img-src http://aqwal.test/picture",
		() => {
			new Image().src = "http://aqwal.test/picture";
		},
	],
	[
		"a frame",
		"frame-src http://aqwal.test",
		() => {
			const frame = document.createElement("iframe");
			frame.src = "http://aqwal.test/frame";
			document.body.append(frame);
		},
	],
	[
		"another base for addresses",
		"base-uri http://aqwal.test/",
		() => {
			const base = document.createElement("base");
			base.href = "http://aqwal.test/";
			document.head.append(base);
		},
	],
	[
		"a form",
		"form-action http://aqwal.test",
		() => {
			const form = document.createElement("form");
			form.action = "http://aqwal.test/form";
			document.body.append(form);
			form.submit();
		},
	],
];

describe("the policy stops, and tells of", () => {
	let own: ExplorerPage;
	beforeAll(async () => {
		own = await openExplorer(browser, url);
	});

	it.each(attempts)("%s", async (_what, violation, attempt) => {
		const { page, faults } = own;
		const before = faults.length;
		await page.evaluate(attempt);
		await expect
			.poll(() => faults.slice(before).join("\n"))
			.toContain(`console: policy: ${violation}`);
		expect(await page.title()).not.toBe("taken over");
		// Nothing of it got as far as the network.
		expect(faults.filter((fault) => fault.startsWith("elsewhere: "))).toEqual([]);
	});

	it("a page of another origin that shows this one in a frame", async () => {
		const { page, faults } = own;
		const before = faults.length;
		const other = await page.context().newPage();
		await other.setContent(`<iframe src="${url}"></iframe>`);
		await expect.poll(() => faults.slice(before).join()).toMatch(/frame-ancestors|X-Frame-Options/);
		for (const frame of other.frames().slice(1))
			expect(await frame.locator("#root").count()).toBe(0);
	});
});
