import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import project from "../../package.json" with { type: "json" };
import { bundleOurs } from "./bundle.ts";
import { HOST } from "./child.ts";
import type { ContenderName } from "./names.ts";

/** How long a contender may take until it listens, in milliseconds. */
const START_TIMEOUT = 60_000;

/** How a contender is started. */
export interface Conditions {
	readonly databaseUrl: string;
	/** How many connections to the database it may have. */
	readonly poolSize: number;
	/** Settings of a variant, as environment variables. */
	readonly environment: Readonly<Record<string, string>>;
}

/** A contender's process that listens. */
export interface RunningContender {
	readonly name: ContenderName;
	/** Where it is asked: http://127.0.0.1 and a port. */
	readonly origin: string;
	readonly pid: number;
	/** From the start of the process to the line that it listens, in milliseconds. */
	readonly startMilliseconds: number;
	stop(): Promise<void>;
}

/** The flags that `npm start` gives to Node.js. */
const FLAGS = project.scripts.start.match(/--\S+/g) ?? [];

async function fileOf(name: ContenderName): Promise<string> {
	if (name === "ours") return bundleOurs();
	return fileURLToPath(new URL(`${name}.ts`, import.meta.url));
}

function originOf(name: ContenderName, child: ChildProcess, complaints: string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const failed = (reason: string) =>
			reject(new Error(`the contender ${name} ${reason}\n${complaints.join("")}`));
		const timer = setTimeout(
			() => failed(`did not listen within ${START_TIMEOUT} ms`),
			START_TIMEOUT,
		);
		child.once("exit", (code) => failed(`ended with ${code} before it listened`));
		child.once("error", (error) => failed(error.message));
		if (child.stdout === null) throw new Error("expected a pipe from the process, found none");
		createInterface(child.stdout).on("line", (line) => {
			const origin = /^listening on (http:\/\/\S+)$/.exec(line)?.[1];
			if (origin === undefined) return;
			clearTimeout(timer);
			resolve(origin);
		});
	});
}

/** Makes what a contender is started from, so that its start does not take the time of that. */
export async function prepareContender(name: ContenderName): Promise<void> {
	await fileOf(name);
}

/**
 * Starts a contender in a process of its own, under this version of Node.js.
 *
 * @throws Error with what the process said, when it does not listen
 */
export async function startContender(
	name: ContenderName,
	{ databaseUrl, poolSize, environment }: Conditions,
): Promise<RunningContender> {
	const file = await fileOf(name);
	const started = performance.now();
	const child = spawn(process.execPath, [...(name === "ours" ? FLAGS : []), file], {
		env: {
			...process.env,
			NODE_ENV: "production",
			GRAPHILE_ENV: "production",
			DATABASE_URL: databaseUrl,
			PORT: "0",
			HOST,
			POOL_SIZE: String(poolSize),
			// What ours calls the same.
			DATABASE_CONNECTIONS: String(poolSize),
			...environment,
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	const stopWithUs = () => child.kill();
	process.once("exit", stopWithUs);
	child.once("exit", () => process.off("exit", stopWithUs));
	const complaints: string[] = [];
	child.stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));
	const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
	const origin = await originOf(name, child, complaints).catch((error: unknown) => {
		child.kill();
		throw error;
	});
	return {
		name,
		origin,
		pid: child.pid ?? 0,
		startMilliseconds: performance.now() - started,
		async stop() {
			child.kill();
			await ended;
		},
	};
}
