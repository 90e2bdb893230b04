import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { poolReader } from "../../../src/database/database.ts";
import { type BareDatabase, openBare } from "../../../src/database/embedded/open.ts";
import { migrate } from "../../../src/database/migrate.ts";
import { withoutViews } from "../../../src/database/views/lay.ts";
import { VIEWS } from "../../../src/database/views/views.ts";
import { emptyDatabase } from "../../support/database.ts";
import { urlOf } from "../server.ts";

let pool: pg.Pool;
let bare: BareDatabase | undefined;
beforeAll(async () => {
	if (process.env.DATABASE_URL) {
		pool = new pg.Pool({ connectionString: await urlOf(await emptyDatabase()), max: 1 });
		return;
	}
	bare = await openBare();
	pool = bare.pool;
	await migrate(poolReader(pool), bare.adapter, pool);
});
afterAll(async () => {
	if (bare === undefined) await pool.end();
	else await bare.close();
});

const SEED = `INSERT INTO "Speaker" (slug, number, kind, "sortName", "statementCount", "draftStatementCount", "reviewStatus") VALUES ('one', 0, 'PERSON', 'one', 3, 0, 'CURATED')`;
const READ = "SELECT speaker_slug, statement_count FROM aqwal_speakers";
const ONE = { speaker_slug: "one", statement_count: 3 };

test("a migration can change a column that views show, which keep what was granted", async () => {
	await pool.query(SEED);
	await pool.query("GRANT SELECT ON aqwal_speakers TO pg_monitor");
	const change = 'ALTER TABLE "Speaker" ALTER COLUMN kind TYPE text COLLATE "C"';
	await expect(pool.query(change)).rejects.toThrow(/used by a view/);
	const meanwhile = await withoutViews(pool, async () => {
		await pool.query(change);
		return (await pool.query(READ)).rows;
	});
	expect(meanwhile).toEqual([]);
	expect((await pool.query(READ)).rows).toEqual([ONE]);
	const { rows } = await pool.query(
		"SELECT has_table_privilege('pg_monitor', 'aqwal_speakers', 'SELECT') AS may",
	);
	expect(rows).toEqual([{ may: true }]);
});

test("a migration that fails leaves the views as they were", async () => {
	const definitions = async () =>
		(
			await pool.query(
				"SELECT relname, pg_get_viewdef(oid) AS definition FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace ORDER BY 1",
			)
		).rows;
	const before = await definitions();
	expect(before).toHaveLength(VIEWS.length);
	const fault = new Error("a fault");
	await expect(withoutViews(pool, () => Promise.reject(fault))).rejects.toBe(fault);
	expect(await definitions()).toEqual(before);
	expect((await pool.query(READ)).rows).toEqual([ONE]);
});
