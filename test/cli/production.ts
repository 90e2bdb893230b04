import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { blocksOf } from "../support/blocks.ts";
import { ROOT } from "./run.ts";

const run = promisify(execFile);

/** The page with the commands and the unit. */
const PAGE = join(ROOT, "docs/production.md");
/** The folders that the page names. */
const PROGRAM = "/srv/aqwal";
const DATA = "/var/lib/aqwal";

/** Where a test has what the page has elsewhere. */
export interface Places {
	/** The folder with the program. */
	readonly program: string;
	/** The one folder that the server may write to. */
	readonly data: string;
}

function moved(text: string, { program, data }: Places): string {
	return text.replaceAll(PROGRAM, program).replaceAll(DATA, data);
}

function blockOf(language: string): string {
	const blocks = blocksOf(PAGE).filter((block) => block.language === language);
	if (blocks.length !== 1 || blocks[0] === undefined)
		throw new Error(`expected one block of ${language} in ${PAGE}, found ${blocks.length}`);
	return blocks[0].text;
}

/** Runs the commands of the page. */
export async function install(places: Places): Promise<string> {
	const { PATH = "", HOME = "" } = process.env;
	const { stdout } = await run("sh", ["-euxc", moved(blockOf("sh"), places)], {
		cwd: ROOT,
		// What was downloaded before is not asked for again.
		env: { PATH, HOME, npm_config_prefer_offline: "true" },
	});
	return stdout;
}

/** The unit of the page, by its settings; one that is given again has several values. */
export function readUnit(places: Places): { text: string; settings: Map<string, string[]> } {
	const text = moved(blockOf("ini"), places);
	const settings = new Map<string, string[]>();
	for (const [, name = "", value = ""] of text.matchAll(/^(\w+)=(.*)$/gm))
		settings.set(name, [...(settings.get(name) ?? []), value]);
	return { text, settings };
}

/** A user without a name, a home and rights, where the test may become one. */
export const STRANGER = process.getuid?.() === 0 ? 64_999 : undefined;

/** A server that was started as the unit starts it. */
export interface Service {
	readonly child: ChildProcess;
	/** Where it answers. */
	readonly url: string;
	/** Ends it as systemd does; gives its exit code and what it printed. */
	stop(): Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Runs Node.js in a folder as the stranger, with no setting but `env`. */
export function runAsStranger(
	args: readonly string[],
	cwd: string,
	env: Record<string, string>,
): ChildProcess {
	const user = STRANGER === undefined ? {} : { uid: STRANGER, gid: STRANGER };
	return spawn(process.execPath, args, { cwd, env: { PATH: "/usr/bin:/bin", ...env }, ...user });
}

/** Starts what the unit starts, where it starts it, with its environment and other settings besides. */
export async function startService(
	{ settings }: ReturnType<typeof readUnit>,
	others: Record<string, string>,
): Promise<Service> {
	const only = (name: string) => settings.get(name)?.join(" ") ?? "";
	const [, ...args] = only("ExecStart").split(" ");
	const environment = only("Environment")
		.split(" ")
		.map((setting) => setting.split("=") as [string, string]);
	const env = { ...Object.fromEntries(environment), ...others };
	const child = runAsStranger(args, only("WorkingDirectory"), env);
	const printed = { stdout: "", stderr: "" };
	child.stdout?.setEncoding("utf8").on("data", (chunk) => {
		printed.stdout += chunk;
	});
	child.stderr?.setEncoding("utf8").on("data", (chunk) => {
		printed.stderr += chunk;
	});
	const ended = once(child, "close").then(([code]) => ({ code, ...printed }));
	let url: string | undefined;
	while (url === undefined) {
		if (child.exitCode !== null) throw new Error(`it ended: ${(await ended).stderr}`);
		await Promise.race([once(child.stdout ?? child, "data"), ended]);
		url = /answers at (\S+)/.exec(printed.stdout)?.[1];
	}
	return {
		child,
		url,
		stop: () => {
			child.kill("SIGTERM");
			return ended;
		},
	};
}

/** All that is in a folder, each file with its size, its rights and when it was changed. */
export async function contentsOf(folder: string): Promise<string[]> {
	const names = await readdir(folder, { recursive: true });
	const lines = names.map(async (name) => {
		const { size, mode, mtimeMs } = await lstat(join(folder, name));
		return `${name} ${size} ${mode.toString(8)} ${mtimeMs}`;
	});
	return (await Promise.all(lines)).toSorted();
}

/** What is in a folder now and was not, or was and is no more; `before` is what contentsOf gave. */
export async function changesIn(folder: string, before: readonly string[]): Promise<string[]> {
	const after = await contentsOf(folder);
	const [then, now] = [new Set(before), new Set(after)];
	return [...before.filter((line) => !now.has(line)), ...after.filter((line) => !then.has(line))];
}

/** Where anybody may write. */
const OPEN_FOLDERS = ["/tmp", "/var/tmp", "/dev/shm", "/run"];

/** What the stranger owns where anybody may write. */
export async function ownedByStranger(): Promise<string[]> {
	if (STRANGER === undefined) return [];
	const find = ["-xdev", "-uid", String(STRANGER), "-print"];
	// Other processes take files away while they are looked for, which is no fault here.
	const { stdout } = await run("sh", [
		"-c",
		'find "$@" 2>/dev/null; true',
		"",
		...OPEN_FOLDERS,
		...find,
	]);
	return stdout.split("\n").filter((path) => path !== "");
}
