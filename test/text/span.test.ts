import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotations } from "../../src/text/quotations.ts";
import {
	codePointOffset,
	contains,
	after as contextAfter,
	before as contextBefore,
	isGraphemeBorder,
	overlaps,
	toSpan,
} from "../../src/text/span.ts";
import { anyText, arabicText, bordersOf, withRange } from "./arbitraries.ts";

const FAMILY = "👨\u200d👩\u200d👧\u200d👦";
const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });
const graphemesOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment);

const betweenGraphemes = withRange(fc.oneof(arabicText, anyText), (text) =>
	bordersOf(graphemesOf(text)),
);
const range = fc
	.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 }))
	.map(([start, length]) => ({ start, end: start + length }));
const offsetsOf = ({ start, end }: { start: number; end: number }) =>
	Array.from({ length: end - start }, (_, index) => start + index);

describe("codePointOffset", () => {
	it("counts an emoji outside the BMP once", () => {
		expect(codePointOffset("🎉 حمص", "🎉 حمص".length)).toBe(5);
	});

	it("counts each part of a joined emoji", () => {
		expect(codePointOffset(`${FAMILY}م`, FAMILY.length)).toBe(7);
	});

	it("agrees with the code points that JavaScript iterates over", () => {
		fc.assert(
			fc.property(fc.oneof(arabicText, anyText), (text) => {
				const codePoints = [...text];
				for (const [count, offset] of bordersOf(codePoints).entries())
					expect(codePointOffset(text, offset)).toBe(count);
			}),
		);
	});
});

describe("toSpan", () => {
	it("finds a quotation after emoji in both countings", () => {
		const text = `🎉${FAMILY} قالت الأم: «لن نَرحل»`;
		const [quotation] = findQuotations(text).pairs;
		const span = toSpan("BODY", text, quotation?.inner ?? { start: 0, end: 0 });
		expect(span).toEqual({
			source: "BODY",
			start: 26,
			end: 34,
			startCodePoint: 21,
			endCodePoint: 29,
		});
		expect(text.slice(span.start, span.end)).toBe("لن نَرحل");
		expect([...text].slice(span.startCodePoint, span.endCodePoint).join("")).toBe("لن نَرحل");
	});

	it("cuts the same words by units and by code points", () => {
		fc.assert(
			fc.property(betweenGraphemes, ({ text, range }) => {
				const { start, end, startCodePoint, endCodePoint } = toSpan("TITLE", text, range);
				expect([...text].slice(startCodePoint, endCodePoint).join("")).toBe(text.slice(start, end));
			}),
		);
	});
});

describe("isGraphemeBorder", () => {
	it("is false between a letter and its haraka", () => {
		expect([0, 1, 2, 3].map((offset) => isGraphemeBorder("بَل", offset))).toEqual([
			true,
			false,
			true,
			true,
		]);
	});

	it("is false inside a surrogate pair", () => {
		expect(isGraphemeBorder("🎉", 1)).toBe(false);
	});

	it("is false between the members of a joined family", () => {
		expect(isGraphemeBorder(`${FAMILY}م`, 2)).toBe(false);
		expect(isGraphemeBorder(`${FAMILY}م`, 3)).toBe(false);
		expect(isGraphemeBorder(`${FAMILY}م`, FAMILY.length)).toBe(true);
	});

	it("is true at both ends of a text, an empty one too", () => {
		expect(isGraphemeBorder("لا", 2)).toBe(true);
		expect(isGraphemeBorder("", 0)).toBe(true);
	});

	it("is false outside the text", () => {
		expect(isGraphemeBorder("لا", -1)).toBe(false);
		expect(isGraphemeBorder("لا", 3)).toBe(false);
	});
});

