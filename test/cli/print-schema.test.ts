import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { linesOf, ROOT, run, temporaryFolder } from "./run.ts";

const FOLDER = "seed/schemas";

describe("npm run print-schema", () => {
	it("writes what is committed", async () => {
		const cwd = await temporaryFolder();
		const { code, stdout, stderr } = await run("src/cli/print-schema.ts", [], { cwd });
		expect({ code, stdout, lines: linesOf(stderr) }).toEqual({ code: 0, stdout: "", lines: [] });
		const names = await readdir(join(ROOT, FOLDER));
		expect(await readdir(join(cwd, FOLDER))).toEqual(names);
		for (const path of ["schema.graphql", ...names.map((name) => join(FOLDER, name))])
			expect(await readFile(join(cwd, path), "utf8"), path).toBe(
				await readFile(join(ROOT, path), "utf8"),
			);
	});
});
