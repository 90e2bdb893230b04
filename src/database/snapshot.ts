import { createHash, randomInt } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm } from "node:fs/promises";
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

/** Reads on in a file, into memory of its own; what is missing at the end stays zero. */
async function readExactly(file: FileHandle, length: number): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(length);
	let done = 0;
	while (done < length) {
		const { bytesRead } = await file.read(bytes, done, length - done);
		if (bytesRead === 0) break;
		done += bytesRead;
	}
	return bytes;
}

/** What reading a snapshot finds: it, none, or one that is not what was written. */
export type Snapshot =
	| { readonly state: "whole"; readonly archive: ArrayBuffer }
	| { readonly state: "missing" }
	| { readonly state: "damaged"; readonly path: string };

/**
 * Reads the built database of a key. A snapshot is an archive behind the digest of
 * its bytes, so that one that was cut short or altered is never opened.
 *
 * @throws Error that says what to do, where there is one that cannot be read
 */
export async function readSnapshot(folder: string, key: string): Promise<Snapshot> {
	const path = pathOf(folder, key);
	const file = await open(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
		throw new Error(
			`expected to be allowed to read the built database ${path}, found ${error.code}; let this user read it, or remove it and it is built again`,
			{ cause: error },
		);
	});
	if (file === null) return { state: "missing" };
	try {
		const { size } = await file.stat();
		const found = await readExactly(file, Math.min(size, DIGEST_LENGTH));
		const archive = await readExactly(file, size - found.length);
		if (!digest(archive).equals(found)) return { state: "damaged", path };
		return { state: "whole", archive: archive.buffer };
	} finally {
		await file.close();
	}
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
export async function writeSnapshot(
	folder: string,
	key: string,
	archive: ArrayBuffer,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	const path = pathOf(folder, key);
	// Nobody else writes to this one; process ids would be the same in two containers.
	const unfinished = `${path}.${randomInt(NAMES)}`;
	try {
		await writeWhole(unfinished, new Uint8Array(archive));
		await rename(unfinished, path);
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
	for (const name of await readdir(folder))
		if (NAME.test(name) && join(folder, name) !== path && !name.startsWith(`aqwal-${key}.tar.`))
			await rm(join(folder, name), { force: true });
}
