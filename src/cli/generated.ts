import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const GENERATED = join(ROOT, "src/generated");
const STAMP = join(GENERATED, "stamp");
const HOME = join(GENERATED, "home");
const LOCK = join(GENERATED, "lock");
/** How long another process may take to generate, in milliseconds; a lock that is older is nobody's. */
const LOCK_TIMEOUT = 120_000;
const LOCK_POLL = 200;

async function wantedStamp(): Promise<string> {
	const prisma = createRequire(import.meta.url).resolve("prisma/package.json");
	const hash = createHash("sha256");
	for (const file of [join(ROOT, "prisma/schema.prisma"), prisma])
		hash.update(await readFile(file));
	return hash.digest("hex");
}

function runPrisma(script: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [script, "generate"], {
			cwd: ROOT,
			stdio: ["ignore", "pipe", "pipe"],
			env: {
				...process.env,
				// Generating needs no engine; naming any program keeps Prisma from downloading one.
				PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
				PRISMA_HIDE_UPDATE_MESSAGE: "1",
				CHECKPOINT_DISABLE: "1",
				// What Prisma's command would note about itself in the user's folders stays here.
				HOME,
				XDG_CONFIG_HOME: HOME,
				XDG_CACHE_HOME: HOME,
			},
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr])
			stream.on("data", (chunk) => (output += chunk));
		child.once("error", reject);
		child.once("close", (code) =>
			code === 0 ? resolve() : reject(new Error(`prisma generate failed:\n${output}`)),
		);
	});
}

async function isGenerated(wanted: string): Promise<boolean> {
	return (await readFile(STAMP, "utf8").catch(() => "")) === wanted;
}

async function ageOf(path: string): Promise<number> {
	const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.NaN }));
	return Date.now() - mtimeMs;
}

/** Takes the lock, a folder that only one process can make; or waits until it is free again. */
async function takeLock(): Promise<boolean> {
	await mkdir(GENERATED, { recursive: true });
	try {
		await mkdir(LOCK);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	}
	if ((await ageOf(LOCK)) > LOCK_TIMEOUT) await rm(LOCK, { recursive: true, force: true });
	else await setTimeout(LOCK_POLL);
	return false;
}

/**
 * Makes the Prisma client in src/generated, unless it is there and made from the
 * same schema by the same Prisma. Of several processes one makes it, and the others
 * wait for it.
 *
 * @param onBegin called when there is something to make
 * @throws Error with Prisma's output when it fails
 */
export async function ensureGenerated(onBegin: () => void = () => undefined): Promise<void> {
	const wanted = await wantedStamp();
	while (!(await isGenerated(wanted))) {
		if (!(await takeLock())) continue;
		try {
			if (await isGenerated(wanted)) return;
			onBegin();
			await runPrisma(createRequire(import.meta.url).resolve("prisma/build/index.js"));
			await writeFile(STAMP, wanted);
		} finally {
			await rm(HOME, { recursive: true, force: true });
			await rm(LOCK, { recursive: true, force: true });
		}
	}
}
