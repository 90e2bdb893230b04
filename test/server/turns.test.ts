import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTurns, type EndOfTurn, type Turns } from "../../src/server/turns.ts";

const OPTIONS = { atOnce: 2, milliseconds: 50, mostUnderWay: 4, mostWaiting: 3 };
const PATIENCE = 1_000_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Takes turns for some visitors, and tells whose has come, in the order of their coming. */
function visitors(turns: Turns, count: number) {
	const come: number[] = [];
	const ends = new Map<number, EndOfTurn>();
	const refused: number[] = [];
	const left: number[] = [];
	for (let visitor = 0; visitor < count; visitor += 1) {
		const turn = turns.take(PATIENCE);
		if (turn === null) refused.push(visitor);
		else
			void Promise.resolve(turn).then((end) => {
				if (end === null) left.push(visitor);
				else {
					come.push(visitor);
					ends.set(visitor, end);
				}
			});
	}
	const end = (visitor: number) => ends.get(visitor)?.();
	return { come, refused, left, end };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("turns", () => {
	it("come in the order in which they are asked for, as others end", async () => {
		const turns = createTurns(OPTIONS);
		const { come, refused, end } = visitors(turns, 5);
		await settle();
		expect([come, refused]).toEqual([[0, 1], []]);
		end(1);
		await settle();
		expect(come).toEqual([0, 1, 2]);
		end(0);
		end(2);
		await settle();
		expect(come).toEqual([0, 1, 2, 3, 4]);
		end(3);
		end(4);
		expect([turns.underWay, turns.waiting]).toEqual([0, 0]);
	});

	it("are refused where too many wait", async () => {
		const { refused } = visitors(createTurns(OPTIONS), 7);
		expect(refused).toEqual([5, 6]);
	});

	it("end for who takes long, who goes on beside the next ones", async () => {
		const turns = createTurns(OPTIONS);
		const { come } = visitors(turns, 4);
		await vi.advanceTimersByTimeAsync(OPTIONS.milliseconds - 1);
		expect(come).toEqual([0, 1]);
		await vi.advanceTimersByTimeAsync(2);
		expect(come).toEqual([0, 1, 2, 3]);
		expect(turns.underWay).toBe(4);
	});

	it("do not come while too many are under way, however long they take", async () => {
		const turns = createTurns(OPTIONS);
		const { come, end } = visitors(turns, 5);
		await vi.advanceTimersByTimeAsync(100 * OPTIONS.milliseconds);
		expect([come, turns.underWay, turns.waiting]).toEqual([[0, 1, 2, 3], 4, 1]);
		end(0);
		await vi.advanceTimersByTimeAsync(2 * OPTIONS.milliseconds);
		expect(come).toEqual([0, 1, 2, 3, 4]);
	});

	it("are waited for no longer than one has patience, and then leave their place to others", async () => {
		const turns = createTurns(OPTIONS);
		const { left, end } = visitors(turns, 7);
		await vi.advanceTimersByTimeAsync(PATIENCE - 1);
		expect([left, turns.waiting]).toEqual([[], 1]);
		await vi.advanceTimersByTimeAsync(1);
		expect([left, turns.waiting]).toEqual([[4], 0]);
		// Who has left does not come when there is a turn again.
		end(0);
		await vi.advanceTimersByTimeAsync(2 * OPTIONS.milliseconds);
		expect([turns.underWay, left]).toEqual([3, [4]]);
	});

	it("end once, however often that is said", async () => {
		const turns = createTurns(OPTIONS);
		const { end } = visitors(turns, 2);
		await settle();
		end(0);
		end(0);
		expect(turns.underWay).toBe(1);
	});

	it("leave no timer behind when nobody waits", async () => {
		const turns = createTurns(OPTIONS);
		const { end } = visitors(turns, 3);
		await settle();
		end(0);
		end(1);
		await vi.advanceTimersByTimeAsync(2 * OPTIONS.milliseconds);
		expect(vi.getTimerCount()).toBe(0);
	});
});
