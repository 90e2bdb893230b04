import type { Tables } from "../tables.ts";

/** The tables whose rows are made of other rows while these go by. */
export const DERIVED = ["articlePosting", "statementPosting", "searchWord"] as const;

/** A table whose rows are made of other rows while these go by. */
export type DerivedTable = (typeof DERIVED)[number];

/** A table that is loaded, as Prisma's client calls it. */
export type TableName = keyof Tables | DerivedTable;

/** Rows of one table, as toTables or a deriver makes them. */
export interface TableChunk {
	readonly table: TableName;
	readonly rows: readonly object[];
}
