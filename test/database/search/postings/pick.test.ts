import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Matches } from "../../../../src/database/search/postings/matches.ts";
import { pick } from "../../../../src/database/search/postings/pick.ts";

/** Matches with few different ranks, so that many are equal. */
const matches = fc
	.array(fc.record({ rank: fc.nat({ max: 3 }), draft: fc.nat({ max: 1 }) }), { maxLength: 30 })
	.map(
		(all) =>
			new Matches({
				name: "",
				numbers: Int32Array.from(all, (_one, index) => index * 2),
				ranks: Int32Array.from(all, ({ rank }) => rank),
				drafts: Uint8Array.from(all, ({ draft }) => draft),
				areOthers: false,
			}),
	);

const cursor = fc.option(
	fc.tuple(fc.integer({ min: -3, max: 3 }).map(String), fc.nat({ max: 60 }).map(String)),
);

type Place = readonly [key: number, number: number];

function inOrder(a: Place, b: Place): number {
	return a[0] - b[0] || a[1] - b[1];
}

describe("pick", () => {
	test("gives the slice that sorting everything gives", () => {
		fc.assert(
			fc.property(
				matches,
				fc.constantFrom("ASC", "DESC"),
				fc.record({
					size: fc.nat({ max: 8 }),
					backward: fc.boolean(),
					after: cursor,
					before: cursor,
				}),
				(found, direction, slice) => {
					const { after, before, size, backward } = slice;
					const places = [...found.numbers]
						.map((number, index): Place => {
							const rank = found.ranks[index] ?? 0;
							return [direction === "ASC" ? rank : 0 - rank, number];
						})
						.filter((_place, index) => found.drafts[index] === 0)
						.toSorted(inOrder);
					const at = (text: readonly string[]): Place => [Number(text[0]), Number(text[1])];
					const isAfter = (place: Place) => after === null || inOrder(place, at(after)) > 0;
					const isBefore = (place: Place) => before === null || inOrder(place, at(before)) < 0;
					const inside = places.filter((place) => isAfter(place) && isBefore(place));
					const expected = (backward ? inside.toReversed() : inside).slice(0, size + 1);
					const { keys, numbers, isBehind } = pick(found, direction, slice);
					expect([...keys].map((key, index) => [key, numbers[index]])).toEqual(expected);
					const outside = backward ? isBefore : isAfter;
					expect(isBehind).toBe(places.some((place) => !outside(place)));
				},
			),
			{ numRuns: 1000 },
		);
	});
});
