import { setImmediate as turn } from "node:timers/promises";
import type { ColumnKeeper, Columns } from "../columns/keeper.ts";
import type { Layout, SegmentLayout } from "../columns/layout.ts";
import { type CountedName, SEGMENT_SIZE } from "../columns/segment.ts";
import type { Reader } from "../database.ts";
import { type DayRange, inAll } from "./day-range.ts";
import type { RowCondition } from "./row-conditions.ts";

/** Which statements are counted: those that conditions on columns hold for, or those of some numbers. */
export type Selection =
	| { readonly conditions: readonly RowCondition[] }
	/** In rising order. */
	| { readonly numbers: Int32Array };

/** Where columns are read from. */
export interface ColumnSource {
	readonly reader: Reader;
	readonly keeper: ColumnKeeper;
	readonly layout: Layout;
}

/** Works at the selected statements of one segment: their places in it, each once. */
export type SegmentVisitor = (columns: Columns, rows: Int32Array, count: number) => void;

/** How many segments are read by one SQL statement, so that few bytes are on their way at once. */
const SEGMENTS_AT_ONCE = 4;

const EVERY_ROW = Int32Array.from({ length: SEGMENT_SIZE }, (_, index) => index);
// One segment is worked at without a pause, so all counts can share the room for it.
const ROOM = new Int32Array(SEGMENT_SIZE);

/** The place of the first number that is not below another. */
function placeOf(numbers: Int32Array, least: number): number {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((numbers[middle] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** How many statements are selected at the most. */
export function mostSelected(selection: Selection, { segments }: Layout): number {
	if ("numbers" in selection) return selection.numbers.length;
	return segments.reduce((sum, { length }) => sum + length, 0);
}

/** The days that all selected statements lie in, as far as that can be told. */
export function selectedDays(selection: Selection): DayRange {
	return inAll(
		"numbers" in selection ? [] : selection.conditions.flatMap(({ days }) => days ?? []),
	);
}

function mayHaveAny(selection: Selection, segment: SegmentLayout): boolean {
	if ("conditions" in selection)
		return selection.conditions.every((condition) => condition.mayHold(segment));
	const { numbers } = selection;
	const next = numbers[placeOf(numbers, segment.start)];
	return next !== undefined && next < segment.start + segment.length;
}

function selectNumbers(numbers: Int32Array, { start, length }: SegmentLayout): number {
	const [first, end] = [placeOf(numbers, start), placeOf(numbers, start + length)];
	for (let index = first; index < end; index += 1)
		ROOM[index - first] = (numbers[index] ?? 0) - start;
	return end - first;
}

/** Visits the rows of a segment that are selected. */
function select(
	selection: Selection,
	segment: SegmentLayout,
	columns: Columns,
	visit: SegmentVisitor,
): void {
	if ("numbers" in selection) {
		visit(columns, ROOM, selectNumbers(selection.numbers, segment));
		return;
	}
	let [rows, count] = [EVERY_ROW, segment.length];
	for (const condition of selection.conditions) {
		if (rows !== EVERY_ROW) break;
		const found = condition.find?.(columns, ROOM) ?? null;
		if (found !== null) [rows, count] = [ROOM, found];
	}
	for (const condition of selection.conditions) {
		if (condition.holdsForAll(segment)) continue;
		count = condition.keep(columns, rows, count, ROOM);
		rows = ROOM;
	}
	visit(columns, rows, count);
}

/**
 * Visits the segments that have selected statements, in their order. Between two of them
 * other work gets its turn, so that a count of millions stops nothing for longer than a
 * segment takes.
 *
 * @param names the columns that the visitor needs
 * @throws AnotherCorpus when another corpus is served than the layout is of
 */
export async function visitSegments(
	{ reader, keeper, layout }: ColumnSource,
	selection: Selection,
	names: readonly CountedName[],
	visit: SegmentVisitor,
): Promise<void> {
	const own = "conditions" in selection ? selection.conditions.flatMap((one) => one.columns) : [];
	const needed = [...new Set([...own, ...names])];
	const segments = layout.segments.filter((segment) => mayHaveAny(selection, segment));
	for (let start = 0; start < segments.length; start += SEGMENTS_AT_ONCE) {
		const some = segments.slice(start, start + SEGMENTS_AT_ONCE);
		const indexes = some.map(({ index }) => index);
		const columns = await keeper.columns(reader, indexes, needed);
		for (const [index, segment] of some.entries()) {
			const ofSegment = columns[index];
			if (ofSegment !== undefined) select(selection, segment, ofSegment, visit);
			if (segment !== segments.at(-1)) await turn();
		}
	}
}
