import { entriesOf, type Hit, type PostingRow } from "./posting.ts";

/** Documents and places in one number: no document has as many words. */
const PLACES = 2 ** 26;

/** A document in which a phrase may stand. */
interface Document {
	readonly length: number;
	readonly isDraft: boolean;
}

/** Where any of some words stands, as document times PLACES and the place, ascending. */
function occurrences(
	words: readonly string[],
	rows: ReadonlyMap<string, PostingRow>,
	documents: Map<number, Document>,
): Float64Array {
	const found: number[] = [];
	for (const word of words) {
		const row = rows.get(word);
		if (row === undefined) continue;
		for (const { offset, positions, length, isDraft } of entriesOf(row)) {
			documents.set(offset, { length, isDraft });
			for (const position of positions) found.push(offset * PLACES + position);
		}
	}
	return Float64Array.from(found).sort();
}

/** Those of the first from which one of the second stands so many places further on. */
function followed(first: Float64Array, second: Float64Array, distance: number): Float64Array {
	let index = 0;
	return first.filter((occurrence) => {
		const next = occurrence + distance;
		while (index < second.length && (second[index] ?? 0) < next) index += 1;
		return second[index] === next;
	});
}

/**
 * The documents of a stretch in which words stand one behind the other, and how often.
 *
 * @param slots the words that may stand in each place; null where any may, but not first or last
 */
export function phraseHits(
	slots: readonly (readonly string[] | null)[],
	rows: ReadonlyMap<string, PostingRow>,
): Hit[] {
	const documents = new Map<number, Document>();
	let begins: Float64Array | undefined;
	for (const [distance, words] of slots.entries()) {
		if (words === null) continue;
		const here = occurrences(words, rows, documents);
		begins = begins === undefined ? here : followed(begins, here, distance);
		if (begins.length === 0) return [];
	}
	const hits = new Map<number, number>();
	for (const begin of begins ?? []) {
		const offset = Math.floor(begin / PLACES);
		hits.set(offset, (hits.get(offset) ?? 0) + 1);
	}
	return [...hits].map(([offset, count]) => ({
		offset,
		hits: count,
		...(documents.get(offset) ?? { length: 1, isDraft: false }),
	}));
}
