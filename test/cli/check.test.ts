import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyOfSeed, linesOf, run, temporaryFolder } from "./run.ts";

const CHECK = "src/cli/check.ts";

describe("npm run check", () => {
	it("finds no fault in seed/", async () => {
		const { code, stdout, stderr } = await run(CHECK);
		expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
		expect(stderr).toMatch(
			/^\d+ articles, \d+ statements, no fault; corpus version [0-9a-f]{8,}\n$/,
		);
	});

	it("tells every fault with its place, and how many there are", async () => {
		const folder = await copyOfSeed();
		const article = join(folder, "seed/articles/putin-assad-meeting-2018.yaml");
		const line = (await readFile(article, "utf8")).split("\n").length;
		await appendFile(article, "nonsense: 1\n");
		await writeFile(join(folder, "seed/authorities/occasions.yaml"), "- [\n");
		const { code, stdout, stderr } = await run(CHECK, [join(folder, "seed/")]);
		expect(code).toBe(1);
		const faults = linesOf(stdout);
		expect(faults[0]).toBe(`${article}:${line}:1 shape unknown key "nonsense" (at the top)`);
		expect(faults[1]).toMatch(/occasions\.yaml:\d+:\d+ yaml-syntax ./);
		for (const fault of faults) expect(fault).toMatch(/^[^:]+:\d+:\d+ [a-z-]+ \S/);
		expect(stderr).toBe(`${faults.length} faults\n`);
	});

	it("checks seed/ of the folder that it is run in, and counts one fault as one", async () => {
		const cwd = await copyOfSeed();
		await appendFile(join(cwd, "seed/articles/putin-assad-meeting-2018.yaml"), "nonsense: 1\n");
		const { code, stdout, stderr } = await run(CHECK, [], { cwd });
		expect({ code, stderr }).toEqual({ code: 1, stderr: "1 fault\n" });
		expect(stdout).toMatch(/^seed\/articles\/putin-assad-meeting-2018\.yaml:\d+:1 shape /);
	});

	it("tells that a folder is missing by what is missing in it", async () => {
		const folder = join(await temporaryFolder(), "nowhere");
		const { code, stdout, stderr } = await run(CHECK, [folder]);
		expect(code).toBe(1);
		expect(linesOf(stdout)[0]).toBe(
			`${folder}/articles:1:1 file-present expected at least one article, found none`,
		);
		expect(stderr).toMatch(/^\d+ faults\n$/);
	});
});
