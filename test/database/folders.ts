import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { onTestFinished } from "vitest";

/** A new folder inside this repository's data/, removed after the test. */
export async function temporaryFolder({ mode }: { mode?: number } = {}): Promise<string> {
	await mkdir("data", { recursive: true });
	const folder = await mkdtemp("data/test-database-");
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	if (mode !== undefined) await chmod(folder, mode);
	return folder;
}

/** The user "nobody" on most systems. */
const NOBODY = 65_534;

/** Runs work without the rights of root, for whom no folder is read-only. */
export async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
	if (process.getuid?.() !== 0) return work();
	process.seteuid?.(NOBODY);
	try {
		return await work();
	} finally {
		process.seteuid?.(0);
	}
}
