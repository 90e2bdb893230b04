import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** The files of a seed folder: names relative to it, with forward slashes, and their bytes. */
export type SeedFiles = ReadonlyMap<string, Uint8Array>;

/** The folders of a seed folder that hold data; all else in it is for people and editors. */
const DATA_FOLDERS = ["documents", "articles", "authorities"];

/**
 * Reads the data files of a seed folder, sorted by name. A folder that is missing
 * counts as empty: the checker says so with a place.
 *
 * @param folder the path of the seed folder
 * @throws Error where a file cannot be read
 */
export async function readSeedFiles(folder: string): Promise<SeedFiles> {
	const files = new Map<string, Uint8Array>();
	for (const dataFolder of DATA_FOLDERS) {
		const entries = await readdir(join(folder, dataFolder), {
			recursive: true,
			withFileTypes: true,
		}).catch((error: NodeJS.ErrnoException) => {
			if (error.code === "ENOENT") return [];
			throw error;
		});
		for (const entry of entries) {
			if (entry.isDirectory() || entry.name.startsWith(".")) continue;
			const path = join(entry.parentPath, entry.name);
			const name = relative(folder, path).split(sep).join("/");
			files.set(name, new Uint8Array(await readFile(path)));
		}
	}
	return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
