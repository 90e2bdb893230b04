import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { serverUrl } from "../support/server.ts";
import { executorOf, RUN_ELSEWHERE, type World } from "./executors.ts";
import { PAGES, type PageBlock, pageBlocks } from "./pages.ts";
import { commandsIn } from "./shell.ts";

const { origin } = new URL(await serverUrl());
const world: World = {
	fetch: (address, init) => fetch(address.replace("http://localhost:4000", origin), init),
	tags: new Map(),
};
const blocks = PAGES.flatMap(pageBlocks);

describe("every block of code on a page does what the page says", () => {
	test.each(blocks.map((block) => [block.title, block] as const))("%s", async (title, block) => {
		const executor = executorOf(block);
		if (executor === undefined) throw new Error(`expected a test that runs ${title}, found none`);
		await executor.run(block, world);
	});

	test("there are blocks of each kind", () => {
		const languages = new Set(blocks.map(({ language }) => language));
		for (const language of ["graphql", "json", "sh", "js", "sql"])
			expect(languages).toContain(language);
		expect(blocks.length).toBeGreaterThan(60);
	});

	test.each(RUN_ELSEWHERE)("%s has a block of %s, which %s runs", (page, language, file) => {
		expect(blocks.some((block) => block.page === page && language.test(block.language))).toBe(true);
		expect(existsSync(file)).toBe(true);
	});
});

/** A block as a page could have it. */
function block(language: string, text: string, belongings: Record<string, string> = {}): PageBlock {
	return {
		language,
		text,
		page: "docs/ask.md",
		title: "a block",
		belongings: new Map(Object.entries(belongings)),
		isBelonging: false,
		isRightBehind: false,
	};
}

function outcome(of: PageBlock): Promise<void> {
	const executor = executorOf(of);
	if (executor === undefined) return Promise.reject(new Error("nobody claims it"));
	return executor.run(of, world);
}

describe("a block that does not do what its page says is found", () => {
	const QUERY = "{ corpus { articleCount } }";
	test.each([
		["a language that nobody runs", block("python", "print(1)")],
		["no language", block("", "a")],
		["an answer without a question", block("json", "{}")],
		["a query with an error", block("graphql", "{ nothing }")],
		["another answer", block("graphql", QUERY, { json: '{ "data": null }' })],
		["an address that is not there", block("sh", "curl -s http://localhost:4000/nowhere")],
		[
			"another answer to a command",
			block("sh", "curl -s http://localhost:4000/health", { json: "{}" }),
		],
		[
			"an option of curl that is not known",
			block("sh", "curl --retry 3 http://localhost:4000/health"),
		],
		[
			"a tag that is not the same",
			block("sh", "curl -s http://localhost:4000/export/statements.csv --etag-compare none.txt"),
		],
		["a command that is not known", block("sh", "rm -rf data")],
		["a script that is not there", block("sh", "npm run nothing")],
		["an option that is not there", block("sh", "npm run draft -- --nothing")],
		["a setting that is not there", block("sh", "NOTHING=1 npm start")],
		["a file that is not there", block("sh", "cp nothing.txt other.txt")],
		["a block without a command", block("sh", "# nothing")],
		["another output", block("js", "console.log(1)", { text: "2\n" })],
		["an output that is not shown", block("js", "console.log(1)")],
		["a program that fails", block("js", "await Promise.reject(new Error('no'))")],
	])("%s", async (_what, wrong) => {
		await expect(outcome(wrong)).rejects.toThrow();
	});
});

describe("commands", () => {
	test("are read as a shell reads them", () => {
		const text = `# first
PORT=1 npm ci && npm start   # then
curl -d '{"a": "b # c"}' \\
  --x="y z"'w' > file.json
`;
		expect(commandsIn(text)).toEqual([
			{ settings: { PORT: "1" }, words: ["npm", "ci"] },
			{ settings: {}, words: ["npm", "start"] },
			{ settings: {}, words: ["curl", "-d", '{"a": "b # c"}', "--x=y zw"] },
		]);
	});

	test("with a quotation mark without its other half are refused", () => {
		expect(() => commandsIn("echo 'a")).toThrow("'a");
	});
});