describe("contains", () => {
	it("holds for a range and itself", () => {
		expect(contains({ start: 2, end: 5 }, { start: 2, end: 5 })).toBe(true);
	});

	it("does not hold for a range that sticks out at one end", () => {
		expect(contains({ start: 2, end: 5 }, { start: 1, end: 4 })).toBe(false);
		expect(contains({ start: 2, end: 5 }, { start: 3, end: 6 })).toBe(false);
	});

	it("holds for an empty range at the end of another", () => {
		expect(contains({ start: 2, end: 5 }, { start: 5, end: 5 })).toBe(true);
	});
});

describe("overlaps", () => {
	it("does not hold for neighbours", () => {
		expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
	});

	it("does not hold for an empty range inside another: they share no character", () => {
		expect(overlaps({ start: 2, end: 2 }, { start: 0, end: 5 })).toBe(false);
	});

	it("holds exactly where two ranges have an offset in common", () => {
		fc.assert(
			fc.property(range, range, (one, other) => {
				const shared = offsetsOf(one).some((offset) => offsetsOf(other).includes(offset));
				expect(overlaps(one, other)).toBe(shared);
			}),
		);
	});
});

describe("before", () => {
	it("gives as many units as asked where no character is cut", () => {
		const text = "قال الوزير: نعم";
		expect(contextBefore(text, { start: 12, end: 15 }, 6)).toBe("وزير: ");
	});

	it("leaves out a joined emoji that would be cut", () => {
		const text = `${FAMILY} قال نعم`;
		expect(contextBefore(text, { start: 16, end: 19 }, 8)).toBe(" قال ");
		expect(contextBefore(text, { start: 16, end: 19 }, 16)).toBe(`${FAMILY} قال `);
	});

	it("leaves out a haraka without its letter", () => {
		expect(contextBefore("قَالَ نعم", { start: 6, end: 9 }, 2)).toBe(" ");
	});

	it("gives nothing at the beginning of a text", () => {
		expect(contextBefore("نعم", { start: 0, end: 3 }, 10)).toBe("");
	});

	it("gives the longest context that fits and cuts no character", () => {
		fc.assert(
			fc.property(betweenGraphemes, fc.nat({ max: 20 }), ({ text, range }, length) => {
				const context = contextBefore(text, range, length);
				const left = text.slice(0, range.start - context.length);
				expect(left + context).toBe(text.slice(0, range.start));
				expect(context.length).toBeLessThanOrEqual(length);
				expect(bordersOf(graphemesOf(text))).toContain(left.length);
				const more = graphemesOf(left).at(-1);
				if (more !== undefined) expect(more.length + context.length).toBeGreaterThan(length);
			}),
		);
	});
});

describe("after", () => {
	it("gives as many units as asked where no character is cut", () => {
		expect(contextAfter("نعم، قال الوزير", { start: 0, end: 3 }, 5)).toBe("، قال");
	});

	it("leaves out a joined emoji that would be cut", () => {
		const text = `نعم قال ${FAMILY}`;
		expect(contextAfter(text, { start: 0, end: 3 }, 8)).toBe(" قال ");
		expect(contextAfter(text, { start: 0, end: 3 }, 16)).toBe(` قال ${FAMILY}`);
	});

	it("leaves out a letter whose haraka does not fit", () => {
		expect(contextAfter("نعم قَال", { start: 0, end: 3 }, 2)).toBe(" ");
	});

	it("gives nothing at the end of a text", () => {
		expect(contextAfter("نعم", { start: 0, end: 3 }, 10)).toBe("");
	});

	it("gives the longest context that fits and cuts no character", () => {
		fc.assert(
			fc.property(betweenGraphemes, fc.nat({ max: 20 }), ({ text, range }, length) => {
				const context = contextAfter(text, range, length);
				const right = text.slice(range.end + context.length);
				expect(context + right).toBe(text.slice(range.end));
				expect(context.length).toBeLessThanOrEqual(length);
				expect(bordersOf(graphemesOf(text))).toContain(range.end + context.length);
				const [more] = graphemesOf(right);
				if (more !== undefined) expect(more.length + context.length).toBeGreaterThan(length);
			}),
		);
	});
});
