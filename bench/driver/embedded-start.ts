import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import project from "../../package.json" with { type: "json" };
import { HOST } from "../contenders/child.ts";
import { median } from "../report/statistics.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What `npm start` runs, without npm. */
const COMMAND = project.scripts.start.split(" ").slice(1);
const REQUEST = {
	method: "POST",
	headers: { "content-type": "application/json" },
	body: JSON.stringify({ query: "{ statements(first: 20) { totalCount nodes { text } } }" }),
};

/** From the start of the process to its first answer, in milliseconds. */
async function startOnce(folder: string): Promise<number> {
	const { DATABASE_URL: _server, ...environment } = process.env;
	const started = performance.now();
	const child = spawn(process.execPath, COMMAND, {
		cwd: ROOT,
		env: { ...environment, PORT: "0", HOST, DATA_FOLDER: folder },
		stdio: ["ignore", "pipe", "inherit"],
	});
	const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
	try {
		for await (const line of createInterface(child.stdout)) {
			const url = /^Aqwal answers at (http:\/\/\S+)/.exec(line)?.[1];
			if (url === undefined) continue;
			const answer = await (await fetch(url, REQUEST)).text();
			if (!answer.startsWith('{"data":{"statements":{"totalCount":'))
				throw new Error(`expected statements from the embedded database, found ${answer}`);
			return performance.now() - started;
		}
	} finally {
		child.kill();
		await ended;
	}
	throw new Error("the server with the embedded database ended before it answered");
}

/**
 * Measures how long it takes `npm start` (without npm's own time) to give its first answer
 * from the embedded database with the corpus of seed/, once that is built.
 *
 * @returns milliseconds, the median
 */
export async function measureEmbeddedStart(times: number): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), "aqwal-bench-"));
	try {
		// Bundles, and builds the database.
		await startOnce(folder);
		const taken: number[] = [];
		for (let time = 0; time < times; time += 1) taken.push(await startOnce(folder));
		return median(taken);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
