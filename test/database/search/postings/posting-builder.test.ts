import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteReader, ByteWriter } from "../../../../src/database/search/postings/byte-writer.ts";
import { entriesOf, STRETCH } from "../../../../src/database/search/postings/posting.ts";
import { PostingBuilder } from "../../../../src/database/search/postings/posting-builder.ts";
import { documents, rowsOf } from "./documents.ts";

describe("ByteWriter", () => {
	test("writes what ByteReader reads", () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 2 ** 31 - 1 })), (numbers) => {
				const writer = new ByteWriter();
				for (const number of numbers) writer.write(number);
				const reader = new ByteReader(writer.take());
				expect(numbers.map(() => reader.read())).toEqual(numbers);
				expect(reader.isAtEnd).toBe(true);
				expect(writer.take()).toHaveLength(0);
			}),
		);
	});

	test.each([
		[0, 1],
		[127, 1],
		[128, 2],
		[2 ** 31 - 1, 5],
	])("writes %d into %d bytes", (number, bytes) => {
		const writer = new ByteWriter();
		writer.write(number);
		expect(writer.take()).toHaveLength(bytes);
	});

	test("grows", () => {
		const writer = new ByteWriter();
		const numbers = Array.from({ length: 100_000 }, (_none, index) => index);
		for (const number of numbers) writer.write(number);
		const reader = new ByteReader(writer.take());
		expect(numbers.every((number) => reader.read() === number)).toBe(true);
	});
});

/** How many words a stretch has at the most, and how far numbers lie apart. */
const SHAPES = [
	["all in one stretch", undefined, 3],
	["with few words in a stretch", 5, 3],
	["with few numbers in a stretch", undefined, STRETCH],
] as const;

describe("PostingBuilder", () => {
	test.each(SHAPES)(
		"keeps where each word stands in each document, %s",
		(_name, most, distance) => {
			fc.assert(
				fc.property(documents(distance), (all) => {
					const found = rowsOf(all, most).flatMap((row) =>
						[...entriesOf(row)].map(({ offset, ...entry }) => ({
							word: row.word,
							number: row.firstNumber + offset,
							...entry,
						})),
					);
					const expected = all.flatMap(({ number, words, isDraft }) =>
						[...new Set(words)].map((word) => ({
							word,
							number,
							positions: words.flatMap((other, position) => (other === word ? position : [])),
							length: words.length,
							isDraft,
						})),
					);
					const key = ({ word, number }: { word: string; number: number }) => `${word} ${number}`;
					const byKey = (one: (typeof found)[number], other: (typeof found)[number]) =>
						key(one) < key(other) ? -1 : 1;
					expect(found.toSorted(byKey)).toEqual(expected.toSorted(byKey));
				}),
			);
		},
	);

	test("gives each word of a stretch one row, and no stretch more numbers than it can span", () => {
		fc.assert(
			fc.property(documents(STRETCH), (all) => {
				const rows = rowsOf(all);
				const keys = rows.map(({ word, firstNumber }) => `${word} ${firstNumber}`);
				expect(new Set(keys).size).toBe(keys.length);
				for (const row of rows)
					for (const { offset } of entriesOf(row)) expect(offset).toBeLessThan(STRETCH);
			}),
		);
	});

	test("refuses documents that are not in order", () => {
		const builder = new PostingBuilder();
		builder.add({ number: 3, words: [], isDraft: false });
		expect(() => builder.add({ number: 3, words: [], isDraft: false })).toThrow(
			"expected documents in the order of their numbers, found 3 behind 3",
		);
	});
});
