import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, inject } from "vitest";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** How a command ended. */
export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A command that runs. */
export interface Running {
	readonly child: ChildProcess;
	/** What it has printed so far. */
	readonly printed: { stdout: string; stderr: string };
	readonly ended: Promise<Ended>;
}

export interface Options {
	/** Where it is run; the project's folder when left out. */
	readonly cwd?: string;
	/** The project whose sources are run; this one when left out. */
	readonly root?: string;
	readonly env?: Record<string, string>;
}

/** Starts a script of the project, as the scripts of package.json do, with no settings but `env`. */
export function begin(
	script: string,
	args: readonly string[] = [],
	options: Options = {},
): Running {
	const { root = ROOT, cwd = root, env = {} } = options;
	const { PATH = "", HOME = "" } = process.env;
	const parts = ["--import", join(root, "run.mjs"), join(root, script), ...args];
	const child = spawn(process.execPath, parts, { cwd, env: { PATH, HOME, ...env } });
	const printed = { stdout: "", stderr: "" };
	child.stdout.setEncoding("utf8").on("data", (chunk) => {
		printed.stdout += chunk;
	});
	child.stderr.setEncoding("utf8").on("data", (chunk) => {
		printed.stderr += chunk;
	});
	const ended = once(child, "close").then(([code]) => ({ code, ...printed }));
	return { child, printed, ended };
}

/** Runs a script of the project to its end. */
export function run(
	script: string,
	args: readonly string[] = [],
	options: Options = {},
): Promise<Ended> {
	return begin(script, args, options).ended;
}

const folders: string[] = [];
// Registered here, while the test file is read: inside a test it would come too late to be called.
afterAll(async () => {
	for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A folder outside the project, removed after the file's tests. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "aqwal-test-"));
	folders.push(folder);
	return folder;
}

/** A folder with a copy of the curated files in seed/, to change. */
export async function copyOfSeed(): Promise<string> {
	const folder = await temporaryFolder();
	for (const part of ["documents", "articles", "authorities"])
		await cp(join(ROOT, "seed", part), join(folder, "seed", part), { recursive: true });
	return folder;
}

/** The settings for the database that has the corpus already. */
export function corpusSettings(): Record<string, string> {
	const target = inject("corpusTarget");
	return "url" in target
		? { DATABASE_URL: target.url }
		: { DATA_FOLDER: join(ROOT, target.folder) };
}

/** The lines of what a command printed. */
export function linesOf(text: string): string[] {
	expect(text).toMatch(/^$|\n$/);
	return text.split("\n").slice(0, -1);
}
