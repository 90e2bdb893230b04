import type { Browser, Page, Response } from "playwright-core";

/** GraphiQL in a browser, and what it did that it should not have. */
export interface ExplorerPage {
	readonly page: Page;
	/** Every request, as its method and address. */
	readonly requests: readonly string[];
	/** Requests to anywhere but the server, which were stopped; errors; and what the console warned of. */
	readonly faults: readonly string[];
}

const isOperation = (response: Response) => response.request().method() === "POST";

const WIDTH = 1400;
const HEIGHT = 900;

/** Runs in the page and in its workers. */
function tellViolations(): void {
	addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
		console.error(`policy: ${effectiveDirective} ${blockedURI}`),
	);
}

/** Opens the page for somebody who was never here, and waits until it can be used. */
export async function openExplorer(browser: Browser, address: string): Promise<ExplorerPage> {
	const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT } });
	const requests: string[] = [];
	const faults: string[] = [];
	const { origin } = new URL(address);
	context.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
	context.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
	context.on("response", (response) => {
		if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
	});
	context.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
	});
	context.on("weberror", (error) => faults.push(`thrown: ${error.error().message}`));
	// What the page's policy stops is told in the console, here with its directive.
	await context.addInitScript(tellViolations);
	context.on("page", (page) =>
		page.on("worker", (worker) => {
			// One that has ended already has nothing to tell.
			worker.evaluate(tellViolations).catch(() => undefined);
		}),
	);
	const isElsewhere = (url: URL) =>
		!["blob:", "data:"].includes(url.protocol) && url.origin !== origin;
	await context.route(isElsewhere, (route) => {
		faults.push(`elsewhere: ${route.request().url()}`);
		return route.abort();
	});
	await context.routeWebSocket(/./, (socket) => {
		faults.push(`web socket: ${socket.url()}`);
	});
	const page = await context.newPage();
	// It asks for the schema by itself.
	await Promise.all([page.waitForResponse(isOperation), page.goto(address)]);
	await page.locator(".graphiql-execute-button").waitFor();
	await page.locator(".graphiql-query-editor .view-line").first().waitFor();
	return { page, requests, faults };
}

/** Opens the tab of an operation by a click, and waits until the editor has understood it. */
export async function openTab(page: Page, index: number, query: string): Promise<void> {
	const tab = page.getByRole("tab").nth(index);
	if ((await tab.getAttribute("aria-selected")) === "true") return;
	await tab.locator(".graphiql-tab-button").click();
	// The page's address has the operation as soon as that is so.
	await page.waitForURL((url) => url.searchParams.get("query") === query);
}

/** Runs the operation of the open tab; gives what the server answered. */
export async function execute(page: Page): Promise<unknown> {
	const [answer] = await Promise.all([
		page.waitForResponse(isOperation),
		page.locator(".graphiql-execute-button").click(),
	]);
	return answer.json();
}

/** What of the answer is in sight, without white space: the lines as they stand below each other. */
export async function shownAnswer(page: Page): Promise<string> {
	const lines = await page.locator(".graphiql-response .view-line").evaluateAll((elements) =>
		elements
			.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? "" }))
			.toSorted((a, b) => a.top - b.top)
			.map(({ text }) => text),
	);
	return lines.join("").replace(/\s/g, "");
}

/** One character as it is drawn. */
export interface Glyph {
	readonly character: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
}

/** Where the characters of the first token that has a text in it are drawn, in the order of the text. */
export function glyphsOf(
	page: Page,
	text: string,
): Promise<{ unicodeBidi: string; glyphs: Glyph[] }> {
	const token = page.locator(".view-line > span > span", { hasText: text }).first();
	return token.evaluate((element) => {
		const node = element.firstChild as Text;
		const range = document.createRange();
		const glyphs = [...node.data].map((character, index) => {
			range.setStart(node, index);
			range.setEnd(node, index + 1);
			const { left, right, top } = range.getBoundingClientRect();
			return { character, left, right, top };
		});
		return { unicodeBidi: getComputedStyle(element).unicodeBidi, glyphs };
	});
}
