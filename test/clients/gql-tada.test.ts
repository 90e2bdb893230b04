import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { serverUrl } from "../support/server.ts";
import { saidBy } from "./examples/gql-tada.ts";

const CLI = join(createRequire(import.meta.url).resolve("gql.tada/package.json"), "../bin/cli.js");
const EXAMPLE = await readFile(new URL("examples/gql-tada.ts", import.meta.url), "utf8");
const USE = `import { SaidBy } from "./client.ts";
import type { ResultOf, VariablesOf } from "gql.tada";
declare const data: ResultOf<typeof SaidBy>;
export const variables: VariablesOf<typeof SaidBy> = { speaker: "putin" };
export const texts: string[] = data.statements.edges.map(({ node }) => node.text);
export const next: string | null = data.statements.pageInfo.endCursor;
`;

/** A program that must compile, and changes to it after which it must not. */
const FILES: Readonly<Record<string, string>> = {
	"client.ts": EXAMPLE,
	"use.ts": USE,
	"misspelt-use.ts": USE.replace("node.text", "node.texts"),
	"misspelt-variable.ts": USE.replace("speaker:", "speakers:"),
	"null-forgotten.ts": USE.replace("string | null", "string"),
	"misspelt-query.ts": EXAMPLE.replace("\ttext\n", "\ttexts\n"),
};

let folder: string;
beforeAll(async () => {
	await mkdir("data", { recursive: true });
	folder = await mkdtemp("data/test-gql-tada-");
	const plugin = {
		name: "gql.tada/ts-plugin",
		schema: "../../schema.graphql",
		tadaOutputLocation: "./graphql-env.d.ts",
	};
	const config = { extends: "../../tsconfig.json", compilerOptions: { plugins: [plugin] } };
	const files = {
		"tsconfig.json": JSON.stringify({ ...config, include: ["./*.ts"] }),
		...FILES,
	};
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
	await tada("generate-output");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs gql.tada's own command on the folder; gives what it says. */
async function tada(command: string): Promise<string> {
	const tsconfig = join(folder, "tsconfig.json");
	const run = promisify(execFile)(process.execPath, [CLI, command, "--tsconfig", tsconfig]);
	return run.then(
		({ stdout }) => stdout,
		({ stdout, stderr }) => `${stdout}${stderr}`,
	);
}

/** What TypeScript finds, each as a file and a message. */
function compile(): string[] {
	const { options, fileNames } = ts.parseJsonConfigFileContent(
		ts.readConfigFile(join(folder, "tsconfig.json"), ts.sys.readFile).config,
		ts.sys,
		folder,
	);
	return ts
		.getPreEmitDiagnostics(ts.createProgram(fileNames, options))
		.map(
			({ file, messageText }) =>
				`${basename(file?.fileName ?? "")}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
		)
		.toSorted();
}

describe("the client of the example, with types made from schema.graphql", () => {
	it("compiles, and does not after each change that breaks it", () => {
		expect(compile()).toEqual([
			expect.stringMatching(
				/^misspelt-query\.ts: Property 'text' does not exist .* texts: unknown;/,
			),
			expect.stringMatching(/^misspelt-use\.ts: Property 'texts' does not exist/),
			expect.stringMatching(/^misspelt-variable\.ts: .*'speakers' does not exist in type/),
			expect.stringMatching(/^null-forgotten\.ts: Type 'string \| null' is not assignable/),
		]);
	});

	it("is checked by gql.tada, which finds the misspelt field where it stands", async () => {
		const said = await tada("check");
		expect(said).toMatch(
			/misspelt-query\.ts\s+\d+:\d+\s+error\s+Cannot query field "texts" on type "Statement"/,
		);
		expect(said).toContain("1 problems");
	});
});

test("the example reads what a speaker says", async () => {
	const lines = await saidBy(await serverUrl(), { speaker: "putin", first: 3 });
	expect(lines).toHaveLength(3);
	for (const line of lines) expect(line).toMatch(/^\d{4}-\d\d-\d\d \p{Script=Arabic}/u);
});
