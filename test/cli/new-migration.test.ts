import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, run, temporaryFolder } from "./run.ts";

const NEW_MIGRATION = "src/cli/new-migration.ts";

/** A folder with a Prisma schema that is the project's and something more. */
async function folderWithSchema(addition: string): Promise<string> {
	const folder = await temporaryFolder();
	const schema = await readFile(join(ROOT, "prisma/schema.prisma"), "utf8");
	await mkdir(join(folder, "prisma"));
	await writeFile(join(folder, "prisma/schema.prisma"), schema + addition);
	return folder;
}

describe("npm run migration:new", () => {
	it.each([
		["none", []],
		["Add_Office", ["Add_Office"]],
		["../escape", ["../escape"]],
	])("refuses the name %s", async (found, args) => {
		const { code, stdout, stderr } = await run(NEW_MIGRATION, args);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toBe(
			`expected a name of lower-case letters, digits and hyphens, found ${found}\n`,
		);
	});

	it("has nothing to write while the migrations say what the schema says", async () => {
		const cwd = await folderWithSchema("");
		const { code, stdout, stderr } = await run(NEW_MIGRATION, ["nothing"], { cwd });
		expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
		expect(stderr).toContain("nothing to write");
		expect(await readdir(join(cwd, "prisma"))).toEqual(["schema.prisma"]);
	});

	it("writes the difference, with text in the order of code points", async () => {
		const cwd = await folderWithSchema("\nmodel Addition {\n\tname String @id\n}\n");
		const { code, stdout, stderr } = await run(NEW_MIGRATION, ["add-addition"], { cwd });
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(stdout).toMatch(/^prisma\/migrations\/\d{14}_add_addition\n$/);
		const script = await readFile(join(cwd, stdout.trim(), "migration.sql"), "utf8");
		expect(script).toContain('CREATE TABLE "Addition"');
		expect(script).toContain('"name" TEXT COLLATE "C" NOT NULL');
		expect(script.match(/CREATE|ALTER|DROP/g)).toEqual(["CREATE"]);
	});
});
