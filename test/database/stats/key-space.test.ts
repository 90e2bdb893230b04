import fc from "fast-check";
import { expect, test } from "vitest";
import type { Axis } from "../../../src/database/stats/axis.ts";
import { KeySpace } from "../../../src/database/stats/key-space.ts";

/** An axis that has a code for each statement. */
function axis(codes: readonly number[], range: number, density: number): Axis {
	return {
		range,
		density,
		columns: [],
		extend: (_columns, from, into) => {
			for (let index = 0; index < from.count; index += 1) {
				const owner = from.owners[index] ?? 0;
				into.owners[index] = owner;
				into.keys[index] =
					(from.isBlank ? 0 : (from.keys[index] ?? 0)) * range + (codes[owner] ?? 0);
			}
			into.count = from.count;
		},
	};
}

const LONG = 2 ** 31 - 1;
const codes = fc.oneof(fc.integer({ min: 0, max: LONG - 1 }), fc.constantFrom(0, LONG - 1));

const densities = fc.array(fc.constantFrom(0.1, 1, 1.2), { minLength: 3, maxLength: 3 });

/** A key has these codes, told at once and one by one. */
function expectCodes(space: KeySpace, key: number, codes: readonly number[]): void {
	expect(space.codesOf(key)).toEqual(codes);
	expect(codes.map((_code, place) => space.codeOf(key, place))).toEqual(codes);
}

test("a key tells its codes, however many there can be", () => {
	const statements = fc.array(fc.tuple(codes, codes, codes), { minLength: 1, maxLength: 20 });
	fc.assert(
		fc.property(statements, fc.subarray([0, 1, 2]), densities, (all, used, dense) => {
			const axes = used.map((place) =>
				axis(
					all.map((one) => one[place] ?? 0),
					LONG,
					dense[place] ?? 1,
				),
			);
			const space = new KeySpace(axes);
			expect(space.range).toBeLessThanOrEqual(2 ** 31 * LONG);
			const rows = Int32Array.from(all, (_, index) => index);
			const { keys } = space.tuplesOf(new Map(), rows, rows.length);
			for (const [index, one] of all.entries())
				expectCodes(
					space,
					keys[index] ?? 0,
					used.map((place) => one[place] ?? 0),
				);
			const different = new Set(all.map((one) => used.map((place) => one[place]).join()));
			expect(new Set(keys.subarray(0, all.length)).size).toBe(different.size);
		}),
	);
});
