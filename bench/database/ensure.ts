import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { buildKeyOf } from "../../src/database/build-key.ts";
import type { LoadProgress } from "../../src/database/load.ts";
import { migratePostgres, openPostgres } from "../../src/database/postgres.ts";
import { PEER_FUNCTIONS } from "../contenders/sql/peer-functions.ts";
import type { CorpusSize } from "../generator/world.ts";
import { withClient } from "./client.ts";
import { loadCorpus } from "./load.ts";

const GENERATOR = new URL("../generator/", import.meta.url);
const DIGEST_LENGTH = 8;
/** In milliseconds. */
const NOTE_EVERY = 5000;

/** What the corpus of a size and seed is called: it changes with the generator. */
export function versionOf({ statements, seed }: CorpusSize): string {
	const hash = createHash("sha256");
	for (const file of readdirSync(GENERATOR, { recursive: true, encoding: "utf8" }).toSorted())
		if (/\.(ts|txt)$/.test(file)) hash.update(file).update(readFileSync(new URL(file, GENERATOR)));
	return `bench-${statements}-${seed}-${hash.digest("hex").slice(0, DIGEST_LENGTH)}`;
}

/** Runs one statement on a connection of its own. */
function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
	return withClient(url, async (client) => (await client.query<Row>(text)).rows);
}

async function holds(url: string, version: string, buildKey: string): Promise<boolean> {
	try {
		const [row] = await query<{ version: string; buildKey: string }>(url, 'SELECT * FROM "Corpus"');
		return row?.version === version && row.buildKey === buildKey;
	} catch (error) {
		// 3D000: no such database; 42P01: no such table.
		if (error instanceof pg.DatabaseError && /^(3D000|42P01)$/.test(error.code ?? "")) return false;
		throw error;
	}
}

async function create(server: string, name: string): Promise<void> {
	await query(server, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
	await query(
		server,
		`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0 LC_CTYPE 'C.UTF-8'`,
	);
}

/** Tells each phase of the loading, and while it copies how far that is, every few seconds. */
function loadNotes(onNote: (line: string) => void): (progress: LoadProgress) => void {
	let phase = "";
	let told = 0;
	return (progress) => {
		if (progress.phase === phase && performance.now() - told < NOTE_EVERY) return;
		phase = progress.phase;
		told = performance.now();
		const rate = Math.round(progress.rowsPerSecond).toLocaleString("en");
		onNote(`${phase}: ${progress.rowsDone.toLocaleString("en")} rows, ${rate} a second`);
	};
}

async function fill(
	url: string,
	size: CorpusSize,
	corpus: { readonly version: string; readonly buildKey: string },
	onNote: (line: string) => void,
): Promise<number> {
	const database = openPostgres(url);
	try {
		await migratePostgres(database, url);
		return await loadCorpus(database, size, corpus, loadNotes(onNote));
	} finally {
		await database.close();
	}
}

async function make(
	server: string,
	name: string,
	url: string,
	size: CorpusSize,
	corpus: { readonly version: string; readonly buildKey: string },
	onNote: (line: string) => void,
): Promise<void> {
	onNote(`making the database ${name}: ${size.statements} statements`);
	await create(server, name);
	const rate = String(Math.round(size.statements / (await fill(url, size, corpus, onNote))));
	// Autovacuum may be off, and then nothing would tell which pages all transactions can see.
	await query(url, "VACUUM ANALYZE");
	// Kept with the database, as the next run does not load it again.
	await query(url, `COMMENT ON DATABASE ${pg.escapeIdentifier(name)} IS ${pg.escapeLiteral(rate)}`);
	onNote(`the database ${name} is ready: ${rate} statements a second`);
}

async function loadedPerSecond(url: string): Promise<number | null> {
	const [row] = await query<{ rate: string | null }>(
		url,
		"SELECT shobj_description(oid, 'pg_database') AS rate FROM pg_database WHERE datname = current_database()",
	);
	return row?.rate == null ? null : Number(row.rate);
}

/** A database that holds a generated corpus. */
export interface BenchDatabase {
	readonly url: string;
	/** How many statements a second were loaded, without the time of generating them. */
	readonly loadedPerSecond: number | null;
}

/**
 * Gives a database that holds a generated corpus: the one of the last run where it is the
 * same, and else a new one.
 *
 * @param server a database of a server on which databases may be created
 */
export async function ensureCorpus(
	server: string,
	size: CorpusSize,
	onNote: (line: string) => void,
): Promise<BenchDatabase> {
	const name = `aqwal_bench_${size.statements}_${size.seed}`;
	const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
	const version = versionOf(size);
	const buildKey = await buildKeyOf({ version });
	if (!(await holds(url, version, buildKey)))
		await make(server, name, url, size, { version, buildKey }, onNote);
	// Always anew: they change with the benchmark, and the corpus does not.
	for (const statement of PEER_FUNCTIONS) await query(url, statement);
	return { url, loadedPerSecond: await loadedPerSecond(url) };
}
