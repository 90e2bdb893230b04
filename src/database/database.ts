import pg from "pg";
import type { PrismaClient } from "../generated/prisma/client.ts";
import { storableText } from "./bad-request.ts";
import type { Sql } from "./sql.ts";

/** Reads rows: the one way in which anything is read. */
export interface Reader {
	/**
	 * Runs one SQL statement.
	 *
	 * @throws BadRequest for a parameter that no PostgreSQL text can hold
	 * @throws what the database says; never shown to a client
	 */
	read<Row extends object>(statement: Sql): Promise<Row[]>;
}

/** An open database with the corpus in it. */
export interface Database extends Reader {
	/** For people: "embedded PostgreSQL" or "PostgreSQL at host:port/name". */
	readonly description: string;
	/** Prisma, which writes; made when the loader asks for it, as reading needs none of it. */
	writer(): Promise<PrismaClient>;
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

/** Reads rows through a pool of node-postgres that was made with `resultTypes`. */
export function poolReader(pool: pg.Pool): Reader {
	return {
		async read<Row extends object>(statement: Sql): Promise<Row[]> {
			checkText(statement.values);
			const { rows } = await pool.query<Row>({
				text: statement.text,
				values: statement.values,
			});
			return rows;
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
		read(statement) {
			statementCount += 1;
			return reader.read(statement);
		},
	};
}
