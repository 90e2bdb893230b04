import { existsSync } from "node:fs";
import { expect } from "vitest";
import { type EntityTags, runCurl } from "./curl.ts";
import { expectNpmCommand } from "./npm.ts";
import { type PageBlock, textOf } from "./pages.ts";
import { type Command, commandsIn } from "./shell.ts";

/** What blocks are run against. */
export interface World {
	/** Sends a request to a server with the real corpus; the pages call it http://localhost:4000. */
	readonly fetch: (address: string, init?: RequestInit) => Promise<Response>;
	readonly tags: EntityTags;
}

/** Something that knows how to run blocks of a kind. */
interface Executor {
	readonly claims: (block: PageBlock) => boolean;
	/** @throws an assertion when the block does not do what its page says */
	readonly run: (block: PageBlock, world: World) => Promise<void>;
}

const ENDPOINT = "http://localhost:4000/graphql";

/** The answer to a block of GraphQL is the JSON behind it; where there is none, it has no errors. */
async function runGraphql({ text, belongings }: PageBlock, { fetch }: World): Promise<void> {
	const variables: unknown = JSON.parse(belongings.get("json variables") ?? "{}");
	const response = await fetch(ENDPOINT, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query: text, variables }),
	});
	const answer = (await response.json()) as { errors?: unknown };
	const shown = belongings.get("json");
	if (shown === undefined) expect(answer.errors).toBeUndefined();
	else expect(answer).toEqual(JSON.parse(shown));
}

async function runCommand(command: Command, { fetch, tags }: World): Promise<Response | null> {
	const [name, ...args] = command.words;
	if (name === "curl") return runCurl(command.words, tags, fetch);
	if (name === "npm") await expectNpmCommand(command);
	else if (name === "cp" && args.length === 2)
		for (const file of args) expect(existsSync(file), `${file} is there`).toBe(true);
	else throw new Error(`expected a command that a test can run, found ${command.words.join(" ")}`);
	return null;
}

/** The JSON behind commands is the answer to the last one. */
async function runShell({ text, belongings }: PageBlock, world: World): Promise<void> {
	const commands = commandsIn(text);
	expect(commands.length).toBeGreaterThan(0);
	let last: Response | null = null;
	for (const command of commands) last = await runCommand(command, world);
	const body = await last?.text();
	const shown = belongings.get("json");
	if (shown === undefined) return;
	expect(JSON.parse(body ?? "")).toEqual(JSON.parse(shown));
}

/** A program that is run as the module of a page: it may wait, and gets `fetch` and `console`. */
type Program = (fetch: World["fetch"], console: { log: (line: unknown) => void }) => Promise<void>;

/** The text behind a program is what it prints. */
async function runProgram({ text, belongings }: PageBlock, { fetch }: World): Promise<void> {
	const printed: string[] = [];
	const body = `return (async () => { ${text} })()`;
	// The pages' own programs, which are in this repository.
	const program = new Function("fetch", "console", body) as Program;
	await program(fetch, { log: (line) => printed.push(`${line}\n`) });
	expect(printed.join("")).toBe(belongings.get("text") ?? "");
}

/** Blocks that a test of their own runs, by page and language: the file that does it. */
export const RUN_ELSEWHERE: readonly (readonly [page: string, language: RegExp, test: string])[] = [
	["README.md", /^text$/, "test/docs/drawn.test.ts"],
	["seed/README.md", /^text$/, "test/docs/drawn.test.ts"],
	["seed/README.md", /^yaml \w+$/, "test/docs.test.ts"],
	["docs/clients.md", /^ts$/, "test/clients/page.test.ts"],
	["docs/dashboards.md", /^sql$/, "test/database/views/documented-role.test.ts"],
	["docs/dashboards.md", /^text$/, "test/docs.test.ts"],
	["docs/data-model.md", /^mermaid$/, "test/cli/pages/data-model-page.test.ts"],
	["docs/embed.md", /^html$/, "test/browser/docs.test.ts"],
	["docs/extend-the-schema.md", /^diff [\w./-]+$/, "test/docs/extend.test.ts"],
	["docs/extend-the-schema.md", /^graphql extended$/, "test/docs/extend.test.ts"],
	["docs/operation.md", /^sql$/, "test/database/least-power.test.ts"],
	["docs/postgresql.md", /^sql$/, "test/docs/postgresql.test.ts"],
	["docs/production.md", /^(sh|ini)$/, "test/cli/production.ts"],
	["docs/production.md", /^ini env$/, "test/docs/drawn.test.ts"],
	["docs/production.md", /^http$/, "test/server/security-headers.test.ts"],
];

/** The test that runs a block elsewhere, if one does. */
function elsewhere({ page, language }: PageBlock): string | undefined {
	return RUN_ELSEWHERE.find(([of, form]) => of === page && form.test(language))?.[2];
}

/** The executors; the first that claims a block runs it. */
const EXECUTORS: readonly Executor[] = [
	{
		claims: (block) => elsewhere(block) !== undefined,
		run: async (block) => {
			const test = elsewhere(block) ?? "";
			expect(textOf(test), `${test} reads ${block.page}`).toContain(block.page);
		},
	},
	// Looked at by the one that runs the block before it.
	{ claims: ({ isBelonging }) => isBelonging, run: async () => undefined },
	{ claims: ({ language }) => language === "graphql", run: runGraphql },
	{ claims: ({ language }) => language === "sh", run: runShell },
	{ claims: ({ language }) => language === "js", run: runProgram },
];

/** The executor of a block. */
export function executorOf(block: PageBlock): Executor | undefined {
	return EXECUTORS.find(({ claims }) => claims(block));
}
