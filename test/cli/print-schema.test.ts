import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { linesOf, ROOT, run, temporaryFolder } from "./run.ts";

const FOLDER = "seed/schemas";

describe("npm run print-schema", () => {
	it("writes what is committed", async () => {
		const cwd = await temporaryFolder();
		for (const path of ["prisma/schema.prisma", "docs/data-model.md"])
			await cp(join(ROOT, path), join(cwd, path));
		const { code, stdout, stderr } = await run("src/cli/print-schema.ts", [], { cwd });
		expect({ code, stdout, lines: linesOf(stderr) }).toEqual({ code: 0, stdout: "", lines: [] });
		const names = await readdir(join(ROOT, FOLDER));
		expect(await readdir(join(cwd, FOLDER))).toEqual(names);
		const printed = ["schema.graphql", "docs/schema.md", "docs/data-model.md"];
		for (const path of [...printed, ...names.map((name) => join(FOLDER, name))])
			expect(await readFile(join(cwd, path), "utf8"), path).toBe(
				await readFile(join(ROOT, path), "utf8"),
			);
	});
});
