import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import type { Database } from "../../../src/database/database.ts";
import { ViewTaker } from "../../../src/database/load/view-taker.ts";
import { load } from "../../../src/database/load.ts";
import { CORPUS_CHANNEL } from "../../../src/database/watch.ts";
import { emptyDatabase, realCorpus } from "../../support/database.ts";
import { definitionsOf } from "../definitions.ts";
import { urlOf } from "../server.ts";
import { variedCorpus } from "../variants.ts";
import { rowsOf } from "./asking.ts";

const ROLE = `aqwal_dashboards_${process.pid}`;

/** What each view has, which is another for the two corpora. */
const VERSION_AND_COUNT =
	"SELECT version, (SELECT count(*)::int FROM aqwal_statements) AS count FROM aqwal_corpus";

describe.runIf(process.env.DATABASE_URL)("the views while corpora are loaded", () => {
	let database: Database;
	let corpora: CheckedCorpus[];
	beforeAll(async () => {
		database = await emptyDatabase();
		corpora = [await realCorpus(), await variedCorpus()];
		await load(database, await realCorpus());
		await execute(`CREATE ROLE ${ROLE} LOGIN`);
	});
	afterAll(() => execute(`DROP OWNED BY ${ROLE} CASCADE; DROP ROLE ${ROLE}`));

	async function connect(user?: string): Promise<pg.Client> {
		const url = new URL(await urlOf(database));
		if (user !== undefined) url.username = user;
		const client = new pg.Client({ connectionString: url.href });
		client.on("error", () => undefined);
		await client.connect();
		return client;
	}

	async function execute(statements: string): Promise<void> {
		const client = await connect();
		await client.query(statements).finally(() => client.end());
	}

	async function reader(user?: string): Promise<pg.Client> {
		const client = await connect(user);
		onTestFinished(() => client.end());
		return client;
	}

	test("show the new corpus, by the same views with the same privileges", async () => {
		await execute(
			`GRANT SELECT ON aqwal_statements, aqwal_corpus TO ${ROLE}; GRANT SELECT (place_slug) ON aqwal_places TO ${ROLE} WITH GRANT OPTION;
			CREATE VIEW of_their_own AS SELECT kind, count(*) FROM aqwal_statements GROUP BY 1`,
		);
		const oids =
			"SELECT oid, relname FROM pg_class WHERE relkind = 'v' AND relname LIKE 'aqwal%' ORDER BY 2";
		const [before, found] = [await definitionsOf(database), await rowsOf(database, oids)];
		for (const corpus of corpora.toReversed()) {
			await load(database, corpus);
			const statements = corpus.articles.flatMap((article) => article.statements);
			const count = statements.filter(({ review }) => review.status === "CURATED").length;
			expect(await rowsOf(database, VERSION_AND_COUNT)).toEqual([
				{ version: corpus.version, count },
			]);
		}
		expect(await definitionsOf(database)).toEqual(before);
		expect(await rowsOf(database, oids)).toEqual(found);
		await execute("DROP VIEW of_their_own");
	});

	test("let who may read them read nothing else, and write nothing", async () => {
		await execute(`GRANT SELECT ON aqwal_statements TO ${ROLE}`);
		const client = await reader(ROLE);
		for (const corpus of corpora) {
			await load(database, corpus);
			const { rows } = await client.query("SELECT text FROM aqwal_statements");
			expect(rows.length).toBeGreaterThan(20);
			for (const statement of [
				'SELECT FROM "Statement"',
				'SELECT FROM "Attribution"',
				"SELECT FROM aqwal_speakers",
				'UPDATE "Statement" SET text = slug',
				'DELETE FROM "Corpus"',
				"CREATE OR REPLACE VIEW aqwal_corpus AS SELECT ''",
			])
				await expect(client.query(statement), statement).rejects.toMatchObject({ code: "42501" });
		}
	});

	test.each([
		["columns that are others now", "SELECT 1 AS other, now() AS seeded_at"],
		["fewer columns", 'SELECT version FROM "Corpus"'],
		["a longer one", `SELECT version, "seededAt" AS seeded_at, 1 AS more FROM "Corpus"`],
		[
			"others of the same names",
			`SELECT 'none' COLLATE "C" AS version, now()::timestamptz(3) AS seeded_at`,
		],
	])(
		"become what they should be where they had %s before, with the privileges",
		async (_what, select) => {
			const before = await definitionsOf(database);
			await execute(
				`DROP VIEW aqwal_corpus; CREATE VIEW aqwal_corpus AS ${select}; GRANT SELECT ON aqwal_corpus TO ${ROLE}; ALTER VIEW aqwal_corpus OWNER TO ${ROLE}; ALTER VIEW aqwal_corpus SET (security_barrier = true)`,
			);
			await load(database, await realCorpus());
			const [row] = await rowsOf(
				database,
				`SELECT pg_get_userbyid(relowner) AS owner, reloptions, has_table_privilege('${ROLE}', oid, 'SELECT') AS may, obj_description(oid) AS comment FROM pg_class WHERE relname = 'aqwal_corpus'`,
			);
			expect(row).toMatchObject({ owner: ROLE, reloptions: ["security_barrier=true"], may: true });
			expect(row?.comment).toMatch(/corpus/);
			const after = await definitionsOf(database);
			expect(after.stagings).toEqual([]);
			const columnsOf = ({ columns }: typeof after) =>
				columns.filter(({ table_name }) => table_name === "aqwal_corpus");
			expect(columnsOf(after)).toEqual(columnsOf(before));
			await execute(
				`ALTER VIEW aqwal_corpus RESET (security_barrier); ALTER VIEW aqwal_corpus OWNER TO CURRENT_USER`,
			);
		},
	);

	test("stay as they are when what others made needs a column that is gone, which is said", async () => {
		await execute(
			"DROP VIEW aqwal_corpus; CREATE VIEW aqwal_corpus AS SELECT 1 AS other; CREATE VIEW of_their_own AS SELECT other FROM aqwal_corpus",
		);
		await expect(load(database, await variedCorpus())).rejects.toThrow(
			/cannot drop view .*aqwal_corpus.* view of_their_own depends/,
		);
		expect(await rowsOf(database, 'SELECT version FROM "Corpus"')).toEqual([
			{ version: (await realCorpus()).version },
		]);
		await execute("DROP VIEW of_their_own");
		await load(database, await realCorpus());
	});

	interface Reading {
		ended: boolean;
		reads: number;
		readonly faults: Set<unknown>;
	}

	/** Reads in transactions on one connection, until it is told to end or ended. */
	async function readOnOne(client: pg.Client, queries: readonly string[], state: Reading) {
		while (!state.ended) {
			await client.query("BEGIN");
			for (const query of queries) await client.query(query);
			await client.query("COMMIT");
			state.reads += 1;
		}
	}

	/** Reads in transactions until it is told to end; tells how often, and why it was ended. */
	function readOn(queries: readonly string[]): { state: Reading; done: Promise<void> } {
		const state: Reading = { ended: false, reads: 0, faults: new Set() };
		const loop = async () => {
			while (!state.ended) {
				const client = await connect();
				await readOnOne(client, queries, state)
					.catch((error: pg.DatabaseError) => state.faults.add(error.code))
					.finally(() => client.end());
			}
		};
		return { state, done: loop() };
	}

	async function whileReading<Result>(
		readers: readonly (readonly string[])[],
		work: () => Promise<Result>,
	) {
		const reading = readers.map(readOn);
		// All of them are at it.
		await expect
			.poll(() => reading.every(({ state }) => state.reads > 2), { timeout: 20_000 })
			.toBe(true);
		const before = reading.map(({ state }) => state.reads);
		const result = await work().finally(() => {
			for (const { state } of reading) state.ended = true;
		});
		await Promise.all(reading.map(({ done }) => done));
		const faults = reading.flatMap(({ state }) => [...state.faults]);
		return {
			result,
			faults,
			reads: reading.map(({ state }, index) => state.reads - (before[index] ?? 0)),
		};
	}

	const COUNTS = [
		"aqwal_statements",
		"aqwal_statement_speakers",
		"aqwal_corpus",
		"aqwal_places",
	].map((view) => `SELECT count(*) FROM ${view}`);
	const JOINED = "SELECT count(*) FROM aqwal_statement_places JOIN aqwal_places USING (place_slug)";

	test("are read without a pause while corpora come, and nobody is ended for it", async () => {
		const single = COUNTS.map((query) => [query]);
		const { faults, reads } = await whileReading([...single, [JOINED], COUNTS], async () => {
			for (const corpus of corpora.toReversed()) await load(database, corpus);
		});
		expect(faults).toEqual([]);
		expect(Math.min(...reads)).toBeGreaterThan(2);
		expect(await rowsOf(database, "SELECT version FROM aqwal_corpus")).toEqual([
			{ version: corpora[0]?.version },
		]);
	}, 60_000);

	test("are taken from those who read them in transactions of every order, when they were waited for", async () => {
		const [client, teller] = [await reader(), await reader()];
		const orders = [COUNTS, COUNTS.toReversed(), COUNTS, COUNTS.toReversed()];
		const idle = await reader();
		await idle.query("BEGIN; SELECT count(*) FROM aqwal_speakers");
		const { result } = await whileReading(orders, async () => {
			const taker = new ViewTaker(teller, 0);
			for (let attempt = 1; attempt < 20; attempt += 1) {
				await client.query("BEGIN");
				const taken = await taker.take(client, "public", 300);
				await client.query("ROLLBACK");
				if (taken) return attempt;
			}
			return null;
		});
		expect(result).toBeLessThan(5);
		await expect(idle.query("SELECT 1")).rejects.toThrow();
	}, 60_000);

	test("are waited for by who may not end those who read them", async () => {
		const idle = await reader();
		await idle.query("BEGIN; SELECT count(*) FROM aqwal_speakers");
		const [client, teller] = [await reader(), await reader(ROLE)];
		await client.query("BEGIN");
		expect(await new ViewTaker(teller, 0).take(client, "public", 300)).toBe(false);
		await client.query("ROLLBACK");
		expect((await idle.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
		await idle.query("COMMIT");
	});

	test("keep no corpus waiting for long, whoever forgets that he reads them", async () => {
		const idle = await reader();
		await idle.query("BEGIN; SELECT count(*) FROM aqwal_speakers");
		const began = performance.now();
		for (const corpus of corpora) await load(database, corpus);
		expect(performance.now() - began).toBeLessThan(100_000);
		await expect(idle.query("SELECT 1")).rejects.toThrow();
	}, 120_000);

	test("tell the servers nothing as long as somebody keeps one of them", async () => {
		const told: (string | undefined)[] = [];
		const listener = await reader();
		listener.on("notification", ({ payload }) => told.push(payload));
		await listener.query(`LISTEN ${CORPUS_CHANNEL}`);
		const keeper = await reader();
		await keeper.query("BEGIN; SELECT count(*) FROM aqwal_places");
		const corpus = await realCorpus();
		const loaded = load(database, corpus);
		const end = performance.now() + 4000;
		let longest = 0;
		while (performance.now() < end) {
			const asked = performance.now();
			await rowsOf(database, 'SELECT count(*) FROM "Location", "Corpus"');
			longest = Math.max(longest, performance.now() - asked);
			await pause(10);
		}
		expect(told).toEqual([]);
		// Nothing that the servers read is locked meanwhile; the rest is for a machine with much to do.
		expect(longest).toBeLessThan(1000);
		await keeper.query("COMMIT");
		await loaded;
		await expect.poll(() => told).toEqual(["", corpus.version]);
	});
});
