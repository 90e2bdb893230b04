import { expect, test } from "vitest";
import { CountingRoom } from "../../../src/database/stats/counting-room.ts";

const MEGABYTE = 2 ** 20;

test("each count gets zeros, in the memory of the one before", () => {
	const room = new CountingRoom();
	const first = room.int32(100).fill(7);
	const other = room.float64(100).fill(8);
	expect(other.byteOffset).toBeGreaterThanOrEqual(first.byteLength);
	expect(first.every((value) => value === 7)).toBe(true);
	room.begin();
	const again = room.float64(51);
	expect(again.buffer).toBe(first.buffer);
	expect(again.every((value) => value === 0)).toBe(true);
	expect(room.int32(3).byteOffset % 8).toBe(0);
});

test("what is kept has a bound, and more is to be had all the same", () => {
	const room = new CountingRoom();
	const kept = room.int32(3 * MEGABYTE);
	const more = room.int32(3 * MEGABYTE).fill(1);
	room.begin();
	expect(room.int32(3 * MEGABYTE).buffer).toBe(kept.buffer);
	const fresh = room.int32(3 * MEGABYTE);
	expect(fresh.buffer).not.toBe(more.buffer);
	expect(fresh[0]).toBe(0);
});
