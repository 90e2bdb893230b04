import { afterEach, expect, test, vi } from "vitest";
import { corpusDatabase } from "../support/database.ts";
import { startServer } from "../support/server.ts";

const QUERY = "{ corpus { version } statements(first: 2) { totalCount nodes { slug } } }";
const DAY = 24 * 60 * 60 * 1000;

afterEach(() => void vi.useRealTimers());

test("a clock that jumps changes no answer, and ends none", async () => {
	const { url } = await startServer(await corpusDatabase(), { mostMilliseconds: 2000 });
	const ask = async (first: number) => {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query: QUERY.replace("first: 2", `first: ${first}`) }),
		});
		return [response.status, await response.text()];
	};
	const before = await ask(2);
	expect(before[0]).toBe(200);
	// Only the clock of the day; what measures how long something takes goes on.
	vi.useFakeTimers({ toFake: ["Date"] });
	for (const jump of [-365 * DAY, 365 * DAY, 100 * 365 * DAY]) {
		vi.setSystemTime(Date.now() + jump);
		expect(await ask(2)).toEqual(before);
		expect((await ask(3 + Math.abs(jump % 7)))[0]).toBe(200);
	}
});
