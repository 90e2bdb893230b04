import { expect } from "vitest";
import type { Reader } from "../../../src/database/database.ts";
import { type App, createApp } from "../../../src/server/app.ts";
import type { ExportRecord } from "../../../src/server/exports/record.ts";

/** What an export can be asked for; filter and orderBy go into the URL as JSON. */
export interface Asked {
	readonly filter?: unknown;
	readonly orderBy?: unknown;
	readonly bom?: boolean;
}

export type Ending = "csv" | "ndjson" | "jsonld";

/** An application that exports so many statements at once, and fails the test when an internal error happens. */
export function exportingApp(database: Reader, exportBatchSize: number): App {
	return createApp({
		database,
		logUnexpected: (cause) => {
			throw cause;
		},
		exportBatchSize,
	});
}

/** The URL of an export. */
export function exportUrl(ending: Ending, { filter, orderBy, bom }: Asked = {}): string {
	const parameters = new URLSearchParams();
	if (filter !== undefined) parameters.set("filter", JSON.stringify(filter));
	if (orderBy !== undefined) parameters.set("orderBy", JSON.stringify(orderBy));
	if (bom !== undefined) parameters.set("bom", String(bom));
	return `http://aqwal.test/export/statements.${ending}?${parameters}`;
}

/** The text of an export that must succeed, byte order mark included. */
export async function exported(app: App, ending: Ending, asked: Asked = {}): Promise<string> {
	const response = await app.fetch(exportUrl(ending, asked));
	const bytes = await response.arrayBuffer();
	const text = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes);
	expect(response.status, text).toBe(200);
	return text;
}

/** The records of an export as NDJSON. */
export async function records(app: App, asked: Asked = {}): Promise<ExportRecord[]> {
	const text = await exported(app, "ndjson", asked);
	expect(text === "" || text.endsWith("}\n")).toBe(true);
	return text
		.split("\n")
		.slice(0, -1)
		.map((line) => JSON.parse(line) as ExportRecord);
}

/** A reader that counts the batches of statements that are read through it, and all SQL. */
export function watched(reader: Reader): Reader & { batches: number; statements: number } {
	const seen = {
		batches: 0,
		statements: 0,
		read: ((statement) => {
			seen.statements += 1;
			if (statement.sql.includes('"place0"')) seen.batches += 1;
			return reader.read(statement);
		}) as Reader["read"],
	};
	return seen;
}
