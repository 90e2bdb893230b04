import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf } from "../../src/explorer/pieces.ts";

describe("the pieces of a text", () => {
	const LENGTH = 40;
	const stretch = fc.tuple(
		fc.integer({ min: -2, max: LENGTH }),
		fc.integer({ min: -2, max: LENGTH + 4 }),
	);

	it("are the whole text, and each belongs to whose stretches cover it, the shortest first", () => {
		fc.assert(
			fc.property(fc.array(stretch, { maxLength: 8 }), (stretches) => {
				const owned = stretches.map(([start, end], owner) => ({ start, end, owner }));
				const pieces = piecesOf(LENGTH, owned);
				expect(pieces.at(0)?.start).toBe(0);
				expect(pieces.at(-1)?.end).toBe(LENGTH);
				for (const [index, { start, end, owners }] of pieces.entries()) {
					expect(end).toBe(pieces[index + 1]?.start ?? LENGTH);
					expect(start).toBeLessThan(end);
					const covering = owned.filter(
						(one) => one.start >= 0 && one.end <= LENGTH && one.start <= start && end <= one.end,
					);
					expect(owners.toSorted()).toEqual(covering.map(({ owner }) => owner).toSorted());
					const lengths = owners.map(
						(owner) => (owned[owner]?.end ?? 0) - (owned[owner]?.start ?? 0),
					);
					expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
				}
			}),
		);
	});

	it("of an empty text are none", () => {
		expect(piecesOf(0, [])).toEqual([]);
	});
});
