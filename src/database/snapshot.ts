import { createHash, randomInt } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

const NAME = /^aqwal-[0-9a-f]+\.tar(\.[0-9]+)?$/;
/** A SHA-256 digest in bytes. */
const DIGEST_LENGTH = 32;

function digest(bytes: Uint8Array): Buffer {
	return createHash("sha256").update(bytes).digest();
}

function pathOf(folder: string, key: string): string {
	return join(folder, `aqwal-${key}.tar`);
}

/** What reading a snapshot finds: it, none, or one that is not what was written. */
export type Snapshot =
	| { readonly state: "whole"; readonly archive: Blob }
	| { readonly state: "missing" }
	| { readonly state: "damaged"; readonly path: string };

/**
 * Reads the built database of a key. A snapshot is an archive behind the digest of
 * its bytes, so that one that was cut short or altered is never opened.
 */
export async function readSnapshot(folder: string, key: string): Promise<Snapshot> {
	const path = pathOf(folder, key);
	const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
		throw error;
	});
	if (bytes === null) return { state: "missing" };
	const archive = bytes.subarray(DIGEST_LENGTH);
	if (!bytes.subarray(0, DIGEST_LENGTH).equals(digest(archive))) return { state: "damaged", path };
	return { state: "whole", archive: new Blob([archive]) };
}

/** Greater than every random part of a file name. */
const NAMES = 2 ** 48 - 1;

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
	const file = await open(path, "wx");
	try {
		await file.writeFile(digest(bytes));
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
}

/**
 * Keeps a built database for the next start. It appears under its name at once and
 * whole, whatever happens meanwhile: it is written beside it, flushed and renamed.
 * The snapshots of other keys are removed; processes that read them have a copy.
 *
 * @throws Error when the folder cannot be written
 */
export async function writeSnapshot(folder: string, key: string, archive: Blob): Promise<void> {
	await mkdir(folder, { recursive: true });
	const path = pathOf(folder, key);
	// Nobody else writes to this one; process ids would be the same in two containers.
	const unfinished = `${path}.${randomInt(NAMES)}`;
	try {
		await writeWhole(unfinished, new Uint8Array(await archive.arrayBuffer()));
		await rename(unfinished, path);
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
	for (const name of await readdir(folder))
		if (NAME.test(name) && join(folder, name) !== path && !name.startsWith(`aqwal-${key}.tar.`))
			await rm(join(folder, name), { force: true });
}
