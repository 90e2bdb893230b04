import fc from "fast-check";
import { expect, test } from "vitest";
import { createCounter, DistinctCounter } from "../../../src/database/stats/counter.ts";
import { NumberTable } from "../../../src/database/stats/number-table.ts";
import { Tuples } from "../../../src/database/stats/tuples.ts";

const number = fc.oneof(
	fc.integer({ min: 0, max: 50 }),
	fc.maxSafeNat(),
	fc.nat(2000).map((part) => part * 2 ** 32),
);

test("a table gives each number an id, the same each time, as a Map would", () => {
	fc.assert(
		fc.property(fc.array(number, { size: "large", maxLength: 5000 }), (numbers) => {
			const table = new NumberTable();
			const known = new Map<number, number>();
			for (const one of numbers) {
				known.set(one, known.get(one) ?? known.size);
				expect(table.idOf(one)).toBe(known.get(one));
			}
			expect(table.size).toBe(known.size);
			for (const [one, id] of known) expect(table.numberOf(id)).toBe(one);
			for (const one of known.keys()) expect(table.find(one + 1)).toBe(known.get(one + 1) ?? -1);
		}),
		{ numRuns: 30 },
	);
});

function tuplesOf(keys: readonly number[]): Tuples {
	const tuples = new Tuples();
	tuples.reserve(keys.length);
	tuples.keys.set(keys);
	tuples.count = keys.length;
	return tuples;
}

test.each([
	["an array", 3000],
	["a table", 2 ** 50],
])("keys are counted in %s", (_name, range) => {
	const key = fc.nat(2999);
	fc.assert(
		fc.property(fc.array(fc.array(key, { size: "large" }), { maxLength: 5 }), (parts) => {
			const counter = createCounter(range, 1000);
			for (const part of parts) counter.add(tuplesOf(part));
			const found = new Map<number, number>();
			for (let part = 0; part < counter.parts; part += 1)
				counter.visit(part, (one, count) => {
					expect(found.has(one)).toBe(false);
					found.set(one, count);
				});
			const expected = new Map<number, number>();
			for (const one of parts.flat()) expected.set(one, (expected.get(one) ?? 0) + 1);
			expect(found).toEqual(expected);
		}),
	);
});

test.each([
	["bits", 10],
	["a table", 2 ** 40],
])("different values are counted by %s", (_name, range) => {
	const pairs = fc.array(fc.tuple(fc.nat(20), fc.nat(9)), { size: "large" });
	fc.assert(
		fc.property(pairs, (seen) => {
			const counter = new DistinctCounter(21, range);
			for (const [row, value] of seen) counter.add(row, value);
			for (let row = 0; row <= 20; row += 1)
				expect(counter.countOf(row)).toBe(
					new Set(seen.filter(([one]) => one === row).map(([, value]) => value)).size,
				);
		}),
	);
});
