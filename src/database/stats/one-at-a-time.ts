import { countingRoom } from "./counting-room.ts";

let last: Promise<unknown> = Promise.resolve();

/**
 * Begins a count when the one before it has ended. A count takes a processor and some
 * megabytes while it goes on: those that go on side by side would all end as late as the
 * last, and take the memory of all.
 */
export function oneAtATime<Result>(count: () => Promise<Result>): Promise<Result> {
	const counted = last.then(() => {
		countingRoom.begin();
		return count();
	});
	// Whoever comes next waits for its end, and not for its answer.
	last = counted.catch(() => undefined);
	return counted;
}
