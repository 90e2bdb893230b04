import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { begin, ROOT, type Running, run, temporaryFolder } from "../cli/run.ts";
import { type PageBlock, pageBlocks } from "./pages.ts";
import { commandsIn } from "./shell.ts";

const blocks = pageBlocks("docs/extend-the-schema.md");
/** What of the project the page changes, and what its commands need. */
const PARTS = [
	"src",
	"seed",
	"prisma",
	"docs",
	"package.json",
	"package-lock.json",
	"tsconfig.json",
	"run.mjs",
	"bundle.mjs",
	"start.mjs",
];

/** What the blocks that change files show: the lines before, and the lines after. */
function changeIn({ language, text }: PageBlock): { file: string; before: string; after: string } {
	const lines = text.split("\n").slice(0, -1);
	const without = (mark: string) =>
		lines.filter((line) => !line.startsWith(mark)).map((line) => `${line.slice(1)}\n`);
	return {
		file: language.replace("diff ", ""),
		before: without("+").join(""),
		after: without("-").join(""),
	};
}

/** A copy of the project in which the page was followed. */
async function copyOfProject(): Promise<string> {
	const folder = await temporaryFolder();
	for (const part of PARTS) await cp(join(ROOT, part), join(folder, part), { recursive: true });
	await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
	await mkdir(join(folder, "test/contract"), { recursive: true });
	return folder;
}

async function applyChange(folder: string, block: PageBlock): Promise<void> {
	const { file, before, after } = changeIn(block);
	const text = await readFile(join(folder, file), "utf8");
	expect(text.split(before), `${file} has the lines of the page once`).toHaveLength(2);
	await writeFile(
		join(folder, file),
		text.replace(before, () => after),
	);
}

/** Where a server answers that was begun. */
async function addressOf({ child, printed, ended }: Running): Promise<string> {
	while (!/http:\S+/.test(printed.stdout)) {
		if (child.exitCode !== null) throw new Error((await ended).stderr);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return /http:\S+/.exec(printed.stdout)?.[0] ?? "";
}

/** The files of the commands of npm that the page has run. */
const SCRIPTS: Readonly<Record<string, string>> = {
	"migration:new": "src/cli/new-migration.ts",
	"print-schema": "src/cli/print-schema.ts",
	format: "src/cli/format.ts",
	check: "src/cli/check.ts",
};

/** Runs the commands of a block in the copy; what starts the server is begun and given. */
async function runCommands(folder: string, text: string): Promise<Running | undefined> {
	let server: Running | undefined;
	for (const { words } of commandsIn(text)) {
		const [program = "", ...given] = words;
		const [first = "", script = ""] = given;
		if (program === "cp") await cp(join(folder, first), join(folder, script));
		else if (first === "start")
			server = begin("src/cli/start.ts", [], {
				root: folder,
				env: { PORT: "0", HOST: "127.0.0.1", DATA_FOLDER: join(folder, "data") },
			});
		else {
			const args = given.slice(2).filter((word) => word !== "--");
			await run("src/cli/generate.ts", [], { root: folder });
			const ended = await run(SCRIPTS[script] ?? "", args, { root: folder });
			expect(ended.code, `${words.join(" ")}\n${ended.stderr}`).toBe(0);
		}
	}
	return server;
}

/** Does what the page says from its beginning to its end, and then asks the server that it has started. */
async function follow(
	folder: string,
	page: readonly PageBlock[],
	ask: (address: string) => Promise<void>,
): Promise<void> {
	let server: Running | undefined;
	try {
		for (const block of page)
			if (block.language.startsWith("diff ")) await applyChange(folder, block);
			else if (block.language === "sh") server = (await runCommands(folder, block.text)) ?? server;
		if (server === undefined) throw new Error("expected a page that starts the server");
		await ask(await addressOf(server));
	} finally {
		server?.child.kill("SIGKILL");
	}
}

describe("docs/extend-the-schema.md, followed in a copy of the project", () => {
	test("gives an API that has the field and its value", { timeout: 300_000 }, async () => {
		const folder = await copyOfProject();
		await follow(folder, blocks, async (address) => {
			const question = blocks.find(({ language }) => language === "graphql extended");
			const response = await fetch(address, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ query: question?.text }),
			});
			const shown = question?.belongings.get("json") ?? "";
			expect(await response.json()).toEqual(JSON.parse(shown));
		});
		for (const file of ["schema.graphql", "docs/schema.md", "docs/data-model.md"])
			expect(await readFile(join(folder, file), "utf8"), file).toContain("transcript");
		expect(await readFile(join(folder, "test/contract/released.graphql"), "utf8")).toContain(
			"transcript: String",
		);
		expect(await readFile(join(folder, "seed/schemas/occasions.schema.json"), "utf8")).toContain(
			"transcript",
		);
	});

	test("is refused where the code is no longer as the page says", async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, "a.ts"), "one\n\ttwo\n");
		const change: PageBlock = {
			...(blocks[0] as PageBlock),
			language: "diff a.ts",
			text: " one\n+\tmore\n \ttwo\n",
		};
		await applyChange(folder, change);
		expect(await readFile(join(folder, "a.ts"), "utf8")).toBe("one\n\tmore\n\ttwo\n");
		await expect(applyChange(folder, change)).rejects.toThrow("once");
	});
});
