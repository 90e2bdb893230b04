import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotations, type Quotation } from "../../src/text/quotations.ts";
import { contains, overlaps } from "../../src/text/span.ts";
import { arabicText, cut, QUOTATION_MARKS } from "./arbitraries.ts";

/** What stands between the marks of each pair, and the offsets of the marks that have no other half. */
function read(text: string): { inner: string[]; unpaired: readonly number[] } {
	const { pairs, unpaired } = findQuotations(text);
	return {
		inner: cut(
			text,
			pairs.map(({ inner }) => inner),
		),
		unpaired,
	};
}

const isMark = (character: string) => QUOTATION_MARKS.includes(character);
const offsetsOfMarks = (text: string) =>
	Array.from(text.split("").entries()).flatMap(([offset, unit]) => (isMark(unit) ? [offset] : []));

/** Paragraphs of words and marks, balanced or not. */
const markedText = fc.string({
	unit: fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(...QUOTATION_MARKS) },
		fc.constantFrom("نعم", "لا", "و", " ", "،", "\n", "🎉", "Qur", "an"),
	),
	maxLength: 30,
	size: "medium",
});
const markedArabic = markedText.map((text) => text.replaceAll(/[A-Za-z]/g, ""));

const apart = (one: Quotation, other: Quotation) => !overlaps(one.outer, other.outer);
const nested = (one: Quotation, other: Quotation) => contains(one.inner, other.outer);

