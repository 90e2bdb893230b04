import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { load } from "../../src/database/load.ts";
import { prepareDatabase } from "../../src/database/prepare.ts";
import { startChild } from "../database/children.ts";
import { urlOf } from "../database/server.ts";
import { everyRow } from "../database/table-rows.ts";
import { variedCorpus } from "../database/variants.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";

/** How often it is killed: fifty times in the long form, see docs/promises.md. */
const KILLS = Number(process.env.FAULT_KILLS ?? 6);
const SEED = Number(process.env.FAULT_SEED ?? 1);
/** How long a seeding takes at the most, from the line that it begins, in milliseconds. */
const LONGEST = { server: 2500, embedded: 6000 };

/** Numbers from 0 to 1 that are the same in each run (mulberry32, public domain). */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

async function killWithin(milliseconds: number, ...args: string[]): Promise<void> {
	const child = startChild("seed-once.ts", ...args);
	expect(await child.nextLine()).toBe("begins");
	await Promise.race([pause(milliseconds), child.ended()]);
	await child.kill();
}

describe.runIf(process.env.DATABASE_URL)("kill -9 at random points of seeding a server", () => {
	let database: Database;
	let url: string;
	let whole: string[];
	beforeAll(async () => {
		database = await emptyDatabase();
		const rows: string[] = [];
		for (const corpus of [await variedCorpus(), await realCorpus()]) {
			await load(database, corpus);
			rows.push(JSON.stringify(await everyRow(database)));
		}
		whole = rows;
		url = await urlOf(database);
	}, 60_000);

	test(
		"leaves either the old or the new corpus whole, each time",
		async () => {
			const next = random(SEED);
			let isVaried = false;
			for (let kill = 0; kill < KILLS; kill += 1) {
				isVaried = !isVaried;
				const varied = isVaried ? ["--varied"] : [];
				await killWithin(next() * LONGEST.server, "--url", url, ...varied);
				expect(whole).toContain(JSON.stringify(await everyRow(database)));
			}
		},
		30_000 * KILLS,
	);
});

describe("kill -9 at random points of building the embedded database", () => {
	test(
		"leaves a whole database or none, and the next start has it",
		async () => {
			const folder = await mkdtemp(join(tmpdir(), "aqwal-kill-"));
			onTestFinished(() => rm(folder, { recursive: true, force: true }));
			const next = random(SEED);
			for (let kill = 0; kill < Math.ceil(KILLS / 3); kill += 1) {
				await killWithin(next() * LONGEST.embedded, "--folder", folder);
				// A file under its own name is whole; what was being written has another name.
				const notes: string[] = [];
				const database = await prepareDatabase({ folder }, await realCorpus(), {
					onNote: (line) => notes.push(line),
					onProgress: () => undefined,
				});
				await database.close();
				expect(notes.join()).not.toContain("damaged");
				await rm(folder, { recursive: true });
			}
		},
		40_000 * KILLS,
	);
});

describe("a disk that is full", () => {
	test("while the built database is written, does not keep it, says so, and serves all the same", async () => {
		const folder = await mkdtemp(join(tmpdir(), "aqwal-full-"));
		onTestFinished(() => rm(folder, { recursive: true, force: true }));
		const program = "node --import ./run.mjs test/database/children/seed-once.ts";
		// No file may have more than 5 MB; the database has more.
		const child = spawn("bash", ["-c", `ulimit -f 5000; exec ${program} --folder ${folder}`]);
		let printed = "";
		child.stdout.on("data", (data) => (printed += data));
		child.stderr.on("data", (data) => (printed += data));
		const [code] = (await once(child, "close")) as [number | null];
		expect(printed).toMatch(/the built database cannot be kept in .*: EFBIG/);
		expect(printed).toContain("is there");
		expect(code).toBe(0);
		expect(await readdir(folder)).toEqual([]);
	}, 60_000);
});
