import { beforeAll, describe, expect, test } from "vitest";
import type { CheckedCorpus } from "../../../src/curation/corpus.ts";
import { ColumnKeeper } from "../../../src/database/columns/keeper.ts";
import { AnotherCorpus } from "../../../src/database/columns/read.ts";
import type { CountedName } from "../../../src/database/columns/segment.ts";
import { countingReader, type Database, type Reader } from "../../../src/database/database.ts";
import { createEdition } from "../../../src/database/edition.ts";
import { watchEditions } from "../../../src/database/editions.ts";
import { load } from "../../../src/database/load.ts";
import { createReferences } from "../../../src/database/references.ts";
import { readStatementStats } from "../../../src/database/stats/statement-stats.ts";
import type { VersionListener } from "../../../src/database/watch.ts";
import { emptyDatabase, realCorpus } from "../../support/database.ts";
import { ALL } from "../stats/arbitraries.ts";
import { variedCorpus } from "../variants.ts";
import { segmentedDatabase } from "./segmented.ts";

const NAMES: readonly CountedName[] = ["form", "speaker", "speakerStart", "byDay"];

let corpus: CheckedCorpus;
let database: Database;
beforeAll(async () => {
	corpus = await variedCorpus();
	database = await segmentedDatabase(corpus, 8);
});

describe("a keeper", () => {
	test("reads what is missing by one statement, and nothing twice", async () => {
		const reader = countingReader(database);
		const keeper = new ColumnKeeper(corpus.version);
		const first = await keeper.columns(reader, [0, 1, 2], NAMES);
		expect(reader.statementCount).toBe(2);
		expect(first.map((columns) => [...columns.keys()])).toEqual([NAMES, NAMES, NAMES]);
		expect(await keeper.columns(reader, [1, 2], NAMES)).toEqual(first.slice(1));
		expect(reader.statementCount).toBe(2);
		const more = await keeper.columns(reader, [2, 3], [...NAMES, "article"]);
		expect(reader.statementCount).toBe(3);
		expect(more[0]?.get("form")).toEqual(first[2]?.get("form"));
	});

	test("keeps no more bytes than it may, and gives the same for what it cannot keep", async () => {
		const all = [0, 1, 2, 3, 4];
		const large = new ColumnKeeper(corpus.version);
		const expected = await large.columns(database, all, NAMES);
		const most = Math.floor(large.bytes / 2);
		const small = new ColumnKeeper(corpus.version, most);
		for (let time = 0; time < 3; time += 1) {
			expect(await small.columns(database, all, NAMES)).toEqual(expected);
			expect(small.bytes).toBeGreaterThan(0);
			expect(small.bytes).toBeLessThanOrEqual(most);
		}
	});

	test("lets those who ask at once wait for one reading", async () => {
		const reader = countingReader(database);
		const keeper = new ColumnKeeper(corpus.version);
		const asked = Array.from({ length: 5 }, () => keeper.columns(reader, [0], NAMES));
		expect(new Set(await Promise.all(asked)).size).toBe(5);
		expect(reader.statementCount).toBe(2);
	});

	test("asks again after a failure", async () => {
		let failures = 1;
		const reader: Reader = {
			read: (statement) => {
				failures -= 1;
				return failures >= 0 ? Promise.reject(new Error("lost")) : database.read(statement);
			},
		};
		const keeper = new ColumnKeeper(corpus.version);
		await expect(keeper.layout(reader)).rejects.toThrow("lost");
		expect((await keeper.layout(reader)).version).toBe(corpus.version);
		failures = 1;
		await expect(keeper.columns(reader, [0], NAMES)).rejects.toThrow("lost");
		expect(await keeper.columns(reader, [0], NAMES)).toHaveLength(1);
	});

	test("gives values by number and numbers by slug, and keeps them where requests share it", async () => {
		for (const [version, cost] of [
			[corpus.version, 0],
			[null, 2],
		] as const) {
			const reader = countingReader(database);
			const keeper = new ColumnKeeper(version);
			const slugs = [{ noun: "Speaker", which: ["putin", "nobody"] }] as const;
			const numbers = (await keeper.numbers(reader, slugs)).get("Speaker");
			expect([...(numbers?.keys() ?? [])]).toEqual(["putin"]);
			const number = numbers?.get("putin") ?? -1;
			const wanted = [{ noun: "Speaker", which: [number] }] as const;
			expect((await keeper.values(reader, wanted))("Speaker", number)).toMatchObject({
				value: "putin",
				names: expect.arrayContaining([expect.objectContaining({ kind: "OFFICIAL" })]),
			});
			const before = reader.statementCount;
			await keeper.numbers(reader, [{ noun: "Speaker", which: ["putin"] }]);
			await keeper.values(reader, wanted);
			expect(reader.statementCount - before).toBe(cost);
		}
	});

	test("refuses another corpus than its own, whatever it reads", async () => {
		await expect(new ColumnKeeper("other").layout(database)).rejects.toThrow(AnotherCorpus);
	});
});

describe("when another corpus is served", () => {
	let changing: Database;
	let real: CheckedCorpus;
	beforeAll(async () => {
		[changing, real] = [await emptyDatabase(), await realCorpus()];
	});

	const statsOf = async (edition = createEdition()) => {
		const references = createReferences(changing);
		const args = { ...ALL, groupBy: ["SPEAKER"] as const };
		return readStatementStats({ reader: changing, references, edition }, args);
	};

	test("what is kept goes at once, and nothing of one is counted with the other", async () => {
		let tell: VersionListener = () => undefined;
		const editions = await watchEditions({
			watch: async (listener) => {
				tell = listener;
				return async () => undefined;
			},
		});
		const current = () => editions.current() ?? createEdition();
		await load(changing, real);
		tell(real.version);
		const before = await statsOf(current());
		const kept = current();
		expect(kept.columns.bytes).toBeGreaterThan(0);
		await load(changing, corpus);
		const expected = await statsOf();
		expect(expected.corpusVersion).toBe(corpus.version);
		expect(expected.rows).not.toEqual(before.rows);
		// What was kept of the old one alone answers for it until the process hears of the new one.
		expect([before, expected]).toContainEqual(await statsOf(kept));
		tell(null);
		expect(await statsOf(current())).toEqual(expected);
		tell(corpus.version);
		expect(current().columns.bytes).toBe(0);
		expect(await statsOf(current())).toEqual(expected);
	});

	test("a count that has to read more than is kept is begun anew over the new one", async () => {
		await load(changing, real);
		const edition = createEdition(real.version);
		await edition.columns.layout(changing);
		await load(changing, corpus);
		const { corpusVersion, rows } = await statsOf(edition);
		expect(corpusVersion).toBe(corpus.version);
		expect(rows).toEqual((await statsOf()).rows);
	});
});
