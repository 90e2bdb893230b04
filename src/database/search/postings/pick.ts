import type { Direction } from "../../order.ts";
import type { Slice } from "../../slice.ts";
import type { Matches } from "./matches.ts";

/** Where a match stands in the order of relevance: the key first, which is the lower the earlier, then the number. */
interface Place {
	readonly key: number;
	readonly number: number;
}

/** Matches in the order of relevance, or against it where the slice runs backward. */
export interface Picked {
	readonly keys: Int32Array;
	readonly numbers: Int32Array;
	/** Whether anything lies on the other side of the cursor that the slice starts from. */
	readonly isBehind: boolean;
}

function compare(a: Place, b: Place): number {
	return a.key - b.key || a.number - b.number;
}

function placeOf(cursor: readonly string[] | null): Place | null {
	return cursor === null ? null : { key: Number(cursor[0]), number: Number(cursor[1]) };
}

/** The first few of some places, however many are added. */
class FirstFew {
	readonly places: Place[] = [];
	readonly #most: number;
	readonly #compare: (a: Place, b: Place) => number;

	constructor(most: number, comparison: (a: Place, b: Place) => number) {
		this.#most = most;
		this.#compare = comparison;
	}

	add(place: Place): void {
		const { places } = this;
		const last = places.at(-1);
		if (places.length === this.#most) {
			if (last === undefined || this.#compare(place, last) > 0) return;
			places.pop();
		}
		let index = places.length;
		while (index > 0 && this.#compare(place, places[index - 1] ?? place) < 0) index -= 1;
		places.splice(index, 0, place);
	}
}

/** Looks at each curated match; at the later ones first where the slice runs backward, so that few are put in and driven out again. */
function eachPlace(
	{ numbers, ranks, drafts }: Matches,
	direction: Direction,
	backward: boolean,
	visit: (place: Place) => void,
): void {
	for (let step = 0; step < numbers.length; step += 1) {
		const index = backward ? numbers.length - 1 - step : step;
		if (drafts[index] === 1) continue;
		const rank = ranks[index] ?? 0;
		visit({ key: direction === "ASC" ? rank : -rank, number: numbers[index] ?? 0 });
	}
}

/**
 * Picks the curated matches of a slice and the one behind it, in the order of relevance;
 * those that match equally well in the order of their numbers. Looks at each match once,
 * whichever page it is.
 */
export function pick(matches: Matches, direction: Direction, slice: Slice): Picked {
	const { backward } = slice;
	const [after, before] = [placeOf(slice.after), placeOf(slice.before)];
	const few = new FirstFew(slice.size + 1, backward ? (a, b) => compare(b, a) : compare);
	let isBehind = false;
	eachPlace(matches, direction, backward, (place) => {
		const isEarly = after !== null && compare(place, after) <= 0;
		const isLate = before !== null && compare(place, before) >= 0;
		isBehind ||= backward ? isLate : isEarly;
		if (!isEarly && !isLate) few.add(place);
	});
	return {
		keys: Int32Array.from(few.places, ({ key }) => key),
		numbers: Int32Array.from(few.places, ({ number }) => number),
		isBehind,
	};
}
