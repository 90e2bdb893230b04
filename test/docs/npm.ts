import { existsSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { run } from "../cli/run.ts";
import type { Command } from "./shell.ts";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
	scripts: Readonly<Record<string, string>>;
};

/** What runs each command of npm that a page may tell: a test or CI, with what must stand in it. */
const RUN_BY: Readonly<Record<string, readonly [file: string, text: string]>> = {
	ci: [".ci/run", "npm ci"],
	test: [".ci/run", "npm test"],
	"test:only": [".ci/run", "npm run test:only"],
	"test:browser": [".ci/run", "npm run test:browser"],
	start: ["test/cli/start.test.ts", "src/cli/start.ts"],
	seed: ["test/cli/seed.test.ts", "seed/seed.ts"],
	draft: ["test/cli/pages.ts", "src/cli/draft.ts"],
	review: ["test/cli/review.test.ts", "src/cli/review.ts"],
	evaluate: ["test/cli/evaluate.test.ts", "src/cli/evaluate.ts"],
	check: ["test/cli/check.test.ts", "src/cli/check.ts"],
	format: ["test/cli/format.test.ts", "src/cli/format.ts"],
	generate: ["test/cli/generate.test.ts", "src/cli/generate.ts"],
	bundle: ["test/cli/production.ts", "docs/production.md"],
	"print-schema": ["test/cli/print-schema.test.ts", "src/cli/print-schema.ts"],
	"migration:new": ["test/cli/new-migration.test.ts", "src/cli/new-migration.ts"],
	bench: ["test/bench/answers.test.ts", "bench/"],
	charts: ["test/examples/charts-command.test.ts", "examples/charts/build.ts"],
	soak: ["test/soak/soak.test.ts", "soak"],
};

/** What a command says of itself, by its script; asked for once. */
const helps = new Map<string, Promise<string>>();

async function readHelp(name: string): Promise<string> {
	// It is a package of its own, and would have to be installed to be asked.
	if (name === "bench") return readFileSync("bench/options.ts", "utf8");
	// It is started by a file that makes it first.
	const file =
		name === "start" ? "src/cli/start.ts" : / ([\w/-]+\.ts)$/.exec(scripts[name] ?? "")?.[1];
	if (file === undefined) throw new Error(`expected a script that tells --help, found ${name}`);
	return (await run(file, ["--help"])).stdout;
}

function helpOf(name: string): Promise<string> {
	const known = helps.get(name) ?? readHelp(name);
	helps.set(name, known);
	return known;
}

/** The script that a command of npm runs, and what is handed on to it. */
export function scriptOf({ words }: Command): { name: string; args: readonly string[] } {
	const [, ...given] = words;
	const own = given.indexOf("--");
	const before = own < 0 ? given : given.slice(0, own);
	const [name = ""] = before.filter((word) => word !== "run" && !word.startsWith("-"));
	return { name, args: own < 0 ? [] : given.slice(own + 1) };
}

/**
 * Sees that a command of npm is one: package.json has its script, something runs it, and it knows
 * each option and each setting that it is given.
 */
export async function expectNpmCommand(command: Command): Promise<void> {
	const { name, args } = scriptOf(command);
	expect(name === "ci" || name in scripts, `package.json has a script ${name}`).toBe(true);
	const [file = "", text = ""] = RUN_BY[name] ?? [];
	expect(existsSync(file), `something runs npm run ${name}`).toBe(true);
	expect(readFileSync(file, "utf8")).toContain(text);
	for (const option of args.filter((word) => word.startsWith("--") && word !== "--help"))
		expect(await helpOf(name), `npm run ${name} -- ${option}`).toContain(option);
	for (const setting of Object.keys(command.settings))
		expect(await helpOf("start"), `the setting ${setting}`).toContain(setting);
}
