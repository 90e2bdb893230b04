import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ClientMessage, SliceOrder, SliceResult } from "./slice.ts";

/** The process that asks, as the one that steers it sees it. */
export interface LoadClient {
	/** @throws Error for the first answer that may not be counted */
	run(order: SliceOrder): Promise<SliceResult>;
	stop(): void;
}

function send(child: ChildProcess, order: SliceOrder): Promise<SliceResult> {
	return new Promise((resolve, reject) => {
		const ended = () => reject(new Error("the process that asks has ended"));
		child.once("exit", ended);
		child.once("message", (message) => {
			child.off("exit", ended);
			// client.ts sends nothing else.
			const sent = message as ClientMessage;
			if ("result" in sent) resolve(sent.result);
			else reject(new Error(sent.fault));
		});
		child.send(order);
	});
}

/** Starts the process that asks. */
export function startLoadClient(): LoadClient {
	const child = fork(fileURLToPath(new URL("client.ts", import.meta.url)), { execArgv: [] });
	return { run: (order) => send(child, order), stop: () => void child.kill() };
}
