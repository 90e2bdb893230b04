import { compileQuery } from "graphql-jit";
import { describe, expect, it, vi } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { MOST_CODE } from "../../src/server/use-keepable-answers.ts";
import { ask, testApp } from "../support/app.ts";

vi.mock("graphql-jit", { spy: true });

/** Asked so often, an operation is compiled. */
const TIMES = 3;
/** In fields; what one takes is reckoned as bytes by the server. */
const SIZE = 500;
/** More operations of this size than there is room for. */
const MANY = (2 * MOST_CODE) / (SIZE * 4000);

/** An operation that no other test asks, and that needs no database. */
function operation(number: number): string {
	return `{ ${"__typename ".repeat(SIZE)}} # ${number}`;
}

describe("the code of operations", () => {
	const nowhere = { read: () => Promise.reject(new Error("no database is needed here")) };

	/** How often something was compiled while all of them were asked. */
	async function compiledFor(numbers: readonly number[], app: ReturnType<typeof testApp>) {
		vi.mocked(compileQuery).mockClear();
		for (const number of numbers)
			for (let time = 0; time < TIMES; time += 1) await ask(app, operation(number));
		return vi.mocked(compileQuery).mock.calls.length;
	}

	it("is kept as long as there is room, and made again when others have taken it", async () => {
		const app = testApp(nowhere as unknown as Database);
		expect(await compiledFor([0], app)).toBe(1);
		expect(await compiledFor([0, 0, 1], app)).toBe(1);
		const others = Array.from({ length: MANY }, (_none, index) => index + 2);
		expect(await compiledFor(others, app)).toBe(MANY);
		expect(await compiledFor([MANY + 1, 0], app)).toBe(1);
	});
});
