import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../src/database/sql.ts";
import {
	type BehindProxy,
	CONNECTIONS,
	serverBehindProxy,
	type TimedAnswer,
} from "./behind-proxy.ts";

/** How long an operation may take, in milliseconds. */
const MOST = 3000;
/** By how much an answer may come later than that on a machine that others use too, in milliseconds. */
const LATER = 2500;
/** The query takes three statements one after the other, and its corpus is looked at no more often. */
const BEARABLE = MOST / 20;

/** What was answered, each kind once; none of them may have taken long. */
function kindsOf(answers: readonly TimedAnswer[]): (string | number)[][] {
	for (const { took } of answers) expect(took).toBeLessThan(MOST + LATER);
	const kinds = answers.map(({ status, text }) => {
		const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
		return JSON.stringify([status, ...(errors ?? []).map(({ extensions }) => extensions.code)]);
	});
	return [...new Set(kinds)].map((kind) => JSON.parse(kind));
}

describe.runIf(process.env.DATABASE_URL)("a database that is slow", () => {
	const { start } = serverBehindProxy(MOST);
	let { proxy, database, ask, expected, statusOf } = {} as BehindProxy;
	beforeAll(async () => {
		({ proxy, database, ask, expected, statusOf } = await start());
	});
	const askMany = (count: number) => Promise.all(Array.from({ length: count }, () => ask()));

	it("is waited for as long as an operation may take", async () => {
		proxy.set({ delay: BEARABLE });
		const answers = await askMany(3);
		expect(answers.map(({ text }) => text)).toEqual([expected, expected, expected]);
		for (const { took } of answers) expect(took).toBeGreaterThan(BEARABLE);
	});

	it("and no longer: then each is told so, and what needs no database is answered", async () => {
		proxy.set({ delay: 2 * MOST });
		const [answers, health, ready, plain] = await Promise.all([
			askMany(20),
			statusOf("/health"),
			statusOf("/ready"),
			ask("{ __typename }"),
		]);
		expect(kindsOf(answers)).toEqual([[504, "OUT_OF_TIME"]]);
		expect({ health, ready }).toEqual({ health: 200, ready: 503 });
		expect(plain.text).toBe('{"data":{"__typename":"Query"}}');
	});

	it("with all connections at work that never ends: a code in time, and then as ever", async () => {
		let isOver = false;
		const sleep = async (index: number) => {
			while (!isOver)
				await database.read(sql`SELECT pg_sleep(60)`, index % 2 === 0).catch(() => undefined);
		};
		// Some wait for the others, so that there is no moment between two of them.
		const sleeping = Promise.all(
			Array.from({ length: 4 * CONNECTIONS }, (_none, index) => sleep(index)),
		);
		const asking = askMany(200);
		await expect.poll(() => statusOf("/ready"), { timeout: MOST }).toBe(503);
		expect(await statusOf("/health")).toBe(200);
		const kinds = kindsOf(await asking);
		isOver = true;
		// Who was begun was late; who has not come to its turn can ask again.
		expect(kinds.toSorted()).toEqual([
			[503, "OVERLOADED"],
			[504, "OUT_OF_TIME"],
		]);
		await expect.poll(() => statusOf("/ready"), { timeout: MOST + LATER }).toBe(200);
		await expect.poll(async () => (await ask()).text, { timeout: MOST + LATER }).toBe(expected);
		await sleeping;
	});
});
