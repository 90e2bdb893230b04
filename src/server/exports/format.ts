import type { ExportRecord } from "./record.ts";

/** One form that statements are exported in. All of its text is written as UTF-8. */
export interface Format {
	/** What its path and its file name end with. */
	readonly ending: "csv" | "ndjson" | "jsonld";
	readonly contentType: string;
	/**
	 * Counted up when the same records come out as other bytes: it is a part of the
	 * entity tag, so no cache goes on with the old ones.
	 */
	readonly edition: number;
	/**
	 * What stands before all records.
	 *
	 * @param version the version of the corpus
	 */
	begin(version: string): string;
	/** Some records, which stand together between what is before and what is after them. */
	write(records: readonly ExportRecord[]): string;
	/** What stands after all records. */
	readonly end: string;
}
