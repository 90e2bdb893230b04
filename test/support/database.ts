import { readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { readChecked } from "../../src/cli/read-checked.ts";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import type { Database } from "../../src/database/database.ts";
import { openThread } from "../../src/database/embedded/thread.ts";
import { openEmbedded } from "../../src/database/embedded.ts";
import { migratePostgres, openPostgres } from "../../src/database/postgres.ts";
import { prepareDatabase } from "../../src/database/prepare.ts";
import { EMPTY_ARCHIVE } from "./global-setup.ts";

const SILENT = { onNote: () => undefined, onProgress: () => undefined };

const undo: (() => Promise<void>)[] = [];
// Registered here, while the test file is read: a hook that a test or another hook adds is never called.
afterAll(async () => {
	for (const step of undo.toReversed()) await step();
});

let corpus: Promise<CheckedCorpus> | undefined;

/** The real corpus, checked once a test file. */
export function realCorpus(): Promise<CheckedCorpus> {
	corpus ??= readChecked("seed");
	return corpus;
}

/** The database with the real corpus; closed after the file's tests. Only for reading. */
export async function corpusDatabase(): Promise<Database> {
	const database = await prepareDatabase(inject("corpusTarget"), await realCorpus(), SILENT);
	undo.push(() => database.close());
	return database;
}

let databases = 0;

async function createOnServer(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
	databases += 1;
	const name = `aqwal_test_${process.pid}_${databases}`;
	const run = async (statement: string) => {
		const client = new pg.Client({ connectionString: server });
		await client.connect();
		await client.query(statement);
		await client.end();
	};
	await run(`CREATE DATABASE ${name}`);
	return {
		url: Object.assign(new URL(server), { pathname: `/${name}` }).href,
		drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`),
	};
}

/** A database of the test's own with empty tables: embedded, or on the server of DATABASE_URL. */
export async function emptyDatabase(): Promise<Database> {
	const server = process.env.DATABASE_URL;
	if (!server) {
		const database = await openEmbedded(
			openThread(new Uint8Array(await readFile(EMPTY_ARCHIVE)).buffer),
		);
		undo.push(() => database.close());
		return database;
	}
	const { url, drop } = await createOnServer(server);
	const database = openPostgres(url);
	await migratePostgres(database, url);
	undo.push(async () => {
		await database.close();
		await drop();
	});
	return database;
}
