import pg from "pg";
import { BriefQuery } from "./brief-query.ts";

/** A table that a prepared statement reads has other columns now: a migration, seen by a process that began before it. */
const RESULT_TYPE_CHANGED = "0A000";

/** Whether an error says that a statement has to be prepared again. */
export function isOutdated(error: unknown): boolean {
	return error instanceof pg.DatabaseError && error.code === RESULT_TYPE_CHANGED;
}

/** How a lane connects. */
export interface LaneOptions {
	readonly connection: pg.ClientConfig;
	/** How values are read. */
	readonly types: pg.CustomTypesConfig;
	/** What is to be done with a connection before anything else. */
	readonly prepare: (client: pg.Client) => Promise<unknown>;
	/** How long a server may be silent while it is asked something, in milliseconds; left out: for ever. */
	readonly longestSilence?: number | undefined;
}

/** A named statement with its parameters. */
export interface NamedStatement {
	readonly name: string;
	readonly text: string;
	readonly values: readonly unknown[];
}

/**
 * A connection that takes statements one behind the other and does not wait for the
 * answers between (pipelining). What is asked in one turn of the event loop is sent at
 * once: for a short statement the way to PostgreSQL and back costs more than the reading.
 */
class Lane {
	readonly #options: LaneOptions;
	#connecting: Promise<pg.Client> | undefined;
	#client: pg.Client | undefined;
	/** Statements that are not answered yet. */
	waiting = 0;
	/** When something was answered last, or asked while nothing else was. */
	#heard = 0;
	readonly #watch: NodeJS.Timeout | undefined;

	constructor(options: LaneOptions) {
		this.#options = options;
		const { longestSilence } = options;
		if (longestSilence === undefined) return;
		this.#watch = setInterval(() => this.#listen(longestSilence), longestSilence / 2).unref();
	}

	/** Gives up a connection to a server that is gone without a word: all who wait on it are told. */
	#listen(longestSilence: number): void {
		if (this.waiting === 0 || performance.now() - this.#heard < longestSilence) return;
		const message = `expected an answer of PostgreSQL within ${longestSilence} ms, found none`;
		this.#client?.connection.stream.destroy(new Error(message));
	}

	async #connect(): Promise<pg.Client> {
		const client = new pg.Client({ ...this.#options.connection, keepAlive: true, pipeline: true });
		client.on("error", () => this.#lose(client));
		client.on("end", () => this.#lose(client));
		try {
			await client.connect();
			await this.#options.prepare(client);
		} catch (error) {
			this.#connecting = undefined;
			await client.end().catch(() => undefined);
			throw error;
		}
		this.#client = client;
		return client;
	}

	/** The next statement connects again. */
	#lose(client: pg.Client): void {
		if (this.#client !== client) return;
		this.#client = undefined;
		this.#connecting = undefined;
	}

	/**
	 * Does not use the connection again, unless PostgreSQL has said no to one statement, which is
	 * nothing to those behind it. Where it asks for other rows, everything is prepared anew.
	 */
	#giveUpFor(error: unknown): void {
		if (error instanceof pg.DatabaseError && !isOutdated(error)) return;
		const client = this.#client;
		if (client === undefined) return;
		this.#lose(client);
		client.connection.stream.destroy(new Error("a statement before this one failed"));
	}

	#send(client: pg.Client, statement: NamedStatement): Promise<readonly object[]> {
		return new Promise((resolve, reject) => {
			const query = new BriefQuery(statement, this.#options.types, (error, rows) =>
				error === null ? resolve(rows) : reject(error),
			);
			const { stream } = client.connection;
			if (stream.writableCorked === 0) {
				stream.cork();
				setImmediate(() => stream.uncork());
			}
			client.query(query);
		});
	}

	async read(statement: NamedStatement): Promise<readonly object[]> {
		if (this.waiting === 0) this.#heard = performance.now();
		this.waiting += 1;
		try {
			this.#connecting ??= this.#connect();
			const client = this.#client ?? (await this.#connecting);
			return await this.#send(client, statement);
		} catch (error) {
			this.#giveUpFor(error);
			throw error;
		} finally {
			this.waiting -= 1;
			this.#heard = performance.now();
		}
	}

	async close(): Promise<void> {
		clearInterval(this.#watch);
		const client = await this.#connecting?.catch(() => undefined);
		await client?.end();
	}
}

/** Connections that are shared by all short statements. */
export interface Lanes {
	/**
	 * Reads by a statement that takes no time worth waiting for: others wait behind it.
	 *
	 * @throws what the database says, or why it cannot be asked
	 */
	read(statement: NamedStatement): Promise<readonly object[]>;
	close(): Promise<void>;
}

/**
 * Opens lanes; each connects when it is first used.
 *
 * @param count from 1
 */
export function openLanes(options: LaneOptions, count: number): Lanes {
	const lanes = Array.from({ length: count }, () => new Lane(options));
	return {
		read(statement) {
			const free = lanes.reduce((best, lane) => (lane.waiting < best.waiting ? lane : best));
			return free.read(statement);
		},
		async close() {
			await Promise.all(lanes.map((lane) => lane.close()));
		},
	};
}
