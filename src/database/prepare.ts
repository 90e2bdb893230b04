import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CheckedCorpus } from "../curation/corpus.ts";
import { buildKeyOf } from "./build-key.ts";
import type { Database } from "./database.ts";
import { type DatabaseThread, startThread } from "./embedded/thread.ts";
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
}

/** Where the corpus is served from: a PostgreSQL server, or a folder for the embedded one. */
export type Target = ({ readonly url: string } & PostgresOptions) | { readonly folder: string };

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

/** The build key, and the engine whose files a snapshot holds. */
async function snapshotKey(corpus: CorpusToServe): Promise<string> {
	const engine = createRequire(import.meta.url).resolve("@electric-sql/pglite");
	const manifest = join(dirname(engine), "../package.json");
	const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
	return `${await buildKeyOf(corpus)}${createHash("sha256").update(version).digest("hex").slice(0, 8)}`;
}

async function keep(
	database: { dump(): Promise<ArrayBuffer> },
	folder: string,
	key: string,
	events: PrepareEvents,
): Promise<void> {
	try {
		await writeSnapshot(folder, key, await database.dump());
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		events.onNote(
			`the built database cannot be kept in ${folder}, so the next start builds it again: ${reason}`,
		);
	}
}

async function openSnapshot(
	folder: string,
	key: string,
	thread: DatabaseThread,
	events: PrepareEvents,
): Promise<{ database: EmbeddedDatabase; isBuilt: boolean }> {
	const [snapshot, { openEmbedded }] = await Promise.all([
		readSnapshot(folder, key),
		import("./embedded.ts"),
	]);
	if (snapshot.state === "whole")
		return { database: await openEmbedded(snapshot.archive, thread), isBuilt: true };
	if (snapshot.state === "damaged")
		events.onNote(`${snapshot.path} is damaged; it is not used, and built again`);
	events.onNote("building the embedded database");
	return { database: await openEmbedded(undefined, thread), isBuilt: false };
}

async function prepareEmbedded(
	folder: string,
	announced: CorpusToServe | Promise<CorpusToServe>,
	events: PrepareEvents,
): Promise<Database> {
	// It takes longest, and can begin before anything is known about the corpus.
	const thread = startThread();
	try {
		const corpus = await announced;
		const key = await snapshotKey(corpus);
		const { database, isBuilt } = await openSnapshot(folder, key, thread, events);
		if (isBuilt) return database;
		const { load } = await import("./load.ts");
		await load(database, await inHand(corpus), events.onProgress);
		await keep(database, folder, key, events);
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
		: prepareEmbedded(target.folder, corpus, events);
}
