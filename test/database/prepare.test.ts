import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import { prepareDatabase, type Target } from "../../src/database/prepare.ts";
import { sql } from "../../src/database/sql.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { startChild } from "./children.ts";
import { asNobody, temporaryFolder } from "./folders.ts";
import { urlOf } from "./server.ts";
import { variedCorpus } from "./variants.ts";

let corpus: CheckedCorpus;
let other: CheckedCorpus;
let statements: number;
beforeAll(async () => {
	[corpus, other] = [await realCorpus(), await variedCorpus()];
	statements = corpus.articles.reduce((sum, article) => sum + article.statements.length, 0);
});

interface Preparation {
	/** What a person was told. */
	readonly notes: readonly string[];
	/** How often the progress of loading was told. */
	readonly steps: number;
	/** The version of the corpus that is served. */
	readonly version: string | undefined;
}

/** Prepares a database, looks into it, and closes it. */
async function prepare(target: Target, content: CheckedCorpus): Promise<Preparation> {
	const notes: string[] = [];
	let steps = 0;
	const database = await prepareDatabase(target, content, {
		onNote: (line) => notes.push(line),
		onProgress: () => (steps += 1),
	});
	const [row] = await database.read<{ version: string }>(sql`SELECT version FROM "Corpus"`);
	await database.close();
	return { notes, steps, version: row?.version };
}

const BUILDING = "building the embedded database";

describe.runIf(!process.env.DATABASE_URL)("the embedded database", () => {
	let first: Preparation;
	let archive: string;
	let bytes: Buffer;
	beforeAll(async () => {
		const folder = await mkdtemp("data/test-database-");
		first = await prepare({ folder: join(folder, "made") }, corpus);
		const names = await readdir(join(folder, "made"));
		archive = names.join();
		bytes = await readFile(join(folder, "made", archive));
		await rm(folder, { recursive: true });
	});

	/** A folder as the first preparing left it, or with other bytes in its file. */
	async function built(content: Buffer = bytes): Promise<string> {
		const folder = await temporaryFolder();
		await writeFile(join(folder, archive), content);
		return folder;
	}

	test("is built the first time, with progress, and kept", () => {
		expect(first).toEqual({
			notes: [BUILDING],
			steps: expect.any(Number),
			version: corpus.version,
		});
		expect(first.steps).toBeGreaterThan(0);
		expect(archive).toMatch(/^aqwal-[0-9a-f]{24}\.tar$/);
	});

	test("has the corpus when it is opened again, without a word", async () => {
		const folder = await built();
		expect(await prepare({ folder }, corpus)).toEqual({
			notes: [],
			steps: 0,
			version: corpus.version,
		});
		expect((await readFile(join(folder, archive))).equals(bytes)).toBe(true);
	});

	test("is built again for another corpus, instead of the old one", async () => {
		const folder = await built();
		expect(await prepare({ folder }, other)).toMatchObject({
			notes: [BUILDING],
			version: other.version,
		});
		expect(await readdir(folder)).toEqual([expect.not.stringMatching(archive)]);
	});

	test("says that its snapshot is damaged, and builds it again", async () => {
		const folder = await built(bytes.subarray(0, -1));
		const path = join(folder, archive);
		expect(await prepare({ folder }, corpus)).toMatchObject({
			notes: [`${path} is damaged; it is not used, and built again`, BUILDING],
			version: corpus.version,
		});
		expect((await readFile(path)).length).toBe(bytes.length);
	});

	test("works where its folder cannot be written, and says that it is not kept", async () => {
		const folder = await temporaryFolder({ mode: 0o555 });
		const { notes, version } = await asNobody(() => prepare({ folder }, corpus));
		expect(version).toBe(corpus.version);
		const note =
			/^the built database cannot be kept in data.*, so the next start builds it again: EACCES/;
		expect(notes).toEqual([BUILDING, expect.stringMatching(note)]);
	});

	test("serves two processes that begin at once on one folder", async () => {
		const folder = await temporaryFolder();
		const children = [0, 1].map(() => startChild("prepare-and-serve.ts", folder));
		for (const child of children) expect(await child.nextLine()).toBe("ready");
		for (const child of children) child.goOn();
		for (const child of children) {
			const answer = JSON.parse(await child.nextLine());
			expect(answer).toMatchObject({ version: corpus.version, statements });
			// One may begin so much later that it finds what the other has built.
			expect([[BUILDING], []]).toContainEqual(answer.notes);
			expect(await child.ended()).toBe(0);
		}
		expect(await readdir(folder)).toEqual([archive]);
		expect(await prepare({ folder }, corpus)).toEqual({
			notes: [],
			steps: 0,
			version: corpus.version,
		});
	});
});

/** All notes of several, without those that tell of waiting for another. */
function withoutWaiting(told: readonly { notes: readonly string[] }[]): string[] {
	const waiting = "waiting for another process that seeds the same server";
	return told.flatMap(({ notes }) => notes).filter((note) => note !== waiting);
}

describe.runIf(process.env.DATABASE_URL)("a PostgreSQL server", () => {
	test("is seeded once, and again when the corpus changes", async () => {
		const database = await emptyDatabase();
		const url = await urlOf(database);
		const seeding = `seeding ${database.description}`;
		expect(await prepare({ url }, corpus)).toMatchObject({
			notes: [seeding],
			version: corpus.version,
		});
		expect(await prepare({ url }, corpus)).toEqual({
			notes: [],
			steps: 0,
			version: corpus.version,
		});
		expect(await prepare({ url }, other)).toMatchObject({
			notes: [seeding],
			version: other.version,
		});
	});

	test("is seeded again when it was filled by other code, or with other tables", async () => {
		const database = await emptyDatabase();
		const url = await urlOf(database);
		await prepare({ url }, corpus);
		await (await database.writer()).corpus.updateMany({ data: { buildKey: "another" } });
		await (await database.writer()).statementLocation.deleteMany();
		expect(await prepare({ url }, corpus)).toMatchObject({
			version: corpus.version,
			notes: [`seeding ${database.description}`],
		});
		expect(await (await database.writer()).statementLocation.count()).toBeGreaterThan(0);
	});

	test("is migrated and seeded once by two that begin at once, and serves both", async () => {
		const database = await emptyDatabase();
		await (await database.writer()).$executeRawUnsafe("DROP SCHEMA public CASCADE");
		await (await database.writer()).$executeRawUnsafe("CREATE SCHEMA public");
		const url = await urlOf(database);
		const both = await Promise.all([prepare({ url }, corpus), prepare({ url }, corpus)]);
		expect(both.map(({ version }) => version)).toEqual([corpus.version, corpus.version]);
		expect(withoutWaiting(both)).toEqual([`seeding ${database.description}`]);
	});

	test("is so by two processes too", async () => {
		const database = await emptyDatabase();
		const url = await urlOf(database);
		const children = [0, 1].map(() => startChild("prepare-and-serve.ts", url));
		for (const child of children) expect(await child.nextLine()).toBe("ready");
		for (const child of children) child.goOn();
		const told = await Promise.all(
			children.map(async (child) => JSON.parse(await child.nextLine())),
		);
		expect(told).toEqual(
			[0, 1].map(() => ({ notes: expect.any(Array), version: corpus.version, statements })),
		);
		expect(withoutWaiting(told)).toEqual([`seeding ${database.description}`]);
	});
});
