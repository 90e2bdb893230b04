import pg from "pg";
import { END_WITH_CLIENT } from "../end-with-client.ts";
import { createCopier } from "./copy.ts";
import { type Crew, createCrew } from "./crew.ts";
import { type Definitions, readDefinitions } from "./definitions.ts";
import { addForeignKeys, analyze, buildIndexes } from "./finish.ts";
import type { Meter } from "./progress.ts";
import { createStaging, dropStaging } from "./staging.ts";
import { swapTables } from "./swap.ts";
import { CORPUS_TABLE, type LoadedCorpus } from "./table-names.ts";

/** A number that the lock of a load goes by; another than that of a whole seeding, which is held meanwhile. */
const LOAD_LOCK = 7_240_519_002;
/** How many connections work side by side. */
const CONNECTIONS = 4;

/** Rows of one table of the database. */
export interface NamedRows {
	readonly table: string;
	readonly rows: readonly object[];
}

/** How much memory one build of an index may take. */
const BUILD_MEMORY = "256MB";

// Limits that a server or a role may set are for readers. Only the swap has to be on the
// disk when it is told to be: what comes before it in the log is on the disk then too.
const SETTINGS = `
	SET synchronous_commit = off;
	SET statement_timeout = 0;
	SET lock_timeout = 0;
	SET idle_session_timeout = 0;
	SET idle_in_transaction_session_timeout = 0;
	SET maintenance_work_mem = '${BUILD_MEMORY}'`;

async function openAll(connect: () => Promise<pg.Client>, count: number): Promise<pg.Client[]> {
	const clients: pg.Client[] = [];
	try {
		while (clients.length < count) {
			const client = await connect();
			clients.push(client);
			await client.query(SETTINGS);
			await client.query(END_WITH_CLIENT).catch(() => undefined);
		}
		return clients;
	} catch (error) {
		await endAll(clients);
		throw error;
	}
}

async function endAll(clients: readonly pg.Client[]): Promise<void> {
	await Promise.all(clients.map((client) => client.end()));
}

/**
 * Tells what is in the staged tables, in one of them. It comes after all rows: to whom it
 * is there, in whatever transaction, the rows are.
 */
async function nameCorpus(client: pg.Client, corpus: LoadedCorpus): Promise<void> {
	const { version, buildKey, seededAt } = corpus;
	await client.query(
		`INSERT INTO ${pg.escapeIdentifier(CORPUS_TABLE)} ("version", "buildKey", "seededAt") VALUES ($1, $2, $3)`,
		[version, buildKey, seededAt],
	);
}

/**
 * Makes the staged tables and fills them, in one transaction: rows that are copied into a
 * table of their own transaction are written once, as nobody can have seen it without them.
 * One connection takes them as fast as one process can send them.
 *
 * @returns the schema of the new tables
 */
async function copyAll(
	client: pg.Client,
	{ schema, jsonColumns }: Definitions,
	tables: readonly string[],
	chunks: AsyncIterable<NamedRows>,
	meter: Meter,
): Promise<string> {
	await client.query("BEGIN");
	try {
		const staging = await createStaging(client, schema, tables);
		await findFirst(client, staging);
		const copier = createCopier(createCrew([client]), jsonColumns, (table, rows) =>
			meter.add(table, rows),
		);
		for await (const { table, rows } of chunks) await copier.write(table, rows);
		await copier.end();
		await client.query("COMMIT");
		return staging;
	} catch (error) {
		await client.query("ROLLBACK").catch(() => undefined);
		throw error;
	}
}

/** Lets a connection find the tables of a schema before those of the same names elsewhere. */
async function findFirst(client: pg.Client, schema: string): Promise<void> {
	await client.query(
		"SELECT set_config('search_path', $1 || ',' || current_setting('search_path'), false)",
		[schema],
	);
}

/** Makes the filled tables, which the clients find first, what the old ones are. */
async function finishStaging(
	crew: Crew,
	definitions: Definitions,
	tables: readonly string[],
	corpus: LoadedCorpus,
	meter: Meter,
): Promise<void> {
	await analyze(crew, tables, meter);
	await buildIndexes(crew, definitions, meter);
	await addForeignKeys(crew, definitions, meter);
	await crew.give((client) => nameCorpus(client, corpus));
	await crew.finish();
}

/** Makes new tables beside the old ones, and swaps them; drops them when that fails. */
async function replace(
	clients: readonly pg.Client[],
	first: pg.Client,
	tables: readonly string[],
	chunks: AsyncIterable<NamedRows>,
	corpus: LoadedCorpus,
	meter: Meter,
): Promise<void> {
	const definitions = await readDefinitions(first, tables);
	const { schema } = definitions;
	const staging = await copyAll(first, definitions, tables, chunks, meter);
	const crew = createCrew(clients);
	try {
		for (const client of clients) if (client !== first) await findFirst(client, staging);
		await finishStaging(crew, definitions, tables, corpus, meter);
		meter.begin("swapping", null);
		const teller = clients.at(-1) ?? first;
		await swapTables(first, { staging, schema, tables, version: corpus.version, teller });
	} catch (error) {
		await crew.finish().catch(() => undefined);
		await dropStaging(first, staging).catch(() => undefined);
		throw error;
	}
}

/** PostgreSQL's code for a disk that is full. */
const DISK_FULL = "53100";

/** What is to be done about it, where that is known. */
function remedyFor({ code }: pg.DatabaseError): string | undefined {
	if (code !== DISK_FULL) return undefined;
	return "make room on the disk of PostgreSQL, and seed again; until then the corpus from before is served";
}

/** What PostgreSQL says beside its message: which key, which line of which table, which object. */
function withDetail(error: unknown): unknown {
	if (!(error instanceof pg.DatabaseError)) return error;
	const said = [error.message, error.detail, error.where, remedyFor(error)].filter(
		(part) => part !== undefined,
	);
	return new Error(said.join("; "), { cause: error });
}

/**
 * Replaces the tables of the corpus on a PostgreSQL server by new ones that are filled
 * beside them, over several connections. Readers see the old ones until all is done, and
 * then the new ones. Of two that load at once the second waits for the first.
 *
 * @param connect opens a connection
 * @param tables all that are loaded; those without rows are empty then
 * @throws Error with what the database says; then nothing has changed
 */
export async function loadStaged(
	connect: () => Promise<pg.Client>,
	tables: readonly string[],
	chunks: AsyncIterable<NamedRows>,
	corpus: LoadedCorpus,
	meter: Meter,
): Promise<void> {
	const clients = await openAll(connect, CONNECTIONS);
	const [first] = clients;
	if (first === undefined) throw new Error("expected at least one connection");
	try {
		await first.query("SELECT pg_advisory_lock($1)", [LOAD_LOCK]);
		await replace(clients, first, [CORPUS_TABLE, ...tables], chunks, corpus, meter);
	} catch (error) {
		throw withDetail(error);
	} finally {
		await endAll(clients);
	}
}
