import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusSettings, linesOf, ROOT, run, temporaryFolder } from "./run.ts";

const SEED = "seed/seed.ts";

describe("npm run seed", () => {
	it("builds what is missing and tells so in plain lines, and how much it was; then has nothing to do", async () => {
		const folder = await temporaryFolder();
		const env = { DATA_FOLDER: folder };
		const first = await run(SEED, [], { env });
		expect(first.code).toBe(0);
		const [begun, ...progress] = linesOf(first.stderr);
		expect(begun).toBe("building the embedded database");
		// On a quick machine all is done before there is anything to tell on the way (progress.test.ts).
		expect(progress.at(-1)).toMatch(/^seeded [\d,]+ rows in \d+\.\d s, [\d,]+ rows\/s$/);
		for (const line of progress.slice(0, -1)) expect(line).toMatch(/^seeding: [a-z ]+( \d+ %)?/);
		expect(first.stdout).toMatch(/^embedded PostgreSQL has corpus [0-9a-f]+\n$/);
		const kept = await readdir(folder);
		expect(kept).toHaveLength(1);
		expect(await run(SEED, [], { env })).toEqual({ code: 0, stdout: first.stdout, stderr: "" });
		expect(await readdir(folder)).toEqual(kept);
	});

	it("leaves a database alone that has the corpus", async () => {
		const { code, stdout, stderr } = await run(SEED, [], { env: corpusSettings() });
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(stdout).toMatch(/^(embedded )?PostgreSQL.* has corpus [0-9a-f]+\n$/);
	});

	it("names what is wrong in one line", async () => {
		const env = { DATABASE_URL: "postgresql://root:hunter2@localhost:1/test" };
		const { code, stdout, stderr } = await run(SEED, [], { env });
		expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
		expect(stderr).toMatch(/^DATABASE_URL: the server cannot be used: .*ECONNREFUSED.*\n$/);
		expect(stderr).not.toContain("hunter2");
	});

	it("is a script of at most 20 lines", async () => {
		const text = await readFile(join(ROOT, SEED), "utf8");
		expect(linesOf(text).length).toBeLessThanOrEqual(20);
	});
});
