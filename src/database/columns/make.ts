import type { Column } from "./encode.ts";
import type { ColumnName, CountedName, Link } from "./segment.ts";

/** The columns that a column is made of. */
export function sourceOf(name: CountedName): ColumnName {
	if (name === "byDay") return "firstDay";
	if (!name.endsWith("Start")) return name as Exclude<ColumnName, `${Link}Owner`>;
	// Only the names of links end so.
	return `${name.slice(0, -"Start".length) as Link}Owner`;
}

function shapeOf(elements: Uint16Array | Uint32Array): Omit<Column, "elements"> {
	return { length: elements.length, width: elements.BYTES_PER_ELEMENT, base: 0, top: 0 };
}

/** Where the values of each statement begin, and in the end where those of the last end. */
function startsOf({ elements, base }: Column, statements: number): Column {
	const starts = new Uint32Array(statements + 1);
	for (const element of elements) {
		const next = element + base + 1;
		starts[next] = (starts[next] ?? 0) + 1;
	}
	for (let index = 1; index < starts.length; index += 1)
		starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
	return { ...shapeOf(starts), elements: starts };
}

/** The places of the statements by their days: counted first, and put where the count says. */
function byDay({ elements, base, top }: Column): Column {
	const next = new Uint32Array(Math.max(top - base, 0) + 2);
	for (const element of elements) next[element + 1] = (next[element + 1] ?? 0) + 1;
	for (let index = 1; index < next.length; index += 1)
		next[index] = (next[index] ?? 0) + (next[index - 1] ?? 0);
	const rows = new Uint16Array(elements.length);
	for (const [row, element] of elements.entries()) {
		const place = next[element] ?? 0;
		rows[place] = row;
		next[element] = place + 1;
	}
	return { ...shapeOf(rows), elements: rows };
}

/**
 * A column as it is counted over.
 *
 * @param source the column that `sourceOf` names
 * @param statements how many the segment has
 */
export function makeColumn(name: CountedName, source: Column, statements: number): Column {
	if (name === "byDay") return byDay(source);
	return name === sourceOf(name) ? source : startsOf(source, statements);
}
