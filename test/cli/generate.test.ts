import { appendFile, cp, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, run } from "./run.ts";

const GENERATE = "src/cli/generate.ts";
const TOLD = { code: 0, stdout: "", stderr: "generating the database client\n" };
const SILENT = { code: 0, stdout: "", stderr: "" };

let root: string;

/** The project without what is generated; inside this one, whose node_modules it finds. */
beforeAll(async () => {
	root = await mkdtemp(join(ROOT, "data/generate-"));
	for (const part of ["package.json", "run.mjs", "prisma.config.ts", "prisma", "src/cli"])
		await cp(join(ROOT, part), join(root, part), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function client(): Promise<{ text: string; madeAt: number }> {
	const path = join(root, "src/generated/prisma/client.ts");
	return { text: await readFile(path, "utf8"), madeAt: (await stat(path)).mtimeMs };
}

describe("npm run generate", () => {
	it("makes the client, once, and again when the schema has changed", async () => {
		expect(await run(GENERATE, [], { root })).toEqual(TOLD);
		const made = await client();
		expect(made.text).toContain("PrismaClient");
		expect(await run(GENERATE, [], { root })).toEqual(SILENT);
		expect(await client()).toEqual(made);
		await appendFile(join(root, "prisma/schema.prisma"), "\nmodel Addition {\n\tid Int @id\n}\n");
		expect(await run(GENERATE, [], { root })).toEqual(TOLD);
		expect((await client()).text).toContain("Addition");
		expect(await run(GENERATE, [], { root })).toEqual(SILENT);
	});

	it("says what Prisma says when the schema is none, and tries again the next time", async () => {
		await appendFile(join(root, "prisma/schema.prisma"), "\nmodel Broken {\n");
		for (const _time of [1, 2]) {
			const { code, stdout, stderr } = await run(GENERATE, [], { root });
			expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
			expect(stderr).toMatch(/prisma generate failed:\n[\s\S]*schema\.prisma/);
		}
	});
});
