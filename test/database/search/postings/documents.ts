import fc from "fast-check";
import type { Postings, Term } from "../../../../src/database/search/postings/evaluate.ts";
import type { PostingRow } from "../../../../src/database/search/postings/posting.ts";
import {
	PostingBuilder,
	type SearchedDocument,
} from "../../../../src/database/search/postings/posting-builder.ts";

const WORDS = ["a", "b", "c", "d", "e"];
const word = fc.constantFrom(...WORDS);

/** Documents with few different words, whose numbers lie up to some distance apart. */
export function documents(distance: number): fc.Arbitrary<SearchedDocument[]> {
	const document = fc.record({
		step: fc.integer({ min: 1, max: distance }),
		words: fc.array(word, { maxLength: 8 }),
		isDraft: fc.boolean(),
	});
	return fc.array(document, { maxLength: 12 }).map((all) => {
		let number = -1;
		return all.map(({ step, ...rest }) => {
			number += step;
			return { number, ...rest };
		});
	});
}

const slot = fc.uniqueArray(word, { maxLength: 2 });
const inner = fc.option(slot);

/** A term: some words that may stand for each other, or a phrase of such, in whose middle any word may stand. */
export const term: fc.Arbitrary<Term> = fc.record({
	slots: fc.oneof(
		slot.map((words) => [words]),
		fc.tuple(slot, slot),
		fc.tuple(slot, inner, slot),
	),
	isExcluded: fc.boolean(),
});

/** The rows of some documents, stretch by stretch. */
export function rowsOf(all: readonly SearchedDocument[], mostWords?: number): PostingRow[] {
	const builder = new PostingBuilder(mostWords);
	return [...all.flatMap((document) => builder.add(document)), ...builder.take()];
}

/** Rows as a search reads them. */
export function postingsOf(rows: readonly PostingRow[]): Postings {
	const postings = new Map<number, Map<string, PostingRow>>();
	for (const row of rows)
		postings.set(
			row.firstNumber,
			(postings.get(row.firstNumber) ?? new Map<string, PostingRow>()).set(row.word, row),
		);
	return postings;
}
