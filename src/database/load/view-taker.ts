import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { layView } from "../views/lay.ts";
import type { View } from "../views/view.ts";
import { VIEWS } from "../views/views.ts";

/** PostgreSQL's codes for a lock that was not given in time, and for one that never would be. */
const REFUSALS: readonly (string | undefined)[] = ["55P03", "40P01"];

/** Whether PostgreSQL says that a lock was not given. */
export function isRefusedLock(error: unknown): boolean {
	return error instanceof pg.DatabaseError && REFUSALS.includes(error.code);
}

/** In milliseconds: so long a dashboard may keep a new corpus waiting. */
const GRACE = 20_000;
/** In milliseconds, for all views, when nobody is waited for any more: what is ended needs a moment. */
const TIME_TO_END = 900;
/** In milliseconds, between two looks at who is in the way. */
const LOOK_EVERY = 50;

// Who only waits with a transaction open has no statement that could be ended.
const END_WHO_IS_IN_THE_WAY = `
	SELECT CASE WHEN state LIKE 'idle in transaction%' THEN pg_terminate_backend(pid) ELSE pg_cancel_backend(pid) END
	FROM pg_stat_activity WHERE pid = $1`;

/**
 * Lays the views over new tables while others read them, in one transaction after another
 * until it succeeds. LOCK TABLE would not do: it locks what a view shows too, and whoever has
 * begun to read the next view would wait for that, and be waited for.
 *
 * Who reads a view for long is waited for, and in the end ended, where the role that loads may
 * do that. Nobody but dashboards reads views, so it is never a server of the API.
 */
export class ViewTaker {
	readonly #teller: pg.Client;
	readonly #impatientFrom: number;
	#order: readonly View[] = VIEWS;

	/**
	 * @param teller a connection beside the one that lays the views
	 * @param grace in milliseconds, from now on, until nobody is waited for any more
	 */
	constructor(teller: pg.Client, grace: number = GRACE) {
		this.#teller = teller;
		this.#impatientFrom = performance.now() + grace;
	}

	/**
	 * Lays all views, each of which is locked then.
	 *
	 * @param client in a transaction; it finds the new tables first
	 * @param milliseconds how long to wait for all of them together
	 * @returns false when somebody reads one for longer; the transaction is to be rolled back then
	 */
	async take(client: pg.Client, schema: string, milliseconds: number): Promise<boolean> {
		if (performance.now() < this.#impatientFrom)
			return this.#takeWithin(client, schema, milliseconds);
		const taken = new AbortController();
		const ending = this.#endOthers(await pidOf(client), taken.signal);
		try {
			return await this.#takeWithin(client, schema, TIME_TO_END);
		} finally {
			taken.abort();
			await ending;
		}
	}

	async #takeWithin(client: pg.Client, schema: string, milliseconds: number): Promise<boolean> {
		const end = performance.now() + milliseconds;
		for (const view of this.#order) {
			// 0 would be for ever.
			const left = Math.max(1, Math.floor(end - performance.now()));
			try {
				await client.query(`SET LOCAL lock_timeout = ${left}`);
				await layView(client, schema, view);
			} catch (error) {
				if (!isRefusedLock(error)) throw error;
				this.#putFirst(view);
				return false;
			}
		}
		await client.query("SET LOCAL lock_timeout = 0");
		return true;
	}

	/** Who joins this view to others would find it free, and then wait for those: so newcomers have to wait here. */
	#putFirst(view: View): void {
		this.#order = [view, ...this.#order.filter((other) => other !== view)];
	}

	/** Ends whoever a connection waits for, until it has what it waits for. */
	async #endOthers(pid: number, taken: AbortSignal): Promise<void> {
		while (!taken.aborted) {
			const { rows } = await this.#teller.query<{ other: number }>(
				"SELECT unnest(pg_blocking_pids($1)) AS other",
				[pid],
			);
			// Where the role may not, they are waited for as ever.
			for (const { other } of rows)
				await this.#teller.query(END_WHO_IS_IN_THE_WAY, [other]).catch(() => undefined);
			await pause(LOOK_EVERY);
		}
	}
}

async function pidOf(client: pg.Client): Promise<number> {
	const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
	const [row] = rows;
	if (row === undefined) throw new Error("a SELECT without FROM gives one row");
	return row.pid;
}
