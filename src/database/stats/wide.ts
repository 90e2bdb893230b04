import type { Column } from "../columns/encode.ts";
import { SEGMENT_SIZE } from "../columns/segment.ts";

// One segment is worked at without a pause, so all counts can share the room for it.
const ROOMS: Int32Array[] = [new Int32Array(SEGMENT_SIZE), new Int32Array(SEGMENT_SIZE)];

/**
 * The elements of a column, four bytes each: what reads them is compiled for one width then.
 * Only the first `length` of them are the column's.
 *
 * @param place which of two rooms they are put into: what is there is overwritten
 */
export function wide({ elements, length }: Column, place: 0 | 1): Int32Array {
	let room = ROOMS[place];
	if (room === undefined || room.length < length) {
		room = new Int32Array(length * 2);
		ROOMS[place] = room;
	}
	room.set(elements);
	return room;
}
