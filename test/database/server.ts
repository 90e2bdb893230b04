import type { Database } from "../../src/database/database.ts";
import { sql } from "../../src/database/sql.ts";

/** The URL of a server that a test made a database on with emptyDatabase(). */
export async function urlOf(database: Database): Promise<string> {
	const [row] = await database.read<{ name: string }>(sql`SELECT current_database() AS name`);
	return Object.assign(new URL(process.env.DATABASE_URL ?? ""), { pathname: `/${row?.name}` }).href;
}
