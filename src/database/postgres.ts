import pg from "pg";
import { type Database, poolReader, type Reader, resultTypes } from "./database.ts";
import { END_WITH_CLIENT } from "./end-with-client.ts";
import { openLanes } from "./lanes.ts";
import { migrate } from "./migrate.ts";
import { openReplicas } from "./replicas.ts";
import { watchCorpus } from "./watch.ts";
import { createWriter } from "./writer.ts";

/** A number that Aqwal's advisory lock goes by; any constant that nobody else uses. */
const SEED_LOCK = 7_240_519_001;
/** In milliseconds. */
const CONNECT_TIMEOUT = 10_000;

const DEFAULT_CONNECTIONS = 10;

function describe(url: string): string {
	const { hostname, port, pathname } = new URL(url);
	return `PostgreSQL at ${hostname || "the local socket"}${port === "" ? "" : `:${port}`}${pathname}`;
}

async function adapterOf(pool: pg.Pool) {
	return new (await import("@prisma/adapter-pg")).PrismaPg(pool);
}

/** How a server is opened. */
export interface PostgresOptions {
	/** How many connections to each server are opened at the most. */
	readonly connections?: number | undefined;
	/** URLs of servers that follow this one, and that are read instead of it. */
	readonly replicas?: readonly string[] | undefined;
	/** How long PostgreSQL works on one statement that reads before it gives up; left out: as the server is set. */
	readonly statementMilliseconds?: number | undefined;
}

/** A server that is read: its reader, its pool, and the end of both. */
interface Server {
	readonly reader: Reader;
	readonly pool: pg.Pool;
	close(): Promise<void>;
}

/** How many connections take short statements, where there are enough connections. */
const LANES = 2;

/**
 * What every connection that reads is told. A server can be set to write days in another
 * way, 05.03.2020 for one; and to compile plans to machine code, which takes longer than
 * all that is read here. And whatever comes over it, PostgreSQL lets it change nothing.
 */
function readerSettings(milliseconds: number | undefined): string {
	const settings = [
		"SET datestyle TO ISO",
		"SET jit TO off",
		"SET default_transaction_read_only TO on",
	];
	if (milliseconds !== undefined) settings.push(`SET statement_timeout TO ${milliseconds}`);
	return settings.join("; ");
}

/** How long after PostgreSQL should have given up nobody waits for its answer any more, in milliseconds. */
const GRACE = 2000;

function openServer(url: string, connections: number, milliseconds: number | undefined): Server {
	const connection = {
		connectionString: url,
		// The pool lets nobody wait for a connection longer than this either.
		connectionTimeoutMillis: Math.min(CONNECT_TIMEOUT, milliseconds ?? CONNECT_TIMEOUT),
		keepAlive: true,
	};
	const lanes = Math.min(LANES, connections - 1);
	const settings = readerSettings(milliseconds);
	// For a server that is gone without a word: such a connection is not used again.
	const patience = milliseconds === undefined ? {} : { query_timeout: milliseconds + GRACE };
	const pool = new pg.Pool({
		...connection,
		...patience,
		max: connections - lanes,
		types: resultTypes,
		onConnect: async (client) => {
			await client.query(settings);
			await client.query(END_WITH_CLIENT).catch(() => undefined);
		},
	});
	// A connection that the server ends while it is idle is replaced at the next use.
	pool.on("error", () => undefined);
	if (lanes === 0) return { reader: poolReader(pool), pool, close: () => pool.end() };
	const opened = openLanes(
		{
			connection,
			types: resultTypes,
			// What is brief is read by the same index whatever the parameters are.
			prepare: async (client) => {
				const text = `${settings}; SET plan_cache_mode TO force_generic_plan`;
				// Nothing else watches a connection that is not ready yet.
				await client.query({ text, ...patience });
				await client.query({ text: END_WITH_CLIENT, ...patience }).catch(() => undefined);
			},
			longestSilence: patience.query_timeout,
		},
		lanes,
	);
	return {
		reader: poolReader(pool, opened),
		pool,
		close: async () => {
			await opened.close();
			await pool.end();
		},
	};
}

/**
 * Opens a PostgreSQL server, version 15 or later: a pool that reads, and one for Prisma when it writes.
 *
 * @param url a connection URL; its password is in no message
 */
