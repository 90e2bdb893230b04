import pg from "pg";
import type { PrismaClient } from "../generated/prisma/client.ts";
import { storableText } from "./bad-request.ts";
import { isOutdated, type Lanes } from "./lanes.ts";
import type { Sql } from "./sql.ts";
import type { StopWatching, VersionListener } from "./watch.ts";

/** Reads rows: the one way in which anything is read. */
export interface Reader {
	/**
	 * Runs one SQL statement.
	 *
	 * @param isBrief whether it reads few rows by an index, so that others can wait behind it
	 * @throws BadRequest for a parameter that no PostgreSQL text can hold
	 * @throws what the database says; never shown to a client
	 */
	read<Row extends object>(statement: Sql, isBrief?: boolean): Promise<Row[]>;
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
	/**
	 * Tells which corpus is served, now and whenever it is another one.
	 *
	 * @returns what ends the telling
	 */
	watch(listener: VersionListener): Promise<StopWatching>;
	/** Ends all connections. */
	close(): Promise<void>;
}

/** The type numbers of PostgreSQL that are read in another way than node-postgres does. */
const DATE_TYPE = 1082;

/**
 * How a pool reads values. Calendar days stay text: a JavaScript Date would put them
 * into some time zone.
 */
export const resultTypes: pg.CustomTypesConfig = {
	getTypeParser: ((type: number, format: "text" | "binary") =>
		type === DATE_TYPE
			? (day: string) => day
			: pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
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

/**
 * Reads rows through a pool of node-postgres that was made with `resultTypes`.
 *
 * @param lanes read what is brief; what they fail to answer, the pool is asked again
 */
export function poolReader(pool: pg.Pool, lanes?: Lanes): Reader {
	const nameOf = createNames();
	return {
		async read<Row extends object>({ text, values }: Sql, isBrief = false): Promise<Row[]> {
			checkText(values);
			const name = nameOf(text);
			if (isBrief && lanes !== undefined && name !== undefined) {
				const rows = await lanes.read({ name, text, values }).catch(() => null);
				// The caller knows what it selects.
				if (rows !== null) return rows as Row[];
			}
			const query = { text, values, ...(name !== undefined && { name }) };
			try {
				return (await pool.query<Row>(query)).rows;
			} catch (error) {
				if (name === undefined || !isOutdated(error)) throw error;
				return (await pool.query<Row>({ text, values })).rows;
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
		read(statement, isBrief) {
			statementCount += 1;
			return reader.read(statement, isBrief);
		},
	};
}
