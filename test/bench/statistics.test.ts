import { describe, expect, test } from "vitest";
import { randomOf, weighted, zipf } from "../../bench/generator/random.ts";
import { median, pairedRatio, percentile } from "../../bench/report/statistics.ts";

describe("percentile", () => {
	test("takes the nearest rank, by value and not by text", () => {
		const values = Array.from({ length: 100 }, (_none, index) => 100 - index);
		expect(percentile(values, 0.5)).toBe(50);
		expect(percentile(values, 0.99)).toBe(99);
		expect(percentile([9, 10, 100], 1)).toBe(100);
		expect(percentile([5], 0)).toBe(5);
		expect(percentile([], 0.5)).toBeNaN();
	});
});

describe("median", () => {
	test("takes the middle, or the mean of the two there", () => {
		expect(median([10, 9, 100])).toBe(10);
		expect(median([4, 1, 3, 2])).toBe(2.5);
		expect(median([])).toBeNaN();
	});
});

describe("pairedRatio", () => {
	test("pairs inside each round, so that a slow round slows both", () => {
		// The ratio of the medians would be 0.1.
		expect(pairedRatio([10, 100, 1000], [100, 50, 500])).toBe(2);
	});

	test("refuses rounds that have no partner", () => {
		expect(() => pairedRatio([1, 2], [1])).toThrow(
			"expected as many rounds of both, found 2 and 1",
		);
	});
});

describe("chance", () => {
	test("is the same for the same seed", () => {
		const draw = (...parts: number[]) => {
			const random = randomOf(...parts);
			return Array.from({ length: 5 }, () => random.below(1000));
		};
		expect(draw(1, 2)).toEqual(draw(1, 2));
		expect(draw(1, 2)).not.toEqual(draw(2, 1));
	});

	test("picks by weight, never what weighs nothing", () => {
		const random = randomOf(1);
		const pick = weighted(["never", "often", "seldom"], (_item, index) => [0, 9, 1][index] ?? 0);
		const picked = Array.from({ length: 2000 }, () => pick(random));
		const share = (wanted: string) => picked.filter((item) => item === wanted).length / 2000;
		expect(share("never")).toBe(0);
		expect(share("often")).toBeCloseTo(0.9, 1);
	});

	test("spreads as Zipf: the first twice as often as the second", () => {
		const random = randomOf(1);
		const pick = zipf([1, 2, 3, 4]);
		const picked = Array.from({ length: 5000 }, () => pick(random));
		const count = (wanted: number) => picked.filter((item) => item === wanted).length;
		expect(count(1) / count(2)).toBeCloseTo(2, 0);
		expect(count(1) / count(4)).toBeGreaterThan(3);
	});
});
