import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeColumn, encodeColumn, NONE } from "../../../src/database/columns/encode.ts";

/** The values that a column has, NONE where the element 0 stands for none. */
function valuesOf(encoded: ReturnType<typeof encodeColumn>, canMiss: boolean): number[] {
	const { elements, base } = decodeColumn(encoded);
	return Array.from(elements, (element) => (canMiss && element === 0 ? NONE : element + base));
}

const day = fc.integer({ min: -719_162, max: 2_932_896 });
const near = fc.integer({ min: 17_000, max: 17_200 });
const value = fc.oneof(day, near, fc.constantFrom(0, 254, 255, 256, 65_534, 65_535, 65_536));

describe("a column", () => {
	test("gives back what was written, missing or not", () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(value, fc.constant(NONE))), (values) => {
				expect(valuesOf(encodeColumn(Int32Array.from(values), true), true)).toEqual(values);
			}),
		);
		fc.assert(
			fc.property(fc.array(value), (values) => {
				expect(valuesOf(encodeColumn(Int32Array.from(values), false), false)).toEqual(values);
			}),
		);
	});

	test.each([
		[[17_000, 17_254], true, 1],
		[[17_000, 17_255], true, 2],
		[[17_000, 17_255], false, 1],
		[[0, 65_535], false, 2],
		[[0, 65_535], true, 4],
		[[NONE, NONE], true, 1],
		[[], false, 1],
	])("of %j (missing: %s) has elements of %i bytes", (values, canMiss, width) => {
		const { bytes, length, ...shape } = encodeColumn(Int32Array.from(values), canMiss);
		expect(shape.width).toBe(width);
		expect(bytes).toHaveLength(values.length * width);
		expect(length).toBe(values.length);
	});

	test("tells the largest value, and one below its base where there is none", () => {
		expect(encodeColumn(Int32Array.of(5, NONE, 9), true)).toMatchObject({ base: 4, top: 9 });
		for (const canMiss of [true, false]) {
			const { base, top } = encodeColumn(new Int32Array(), canMiss);
			expect(top).toBeLessThan(base);
		}
	});

	test("is read from bytes that lie anywhere, its lowest byte first", () => {
		const bytes = Uint8Array.of(9, 1, 2, 3, 4).subarray(1);
		const { elements } = decodeColumn({ length: 2, width: 2, base: 0, top: 0, bytes });
		expect([...elements]).toEqual([0x0201, 0x0403]);
	});

	test.each([
		[3, 2],
		[1, 3],
	])("of %i elements of %i bytes is refused when its bytes are others", (length, width) => {
		expect(() =>
			decodeColumn({ length, width, base: 0, top: 0, bytes: new Uint8Array(4) }),
		).toThrow(`expected a column of ${length} elements`);
	});
});
