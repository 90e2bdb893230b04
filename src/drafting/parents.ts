import { contains, type Range } from "../text/span.ts";

/** Words of a text that were said: parts in reading order. */
export interface WithContent {
	readonly content: readonly Range[];
}

/** From the beginning of the first part to the end of the last one. */
export function hull(content: readonly Range[]): Range {
	return { start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 };
}

/** In the order in which the contents begin; what contains comes before what is contained. */
export function compareReadingOrder(a: WithContent, b: WithContent): number {
	const [one, other] = [hull(a.content), hull(b.content)];
	return one.start - other.start || other.end - one.end;
}

function isWithin(inner: WithContent, outer: WithContent): boolean {
	return inner.content.every((part) => outer.content.some((around) => contains(around, part)));
}

/**
 * The positions of those whose content has all of another one's in it, the nearest last.
 *
 * @param all in reading order; of two with the same words the first is around the second
 */
export function positionsAround(all: readonly WithContent[], position: number): number[] {
	const child = all[position];
	if (child === undefined) return [];
	return [...all.keys()].filter((index) => {
		const outer = all[index];
		if (outer === undefined || index === position || !isWithin(child, outer)) return false;
		return index < position || !isWithin(outer, child);
	});
}

/** The position of the nearest one around; null for none. */
export function parentOf(all: readonly WithContent[], position: number): number | null {
	return positionsAround(all, position).at(-1) ?? null;
}
