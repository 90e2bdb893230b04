import { describe, expect, test } from "vitest";
import { oneAtATime } from "../../../src/database/stats/one-at-a-time.ts";

describe("oneAtATime", () => {
	test("begins each when the one before has ended, in their order, whatever became of it", async () => {
		const told: string[] = [];
		const count = (name: string, fails: boolean) =>
			oneAtATime(async () => {
				told.push(`begin ${name}`);
				await new Promise((resolve) => setImmediate(resolve));
				told.push(`end ${name}`);
				if (fails) throw new Error(name);
				return name;
			});
		const results = await Promise.allSettled([
			count("a", false),
			count("b", true),
			count("c", false),
		]);
		expect(told).toEqual(["begin a", "end a", "begin b", "end b", "begin c", "end c"]);
		expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
	});
});
