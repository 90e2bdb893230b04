import { describe, expect, test } from "vitest";
import { withDerived } from "../../../../src/database/load/derive.ts";
import type { TableChunk } from "../../../../src/database/load/table-chunk.ts";
import { postingDeriver } from "../../../../src/database/search/postings/posting-deriver.ts";

const TEXTS = ["one two", "two three", "three four", "four five", "five one"];

function statements(numbers: readonly number[]): object[] {
	return numbers.map((number) => ({
		number,
		text: TEXTS[number % TEXTS.length],
		reviewStatus: number % 2 === 0 ? "CURATED" : "DRAFT",
	}));
}

async function* chunks(count: number): AsyncGenerator<TableChunk> {
	const articles = [
		{ slug: "article", title: null, body: TEXTS.join(" "), reviewStatus: "CURATED" },
	];
	yield { table: "article", rows: articles };
	const numbers = Array.from({ length: count }, (_none, number) => number);
	yield { table: "statement", rows: statements(numbers) };
}

/** The bytes are those of a Buffer, or of what a Buffer becomes on its way from a thread. */
function withoutBytes(row: object): object {
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [
			name,
			value instanceof Uint8Array ? Buffer.from(value).toString("hex") : (value as unknown),
		]),
	);
}

/** The derived rows as text, sorted, as messages may bring them in another order. */
async function derived(textsPerMessage: number): Promise<string[]> {
	const rows: string[] = [];
	for await (const { table, rows: made } of withDerived(chunks(23), [
		postingDeriver(textsPerMessage),
	]))
		if (table !== "article" && table !== "statement")
			rows.push(...made.map((row) => JSON.stringify({ table, ...withoutBytes(row) })));
	return rows.toSorted();
}

describe("postingDeriver", () => {
	test("makes in its thread what it makes without one, however the texts are sent", async () => {
		const alone = await derived(100);
		expect(alone.length).toBeGreaterThan(TEXTS.length);
		expect(await derived(1)).toEqual(alone);
		expect(await derived(4)).toEqual(alone);
		// As many as there are: the last message has none.
		expect(await derived(24)).toEqual(alone);
	});

	test("tells when its thread has broken down, instead of leaving words out", async () => {
		const deriver = postingDeriver(1);
		for (const row of statements([1, 0])) deriver.see("statement", row, null as never);
		await expect(Promise.resolve(deriver.rest())).rejects.toThrow(
			/thread that makes the postings.*order of their numbers/,
		);
		await deriver.close?.();
	});

	test("ends its thread when nobody reads to the end", async () => {
		const deriver = postingDeriver(1);
		let closed = 0;
		const close = async () => {
			closed += 1;
			await deriver.close?.();
		};
		for await (const _chunk of withDerived(chunks(8), [{ ...deriver, close }])) break;
		expect(closed).toBe(1);
		deriver.see("statement", statements([100])[0] ?? {}, null as never);
		await expect(Promise.resolve(deriver.rest())).rejects.toThrow(/it has ended/);
	});
});
