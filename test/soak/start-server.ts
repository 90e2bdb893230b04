import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * Starts a server in a process of its own, as npm start does, on any port.
 *
 * @param settings besides those of this process
 * @throws Error when the server ends before it answers
 */
export async function startServer(
	settings: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; origin: string }> {
	const child = spawn(process.execPath, ["--max-semi-space-size=16", "start.mjs"], {
		env: { ...process.env, ...settings, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "error" },
		stdio: ["ignore", "pipe", "inherit"],
	});
	if (child.stdout === null) throw new Error("expected a pipe from the server, found none");
	for await (const line of createInterface(child.stdout)) {
		const origin = /^Aqwal answers at (\S+)/.exec(line)?.[1];
		if (origin !== undefined) return { child, origin };
	}
	throw new Error("the server ended before it answered");
}
