import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createLevels } from "../../src/database/levels.ts";

/** A batch function that takes a while, in milliseconds, and remembers what it was asked for. */
function slow(milliseconds: number): {
	batches: string[][];
	batch: (keys: readonly string[]) => Promise<string[]>;
} {
	const batches: string[][] = [];
	return {
		batches,
		batch: async (keys) => {
			batches.push([...keys]);
			await setTimeout(milliseconds);
			return keys.map((key) => `${key}!`);
		},
	};
}

describe("loaders of one request", () => {
	test("share a batch for what two branches of other speed lead to", async () => {
		const makeLoader = createLevels();
		const [fast, late, noun] = [slow(1), slow(30), slow(1)];
		const [first, second, nouns] = [fast, late, noun].map(({ batch }) => makeLoader(batch));
		const branch = async (list: typeof first, key: string) =>
			nouns?.load((await list?.load(key)) ?? "");
		expect(await Promise.all([branch(first, "a"), branch(second, "b")])).toEqual(["a!!", "b!!"]);
		expect(noun.batches).toEqual([["a!", "b!"]]);
	});

	test("do not wait for a leaf", async () => {
		const makeLoader = createLevels();
		const order: string[] = [];
		const [list, noun, total] = [slow(1), slow(1), slow(60)];
		const lists = makeLoader(list.batch);
		const nouns = makeLoader(noun.batch);
		const totals = makeLoader(total.batch, { leaf: true });
		await Promise.all([
			totals.load("total").then(() => order.push("total")),
			lists
				.load("list")
				.then((key) => nouns.load(key))
				.then(() => order.push("noun")),
		]);
		expect(order).toEqual(["noun", "total"]);
	});

	test("go on after a batch that fails", async () => {
		const makeLoader = createLevels();
		const failing = makeLoader<string, string>(async () => {
			await setTimeout(1);
			throw new Error("away");
		});
		const { batch, batches } = slow(1);
		const nouns = makeLoader(batch);
		const failed = failing.load("a");
		const waiting = failed.catch(() => nouns.load("b"));
		await expect(failed).rejects.toThrow("away");
		expect(await waiting).toBe("b!");
		expect(batches).toEqual([["b"]]);
	});

	test("have nothing to do with those of another request", async () => {
		const { batch, batches } = slow(1);
		await Promise.all([createLevels()(batch).load("a"), createLevels()(batch).load("b")]);
		expect(batches).toEqual([["a"], ["b"]]);
	});
});
