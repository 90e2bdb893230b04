import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelled, MOST, regionOf } from "../../src/explorer/map-region.ts";

const SYRIA = { at: [38, 35], count: 28 } as const;
const MOSCOW = { at: [37.6, 55.7], count: 27 } as const;
const AMERICA = { at: [-97, 38], count: 2 } as const;

describe("the region of a map", () => {
	it("leaves out a far place of which little is said", () => {
		const kept = regionOf([AMERICA, SYRIA, MOSCOW]);
		expect(new Set(kept)).toEqual(new Set([SYRIA, MOSCOW]));
	});

	it("has a far place of which much is said", () => {
		expect(regionOf([{ ...AMERICA, count: 20 }, SYRIA, MOSCOW])).toHaveLength(3);
	});

	it("of no place, or of one, is that", () => {
		expect(regionOf([])).toEqual([]);
		expect(regionOf([AMERICA])).toEqual([AMERICA]);
	});

	it("has most of all that is said, and none of it that could be left out", () => {
		const place = fc.record({
			at: fc.tuple(
				fc.double({ min: -180, max: 180, noNaN: true }),
				fc.double({ min: -85, max: 85, noNaN: true }),
			),
			count: fc.integer({ min: 1, max: 50 }),
		});
		const sum = (places: readonly { count: number }[]) =>
			places.reduce((whole, { count }) => whole + count, 0);
		fc.assert(
			fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
				const kept = regionOf(places);
				expect(sum(kept)).toBeGreaterThanOrEqual(MOST * sum(places));
				expect(sum(kept.slice(0, -1))).toBeLessThan(MOST * sum(places));
				expect(places).toEqual(expect.arrayContaining(kept));
			}),
		);
	});
});

describe("the names on a map", () => {
	it("do not stand on each other; the first has its place", () => {
		const names = [
			{ slug: "a", name: "Damascus", x: 100, y: 100 },
			{ slug: "b", name: "Syria", x: 120, y: 105 },
			{ slug: "c", name: "Sochi", x: 120, y: 140 },
			{ slug: "d", name: "Moscow", x: 300, y: 100 },
		];
		expect([...labelled(names)]).toEqual(["a", "c", "d"]);
	});
});
