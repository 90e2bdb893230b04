import { readFile } from "node:fs/promises";
import type pg from "pg";

/** What /proc counts processor time in: 100 a second on every Linux that Node.js runs on. */
const TICKS_PER_SECOND = 100;
const KILOBYTE = 1024;

/** The processor time that a process has used, in milliseconds; null where it cannot be read. */
export async function cpuMilliseconds(pid: number): Promise<number | null> {
	const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
	if (text === null) return null;
	// The name of the program is in brackets and may have spaces.
	const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
	const [user, system] = [fields[11], fields[12]].map(Number);
	return (((user ?? 0) + (system ?? 0)) * 1000) / TICKS_PER_SECOND;
}

/** The memory that a process has, in bytes. */
export async function residentBytes(pid: number): Promise<number> {
	const text = await readFile(`/proc/${pid}/status`, "utf8");
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? Number.NaN) * KILOBYTE;
}

/**
 * The processor time that all connections to the database have used, in milliseconds; null
 * where the server is on another machine. Workers that PostgreSQL starts for a single
 * statement are not in it.
 */
export async function databaseMilliseconds(database: pg.Client): Promise<number | null> {
	const { rows } = await database.query<{ pid: number }>(
		"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
	);
	const used = await Promise.all(rows.map(({ pid }) => cpuMilliseconds(pid)));
	return used.includes(null) ? null : used.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
