import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import { ROOT, run as runScript } from "./run.ts";

const run = promisify(execFile);
const GENERATED = "src/generated";
const DATA = "data/test-bundled";

afterAll(() => rm(DATA, { recursive: true, force: true }));

function bundles(): string[] {
	return readdirSync(GENERATED).filter((name) => /^start-[0-9a-f]+$/.test(name));
}

test("npm start is the bundled start", () => {
	const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
		scripts: { start: string };
	};
	expect(scripts.start).toMatch(/^node( --\S+)* start\.mjs$/);
});

test("the bundle is made once, and says what the source says", async () => {
	const { stdout: help } = await run(process.execPath, ["start.mjs", "--help"]);
	const [bundle = ""] = bundles();
	const made = statSync(join(GENERATED, bundle)).mtimeMs;
	const { stdout: again } = await run(process.execPath, ["start.mjs", "--help"]);
	const source = await run(process.execPath, [
		"--import",
		"./run.mjs",
		"src/cli/start.ts",
		"--help",
	]);
	expect(help).toContain("PORT=8080 npm start");
	expect([again, source.stdout]).toEqual([help, help]);
	expect(bundles()).toEqual([bundle]);
	expect(statSync(join(GENERATED, bundle)).mtimeMs).toBe(made);
});

test("npm run bundle makes the same one, and says where", async () => {
	const { code, stdout } = await runScript("src/cli/bundle.ts");
	const [bundle = ""] = bundles();
	expect({ code, stdout }).toEqual({
		code: 0,
		stdout: `npm start runs ${join(ROOT, GENERATED, bundle, "start.mjs")}\n`,
	});
	expect(bundles()).toEqual([bundle]);
});

test("each thread's script is in the bundle, and started from there", async () => {
	const starters = readdirSync("src", { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".ts"))
		.map((file) => readFileSync(join("src", file), "utf8"))
		.filter((source) => source.includes("new Worker("));
	const scripts = starters.flatMap((source) =>
		[...(/new URL\("\.\/([\w-]+)\.ts"/g.exec(source) ?? [])].slice(1),
	);
	expect(scripts.toSorted()).toEqual(["posting-worker", "worker"]);
	const [bundle = ""] = bundles();
	const folder = join(GENERATED, bundle);
	const code = readdirSync(folder)
		.map((file) => readFileSync(join(folder, file), "utf8"))
		.join("");
	for (const script of scripts) {
		expect(readdirSync(folder)).toContain(`${script}.mjs`);
		expect(code).toContain(`new URL("./${script}.mjs", import.meta.url)`);
	}
	const worker = new Worker(join(ROOT, folder, "posting-worker.mjs"));
	const answer = new Promise((resolve, reject) =>
		worker.once("message", resolve).once("error", reject),
	);
	worker.postMessage(null);
	expect(await answer).toEqual([{ table: "searchWord", rows: [] }]);
	await worker.terminate();
});

test("the bundle serves from the same seed, and ends when it is told to", async () => {
	const child = execFile(process.execPath, ["start.mjs"], {
		env: { ...process.env, PORT: "0", DATA_FOLDER: DATA, DATABASE_URL: "" },
	});
	const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
	const url = await new Promise<string>((resolve, reject) => {
		child.stdout?.on("data", (chunk: string) => {
			const found = /answers at (\S+)/.exec(chunk)?.[1];
			if (found !== undefined) resolve(found);
		});
		child.once("exit", () => reject(new Error("it ended before it answered")));
	});
	const response = await fetch(url, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query: "{ corpus { statementCount } }" }),
	});
	expect(await response.json()).toEqual({ data: { corpus: { statementCount: 52 } } });
	child.kill("SIGTERM");
	expect(await ended).toBe(0);
});
