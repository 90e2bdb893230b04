import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { ANNOUNCED_BEFORE, CORPUS_CHANNEL } from "../watch.ts";
import { carryOverPrivileges } from "./privileges.ts";
import { within } from "./staging.ts";

/** Which tables take the place of which. */
export interface Swap {
	/** The schema of the new tables. */
	readonly staging: string;
	/** The schema of the old ones. */
	readonly schema: string;
	readonly tables: readonly string[];
	/** The version of the corpus in the new ones. */
	readonly version: string;
}

/**
 * In milliseconds: whoever begins to read meanwhile stands behind the swap. Shorter than
 * PostgreSQL's deadlock_timeout of a second, after which it could end a reader instead.
 */
const LONGEST_WAIT = 300;
/** In milliseconds, between two attempts: time for those who stood behind. */
const PAUSE = 200;
/** In milliseconds. */
export const PATIENCE = 10 * 60 * 1000;
/** PostgreSQL's code for a lock that was not given in time. */
const LOCK_NOT_AVAILABLE = "55P03";

function isRefusedLock(error: unknown): boolean {
	return error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE;
}

/**
 * Locks the old tables, all at once, for this transaction: whoever has read one of them
 * and not ended reads the others too.
 *
 * @returns false when somebody reads for so long that others would have to wait
 */
async function lockOld(client: pg.Client, { schema, tables }: Swap): Promise<boolean> {
	const names = tables.map((table) => within(schema, table)).join();
	try {
		await client.query(`SET LOCAL lock_timeout = ${LONGEST_WAIT}`);
		await client.query(`LOCK TABLE ${names} IN ACCESS EXCLUSIVE MODE`);
		await client.query("SET LOCAL lock_timeout = 0");
		return true;
	} catch (error) {
		if (isRefusedLock(error)) return false;
		throw error;
	}
}

async function moveIn(client: pg.Client, { staging, schema, tables }: Swap): Promise<void> {
	const home = pg.escapeIdentifier(schema);
	const reset = tables.map(
		(table) => `ALTER TABLE ${within(staging, table)} RESET (autovacuum_enabled);`,
	);
	await client.query(reset.join(""));
	await carryOverPrivileges(client, schema, staging, tables);
	await client.query(`DROP TABLE ${tables.map((table) => within(schema, table)).join()}`);
	const moves = tables.map((table) => `ALTER TABLE ${within(staging, table)} SET SCHEMA ${home};`);
	await client.query(`${moves.join("")} DROP SCHEMA ${pg.escapeIdentifier(staging)}`);
}

/**
 * Tells all who read that another corpus comes, and gives them the time to hear it: from
 * then on they take no answer for one of a single corpus without having looked.
 */
async function announce(client: pg.Client): Promise<void> {
	await client.query("SELECT pg_notify($1, '')", [CORPUS_CHANNEL]);
	await pause(ANNOUNCED_BEFORE);
}

async function attempt(client: pg.Client, swap: Swap): Promise<boolean> {
	await announce(client);
	await client.query("BEGIN; SET LOCAL synchronous_commit = on");
	try {
		const locked = await lockOld(client, swap);
		if (locked) {
			await moveIn(client, swap);
			await client.query("SELECT pg_notify($1, $2)", [CORPUS_CHANNEL, swap.version]);
		}
		await client.query(locked ? "COMMIT" : "ROLLBACK");
		return locked;
	} catch (error) {
		await client.query("ROLLBACK").catch(() => undefined);
		throw error;
	}
}

/**
 * Puts new tables in the place of the old ones, in one short transaction. It waits for
 * those who read the old ones, and lets newcomers by in between.
 *
 * @param patience in milliseconds
 * @throws Error when the old tables are in use all that time
 * @throws what the database says, for one when a view needs an old table; then nothing has changed
 */
export async function swapTables(
	client: pg.Client,
	swap: Swap,
	patience: number = PATIENCE,
): Promise<void> {
	const end = performance.now() + patience;
	while (!(await attempt(client, swap))) {
		if (performance.now() > end)
			throw new Error(
				`expected the readers of the old corpus to end within ${patience / 1000} seconds, found tables that are still locked; look for long transactions in pg_stat_activity, end them, and seed again`,
			);
		await pause(PAUSE);
	}
}
