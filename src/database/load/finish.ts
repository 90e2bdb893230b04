import pg from "pg";
import type { Crew } from "./crew.ts";
import type { Definition, Definitions } from "./definitions.ts";
import type { Meter } from "./progress.ts";

/** Which are larger than others of as many rows: of each row, many words are in them. */
const MANY_ENTRIES = /USING gin/i;

/** The longest first, so that no connection is left with a long one in the end. */
function longestFirst(indexes: readonly Definition[], meter: Meter): Definition[] {
	const weight = ({ table, sql }: Definition) =>
		(meter.copied.get(table) ?? 0) * (MANY_ENTRIES.test(sql) ? 10 : 1);
	return indexes.toSorted((a, b) => weight(b) - weight(a));
}

function rowsOf(tables: readonly string[], { copied }: Meter): number {
	return tables.reduce((sum, table) => sum + (copied.get(table) ?? 0), 0);
}

function largestFirst(tables: readonly string[], meter: Meter): string[] {
	return tables.toSorted((a, b) => rowsOf([b], meter) - rowsOf([a], meter));
}

/** Runs groups of statements side by side, those of one group one after the other. */
async function runAll(
	crew: Crew,
	groups: readonly (readonly Definition[])[],
	meter: Meter,
): Promise<void> {
	for (const group of groups)
		await crew.give(async (client) => {
			for (const { table, sql } of group) {
				await client.query(sql);
				meter.add(table, rowsOf([table], meter));
			}
		});
	await crew.finish();
}

/** Builds all indexes, and makes keys of those that are some. */
export async function buildIndexes(
	crew: Crew,
	{ indexes, keys }: Definitions,
	meter: Meter,
): Promise<void> {
	meter.begin(
		"indexing",
		rowsOf(
			indexes.map(({ table }) => table),
			meter,
		),
	);
	await runAll(
		crew,
		longestFirst(indexes, meter).map((index) => [index]),
		meter,
	);
	await crew.give(async (client) => {
		await client.query(keys.map(({ sql }) => sql).join(";"));
	});
	await crew.finish();
}

/**
 * Adds the foreign keys. Adding one locks both tables, so they are added unchecked,
 * and then checked: that locks only the table that refers, so tables are checked side by side.
 */
export async function addForeignKeys(
	crew: Crew,
	{ foreignKeys }: Definitions,
	meter: Meter,
): Promise<void> {
	meter.begin(
		"linking",
		rowsOf(
			foreignKeys.map(({ table }) => table),
			meter,
		),
	);
	await crew.give(async (client) => {
		await client.query(foreignKeys.map(({ sql }) => `${sql} NOT VALID`).join(";"));
	});
	await crew.finish();
	const check = ({ table, name }: Definition) => ({
		table,
		name,
		sql: `ALTER TABLE ${pg.escapeIdentifier(table)} VALIDATE CONSTRAINT ${pg.escapeIdentifier(name)}`,
	});
	const groups = largestFirst([...new Set(foreignKeys.map(({ table }) => table))], meter).map(
		(table) => foreignKeys.filter((key) => key.table === table).map(check),
	);
	await runAll(crew, groups, meter);
}

/** Lets the planner count what is in the tables. */
export async function analyze(crew: Crew, tables: readonly string[], meter: Meter): Promise<void> {
	meter.begin("analyzing", rowsOf(tables, meter));
	const groups = largestFirst(tables, meter).map((table) => {
		const name = pg.escapeIdentifier(table);
		return [{ table, name, sql: `ANALYZE ${name}` }];
	});
	await runAll(crew, groups, meter);
}
