import pg from "pg";
import { carryOverPrivileges } from "../load/privileges.ts";
import { commentsOf, selectOf, type View } from "./view.ts";
import { VIEWS } from "./views.ts";

/** A connection that is in a transaction, or a pool of one. */
type Connection = Pick<pg.ClientBase, "query">;

/** PostgreSQL's code for a view that cannot become another in its place: a column is gone, or of another type. */
const INVALID_TABLE_DEFINITION = "42P16";
/** Where a view waits, within a transaction, whose columns are others now. */
const ASIDE = "aqwal_views_aside";

/** Makes a view anew, with the owner and the privileges of the one of its name. */
async function makeAnew(client: Connection, schema: string, view: View): Promise<void> {
	const [home, aside] = [schema, ASIDE].map((name) => pg.escapeIdentifier(name));
	await client.query(`CREATE SCHEMA ${aside}; ALTER VIEW ${home}.${view.name} SET SCHEMA ${aside}`);
	await client.query(`CREATE VIEW ${home}.${view.name} AS ${selectOf(view)}`);
	await carryOverPrivileges(client, ASIDE, schema, [view.name]);
	await client.query(`DROP VIEW ${aside}.${view.name}; DROP SCHEMA ${aside}`);
}

/** Makes a view, or lets the one that is there be another; its options would be lost with what it was. */
async function putInPlace(client: Connection, name: string, view: View): Promise<void> {
	const { rows } = await client.query<{ options: string | null }>(
		"SELECT array_to_string(reloptions, ', ') AS options FROM pg_class WHERE oid = to_regclass($1)",
		[name],
	);
	await client.query(`CREATE OR REPLACE VIEW ${name} AS ${selectOf(view)}`);
	const options = rows[0]?.options ?? null;
	if (options !== null) await client.query(`ALTER VIEW ${name} SET (${options})`);
}

/**
 * Lets a view show the tables that the search path finds first. It stays the same view, with
 * its privileges and options, and with what others have made over it; where its columns are others than
 * before, it is made anew with the same privileges.
 *
 * @param client in a transaction, which locks the view from then on
 * @param schema where the view is
 * @throws what the database says, for one when something of others needs a column that is gone
 */
export async function layView(client: Connection, schema: string, view: View): Promise<void> {
	const name = `${pg.escapeIdentifier(schema)}.${view.name}`;
	await client.query("SAVEPOINT view");
	try {
		await putInPlace(client, name, view);
	} catch (error) {
		if (!(error instanceof pg.DatabaseError && error.code === INVALID_TABLE_DEFINITION))
			throw error;
		await client.query("ROLLBACK TO SAVEPOINT view");
		await makeAnew(client, schema, view);
	}
	await client.query(`RELEASE SAVEPOINT view; ${commentsOf(view, schema)}`);
}

/** Runs work in a transaction on a connection of a pool. */
async function inTransaction(
	pool: pg.Pool,
	work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query("BEGIN");
		await work(client);
		await client.query("COMMIT");
	} catch (error) {
		await client.query("ROLLBACK").catch(() => undefined);
		throw error;
	} finally {
		client.release();
	}
}

/**
 * Lets all views show the tables that a connection finds.
 *
 * @throws what the database says; then nothing has changed
 */
export async function layViews(pool: pg.Pool): Promise<void> {
	await inTransaction(pool, async (client) => {
		const { rows } = await client.query<{ schema: string }>("SELECT current_schema() AS schema");
		for (const view of VIEWS) await layView(client, rows[0]?.schema ?? "public", view);
	});
}

// A text without its collation would be a column of another type.
const FOUND = `
	SELECT format('CREATE OR REPLACE VIEW %s AS %s', v.oid::regclass, pg_get_viewdef(v.oid)) AS whole,
		format('CREATE OR REPLACE VIEW %s AS SELECT %s WHERE false', v.oid::regclass, string_agg(
			format('NULL::%s%s AS %I', format_type(atttypid, atttypmod), ' COLLATE ' || quote_ident(collname), attname),
			', ' ORDER BY attnum)) AS empty
	FROM pg_class v JOIN pg_attribute ON attrelid = v.oid AND attnum > 0
		LEFT JOIN pg_collation c ON c.oid = attcollation
	WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace AND relname = ANY ($1)
	GROUP BY v.oid`;

/**
 * Changes tables that views show: PostgreSQL refuses to change or drop a column that a view
 * needs. So the views need no table meanwhile, and are empty; they are not dropped, as their
 * privileges would go with them.
 *
 * @param change if it fails, the views are laid as they were before, as far as that can be done
 */
export async function withoutViews<Result>(
	pool: pg.Pool,
	change: () => Promise<Result>,
): Promise<Result> {
	const names = VIEWS.map(({ name }) => name);
	const { rows } = await pool.query<{ whole: string; empty: string }>(FOUND, [names]);
	await inTransaction(pool, async (client) => {
		for (const { empty } of rows) await client.query(empty);
	});
	try {
		const result = await change();
		await layViews(pool);
		return result;
	} catch (error) {
		for (const { whole } of rows) await pool.query(whole).catch(() => undefined);
		throw error;
	}
}
