import { EventEmitter, once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { load } from "../../src/database/load.ts";
import { sql } from "../../src/database/sql.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { variedCorpus } from "./variants.ts";

/** The version, with digests of tables of which the rows differ from one corpus to the other. */
const WHOLE = sql`
	SELECT version,
		(SELECT md5(string_agg(s::text, '' ORDER BY s.slug)) FROM "Statement" s) AS statements,
		(SELECT md5(string_agg(a::text, '' ORDER BY a."statementNumber", a.position)) FROM "Attribution" a) AS attributions,
		(SELECT md5(string_agg(s::text, '' ORDER BY s.word)) FROM "StatementPosting" s) AS words
	FROM "Corpus"`;

async function connect(database: Database) {
	const client = await database.connect?.();
	if (client === undefined) throw new Error("expected a server with connections");
	onTestFinished(() => client.end());
	return client;
}

describe.runIf(process.env.DATABASE_URL)("who reads while a corpus is loaded", () => {
	test("sees one corpus whole, the old or the new, in a statement and in a transaction", async () => {
		const database = await emptyDatabase();
		const corpora = [await realCorpus(), await variedCorpus()];
		const whole = new Map<unknown, unknown>();
		for (const corpus of corpora) {
			await load(database, corpus);
			const [row] = await database.read(WHOLE);
			whole.set(corpus.version, row);
		}
		const client = await connect(database);
		let loading = true;
		let reads = 0;
		const inTransactions = async () => {
			while (loading) {
				await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
				const { rows } = await client.query('SELECT version FROM "Corpus"');
				await pause(20);
				const { rows: all } = await client.query(WHOLE.text);
				await client.query("COMMIT");
				expect(all).toEqual([whole.get(rows[0]?.version)]);
				reads += 1;
			}
		};
		const inStatements = async () => {
			while (loading) {
				const [row] = await database.read<{ version: string }>(WHOLE);
				expect(row).toEqual(whole.get(row?.version));
				reads += 1;
			}
		};
		const readers = Promise.allSettled([inTransactions(), inStatements(), inStatements()]);
		for (const corpus of [...corpora, ...corpora]) await load(database, corpus);
		loading = false;
		for (const reader of await readers) expect(reader).toEqual({ status: "fulfilled" });
		expect(reads).toBeGreaterThan(20);
	});

	test("is let by while the swap waits for one who reads for long", async () => {
		const database = await emptyDatabase();
		const [corpus, other] = [await realCorpus(), await variedCorpus()];
		await load(database, corpus);
		const client = await connect(database);
		await client.query('BEGIN; SELECT count(*) FROM "Article"');
		const told = new EventEmitter();
		const swapping = once(told, "swapping");
		const loaded = load(database, other, ({ phase }) => told.emit(phase));
		await swapping;
		const end = performance.now() + 3000;
		let longest = 0;
		while (performance.now() < end) {
			const began = performance.now();
			const [row] = await database.read(
				sql`SELECT version FROM "Corpus", (SELECT count(*) FROM "Article") a`,
			);
			longest = Math.max(longest, performance.now() - began);
			expect(row).toEqual({ version: corpus.version });
		}
		// The swap gives up after 300 ms; the rest is for a machine with much to do.
		expect(longest).toBeLessThan(1500);
		await client.query("COMMIT");
		await loaded;
		expect(await database.read(sql`SELECT version FROM "Corpus"`)).toEqual([
			{ version: other.version },
		]);
	});
});