export function openPostgres(
	url: string,
	{
		connections = DEFAULT_CONNECTIONS,
		replicas: urls = [],
		statementMilliseconds,
	}: PostgresOptions = {},
): Database {
	const open = (server: string) => openServer(server, connections, statementMilliseconds);
	const primary = open(url);
	// Connections that read cannot write.
	let writing: pg.Pool | undefined;
	const writer = createWriter(() => {
		writing = new pg.Pool({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT });
		writing.on("error", () => undefined);
		return adapterOf(writing);
	});
	const replicas = openReplicas(primary.reader, urls.map(open));
	return {
		read: replicas.read,
		description: describe(url),
		writer: writer.open,
		connect: () => connect(url),
		connections: () => {
			const { totalCount, idleCount, waitingCount } = primary.pool;
			return { open: totalCount, idle: idleCount, waiting: waitingCount };
		},
		watch: (listener) =>
			watchCorpus(url, (version) => {
				replicas.onVersion(version);
				listener(version);
			}),
		close: async () => {
			await writer.close();
			await writing?.end();
			await replicas.close().finally(primary.close);
		},
	};
}

/**
 * Applies the migrations that a PostgreSQL server lacks. The schema engine leaves its
 * connection open, and with it Prisma's lock for migrating: both end here.
 */
export async function migratePostgres(database: Database, url: string): Promise<void> {
	const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT });
	pool.on("error", () => undefined);
	try {
		await migrate(database, () => adapterOf(pool), pool);
	} finally {
		await pool.end();
	}
}

/** Several addresses of one host fail with one error each, and a message that is empty. */
function reasonOf(error: unknown): string {
	if (error instanceof AggregateError) return error.errors.map(reasonOf).join(", ");
	return error instanceof Error ? error.message : String(error);
}

async function connect(url: string): Promise<pg.Client> {
	const client = new pg.Client({
		connectionString: url,
		connectionTimeoutMillis: CONNECT_TIMEOUT,
	});
	// Without a listener the loss of this connection would end the process; what is written, other connections write.
	client.on("error", () => undefined);
	try {
		await client.connect();
	} catch (error) {
		throw new Error(`expected an answer of ${describe(url)}, found: ${reasonOf(error)}`, {
			cause: error,
		});
	}
	return client;
}

/** The oldest version that has all that the SQL of this room asks for. */
const OLDEST_VERSION = 15;
/** What server_version_num counts a major version by. */
const MAJOR = 10_000;

async function checkVersion(client: pg.Client, url: string): Promise<void> {
	const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
	const version = Math.floor(Number(rows[0]?.server_version_num) / MAJOR);
	if (version < OLDEST_VERSION)
		throw new Error(
			`expected PostgreSQL ${OLDEST_VERSION} or later, found ${version} at ${describe(url)}`,
		);
}

/**
 * Trigrams are made of what the database's locale counts as letters, and the locale C
 * counts only those of ASCII: no misspelt Arabic word would be found.
 */
async function checkLocale(client: pg.Client, url: string): Promise<void> {
	const { rows } = await client.query<{ known: boolean; locale: string }>(
		"SELECT chr(1587) ~ '^[[:alpha:]]$' AS known, datctype AS locale FROM pg_database WHERE datname = current_database()",
	);
	if (rows[0]?.known === false)
		throw new Error(
			`expected a database whose LC_CTYPE knows Arabic letters, such as C.UTF-8, found ${rows[0].locale} at ${describe(url)}; create it with LC_CTYPE 'C.UTF-8' TEMPLATE template0`,
		);
}

async function lock(client: pg.Client, onWait: () => void): Promise<void> {
	const { rows } = await client.query<{ locked: boolean }>(
		"SELECT pg_try_advisory_lock($1) AS locked",
		[SEED_LOCK],
	);
	if (rows[0]?.locked) return;
	onWait();
	await client.query("SELECT pg_advisory_lock($1)", [SEED_LOCK]);
}

/**
 * Runs work while holding a lock that only one process at a time can have on a
 * server, so that two starting at once do not both migrate and seed. The lock is
 * the connection's: PostgreSQL frees it when the process dies.
 *
 * @param onWait called when another process has the lock
 * @throws Error that names the server and the reason when it cannot be reached or is too old
 */
export async function withSeedLock<Result>(
	url: string,
	onWait: () => void,
	work: () => Promise<Result>,
): Promise<Result> {
	const client = await connect(url);
	try {
		await checkVersion(client, url);
		await checkLocale(client, url);
		await lock(client, onWait);
		return await work();
	} finally {
		await client.end();
	}
}
