import { mkdir, rm, writeFile } from "node:fs/promises";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { readChecked } from "../../src/cli/read-checked.ts";
import { openEmbedded } from "../../src/database/embedded.ts";
import { prepareDatabase, type Target } from "../../src/database/prepare.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** A database with the real corpus in it; tests only read it. */
		corpusTarget: Target;
	}
}

const FOLDER = "data/test";
/** An embedded database with empty tables, made once: making one takes seconds. */
export const EMPTY_ARCHIVE = "data/test-empty.tar";
const SILENT = { onNote: () => undefined, onProgress: () => undefined };

async function onServer(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(statement);
	await client.end();
}

async function keepEmptyDatabase(): Promise<void> {
	const empty = await openEmbedded();
	const archive = await empty.dump();
	await empty.close();
	await mkdir("data", { recursive: true });
	await writeFile(EMPTY_ARCHIVE, new Uint8Array(archive));
}

/** Seeds one database before all tests: the embedded one, or a new one on the server of DATABASE_URL. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const corpus = await readChecked("seed");
	const server = process.env.DATABASE_URL;
	const name = `aqwal_test_${process.pid}`;
	if (server) await onServer(server, `CREATE DATABASE ${name}`);
	const target: Target = server
		? { url: Object.assign(new URL(server), { pathname: `/${name}` }).href }
		: { folder: FOLDER };
	if (!server) await keepEmptyDatabase();
	const database = await prepareDatabase(target, corpus, SILENT);
	await database.close();
	project.provide("corpusTarget", target);
	return async () => {
		if (server) await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
		else await rm(FOLDER, { recursive: true, force: true });
		await rm(EMPTY_ARCHIVE, { force: true });
	};
}
