import type { Reader } from "../../src/database/database.ts";
import { identifier, sql } from "../../src/database/sql.ts";
import type { Tables } from "../../src/database/tables.ts";
import { Prisma } from "../../src/generated/prisma/client.ts";

/** Every table that the loader fills. */
export const TABLES = [
	"Document",
	"DocumentSegment",
	"Publisher",
	"PublisherName",
	"Location",
	"LocationName",
	"LocationAncestor",
	"Speaker",
	"SpeakerName",
	"Office",
	"Occasion",
	"Article",
	"CreditedSource",
	"ArticleLocation",
	"Statement",
] as const;

/** Every table whose rows the loader makes of others. */
export const DERIVED_TABLES = [
	"Attribution",
	"Addressee",
	"Relay",
	"StatementLocation",
	"StatementColumn",
	"ArticlePosting",
	"StatementPosting",
	"SearchWord",
] as const;

/** All rows of the tables as text, sorted, and the version; the moment of seeding left out. */
export async function everyRow(reader: Reader): Promise<Record<string, string[]>> {
	const found: Record<string, string[]> = {};
	for (const table of [...TABLES, ...DERIVED_TABLES]) {
		const rows = await reader.read<{ row: string }>(
			sql`SELECT to_jsonb(t)::text AS row FROM ${identifier(table)} t ORDER BY 1`,
		);
		found[table] = rows.map(({ row }) => row);
	}
	const versions = await reader.read<{ version: string }>(sql`SELECT version FROM "Corpus"`);
	return { ...found, Corpus: versions.map(({ version }) => version) };
}

/** How many rows each table has that the loader fills. */
export async function rowCounts(reader: Reader): Promise<Record<string, number>> {
	const rows = await everyRow(reader);
	return Object.fromEntries(
		[...TABLES, ...DERIVED_TABLES, "Corpus"].map((table) => [table, rows[table]?.length ?? 0]),
	);
}

/** JSON with the keys in the order of their names, without those whose value is missing. */
function canonical(row: object): string {
	return JSON.stringify(row, (_key, value: unknown) => {
		if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
		const present = Object.entries(value).filter(([, each]) => each !== null);
		return Object.fromEntries(present.toSorted(([a], [b]) => (a < b ? -1 : 1)));
	});
}

/** A row with what PostgreSQL would give: days as text, nothing for what is missing. */
function asStored(row: object): string {
	const stored = Object.entries(row).map(([column, value]) => {
		if (value === Prisma.DbNull) return [column, null];
		return [column, value instanceof Date ? value.toISOString().slice(0, 10) : value];
	});
	return canonical(Object.fromEntries(stored));
}

/** What the tables must have for the rows that toTables made. */
export function valuesOf(tables: Tables): Record<string, string[]> {
	return Object.fromEntries(
		Object.entries(tables).map(([table, rows]) => [
			table.charAt(0).toUpperCase() + table.slice(1),
			rows.map(asStored).toSorted(),
		]),
	);
}

/** What the tables have, without the numbers that the loader gives them. */
export async function everyValue(reader: Reader): Promise<Record<string, string[]>> {
	const found: Record<string, string[]> = {};
	for (const table of TABLES) {
		const rows = await reader.read<{ row: object }>(
			sql`SELECT to_jsonb(t) - 'number' AS row FROM ${identifier(table)} t`,
		);
		found[table] = rows.map(({ row }) => canonical(row)).toSorted();
	}
	return found;
}
