import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedCorpus } from "../../src/cli/seed-corpus.ts";
import { realCorpus } from "../support/database.ts";

let folder: string;
let memory: string;
beforeAll(async () => {
	folder = await mkdtemp("data/test-seed-corpus-");
	await cp("seed", join(folder, "seed"), { recursive: true });
	memory = join(folder, "checked");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Whether the files were taken as checked without being checked again. */
async function remembered(): Promise<boolean> {
	return "read" in (await seedCorpus(join(folder, "seed"), memory));
}

describe("seedCorpus", () => {
	test("checks files once, and knows their version then", async () => {
		const { version } = await realCorpus();
		expect(await seedCorpus(join(folder, "seed"), memory)).toMatchObject({ version });
		const again = await seedCorpus(join(folder, "seed"), memory);
		expect(again).toEqual({ version, read: expect.any(Function) });
		expect(await ("read" in again ? again.read() : null)).toEqual(await realCorpus());
	});

	test("checks again when a byte is another, and says what is wrong", async () => {
		const file = join(folder, "seed/authorities/speakers.yaml");
		const before = await readFile(file);
		await appendFile(file, "nonsense");
		await expect(seedCorpus(join(folder, "seed"), memory)).rejects.toThrow(
			/speakers\.yaml:\d+:\d+/,
		);
		await writeFile(file, before);
		expect(await remembered()).toBe(true);
	});

	test("takes no memory that is cut short or of something else", async () => {
		for (const content of [
			"",
			"0123 5848ff40348380e2",
			(await readFile(memory, "utf8")).slice(0, 64),
		]) {
			await writeFile(memory, content);
			expect(await remembered()).toBe(false);
			expect(await remembered()).toBe(true);
		}
	});
});