describe("findQuotations", () => {
	it("gives a pair with its marks and without them", () => {
		expect(findQuotations("قال «نعم» ومضى").pairs).toEqual([
			{ outer: { start: 4, end: 9 }, inner: { start: 5, end: 8 } },
		]);
	});

	it.each([
		["double angle", "قال «نعم» ومضى"],
		["single angle", "قال ‹نعم› ومضى"],
		["curved double", "قال “نعم” ومضى"],
		["low double", "قال „نعم” ومضى"],
		["curved single", "قال ‘نعم’ ومضى"],
		["straight", 'قال "نعم" ومضى'],
	])("pairs %s marks", (_, text) => {
		expect(read(text)).toEqual({ inner: ["نعم"], unpaired: [] });
	});

	it("finds nothing in a text without marks", () => {
		expect(read("قال نعم: لا بأس (أبدا)")).toEqual({ inner: [], unpaired: [] });
	});

	it("tells apart several quotations in straight marks", () => {
		expect(read('رغبة في نهاية "سريعة" لهجوم "الفصائل" هناك').inner).toEqual(["سريعة", "الفصائل"]);
	});

	it("pairs marks with nothing between them", () => {
		expect(findQuotations("«»").pairs).toEqual([
			{ outer: { start: 0, end: 2 }, inner: { start: 1, end: 1 } },
		]);
	});

	it("finds a quotation inside one of another kind, the outer one first", () => {
		expect(read('صرّح: "قرأنا في «الأهرام» اليوم"').inner).toEqual([
			"قرأنا في «الأهرام» اليوم",
			"الأهرام",
		]);
		expect(read("صرّح: «قرأنا في “الأهرام” اليوم»").inner).toHaveLength(2);
	});

	it("finds a straight quotation inside one in angle marks", () => {
		expect(read('قال «سمعت "نعم" منه»').inner).toEqual(['سمعت "نعم" منه', "نعم"]);
	});

	it("finds a quotation inside one of the same kind where the marks have a direction", () => {
		expect(read("«أ «ب» ج»").inner).toEqual(["أ «ب» ج", "ب"]);
	});

	it("tells an opening mark that nothing closes", () => {
		expect(read("قال «نعم ثم مضى")).toEqual({ inner: [], unpaired: [4] });
	});

	it("tells a closing mark that nothing opened, as one of the documents has it", () => {
		const text = "لاستئناف العملية السياسية بشكل كامل.”";
		expect(read(text)).toEqual({ inner: [], unpaired: [text.length - 1] });
	});

	it("tells the odd one of three straight marks", () => {
		expect(read('"نعم" و "لا')).toEqual({ inner: ["نعم"], unpaired: [8] });
	});

	it("gives up an opening mark inside a quotation that is closed first", () => {
		expect(read("«قال “نعم» ومضى")).toEqual({ inner: ["قال “نعم"], unpaired: [5] });
	});

	it("does not let marks of different kinds close each other", () => {
		expect(read("«نعم”")).toEqual({ inner: [], unpaired: [0, 4] });
		expect(read('«نعم"')).toEqual({ inner: [], unpaired: [0, 4] });
	});

	it("lets no quotation go on in the next paragraph", () => {
		expect(read("قال «نعم\nولا» ومضى")).toEqual({ inner: [], unpaired: [4, 12] });
		expect(read('"نعم\n"لا" و"بلى"')).toEqual({ inner: ["لا", "بلى"], unpaired: [0] });
	});

	it("pairs marks that are glued to the words round them", () => {
		expect(read('قالوا:"نعم".الكرملين يرد').inner).toEqual(["نعم"]);
		expect(read("وفق«تاس»وغيرها").inner).toEqual(["تاس"]);
		expect(read("رد‘نعم’ومضى")).toEqual({ inner: ["نعم"], unpaired: [] });
		expect(read("رد‘نعم’RT")).toEqual({ inner: ["نعم"], unpaired: [] });
	});

	it("takes a curved single mark in or after a Latin word for an apostrophe", () => {
		expect(read("كتاب Qur’an وصحيفة workers’ weekly")).toEqual({ inner: [], unpaired: [] });
	});

	it("does not let an apostrophe close a quotation", () => {
		expect(read("قرأ ‘the Qur’an daily’ أمس")).toEqual({
			inner: ["the Qur’an daily"],
			unpaired: [],
		});
		expect(read("“رد ‘I don’t know’ فورا”").inner).toEqual([
			"رد ‘I don’t know’ فورا",
			"I don’t know",
		]);
	});

	it("tells a curved single mark that closes nothing after an Arabic word", () => {
		expect(read("قال نعم’ ومضى")).toEqual({ inner: [], unpaired: [7] });
	});

	it("takes a straight single mark for an apostrophe", () => {
		expect(read("وكالة 'تاس' و Qur'an")).toEqual({ inner: [], unpaired: [] });
	});

	it("counts in units after emoji", () => {
		const text = "🎉👨\u200d👩\u200d👧\u200d👦 كتبت: «مبروك 🎉»";
		expect(findQuotations(text).pairs.map(({ outer }) => outer)).toEqual([{ start: 20, end: 30 }]);
		expect(read(text).inner).toEqual(["مبروك 🎉"]);
	});

	it("makes no two pairs that cross", () => {
		fc.assert(
			fc.property(markedText, (text) => {
				const { pairs } = findQuotations(text);
				for (const [index, one] of pairs.entries())
					for (const other of pairs.slice(index + 1))
						expect(apart(one, other) || nested(one, other)).toBe(true);
			}),
		);
	});

	it("makes no pair that goes over a line break", () => {
		fc.assert(
			fc.property(markedText, (text) => {
				expect(read(text).inner.join("")).not.toContain("\n");
			}),
		);
	});

	it("accounts for every mark of an Arabic text once, in a pair or alone", () => {
		fc.assert(
			fc.property(markedArabic, (text) => {
				const { pairs, unpaired } = findQuotations(text);
				const paired = pairs.flatMap(({ outer: { start, end } }) => [start, end - 1]);
				const all = [...paired, ...unpaired].toSorted((a, b) => a - b);
				expect(all).toEqual(offsetsOfMarks(text));
			}),
		);
	});

	it("gives pairs and lone marks in reading order", () => {
		fc.assert(
			fc.property(markedText, (text) => {
				const { pairs, unpaired } = findQuotations(text);
				expect(pairs).toEqual(pairs.toSorted((a, b) => a.outer.start - b.outer.start));
				expect(unpaired).toEqual(unpaired.toSorted((a, b) => a - b));
			}),
		);
	});

	it("finds the marks round any words that have none", () => {
		const words = arabicText.map((text) => text.replaceAll("\n", " "));
		fc.assert(
			fc.property(words, words, (lead, quoted) => {
				expect(read(`قال ${lead}«${quoted}».`)).toEqual({ inner: [quoted], unpaired: [] });
			}),
		);
	});
});
