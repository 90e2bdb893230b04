import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { ANNOUNCED_BEFORE, CORPUS_CHANNEL } from "../watch.ts";
import { carryOverPrivileges } from "./privileges.ts";
import { within } from "./staging.ts";
import { isRefusedLock, ViewTaker } from "./view-taker.ts";

/** Which tables take the place of which. */
export interface Swap {
	/** The schema of the new tables. */
	readonly staging: string;
	/** The schema of the old ones. */
	readonly schema: string;
	readonly tables: readonly string[];
	/** The version of the corpus in the new ones. */
	readonly version: string;
	/** A connection in no transaction: what it tells is heard at once. */
	readonly teller: pg.Client;
}

/**
 * In milliseconds: whoever begins to read meanwhile stands behind the swap. Shorter than
 * PostgreSQL's deadlock_timeout of a second, after which it could end a reader instead.
 * The views and the tables are waited for one after the other, so long for each of the two.
 */
const LONGEST_WAIT = 300;
/** In milliseconds, between two attempts: time for those who stood behind. */
const PAUSE = 200;
/** In milliseconds. */
export const PATIENCE = 10 * 60 * 1000;
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
async function announce(teller: pg.Client): Promise<void> {
	await teller.query("SELECT pg_notify($1, '')", [CORPUS_CHANNEL]);
	await pause(ANNOUNCED_BEFORE);
}

/**
 * Takes the views first, as whoever reads one locks it before its tables. Nothing is told to
 * the servers before that: as long as a dashboard keeps the views, they answer as ever.
 */
async function takeAll(client: pg.Client, swap: Swap, views: ViewTaker): Promise<boolean> {
	if (!(await views.take(client, swap.schema, LONGEST_WAIT))) return false;
	await announce(swap.teller);
	return lockOld(client, swap);
}

async function attempt(client: pg.Client, swap: Swap, views: ViewTaker): Promise<boolean> {
	await client.query("BEGIN; SET LOCAL synchronous_commit = on");
	try {
		const taken = await takeAll(client, swap, views);
		if (taken) {
			await moveIn(client, swap);
			await client.query("SELECT pg_notify($1, $2)", [CORPUS_CHANNEL, swap.version]);
		}
		await client.query(taken ? "COMMIT" : "ROLLBACK");
		return taken;
	} catch (error) {
		await client.query("ROLLBACK").catch(() => undefined);
		throw error;
	}
}

/**
 * Puts new tables in the place of the old ones, and lets the views show them, in one short
 * transaction. It waits for those who read the old ones, and lets newcomers by in between.
 * The client finds the new tables first.
 *
 * @param patience in milliseconds
 * @throws Error when the old tables, or the views, are in use all that time
 * @throws what the database says, for one when a view needs an old table; then nothing has changed
 */
export async function swapTables(
	client: pg.Client,
	swap: Swap,
	patience: number = PATIENCE,
): Promise<void> {
	const end = performance.now() + patience;
	const views = new ViewTaker(swap.teller);
	while (!(await attempt(client, swap, views))) {
		if (performance.now() > end)
			throw new Error(
				`expected the readers of the old corpus to end within ${patience / 1000} seconds, found tables that are still locked; look for long transactions in pg_stat_activity, end them, and seed again`,
			);
		await pause(PAUSE);
	}
}
