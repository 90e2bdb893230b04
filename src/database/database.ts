import pg from "pg";
import type { PrismaClient } from "../generated/prisma/client.ts";
import { storableText } from "./bad-request.ts";
import { checkTime, isOutOfTime, OutOfTime } from "./deadline.ts";
import { isOutdated, type Lanes } from "./lanes.ts";
import type { Sql } from "./sql.ts";
import type { StopWatching, VersionListener } from "./watch.ts";

/** Reads rows: the one way in which anything is read. */
export interface Reader {
	/**
	 * Runs one SQL statement.
	 *
	 * @param isBrief whether it reads few rows by an index, so that others can wait behind it
	 * @param until when it is not worth beginning any more, as performance.now() tells the time
	 * @throws BadRequest for a parameter that no PostgreSQL text can hold
	 * @throws OutOfTime where it has not begun until then
	 * @throws what the database says; never shown to a client
	 */
	read<Row extends object>(statement: Sql, isBrief?: boolean, until?: number): Promise<Row[]>;
}

/** What a database's connections do at the moment. */
export interface ConnectionCounts {
	readonly open: number;
	readonly idle: number;
	/** Statements that wait for a connection. */
	readonly waiting: number;
}

/** An open database with the corpus in it. */
export interface Database extends Reader {
	/** For people: "embedded PostgreSQL" or "PostgreSQL at host:port/name". */
	readonly description: string;
	/** Prisma, which writes; made when the loader asks for it, as reading needs none of it. */
	writer(): Promise<PrismaClient>;
	/**
	 * Opens a connection of the caller's own, who ends it; left out where there is only
	 * one for all. With it, the loader fills new tables beside those that are read.
	 */
	readonly connect?: () => Promise<pg.Client>;
	/** Left out where there is only one for all. */
	readonly connections?: () => ConnectionCounts;
	/**
	 * Tells which corpus is served, now and whenever it is another one.
	 *
	 * @returns what ends the telling
	 */
	watch(listener: VersionListener): Promise<StopWatching>;
	/** Ends all connections. */
	close(): Promise<void>;
}

const BYTEA_TYPE = 17;

/**
 * Bytes in memory of their own: a small Buffer would be a part of a large one, and whoever
 * keeps it would keep all of that.
 *
 * @param text as PostgreSQL writes bytes: as hexadecimal digits, unless its setting bytea_output says escape
 */
function ownBytes(text: string): Uint8Array {
	// In the form that nobody uses any more, node-postgres knows what to do.
	if (!text.startsWith("\\x")) return Uint8Array.from(pg.types.getTypeParser(BYTEA_TYPE)(text));
	const bytes = new Uint8Array((text.length - 2) / 2);
	Buffer.from(bytes.buffer).write(text.slice(2), "hex");
	return bytes;
}

/** The types, by their numbers in PostgreSQL, that are read in another way than node-postgres does. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
	// date: a JavaScript Date would put a calendar day into some time zone.
	1082: (day) => day,
	[BYTEA_TYPE]: ownBytes,
};

/** How a pool reads values. */
export const resultTypes: pg.CustomTypesConfig = {
	getTypeParser: ((type: number, format: "text" | "binary") =>
		(format === "binary" ? undefined : PARSERS[type]) ??
		pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
};

/** Here every text that a client sends comes by on its way to the database. */
function checkText(value: unknown): void {
	if (typeof value === "string") storableText(value);
	else if (Array.isArray(value)) value.forEach(checkText);
}

/** How many different SQL statements are prepared on each connection. */
const MOST_PREPARED = 500;

/**
 * Names SQL statements, so that a connection parses each only once, and plans it until
 * PostgreSQL finds that one plan serves all parameters. What clients put together
 * without end, such as filters, gets no name when there are too many.
 */
function createNames(): (text: string) => string | undefined {
	const names = new Map<string, string>();
	return (text) => {
		const known = names.get(text);
		if (known !== undefined || names.size >= MOST_PREPARED) return known;
		const name = `aqwal_${names.size}`;
		names.set(text, name);
		return name;
	};
}

/** What node-postgres says to who has waited for a connection as long as the pool lets anybody wait. */
const NO_CONNECTION = "timeout exceeded when trying to connect";

/** A connection for one statement. Who has waited for it until the time was over gives it back unused. */
async function borrow(pool: pg.Pool, until: number | undefined): Promise<pg.PoolClient> {
	const client = await pool.connect().catch((error: unknown) => {
		if (!(error instanceof Error && error.message === NO_CONNECTION)) throw error;
		throw new OutOfTime("all connections were busy all the time");
	});
	try {
		checkTime(until);
		return client;
	} catch (error) {
		client.release();
		throw error;
	}
}

const ignored = () => undefined;

/** Runs one statement on a connection that is free; one on which anything failed is not used again. */
async function queryPool<Row extends object>(
	pool: pg.Pool,
	query: pg.QueryConfig,
	until: number | undefined,
): Promise<Row[]> {
	const client = await borrow(pool, until);
	// Who asks on a connection that is lost is told so; without a listener it would end the process.
	client.on("error", ignored);
	let hasFailed = true;
	try {
		const { rows } = await client.query<Row>(query);
		hasFailed = false;
		return rows;
	} finally {
		client.off("error", ignored).release(hasFailed);
	}
}

/**
 * Reads rows through a pool of node-postgres that was made with `resultTypes`.
 *
 * @param lanes read what is brief; what they fail to answer, the pool is asked again
 */
export function poolReader(pool: pg.Pool, lanes?: Lanes): Reader {
	const nameOf = createNames();
	return {
		async read<Row extends object>(
			{ text, values }: Sql,
			isBrief = false,
			until: number | undefined = undefined,
		): Promise<Row[]> {
			checkText(values);
			const name = nameOf(text);
			if (isBrief && lanes !== undefined && name !== undefined) {
				const rows = await lanes.read({ name, text, values }).catch((error: unknown) => {
					// To ask again would take as long again.
					if (isOutOfTime(error)) throw error;
					return null;
				});
				// The caller knows what it selects.
				if (rows !== null) return rows as Row[];
			}
			const query = { text, values: [...values] };
			try {
				return await queryPool(pool, name === undefined ? query : { ...query, name }, until);
			} catch (error) {
				if (name === undefined || !isOutdated(error)) throw error;
				return queryPool(pool, query, until);
			}
		},
	};
}

/** A reader that counts the SQL statements that go through it. */
export interface CountingReader extends Reader {
	/** How many statements were run so far. */
	readonly statementCount: number;
}

/** Wraps a reader so that the statements of one request can be counted. */
export function countingReader(reader: Reader): CountingReader {
	let statementCount = 0;
	return {
		get statementCount() {
			return statementCount;
		},
		read(statement, isBrief, until) {
			statementCount += 1;
			return reader.read(statement, isBrief, until);
		},
	};
}
