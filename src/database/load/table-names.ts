import type { Tables } from "../tables.ts";

/** Every table that is loaded, parents before children. */
export const TABLES = Object.keys({
	document: true,
	documentSegment: true,
	publisher: true,
	publisherName: true,
	location: true,
	locationName: true,
	locationAncestor: true,
	speaker: true,
	speakerName: true,
	office: true,
	occasion: true,
	article: true,
	creditedSource: true,
	articleLocation: true,
	statement: true,
} satisfies Record<keyof Tables, true>) as (keyof Tables)[]; // Its keys are these and no others.

/** The tables whose rows are made of others while these go by; nothing refers to them. */
export const DERIVED_TABLES = [
	"attribution",
	"addressee",
	"relay",
	"statementLocation",
	"statementColumn",
	"articlePosting",
	"statementPosting",
	"searchWord",
] as const;

/** A table that is loaded. */
export type LoadedTable = keyof Tables | (typeof DERIVED_TABLES)[number];

/** What a table is called in the database: Prisma's client writes the first letter small. */
export function nameOf(table: LoadedTable): string {
	return `${table.charAt(0).toUpperCase()}${table.slice(1)}`;
}

/** What the tables are called whose rows are made of others. */
export const DERIVED_NAMES: ReadonlySet<string> = new Set(DERIVED_TABLES.map(nameOf));

/** The table whose one row tells which corpus is in the others. */
export const CORPUS_TABLE = "Corpus";

/** What that row says. */
export interface LoadedCorpus {
	readonly version: string;
	/** A digest of all that the rows depend on. */
	readonly buildKey: string;
	readonly seededAt: Date;
}
