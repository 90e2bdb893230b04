import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSeedFiles } from "../../src/curation/seed-files.ts";

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "aqwal-seed-"));
});

afterEach(async () => {
	await rm(folder, { recursive: true });
});

async function write(name: string, content: string | Uint8Array = name): Promise<void> {
	await mkdir(join(folder, name, ".."), { recursive: true });
	await writeFile(join(folder, name), content);
}

describe("readSeedFiles", () => {
	it("reads the data folders, sorted, byte for byte", async () => {
		const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0x0d, 0x0a);
		await write("documents/b.txt", bytes);
		await write("documents/a.txt");
		await write("authorities/speakers.yaml");
		await write("articles/x.yaml");
		const files = await readSeedFiles(folder);
		expect([...files.keys()]).toEqual([
			"articles/x.yaml",
			"authorities/speakers.yaml",
			"documents/a.txt",
			"documents/b.txt",
		]);
		expect(files.get("documents/b.txt")).toEqual(bytes);
	});

	it("reads what lies deeper, for the checker to refuse", async () => {
		await write("articles/more/x.yaml");
		expect([...(await readSeedFiles(folder)).keys()]).toEqual(["articles/more/x.yaml"]);
	});

	it("leaves out hidden files, and what is no data", async () => {
		await write("articles/.x.yaml.swp");
		await write("README.md");
		await write("schemas/article.schema.json");
		expect([...(await readSeedFiles(folder)).keys()]).toEqual([]);
	});

	it("reads the file that a symbolic link leads to, and throws where it leads nowhere", async () => {
		await write("elsewhere.yaml", "linked");
		await mkdir(join(folder, "articles"));
		await symlink(join(folder, "elsewhere.yaml"), join(folder, "articles/x.yaml"));
		const files = await readSeedFiles(folder);
		expect([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([
			["articles/x.yaml", "linked"],
		]);
		await symlink(join(folder, "none"), join(folder, "articles/y.yaml"));
		await expect(readSeedFiles(folder)).rejects.toThrow("ENOENT");
	});

	it("takes a folder that is missing as empty", async () => {
		expect((await readSeedFiles(join(folder, "none"))).size).toBe(0);
	});

	it("throws where a folder cannot be read", async () => {
		await write("articles", "a file, not a folder");
		await expect(readSeedFiles(folder)).rejects.toThrow("ENOTDIR");
	});
});
