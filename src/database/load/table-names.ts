import { DERIVED, type TableName } from "./table-chunk.ts";

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
	attribution: true,
	addressee: true,
	relay: true,
	statementLocation: true,
	articlePosting: true,
	statementPosting: true,
	searchWord: true,
} satisfies Record<TableName, true>) as TableName[]; // Its keys are these and no others.

/** What a table is called in the database: Prisma's client writes the first letter small. */
export function nameOf(table: TableName): string {
	return `${table.charAt(0).toUpperCase()}${table.slice(1)}`;
}

/** What the tables are called whose rows are made of others. */
export const DERIVED_NAMES: ReadonlySet<string> = new Set(DERIVED.map(nameOf));

/** The table whose one row tells which corpus is in the others. */
export const CORPUS_TABLE = "Corpus";

/** What that row says. */
export interface LoadedCorpus {
	readonly version: string;
	/** A digest of all that the rows depend on. */
	readonly buildKey: string;
	readonly seededAt: Date;
}
