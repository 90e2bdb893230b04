import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import type { Database } from "../../src/database/database.ts";
import { type LoadPhase, load } from "../../src/database/load.ts";
import { sql } from "../../src/database/sql.ts";
import { CORPUS_CHANNEL } from "../../src/database/watch.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { definitionsOf } from "./definitions.ts";
import { everyRow } from "./table-rows.ts";
import { variedCorpus } from "./variants.ts";

const BY_HAND = `
	GRANT SELECT ON "Statement" TO pg_monitor WITH GRANT OPTION;
	GRANT SELECT, INSERT ON "Speaker" TO PUBLIC;
	GRANT SELECT (slug, title) ON "Article" TO pg_read_all_stats;
	REVOKE TRUNCATE ON "Relay" FROM CURRENT_USER;
	ALTER TABLE "Publisher" OWNER TO pg_monitor;
	ALTER TABLE "Office" SET (fillfactor = 90, autovacuum_enabled = false);
	ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker counts" CHECK ("statementCount" >= 0);
	ALTER TABLE "Article" ADD CONSTRAINT "Article_twice" UNIQUE (slug, title) DEFERRABLE INITIALLY DEFERRED;
	ALTER TABLE "Occasion" ADD CONSTRAINT "Occasion_once" EXCLUDE USING btree (slug WITH =);
	CREATE INDEX "Some statements" ON "Statement" (lower(text) DESC NULLS LAST) INCLUDE (slug) WITH (fillfactor = 80) WHERE "parentSlug" IS NULL;
	ALTER DEFAULT PRIVILEGES GRANT DELETE ON TABLES TO PUBLIC`;

describe.runIf(process.env.DATABASE_URL)("loading beside the tables that are read", () => {
	let database: Database;
	let corpus: CheckedCorpus;
	let other: CheckedCorpus;
	beforeAll(async () => {
		[database, corpus, other] = [await emptyDatabase(), await realCorpus(), await variedCorpus()];
		await load(database, corpus);
	});

	async function execute(statements: string): Promise<void> {
		const client = await database.connect?.();
		await client?.query(statements).finally(() => client.end());
	}

	test("leaves tables as the migrations made them", async () => {
		const fresh = await emptyDatabase();
		const migrated = await definitionsOf(fresh);
		expect(migrated.indexes.length).toBeGreaterThan(40);
		expect(migrated.constraints.length).toBeGreaterThan(40);
		await load(fresh, corpus);
		expect(await definitionsOf(fresh)).toEqual(migrated);
	});

	test("keeps privileges, owners, options, and what was made by hand", async () => {
		const changed = await emptyDatabase();
		const client = await changed.connect?.();
		await client?.query(BY_HAND).finally(() => client.end());
		const before = await definitionsOf(changed);
		const statement = before.tables.find(({ relname }) => relname === "Statement");
		expect(statement?.privileges).toContainEqual(expect.stringContaining("pg_monitor=r*/"));
		await load(changed, corpus);
		expect(await definitionsOf(changed)).toEqual(before);
	});

	test("gives the planner its statistics", async () => {
		const rows = await database.read<{ relname: string; counted: boolean }>(
			sql`SELECT relname, reltuples = (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', relname), false, true, '')))[1]::text::int AS counted FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname IN ('Statement', 'StatementPosting', 'Speaker')`,
		);
		expect(rows).toHaveLength(3);
		for (const row of rows) expect(row).toMatchObject({ counted: true });
	});

	test("tells the new version to those who listen, when it is there to be read", async () => {
		const listener = await database.connect?.();
		if (listener === undefined) throw new Error("expected a server with connections");
		onTestFinished(() => listener.end());
		await listener.query(`LISTEN ${CORPUS_CHANNEL}`);
		const told: (string | undefined)[] = [];
		listener.on("notification", ({ payload }) => told.push(payload));
		await load(database, other);
		// First that another one comes, and when it is there, which.
		await expect.poll(() => told).toEqual(["", other.version]);
		expect((await everyRow(database)).Corpus).toEqual([other.version]);
	});

	test("leaves the old corpus whole when a phase fails", async () => {
		const before = await everyRow(database);
		const phases: LoadPhase[] = ["copying", "analyzing", "indexing", "linking", "swapping"];
		for (const phase of phases) {
			const fault = new Error(`fault in ${phase}`);
			const failing = load(database, corpus, (progress) => {
				if (progress.phase === phase && progress.table !== null) throw fault;
				if (progress.phase === phase && phase === "swapping") throw fault;
			});
			await expect(failing, phase).rejects.toThrow(fault);
			expect(await everyRow(database), phase).toEqual(before);
			expect((await definitionsOf(database)).stagings, phase).toEqual([]);
		}
	});

	test("leaves the old corpus whole when something needs an old table", async () => {
		const before = await everyRow(database);
		await execute('CREATE VIEW words AS SELECT word FROM "StatementPosting"');
		await expect(load(database, corpus)).rejects.toThrow(
			/other objects depend on them; view words depends on table .*"StatementPosting"/,
		);
		expect(await everyRow(database)).toEqual(before);
		await execute("DROP VIEW words");
		await load(database, corpus);
		expect((await everyRow(database)).Corpus).toEqual([corpus.version]);
	});

	test("refuses tables with something that new ones would not have", async () => {
		await execute('CREATE POLICY "none" ON "Statement" USING (false)');
		await execute('CREATE STATISTICS pairs ON kind, act FROM "Statement"');
		await expect(load(database, corpus)).rejects.toThrow(
			/found the policy none of Statement, the statistics pairs of Statement; drop it/,
		);
		await execute('DROP POLICY "none" ON "Statement"; DROP STATISTICS pairs');
		await load(database, corpus);
	});

	test("of two at once, the second waits for the first", async () => {
		const ended: string[] = [];
		let second: Promise<unknown> | undefined;
		await load(database, corpus, ({ phase }) => {
			if (phase !== "analyzing" || second !== undefined) return;
			second = load(database, other).then(() => ended.push(other.version));
		});
		ended.push(corpus.version);
		await second;
		expect(ended).toEqual([corpus.version, other.version]);
		const rows = await everyRow(database);
		expect(rows.Corpus).toEqual([other.version]);
		await load(database, other);
		expect(await everyRow(database)).toEqual(rows);
	});
});
