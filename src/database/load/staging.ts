import { randomBytes } from "node:crypto";
import pg from "pg";

const PREFIX = "aqwal_staging_";

/** A name with its schema, quoted. */
export function within(schema: string, name: string): string {
	return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

/** Drops what runs left behind that were killed, and what a run that still goes on has made: it will fail. */
async function dropLeftovers(client: pg.Client): Promise<void> {
	const { rows } = await client.query<{ name: string }>(
		"SELECT nspname AS name FROM pg_namespace WHERE starts_with(nspname, $1)",
		[PREFIX],
	);
	for (const { name } of rows) await dropStaging(client, name);
}

/** Drops a schema for staging with all that is in it. */
export async function dropStaging(client: pg.Client, staging: string): Promise<void> {
	await client.query(`DROP SCHEMA IF EXISTS ${pg.escapeIdentifier(staging)} CASCADE`);
}

/**
 * Makes a schema with empty tables like those of the corpus, without their indexes and
 * keys. Its name is new, so that a run which another has pushed aside cannot write into
 * the other's tables.
 *
 * @returns the name of the schema
 */
export async function createStaging(
	client: pg.Client,
	home: string,
	tables: readonly string[],
): Promise<string> {
	await dropLeftovers(client);
	const staging = `${PREFIX}${randomBytes(6).toString("hex")}`;
	// Vacuuming meanwhile would only stand in the way of the indexes.
	const creates = tables.map(
		(table) =>
			`CREATE TABLE ${within(staging, table)} (LIKE ${within(home, table)} INCLUDING ALL EXCLUDING INDEXES EXCLUDING STATISTICS) WITH (autovacuum_enabled = false);`,
	);
	await client.query(`CREATE SCHEMA ${pg.escapeIdentifier(staging)}; ${creates.join("")}`);
	return staging;
}
