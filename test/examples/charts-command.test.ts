import { existsSync, readFileSync, rmSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { run } from "../cli/run.ts";

const FILE = "examples/charts/charts.html";

beforeAll(() => rmSync(FILE, { force: true }));

test("npm run charts makes the page, and says where", async () => {
	const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
		scripts: Readonly<Record<string, string>>;
	};
	expect(scripts.charts).toContain("examples/charts/build.ts");
	const help = await run("examples/charts/build.ts", ["--help"]);
	expect(help.stdout).toContain("npm run charts");
	expect(existsSync(FILE)).toBe(false);
	const { code, stdout } = await run("examples/charts/build.ts");
	expect({ code, stdout }).toEqual({
		code: 0,
		stdout: expect.stringMatching(/^Open file:\/\/\S+\/charts\.html in a browser/) as string,
	});
	expect(readFileSync(FILE, "utf8")).toMatch(/^<!doctype html>/i);
});
