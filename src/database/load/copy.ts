import { finished } from "node:stream/promises";
import { setImmediate as turn } from "node:timers/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import type { Crew } from "./crew.ts";
import { type Column, rowText } from "./row-text.ts";

/** A COPY is sent when it has so many bytes, or ROWS_PER_COPY. */
const BYTES_PER_COPY = 2 ** 19;
/** In UTF-16 code units. Longer texts outlive a few garbage collections, which doubles what a row costs. */
const LENGTH_PER_PIECE = 2 ** 13;
/** So many rows wait at most for each table, and as many are on their way. */
export const ROWS_PER_COPY = 5000;

/** After so many rows the event loop has its turn: a fraction of a millisecond. */
const ROWS_PER_TURN = 100;

/** Rows of one table that wait to be sent together. */
interface Batch {
	readonly columns: readonly Column[];
	readonly names: ReadonlySet<string>;
	/** What is encoded already. */
	readonly pieces: Buffer[];
	/** What is not. */
	text: string;
	bytes: number;
	rows: number;
}

/** Writes rows into tables, in any order of the tables. */
export interface Copier {
	/** Takes rows, and waits as long as all connections are busy with earlier ones. */
	write(table: string, rows: readonly object[]): Promise<void>;
	/** Sends what waits, and waits until all is written. */
	end(): Promise<void>;
}

async function send(
	client: pg.Client,
	table: string,
	{ columns, pieces, text }: Batch,
): Promise<void> {
	const names = columns.map(({ name }) => pg.escapeIdentifier(name)).join();
	// Frozen, the rows need no second look: everybody who sees the table sees them.
	const stream = client.query(
		from(`COPY ${pg.escapeIdentifier(table)} (${names}) FROM STDIN WITH (FREEZE)`),
	);
	// In one write: each costs the kernel two.
	stream.end(Buffer.concat([...pieces, Buffer.from(text)]));
	await finished(stream);
}

function hasAll(names: ReadonlySet<string>, row: object): boolean {
	for (const name in row) if (!names.has(name)) return false;
	return true;
}

/** An empty batch with the columns of another, and those that a row has beside them. */
function widened(batch: Batch | undefined, row: object, json: ReadonlySet<string>): Batch {
	const names = new Set([...(batch?.names ?? []), ...Object.keys(row)]);
	const columns = [...names].map((name) => ({ name, isJson: json.has(name) }));
	return { columns, names, pieces: [], text: "", bytes: 0, rows: 0 };
}

function put(batch: Batch, row: object): void {
	// A row is an object of columns; each value is looked at by itself.
	batch.text += rowText(row as Readonly<Record<string, unknown>>, batch.columns);
	batch.rows += 1;
	if (batch.text.length < LENGTH_PER_PIECE) return;
	const piece = Buffer.from(batch.text);
	batch.pieces.push(piece);
	batch.bytes += piece.length;
	batch.text = "";
}

function isFull({ bytes, rows }: Batch): boolean {
	return bytes >= BYTES_PER_COPY || rows >= ROWS_PER_COPY;
}

/**
 * Copies rows over the connection of a crew, in the transaction that has made the tables.
 * Each COPY is a statement of its own with a bounded part of one table, and the next is put
 * together meanwhile; what is in memory is bounded however many rows there are.
 *
 * @param jsonColumns by table, the columns that hold JSON
 * @param onCopied told when rows are in the database
 */
export function createCopier(
	crew: Crew,
	jsonColumns: ReadonlyMap<string, ReadonlySet<string>>,
	onCopied: (table: string, rows: number) => void,
): Copier {
	const batches = new Map<string, Batch>();
	let taken = 0;
	const flush = async (table: string, batch: Batch | undefined) => {
		if (batch === undefined || batch.rows === 0) return;
		batches.set(table, { ...batch, pieces: [], text: "", bytes: 0, rows: 0 });
		await crew.give(async (client) => {
			await send(client, table, batch);
			onCopied(table, batch.rows);
		});
	};
	const batchFor = async (table: string, row: object): Promise<Batch> => {
		const batch = batches.get(table);
		if (batch !== undefined && hasAll(batch.names, row)) return batch;
		await flush(table, batch);
		const next = widened(batch, row, jsonColumns.get(table) ?? new Set());
		batches.set(table, next);
		return next;
	};
	return {
		async write(table, rows) {
			let batch: Batch | undefined;
			for (const row of rows) {
				// Lets what was given to the database go there while the next is put together.
				taken += 1;
				if (taken % ROWS_PER_TURN === 0) await turn();
				if (batch === undefined || !hasAll(batch.names, row)) batch = await batchFor(table, row);
				put(batch, row);
				if (!isFull(batch)) continue;
				await flush(table, batch);
				batch = undefined;
			}
		},
		async end() {
			for (const [table, batch] of batches) await flush(table, batch);
			await crew.finish();
		},
	};
}
