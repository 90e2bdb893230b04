import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** A program of test/database/children that runs in a process of its own. */
export interface Child {
	/** The next line that it prints; fails with its error output when it ends instead. */
	nextLine(): Promise<string>;
	/** Ends its input, which is how the programs are told to go on. */
	goOn(): void;
	/** Kills it as a power cut would, and waits until it is gone. */
	kill(): Promise<void>;
	/** Waits for its end; gives the exit code. */
	ended(): Promise<number | null>;
}

async function failure(child: ChildProcess, errors: () => string): Promise<never> {
	if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
	throw new Error(
		`the child process ended with ${child.exitCode ?? child.signalCode}: ${errors()}`,
	);
}

/** Starts a program of test/database/children; killed after the test at the latest. */
export function startChild(program: string, ...args: string[]): Child {
	const path = `test/database/children/${program}`;
	const child = spawn(process.execPath, ["--import", "./run.mjs", path, ...args], {
		stdio: "pipe",
	});
	const exited = once(child, "exit");
	let errors = "";
	child.stderr.on("data", (data) => (errors += data));
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const end = async () => {
		if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
		await exited;
	};
	onTestFinished(end);
	return {
		nextLine: async () => {
			const { value, done } = await lines.next();
			return done ? failure(child, () => errors) : value;
		},
		goOn: () => child.stdin.end(),
		kill: end,
		ended: async () => {
			await exited;
			return child.exitCode;
		},
	};
}
