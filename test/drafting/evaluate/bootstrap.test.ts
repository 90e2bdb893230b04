import { describe, expect, it } from "vitest";
import { middleOf, RESAMPLES, resample } from "../../../src/drafting/evaluate/bootstrap.ts";
import { measure } from "../../../src/drafting/evaluate/figures.ts";
import { judged, PROPOSALS } from "./cases.ts";

describe("resample", () => {
	it("draws as many pages as there are, the same ones each time", () => {
		const drawn = resample(7);
		expect(drawn).toHaveLength(RESAMPLES);
		for (const weights of drawn) expect(weights.reduce((sum, one) => sum + one, 0)).toBe(7);
		expect(resample(7)).toEqual(drawn);
	});

	it("draws every page about as often", () => {
		const totals = [0, 0, 0, 0];
		for (const weights of resample(4))
			for (const [at, weight] of weights.entries()) totals[at] = (totals[at] ?? 0) + weight;
		for (const total of totals) expect(Math.abs(total - RESAMPLES)).toBeLessThan(100);
	});
});

describe("middleOf", () => {
	it("leaves out a fortieth on each side", () => {
		const values = Array.from({ length: 1001 }, (_, at) => 1000 - at);
		expect(middleOf(values)).toEqual({ low: 25, high: 975 });
		expect(middleOf([0.5])).toEqual({ low: 0.5, high: 0.5 });
		expect(middleOf([])).toBeNull();
	});
});

describe("intervals", () => {
	it("hold the value, are the same each time, and are narrow where all pages are the same", () => {
		const mixed = [judged(PROPOSALS), judged(PROPOSALS.slice(1)), judged([]), judged(PROPOSALS)];
		const measured = measure(mixed);
		expect(measure(mixed)).toEqual(measured);
		const figure = measured[0]?.rows[0]?.figures.recall;
		expect(figure).toMatchObject({ right: 5, of: 8, value: 5 / 8 });
		expect(figure?.interval?.low).toBeLessThan(5 / 8);
		expect(figure?.interval?.high).toBeGreaterThan(5 / 8);
		const same = measure([judged(PROPOSALS.slice(1)), judged(PROPOSALS.slice(1))]);
		expect(same[0]?.rows[0]?.figures.recall?.interval).toEqual({ low: 0.5, high: 0.5 });
	});
});
