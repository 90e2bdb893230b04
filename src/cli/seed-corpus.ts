import { createHash } from "node:crypto";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSeedFiles, type SeedFiles } from "../curation/seed-files.ts";
import type { CorpusToServe } from "../database/prepare.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What decides, beside the seed files, whether they have a fault and what they say. */
const CHECKERS = ["src/curation", "src/text"];
const LOCK_FILE = "package-lock.json";
/** Where it stands which files were checked last, and which version they are. */
const MEMORY = join(ROOT, "src/generated/checked");

async function digestOf(files: SeedFiles): Promise<string> {
	const hash = createHash("sha256");
	for (const [name, bytes] of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
	const folders = await Promise.all(
		CHECKERS.map(async (folder) => {
			const names = await readdir(join(ROOT, folder), { recursive: true });
			return names.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
		}),
	);
	for (const path of [...folders.flat().toSorted(), LOCK_FILE])
		hash.update(path).update(await readFile(join(ROOT, path)));
	return hash.digest("hex");
}

async function remember(memory: string, digest: string, version: string): Promise<void> {
	const unfinished = `${memory}.${process.pid}`;
	try {
		await writeFile(unfinished, `${digest} ${version}`);
		await rename(unfinished, memory);
	} catch {
		// Where nothing can be written, the next start checks again.
	}
}

/**
 * The corpus of a seed folder. Files that were found without fault are not checked
 * again as long as they and the checker are the same, byte for byte, unless they have
 * to be loaded.
 *
 * @param memory the file that remembers what was checked last
 * @throws Error with every fault, a line each
 */
export async function seedCorpus(folder: string, memory = MEMORY): Promise<CorpusToServe> {
	const files = await readSeedFiles(folder);
	const digest = await digestOf(files);
	// What is checked are the bytes that were digested, whatever is saved meanwhile.
	const read = async () => (await import("./read-checked.ts")).checkedCorpus(folder, files);
	const [known, version] = (await readFile(memory, "utf8").catch(() => "")).split(" ");
	if (known === digest && version !== undefined) return { version, read };
	const corpus = await read();
	await remember(memory, digest, corpus.version);
	return corpus;
}
