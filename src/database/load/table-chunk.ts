import type { Tables } from "../tables.ts";

/** Rows of one table, as toTables makes them. */
export interface TableChunk {
	readonly table: keyof Tables;
	readonly rows: readonly object[];
}
