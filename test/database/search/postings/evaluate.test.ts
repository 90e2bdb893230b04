import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, type Term } from "../../../../src/database/search/postings/evaluate.ts";
import { STRETCH } from "../../../../src/database/search/postings/posting.ts";
import { documents, postingsOf, rowsOf, term } from "./documents.ts";

/** How often a term stands in some words, found by looking everywhere. */
function hitsOf({ slots }: Term, words: readonly string[]): number {
	const begins = words.map((_word, begin) =>
		slots.every((slot, distance) => {
			const word = words[begin + distance];
			return word !== undefined && (slot === null || slot.includes(word));
		}),
	);
	return begins.filter(Boolean).length;
}

function rankOf(hits: number, length: number): number {
	return Math.round((100_000 * hits) / Math.log(length + 1));
}

const SHAPES = [
	["all in one stretch", undefined, 3],
	["with few words in a stretch", 5, 3],
	["with few numbers in a stretch", undefined, STRETCH],
] as const;

describe("evaluate", () => {
	test.each(SHAPES)("finds what looking everywhere finds, %s", (_name, most, distance) => {
		fc.assert(
			fc.property(
				documents(distance),
				fc.array(term, { minLength: 1, maxLength: 3 }),
				(all, terms) => {
					const matches = evaluate("", terms, postingsOf(rowsOf(all, most)));
					const wanted = terms.filter(({ isExcluded }) => !isExcluded);
					const has = (one: Term, words: readonly string[]) => hitsOf(one, words) > 0;
					const expected = all
						.filter(({ words }) => terms.every((one) => has(one, words) !== one.isExcluded))
						.map(({ number, words, isDraft }) => ({
							number,
							rank: rankOf(
								wanted.reduce((sum, one) => sum + hitsOf(one, words), 0),
								words.length,
							),
							isDraft,
						}));
					if (matches.areOthers) {
						expect(wanted).toEqual([]);
						const others = all.filter(({ number }) => !matches.numbers.includes(number));
						expect(others.map(({ number }) => number)).toEqual(
							expected.map(({ number }) => number),
						);
						return;
					}
					const found = [...matches.numbers].map((number, index) => ({
						number,
						rank: matches.ranks[index],
						isDraft: matches.drafts[index] === 1,
					}));
					expect(found).toEqual(expected);
					expect(matches.curatedCount).toBe(expected.filter(({ isDraft }) => !isDraft).length);
				},
			),
			{ numRuns: 500 },
		);
	});

	test("finds nothing for a search without terms", () => {
		const rows = rowsOf([{ number: 0, words: ["a"], isDraft: false }]);
		const { numbers, areOthers } = evaluate("", [], postingsOf(rows));
		expect([numbers.length, areOthers]).toEqual([0, false]);
	});

	test("counts each search by itself", () => {
		const postings = postingsOf(rowsOf([{ number: 0, words: ["a", "a"], isDraft: false }]));
		const search: Term[] = [{ slots: [["a"]], isExcluded: false }];
		const first = evaluate("", search, postings);
		expect(evaluate("", search, postings)).toEqual(first);
		expect([...first.ranks]).toEqual([rankOf(2, 2)]);
	});

	test("holds thousands", () => {
		const all = Array.from({ length: 10_000 }, (_none, number) => ({
			number,
			words: number % 2 === 0 ? ["a"] : ["b"],
			isDraft: number % 3 === 0,
		}));
		const matches = evaluate("", [{ slots: [["a"]], isExcluded: false }], postingsOf(rowsOf(all)));
		expect([...matches.numbers]).toEqual(
			all.filter(({ words }) => words[0] === "a").map(({ number }) => number),
		);
	});
});
