import fc from "fast-check";
import { expect, test } from "vitest";
import { compareOrders, FirstGroups } from "../../../src/database/stats/ranking.ts";

const orders = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)), { maxLength: 60 });

test("the first groups are those that sorting would give", () => {
	fc.assert(
		fc.property(orders, fc.nat(20), (all, most) => {
			const groups = all.map((order, id) => ({
				key: id,
				count: 1,
				codes: [],
				order: [...order, id],
			}));
			const first = new FirstGroups(most);
			for (const group of groups) first.offer(group);
			const expected = groups.toSorted((a, b) => compareOrders(a.order, b.order)).slice(0, most);
			expect(first.sorted()).toEqual(expected);
			expect(first.last).toEqual(most > 0 && groups.length >= most ? expected.at(-1) : null);
		}),
	);
});
