import { describe, expect, it } from "vitest";
import { DETAILS, type Detail, measure } from "./figures.ts";

/** Of each detail: how many must be right at least, and how many may be drafted that are not curated. */
const FLOORS: Readonly<Record<Detail, readonly [number, number]>> = {
	speakers: [44, 5],
	resolutions: [44, 5],
	roles: [43, 6],
	offices: [7, 0],
	acts: [48, 1],
	relays: [4, 0],
	addressees: [7, 0],
	"statement places": [54, 1],
	"places with their role": [51, 4],
	days: [4, 0],
	parents: [1, 0],
	"article places": [50, 0],
	"other quotations": [7, 0],
};

describe("the details of drafts of the curated articles", () => {
	const figures = measure();
	it.each(DETAILS)("%s are as right as they were", (detail) => {
		const [right, wrong] = FLOORS[detail];
		expect(figures[detail].right).toBeGreaterThanOrEqual(right);
		expect(figures[detail].wrong).toBeLessThanOrEqual(wrong);
	});
});
