import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import type { Database } from "../../src/database/database.ts";
import { load } from "../../src/database/load.ts";
import { openPostgres } from "../../src/database/postgres.ts";
import { urlOf } from "../database/server.ts";
import { variedCorpus } from "../database/variants.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { startServer } from "../support/server.ts";

/** What is read of one corpus with several SQL statements, some of them from what is kept. */
const QUERIES = [
	"{ corpus { version statementCount } statements(first: 3) { totalCount nodes { slug text saidAt { edtf } article { slug title statements { totalCount } } speakers { slug name statements { totalCount } } } } }",
	'{ corpus { version } statementStats(groupBy: [SPEAKER, KIND]) { groupCount rows { count } } statements(filter: { search: "روسيا" }, first: 2) { totalCount nodes { slug text } } }',
	"{ speakers(first: 5) { nodes { slug name statements(first: 2) { totalCount nodes { slug text article { title } } } } } corpus { version } }",
];
const RESEEDS = Number(process.env.FAULT_RESEEDS ?? 6);

describe.runIf(process.env.DATABASE_URL)("a corpus that is replaced under load", () => {
	let writing: Database;
	let reading: Database;
	let url: string;
	let corpora: readonly CheckedCorpus[];
	beforeAll(async () => {
		corpora = [await realCorpus(), await variedCorpus()];
		writing = await emptyDatabase();
		await load(writing, corpora[0] as CheckedCorpus);
		reading = openPostgres(await urlOf(writing), { connections: 4, statementMilliseconds: 10_000 });
		({ url } = await startServer(reading));
	});
	afterAll(() => reading.close());

	async function ask(query: string): Promise<string> {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query }),
		});
		return response.text();
	}

	it("gives answers of one corpus or the other, never of both", async () => {
		/** By query and version: what it has to be. */
		const right = new Map<string, string>();
		for (const corpus of corpora) {
			await load(writing, corpus);
			await expect.poll(() => ask("{ corpus { version } }")).toContain(corpus.version);
			for (const query of QUERIES) right.set(`${query} ${corpus.version}`, await ask(query));
		}
		const known = new Set(right.values());
		for (const text of known) expect(text).not.toContain('"errors"');
		expect(known.size).toBe(2 * QUERIES.length);
		let isOver = false;
		const wrong: string[] = [];
		const seen = new Map<string, number>();
		const load8 = async (offset: number) => {
			for (let time = offset; !isOver; time += 1) {
				const text = await ask(QUERIES[time % QUERIES.length] ?? "");
				if (!known.has(text)) wrong.push(text);
				seen.set(text, (seen.get(text) ?? 0) + 1);
			}
		};
		const loading = Promise.all(Array.from({ length: 8 }, (_one, index) => load8(index)));
		for (let time = 0; time < RESEEDS; time += 1)
			await load(writing, corpora[time % 2] as CheckedCorpus);
		isOver = true;
		await loading;
		expect(wrong.slice(0, 2)).toEqual([]);
		// All of both were seen: something was replaced while it was asked for.
		expect(new Set(seen.keys())).toEqual(known);
	}, 120_000);
});
