import type { LoadedTable } from "./table-names.ts";

/** Rows of one table, as toTables and the derivers make them. */
export interface TableChunk {
	readonly table: LoadedTable;
	readonly rows: readonly object[];
}
