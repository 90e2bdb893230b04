import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/cli/open-database.ts";
import { readConfiguration } from "../../src/config.ts";
import type { Database } from "../../src/database/database.ts";
import { load } from "../../src/database/load.ts";
import { openPostgres } from "../../src/database/postgres.ts";
import { urlOf } from "../database/server.ts";
import { everyRow } from "../database/table-rows.ts";
import { variedCorpus } from "../database/variants.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";

/**
 * What PostgreSQL says when its disk is full, said at a command of seeding by PostgreSQL
 * itself. A disk that is full in truth needs one that can be filled.
 */
const fullAt = (command: string) => `
	CREATE OR REPLACE FUNCTION full_disk() RETURNS event_trigger LANGUAGE plpgsql AS $$
	BEGIN
		RAISE EXCEPTION 'could not extend file "base/5/16384": No space left on device'
			USING ERRCODE = 'disk_full', HINT = 'Check free disk space.';
	END $$;
	DROP EVENT TRIGGER IF EXISTS full_disk;
	CREATE EVENT TRIGGER full_disk ON ddl_command_start WHEN TAG IN ('${command}')
		EXECUTE FUNCTION full_disk()`;

describe.runIf(process.env.DATABASE_URL)("a server whose disk is full while it is seeded", () => {
	let database: Database;
	let url: string;
	let admin: pg.Client;
	let before: string;
	beforeAll(async () => {
		database = await emptyDatabase();
		await load(database, await realCorpus());
		before = JSON.stringify(await everyRow(database));
		url = await urlOf(database);
		admin = new pg.Client({ connectionString: url });
		await admin.connect();
	});
	afterAll(() => admin.end());

	const schemas = async () =>
		(await admin.query("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' ORDER BY 1")).rows;

	it.each(["CREATE SCHEMA", "CREATE TABLE", "CREATE INDEX", "ALTER TABLE", "DROP TABLE"])(
		"at %s serves the old corpus whole, leaves nothing behind, and says what to do",
		async (command) => {
			const schemasBefore = await schemas();
			await admin.query(fullAt(command));
			const configuration = readConfiguration({ DATABASE_URL: url });
			const failing = openDatabase(configuration, await variedCorpus());
			await expect(failing).rejects.toThrow(
				/^DATABASE_URL: the server cannot be used: .*No space left on device.*; make room on the disk of PostgreSQL, and seed again; until then the corpus from before is served$/,
			);
			await admin.query("DROP EVENT TRIGGER full_disk");
			expect(JSON.stringify(await everyRow(database))).toBe(before);
			expect(await schemas()).toEqual(schemasBefore);
		},
	);

	it("is seeded as ever when there is room again", async () => {
		const corpus = await variedCorpus();
		const again = await openDatabase(readConfiguration({ DATABASE_URL: url }), corpus);
		await again.close();
		const reading = openPostgres(url);
		expect(JSON.stringify(await everyRow(reading))).not.toBe(before);
		await reading.close();
	});
});
