import { Prisma } from "../../generated/prisma/client.ts";

/** How COPY writes that a value is missing. */
const NULL = "\\N";
/** What would end a value or a row, or begin an escape, in COPY's text format. */
const HAS_SPECIAL = /[\\\t\n\r]/;
const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = {
	"\\": "\\\\",
	"\t": "\\t",
	"\n": "\\n",
	"\r": "\\r",
};

function escaped(text: string): string {
	// Looking is much cheaper than replacing, and most texts have none.
	if (!HAS_SPECIAL.test(text)) return text;
	return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}

function isMissing(value: unknown): boolean {
	return value === null || value === undefined || value === Prisma.DbNull;
}

/** An element of an array, in quotes: the only form in which every text is itself. */
function element(value: unknown): string {
	return isMissing(value) ? "NULL" : `"${plain(value).replace(/["\\]/g, "\\$&")}"`;
}

function hexOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
	return Buffer.from(buffer, byteOffset, byteLength).toString("hex");
}

/** A value as PostgreSQL reads its type from text. A moment is given in UTC; of a day, only the day is read. */
function plain(value: unknown): string {
	if (typeof value === "string") return value;
	if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
		return String(value);
	if (value instanceof Date) return value.toISOString();
	// As bytea is read from text.
	if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
	if (Array.isArray(value)) return `{${value.map(element).join()}}`;
	if (value instanceof Uint8Array) return `\\x${hexOf(value)}`;
	throw new Error(
		`expected text, a number, true or false, a Date, bytes or an array of these in a column that is not JSON, found ${JSON.stringify(value)}`,
	);
}

function json(value: unknown): string {
	return value === Prisma.JsonNull ? "null" : JSON.stringify(value);
}

/** One column of a table: its name, and whether it holds JSON. */
export interface Column {
	readonly name: string;
	readonly isJson: boolean;
}

/**
 * A row as one line of COPY's text format. What a row does not have is NULL.
 *
 * @param row as Prisma's createMany takes it: Date for days and moments, Uint8Array for bytes, Prisma.DbNull for missing JSON
 * @throws Error for an object in a column that is not JSON
 */
export function rowText(
	row: Readonly<Record<string, unknown>>,
	columns: readonly Column[],
): string {
	let line = "";
	let separator = "";
	for (const { name, isJson } of columns) {
		const value = row[name];
		const text = isMissing(value) ? NULL : escaped(isJson ? json(value) : plain(value));
		line += separator + text;
		separator = "\t";
	}
	return `${line}\n`;
}
