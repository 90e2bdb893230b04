import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../src/database/database.ts";
import { ViewTaker } from "../../../src/database/load/view-taker.ts";
import { load } from "../../../src/database/load.ts";
import { VIEWS } from "../../../src/database/views/views.ts";
import { blocksOf } from "../../support/blocks.ts";
import { emptyDatabase, realCorpus } from "../../support/database.ts";
import { urlOf } from "../server.ts";
import { TABLES } from "../table-rows.ts";
import { variedCorpus } from "../variants.ts";

const ROLE = `aqwal_dashboards_of_${process.pid}`;
const OWNER = `aqwal_owner_of_${process.pid}`;

/** The statements that docs/dashboards.md has an operator run, with a name of the test's own. */
function documented(): string {
	const block = blocksOf("docs/dashboards.md").find(({ text }) => text.startsWith("CREATE ROLE"));
	if (block === undefined) throw new Error("docs/dashboards.md has no statements for the role");
	return block.text.replaceAll("aqwal_dashboards", ROLE);
}

describe.runIf(process.env.DATABASE_URL)("the role that docs/dashboards.md makes", () => {
	let database: Database;
	let superuser: pg.Client;
	let dashboard: pg.Client;

	async function connect(username: string, password: string): Promise<pg.Client> {
		const url = Object.assign(new URL(await urlOf(database)), { username, password });
		const client = new pg.Client({ connectionString: url.href });
		client.on("error", () => undefined);
		await client.connect();
		return client;
	}

	beforeAll(async () => {
		database = await emptyDatabase();
		await load(database, await realCorpus());
		superuser = new pg.Client({ connectionString: await urlOf(database) });
		await superuser.connect();
		await superuser.query(documented());
		dashboard = await connect(ROLE, "a password of your own");
	});
	afterAll(async () => {
		await dashboard.end();
		await superuser.query(`DROP OWNED BY ${ROLE}; DROP ROLE ${ROLE}`);
		await superuser.end();
	});

	test("reads every view, of this corpus and the next one", async () => {
		for (const corpus of [await variedCorpus(), await realCorpus()]) {
			await load(database, corpus);
			for (const { name } of VIEWS) {
				const { rows } = await dashboard.query(`SELECT * FROM ${name} LIMIT 1`);
				expect(rows, name).toHaveLength(1);
			}
			const { rows } = await dashboard.query("SELECT version FROM aqwal_corpus");
			expect(rows).toEqual([{ version: corpus.version }]);
		}
	});

	test("reads no table", async () => {
		for (const table of [...TABLES, "Corpus", "StatementColumn", "_prisma_migrations"])
			await expect(dashboard.query(`SELECT FROM "${table}"`), table).rejects.toMatchObject({
				code: "42501",
			});
	});

	test("has limits, and cannot write even without them", async () => {
		const { rows } = await dashboard.query(
			"SELECT current_setting('statement_timeout') AS statement, current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('default_transaction_read_only') AS reads",
		);
		expect(rows).toEqual([{ statement: "30s", idle: "10s", reads: "on" }]);
		await dashboard.query("SET default_transaction_read_only TO off");
		for (const write of [
			"CREATE TABLE other (one int)",
			'DELETE FROM "Statement"',
			"DROP VIEW aqwal_corpus",
			"COMMENT ON VIEW aqwal_corpus IS ''",
		])
			await expect(dashboard.query(write), write).rejects.toMatchObject({ code: "42501" });
	});

	test("is ended by an owner who is its member, and by no other", async () => {
		await superuser.query(`CREATE ROLE ${OWNER} LOGIN`);
		const teller = await connect(OWNER, "");
		const take = async () => {
			await superuser.query("BEGIN");
			const taken = await new ViewTaker(teller, 0).take(superuser, "public", 300);
			await superuser.query("ROLLBACK");
			return taken;
		};
		try {
			await dashboard.query("BEGIN; SELECT count(*) FROM aqwal_places");
			expect(await take()).toBe(false);
			await superuser.query(`GRANT ${ROLE} TO ${OWNER}`);
			expect(await take()).toBe(true);
			await expect(dashboard.query("SELECT 1")).rejects.toThrow();
		} finally {
			await teller.end();
			await superuser.query(`DROP ROLE ${OWNER}`);
		}
	});
});
