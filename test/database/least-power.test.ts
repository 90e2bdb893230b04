import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readVersion } from "../../src/database/coverage.ts";
import type { Database } from "../../src/database/database.ts";
import { load } from "../../src/database/load.ts";
import { prepareDatabase } from "../../src/database/prepare.ts";
import { identifier, sql } from "../../src/database/sql.ts";
import { VIEWS } from "../../src/database/views/views.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { urlOf } from "./server.ts";
import { variedCorpus } from "./variants.ts";
import { SILENT } from "./varied-database.ts";

/** The statements that docs/operation.md has an operator run, with a name of the test's own. */
function documented(role: string): string {
	const page = readFileSync(new URL("../../docs/operation.md", import.meta.url), "utf8");
	const found = /```sql\n(CREATE ROLE aqwal_reader[\s\S]*?)```/.exec(page)?.[1];
	if (found === undefined) throw new Error("docs/operation.md has no statements for the role");
	return found.replaceAll("aqwal_reader", role);
}

const WRITES = [
	'INSERT INTO "Corpus" ("version", "buildKey", "seededAt") VALUES (\'x\', \'x\', now())',
	'UPDATE "Statement" SET text = slug',
	'DELETE FROM "Statement"',
	'TRUNCATE "Statement" CASCADE',
	'DROP TABLE "Statement" CASCADE',
	'ALTER TABLE "Statement" ADD COLUMN other int',
	"CREATE TABLE other (one int)",
	"COPY \"Statement\" TO PROGRAM 'true'",
	"SELECT pg_read_file('/etc/passwd')",
];

describe.runIf(process.env.DATABASE_URL)("connections that read", () => {
	let owner: Database;
	beforeAll(async () => {
		owner = await emptyDatabase();
		await load(owner, await realCorpus());
	});

	it.each([false, true])(
		"can change nothing, even with an owner's role, brief: %s",
		async (isBrief) => {
			const write = owner.read(sql`UPDATE "Statement" SET text = slug`, isBrief);
			await expect(write).rejects.toMatchObject({ code: "25006" });
		},
	);
});

describe.runIf(process.env.DATABASE_URL)("the role that docs/operation.md makes", () => {
	const role = `aqwal_reader_${process.pid}`;
	let owner: Database;
	let url: string;
	let own: pg.Client;
	beforeAll(async () => {
		owner = await emptyDatabase();
		await load(owner, await realCorpus());
		own = new pg.Client({ connectionString: await urlOf(owner) });
		await own.connect();
		await own.query(documented(role));
		const reader = new URL(await urlOf(owner));
		Object.assign(reader, { username: role, password: "a password of your own" });
		url = reader.href;
	});
	afterAll(async () => {
		await own.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
		await own.end();
	});

	it.each(WRITES)("is refused by PostgreSQL: %s", async (statement) => {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		// Not what the role is set to, but what it may.
		await client.query("SET default_transaction_read_only TO off");
		try {
			await expect(client.query(statement)).rejects.toMatchObject({ code: "42501" });
		} finally {
			await client.end();
		}
	});

	it("is enough to serve a corpus that is there, and the next one that the owner seeds", async () => {
		const corpus = await realCorpus();
		const database = await prepareDatabase({ url }, corpus, SILENT);
		try {
			expect(await readVersion(database)).toBe(corpus.version);
			const varied = await variedCorpus();
			await load(owner, varied);
			expect(await readVersion(database)).toBe(varied.version);
			const rows = await database.read(sql`SELECT slug FROM "Statement" LIMIT 1`);
			expect(rows).toHaveLength(1);
			for (const { name } of VIEWS)
				expect(await database.read(sql`SELECT * FROM ${identifier(name)} LIMIT 1`)).toHaveLength(1);
		} finally {
			await load(owner, corpus);
			await database.close();
		}
	});

	it("cannot seed, and says so", async () => {
		const preparing = prepareDatabase({ url }, await variedCorpus(), SILENT);
		await expect(preparing).rejects.toThrow(
			/permission denied|must be owner|read-only transaction/,
		);
		expect(await readVersion(owner)).toBe((await realCorpus()).version);
	});
});
