import { chmod, mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSnapshot, writeSnapshot } from "../../src/database/snapshot.ts";
import { asNobody, temporaryFolder } from "./folders.ts";

const KEY = "0123456789abcdef";
const FILE = `aqwal-${KEY}.tar`;
const BYTES = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);

async function bytesOf(folder: string, key: string): Promise<Uint8Array | string> {
	const snapshot = await readSnapshot(folder, key);
	return snapshot.state === "whole" ? new Uint8Array(snapshot.archive) : snapshot.state;
}

describe("a snapshot", () => {
	test("is read as it was written", async () => {
		const folder = join(await temporaryFolder(), "made", "on the way");
		await writeSnapshot(folder, KEY, BYTES.buffer);
		expect(await bytesOf(folder, KEY)).toEqual(BYTES);
		expect(await readdir(folder)).toEqual([FILE]);
	});

	test("may be empty", async () => {
		const folder = await temporaryFolder();
		await writeSnapshot(folder, KEY, new ArrayBuffer());
		expect(await bytesOf(folder, KEY)).toEqual(new Uint8Array());
	});

	test("is missing where there is no file, no folder, or a file for a folder", async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, "file"), "");
		for (const place of [folder, join(folder, "none"), join(folder, "file")])
			expect(await readSnapshot(place, KEY)).toEqual({ state: "missing" });
	});

	test("of another key is not read", async () => {
		const folder = await temporaryFolder();
		await writeSnapshot(folder, KEY, BYTES.buffer);
		expect(await readSnapshot(folder, "fedcba9876543210")).toEqual({ state: "missing" });
	});

	test("is damaged when it was cut short, wherever", async () => {
		const folder = await temporaryFolder();
		for (const length of [0, 1, 31, 32, 33, 40_000, BYTES.length + 31]) {
			await writeSnapshot(folder, KEY, BYTES.buffer);
			await truncate(join(folder, FILE), length);
			expect(await readSnapshot(folder, KEY), `${length} bytes`).toEqual({
				state: "damaged",
				path: join(folder, FILE),
			});
		}
	});

	test("is damaged when one byte was altered or added, in the digest or behind it", async () => {
		const folder = await temporaryFolder();
		await writeSnapshot(folder, KEY, BYTES.buffer);
		const whole = new Uint8Array(await readFile(join(folder, FILE)));
		for (const place of [0, 31, 32, 5000, whole.length - 1]) {
			const altered = whole.with(place, (whole[place] ?? 0) ^ 1);
			await writeFile(join(folder, FILE), altered);
			expect((await readSnapshot(folder, KEY)).state, `byte ${place}`).toBe("damaged");
		}
		await writeFile(join(folder, FILE), new Uint8Array([...whole, 0]));
		expect((await readSnapshot(folder, KEY)).state).toBe("damaged");
		await writeFile(join(folder, FILE), whole);
		expect(await bytesOf(folder, KEY)).toEqual(BYTES);
	});

	test("replaces a damaged one", async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, FILE), "no snapshot");
		await writeSnapshot(folder, KEY, BYTES.buffer);
		expect(await bytesOf(folder, KEY)).toEqual(BYTES);
	});
});

describe("writeSnapshot", () => {
	test("removes snapshots of other keys and what was left unfinished of them, nothing else", async () => {
		const folder = await temporaryFolder();
		const old = [
			"aqwal-00.tar",
			"aqwal-ffffffffffffffff.tar",
			"aqwal-00.tar.4711",
			"aqwal-00.tar.281474976710655",
		];
		const kept = ["notes.txt", "aqwal.tar", "my-aqwal-00.tar", "aqwal-00.tar.gz", "aqwal-xyz.tar"];
		for (const name of [...old, ...kept]) await writeFile(join(folder, name), "");
		await mkdir(join(folder, "folder"));
		await writeSnapshot(folder, KEY, BYTES.buffer);
		expect(await readdir(folder)).toEqual([...kept, FILE, "folder"].toSorted());
	});

	test("leaves what another process is writing of the same key", async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, `${FILE}.4711`), "");
		await writeSnapshot(folder, KEY, BYTES.buffer);
		expect(await readdir(folder)).toEqual([FILE, `${FILE}.4711`]);
	});

	test("may be called by several at once", async () => {
		const folder = await temporaryFolder();
		await Promise.all(Array.from({ length: 8 }, () => writeSnapshot(folder, KEY, BYTES.buffer)));
		expect(await bytesOf(folder, KEY)).toEqual(BYTES);
		expect(await readdir(folder)).toEqual([FILE]);
	});

	test("that this user may not read is not taken for one that is missing", async () => {
		const folder = await temporaryFolder({ mode: 0o755 });
		await writeSnapshot(folder, KEY, BYTES.buffer);
		await chmod(join(folder, FILE), 0);
		await asNobody(async () => {
			await expect(readSnapshot(folder, KEY)).rejects.toThrow(
				/^expected to be allowed to read the built database .*, found EACCES; let this user/,
			);
		});
	});

	test("fails where the folder cannot be made", async () => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, "file"), "");
		await expect(writeSnapshot(join(folder, "file"), KEY, BYTES.buffer)).rejects.toThrow(
			/EEXIST|ENOTDIR/,
		);
	});

	test("fails where the folder cannot be written, and leaves it as it was", async () => {
		const folder = await temporaryFolder({ mode: 0o555 });
		await asNobody(async () => {
			await expect(writeSnapshot(folder, KEY, BYTES.buffer)).rejects.toThrow(/EACCES/);
		});
		expect(await readdir(folder)).toEqual([]);
	});

	test("leaves no unfinished file where the snapshot's place is taken", async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, FILE));
		await writeFile(join(folder, FILE, "in the way"), "");
		await expect(writeSnapshot(folder, KEY, BYTES.buffer)).rejects.toThrow(
			/EISDIR|ENOTEMPTY|EEXIST/,
		);
		expect(await readdir(folder)).toEqual([FILE]);
		await rm(join(folder, FILE), { recursive: true });
	});
});
