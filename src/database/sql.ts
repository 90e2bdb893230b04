import template, { join, raw, type Sql } from "sql-template-tag";

// sql-template-tag is what Prisma re-exports as Prisma.sql; from there it would load all of Prisma.

/** A piece of SQL with its parameters; made by the `sql` tag, never by joining strings. */
export type { Sql };

/** Makes a piece of SQL; every value in it becomes a parameter. */
export const sql = template;

/** A name of a table or a column, quoted; only for names that stand in the code. */
export function identifier(name: string): Sql {
	return raw(`"${name}"`);
}

/** Words of SQL as they are; only for words that stand in the code. */
export function keyword(words: "ASC" | "DESC" | "<" | ">" | "<=" | ">="): Sql {
	return raw(words);
}

/**
 * A whole number as it is, not as a parameter: the planner counts on the LIMIT that it
 * sees, in a prepared statement too.
 */
export function literal(value: number): Sql {
	if (!Number.isSafeInteger(value)) throw new Error(`expected a whole number, found ${value}`);
	return raw(String(value));
}

/** Conditions that must all hold; true when there are none. */
export function and(conditions: readonly Sql[]): Sql {
	return conditions.length === 0 ? sql`true` : sql`(${join([...conditions], " AND ")})`;
}

/** Conditions of which one must hold; false when there are none. */
export function or(conditions: readonly Sql[]): Sql {
	return conditions.length === 0 ? sql`false` : sql`(${join([...conditions], " OR ")})`;
}

/** Pieces with a comma between them; at least one. */
export function list(pieces: readonly Sql[]): Sql {
	return join([...pieces], ", ");
}
