import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
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
