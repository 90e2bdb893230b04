import { isNumbered, Numbers } from "./numbers.ts";
import type { TableChunk } from "./table-chunk.ts";

/** Makes rows out of those that go by. */
export interface Deriver {
	/**
	 * Looks at a row, which has its number where its noun has one.
	 *
	 * @param numbers those of what the row names
	 */
	see(table: TableChunk["table"], row: object, numbers: Numbers): void;
	/**
	 * What is ready to be written; it is handed over, and asked for after every few rows. Who
	 * is behind with its work lets wait.
	 */
	ready(): TableChunk[] | Promise<TableChunk[]>;
	/** What is left when all rows have gone by. */
	rest(): TableChunk[] | Promise<TableChunk[]>;
	/** Gives up what it holds, also when not all rows have gone by. */
	close?(): Promise<void>;
}

function numbered(table: TableChunk["table"], row: object, numbers: Numbers): void {
	if (!isNumbered(table)) return;
	// Every table with numbers has slugs.
	const { slug } = row as { slug: string };
	const number = table === "statement" ? numbers.nextStatement() : numbers.of(table, slug);
	// In the row itself: a copy of each of a million rows is what others would wait for.
	Object.assign(row, { number });
}

/**
 * Numbers the rows that go by, and lets rows follow that are made of them. The rows belong
 * to whoever loads: the numbers are written into them.
 *
 * @param chunks articles before their statements
 */
export async function* withDerived(
	chunks: AsyncIterable<TableChunk>,
	derivers: readonly Deriver[],
): AsyncGenerator<TableChunk> {
	const numbers = new Numbers();
	try {
		for await (const chunk of chunks) {
			for (const row of chunk.rows) {
				numbered(chunk.table, row, numbers);
				for (const deriver of derivers) deriver.see(chunk.table, row, numbers);
			}
			yield chunk;
			for (const deriver of derivers) yield* await deriver.ready();
		}
		for (const deriver of derivers) yield* await deriver.rest();
	} finally {
		for (const deriver of derivers) await deriver.close?.();
	}
}
