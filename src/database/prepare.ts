import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CheckedCorpus } from "../curation/corpus.ts";
import { buildKeyOf } from "./build-key.ts";
import type { Database } from "./database.ts";
import { type DatabaseThread, openThread, startThread } from "./embedded/thread.ts";
import type { EmbeddedDatabase } from "./embedded.ts";
import type { LoadProgress } from "./load.ts";
import type { PostgresOptions } from "./postgres.ts";
import { readSnapshot, writeSnapshot } from "./snapshot.ts";
import { sql } from "./sql.ts";

/** What preparing a database tells while it works. */
export interface PrepareEvents {
	/** One line about what begins now, or about something that a person should know. */
	onNote(line: string): void;
	onProgress(progress: LoadProgress): void;
	/** From now on the database works most of the time, and this thread has time for other things. */
	onHandedOver?(): void;
}

/** Where the corpus is served from: a PostgreSQL server, or a folder for the embedded one. */
export type Target = ({ readonly url: string } & PostgresOptions) | EmbeddedTarget;

/** A folder for the embedded database. */
interface EmbeddedTarget {
	readonly folder: string;
	/** Its thread, where that was started before, to save time. */
	readonly thread?: DatabaseThread;
	/** How long it works on one statement that reads before that is ended; left out: as long as it takes. */
	readonly statementMilliseconds?: number | undefined;
}

/** A corpus in hand, or one of which the version is known, and which is read when it has to be loaded. */
export type CorpusToServe =
	| CheckedCorpus
	| { readonly version: string; read(): Promise<CheckedCorpus> };

async function inHand(corpus: CorpusToServe): Promise<CheckedCorpus> {
	if (!("read" in corpus)) return corpus;
	const whole = await corpus.read();
	if (whole.version === corpus.version) return whole;
	throw new Error(
		`expected the corpus ${corpus.version}, as it was announced, found ${whole.version} in its files`,
	);
}

async function seededKey(database: Database): Promise<string | null> {
	const [row] = await database.read<{ buildKey: string }>(sql`SELECT "buildKey" FROM "Corpus"`);
	return row?.buildKey ?? null;
}

async function preparePostgres(
	{ url, ...options }: Extract<Target, { url: string }>,
	corpus: CorpusToServe,
	events: PrepareEvents,
): Promise<Database> {
	events.onHandedOver?.();
	const { migratePostgres, openPostgres, withSeedLock } = await import("./postgres.ts");
	const database = openPostgres(url, options);
	try {
		const onWait = () => events.onNote("waiting for another process that seeds the same server");
		await withSeedLock(url, onWait, async () => {
			await migratePostgres(database, url);
			if ((await seededKey(database)) === (await buildKeyOf(corpus))) return;
			events.onNote(`seeding ${database.description}`);
			const { load } = await import("./load.ts");
			await load(database, await inHand(corpus), events.onProgress);
		});
		return database;
	} catch (error) {
		await database.close();
		throw error;
	}
}

/** The build key, the engine whose files a snapshot holds, and what is done with them. */
async function snapshotKey(corpus: CorpusToServe): Promise<string> {
	const engine = createRequire(import.meta.url).resolve("@electric-sql/pglite");
	const manifest = join(dirname(engine), "../package.json");
	const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
	const slimming = await readFile(new URL("./embedded/slim.ts", import.meta.url));
	const hash = createHash("sha256").update(version).update(slimming);
	return `${await buildKeyOf(corpus)}${hash.digest("hex").slice(0, 8)}`;
}

/** Reads the snapshot again that this database was opened from, or that was written of it. */
async function readAgain(folder: string, key: string): Promise<ArrayBuffer> {
	const snapshot = await readSnapshot(folder, key);
	if (snapshot.state === "whole") return snapshot.archive;
	throw new Error(
		`expected the built database in ${folder}, to open it again after a statement that took too long, found it ${snapshot.state}; start the process again`,
	);
}

/** @returns what gives the built database again: the folder, or memory where that cannot be written */
async function keep(
	database: { dump(): Promise<ArrayBuffer> },
	folder: string,
	key: string,
	events: PrepareEvents,
): Promise<() => Promise<ArrayBuffer>> {
	const archive = await database.dump();
	try {
		await writeSnapshot(folder, key, archive);
		return () => readAgain(folder, key);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		events.onNote(
			`the built database cannot be kept in ${folder}, so the next start builds it again: ${reason}`,
		);
		// Each thread is handed one of its own.
		return async () => archive.slice(0);
	}
}

async function openSnapshot(
	folder: string,
	key: string,
	thread: DatabaseThread,
	events: PrepareEvents,
): Promise<{ database: EmbeddedDatabase; isBuilt: boolean }> {
	const snapshot = await readSnapshot(folder, key);
	const isBuilt = snapshot.state === "whole";
	if (snapshot.state === "damaged")
		events.onNote(`${snapshot.path} is damaged; it is not used, and built again`);
	if (!isBuilt) events.onNote("building the embedded database");
	const opening = openThread(isBuilt ? snapshot.archive : undefined, thread);
	// A failure is told by whoever waits for it, below.
	opening.catch(() => undefined);
	events.onHandedOver?.();
	const { openEmbedded } = await import("./embedded.ts");
	return { database: await openEmbedded(opening), isBuilt };
}

async function prepareEmbedded(
	{ folder, thread = startThread(), statementMilliseconds: milliseconds }: EmbeddedTarget,
	announced: CorpusToServe | Promise<CorpusToServe>,
	events: PrepareEvents,
): Promise<Database> {
	try {
		const corpus = await announced;
		const key = await snapshotKey(corpus);
		const { database, isBuilt } = await openSnapshot(folder, key, thread, events);
		let archive = () => readAgain(folder, key);
		if (!isBuilt) {
			const { load } = await import("./load.ts");
			await load(database, await inHand(corpus), events.onProgress);
			archive = await keep(database, folder, key, events);
		}
		if (milliseconds !== undefined) database.replaceBy({ milliseconds, archive });
		return database;
	} catch (error) {
		await thread.close();
		throw error;
	}
}

/**
 * Opens the database that a target names, with the given corpus in it: seeds only
 * what has another version. Each process has an embedded database of its own, in
 * memory, read from a snapshot that is never changed; so two processes on one
 * folder cannot harm each other, and a kill leaves the snapshot whole or absent.
 *
 * @param corpus when it is still being read, what needs none of it begins meanwhile
 */
export async function prepareDatabase(
	target: Target,
	corpus: CorpusToServe | Promise<CorpusToServe>,
	events: PrepareEvents,
): Promise<Database> {
	return "url" in target
		? preparePostgres(target, await corpus, events)
		: prepareEmbedded(target, corpus, events);
}
