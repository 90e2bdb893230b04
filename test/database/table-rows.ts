import type { Reader } from "../../src/database/database.ts";
import { identifier, sql } from "../../src/database/sql.ts";

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
	"Attribution",
	"Addressee",
	"Relay",
	"StatementLocation",
	"ArticleSearch",
	"StatementSearch",
	"SearchWord",
] as const;

/** All rows of the tables as text, sorted, and the version; the moment of seeding left out. */
export async function everyRow(reader: Reader): Promise<Record<string, string[]>> {
	const found: Record<string, string[]> = {};
	for (const table of TABLES) {
		const rows = await reader.read<{ row: string }>(
			sql`SELECT to_jsonb(t)::text AS row FROM ${identifier(table)} t ORDER BY 1`,
		);
		found[table] = rows.map(({ row }) => row);
	}
	const versions = await reader.read<{ version: string }>(sql`SELECT version FROM "Corpus"`);
	return { ...found, Corpus: versions.map(({ version }) => version) };
}

/** How many rows each table has. */
export async function rowCounts(reader: Reader): Promise<Record<string, number>> {
	return Object.fromEntries(
		Object.entries(await everyRow(reader)).map(([table, rows]) => [table, rows.length]),
	);
}
