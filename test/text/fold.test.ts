import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldWithMap } from "../../src/text/fold.ts";
import type { Range } from "../../src/text/span.ts";
import { anyText, arabicText, bordersOf, withRange } from "./arbitraries.ts";

/** Where the first match of some folded words stands in the text that was folded. */
function rangeOf(text: string, words: string): Range {
	const folded = foldWithMap(text);
	const index = folded.text.indexOf(words);
	return {
		start: folded.starts[index] ?? -1,
		end: folded.ends[index + words.length - 1] ?? -1,
	};
}

/** The words of a text that fold to the given ones. */
function sourceOf(text: string, words: string): string {
	const { start, end } = rangeOf(text, words);
	return text.slice(start, end);
}

describe("fold", () => {
	it("drops harakat, shadda and tanwin", () => {
		expect(fold("شَدَّدَ مُجَدَّدًا")).toBe("شدد مجددا");
	});

	it("drops the dagger alef", () => {
		expect(fold("هٰذا")).toBe("هذا");
	});

	it("drops tatweel, however much of it there is", () => {
		expect(fold("دمشـــق الآ\u0640ن")).toBe("دمشق الان");
	});

	it("folds alef with hamza, with madda and with wasla to plain alef", () => {
		expect(fold("أإآٱ")).toBe("اااا");
	});

	it("folds hamza on waw and on ya to the carrier", () => {
		expect(fold("مسؤول بيئي")).toBe("مسوول بييي");
	});

	it("keeps a hamza that has no carrier", () => {
		expect(fold("شيء")).toBe("شيء");
	});

	it("folds alef maqsura to ya", () => {
		expect(fold("مستشفى")).toBe(fold("مستشفي"));
	});

	it("folds ta marbuta to ha", () => {
		expect(fold("القاهرة")).toBe("القاهره");
	});

	it("folds Persian ya and kaf to the Arabic letters", () => {
		expect(fold("کردی")).toBe("كردي");
	});

	it("folds both rows of Arabic digits to 0–9", () => {
		expect(fold("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹")).toBe("0123456789 0123456789");
	});

	it("makes one space of a no-break space, a doubled space and a line break", () => {
		expect(fold("بحر\u00a0قزوين  و\u00a0 البحر\nالأسود")).toBe("بحر قزوين و البحر الاسود");
	});

	it("drops the white space round a text", () => {
		expect(fold("\u00a0 حمص \n")).toBe("حمص");
	});

	it("drops joiners and bidirectional marks", () => {
		expect(fold("می\u200cخواهد \u200fنعم\u202c")).toBe("ميخواهد نعم");
	});

	it("drops a byte order mark, which is no space", () => {
		expect(fold("\ufeffحل\ufeffب")).toBe("حلب");
	});

	it("opens presentation forms and ligatures", () => {
		expect(fold("\ufeb3\ufeee\ufead\ufef3\ufe8e")).toBe("سوريا");
		expect(fold("\ufefb")).toBe("لا");
		expect(fold("\ufdf2")).toBe("الله");
	});

	it("drops harakat that are typed as presentation forms, without parting the word", () => {
		expect(fold("ك\ufe76تب\ufe71")).toBe("كتب");
	});

	it("makes Latin letters small and takes their accents off", () => {
		expect(fold("TASS و Élysée و 𝐒𝐘𝐑")).toBe("tass و elysee و syr");
	});

	it("keeps marks of punctuation and emoji", () => {
		expect(fold("«نعم»، 🎉!")).toBe("«نعم»، 🎉!");
	});

	it("is idempotent", () => {
		fc.assert(
			fc.property(fc.oneof(arabicText, anyText), (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
		);
	});

	it("does not depend on the normalization form of its text", () => {
		fc.assert(
			fc.property(fc.oneof(arabicText, anyText), (text) => {
				expect(fold(text.normalize("NFD"))).toBe(fold(text));
				expect(fold(text.normalize("NFC"))).toBe(fold(text));
			}),
		);
	});

	it("leaves no mark, no tatweel and no doubled space", () => {
		fc.assert(
			fc.property(arabicText, (text) => {
				expect(fold(text)).not.toMatch(/[\p{M}\p{Cf}\u0640\n\u00a0]|^ | $| {2}/u);
			}),
		);
	});
});

describe("foldWithMap", () => {
	it("gives a place to each unit of the folded text, in reading order and inside the text", () => {
		fc.assert(
			fc.property(fc.oneof(arabicText, anyText), (text) => {
				const { text: folded, starts, ends } = foldWithMap(text);
				expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
				expect(starts).toEqual(starts.toSorted((a, b) => a - b));
				expect(ends).toEqual(ends.toSorted((a, b) => a - b));
				for (const [index, start] of starts.entries()) {
					expect(start).toBeLessThan(ends[index] ?? 0);
					expect(ends[index]).toBeLessThanOrEqual(text.length);
				}
			}),
		);
	});

	it("maps every match back to words that fold to the match", () => {
		const matches = withRange(arabicText, (text) => bordersOf(fold(text)));
		fc.assert(
			fc.property(matches, ({ text, range: { start, end } }) => {
				const folded = foldWithMap(text);
				const source = text.slice(folded.starts[start] ?? text.length, folded.ends[end - 1] ?? 0);
				expect(fold(source)).toBe(folded.text.slice(start, end).trim());
			}),
		);
	});

	it("maps a match back across tatweel, harakat and a doubled space", () => {
		expect(sourceOf("قال إنّ دمشـق  القديمة باقية", "دمشق القديمه")).toBe("دمشـق  القديمة");
	});

	it("counts the marks on a match's last letter to the match", () => {
		expect(sourceOf("زار سورياً في دمشقَ", "سوريا")).toBe("سورياً");
		expect(sourceOf("زار سورياً في دمشقَ", "دمشق")).toBe("دمشقَ");
	});

	it("maps a part of a ligature back to the whole ligature", () => {
		expect(sourceOf("س\ufefbم", "لا")).toBe("\ufefb");
		expect(sourceOf("س\ufefbم", "ام")).toBe("\ufefbم");
	});

	it("counts an emoji before a match as the units that it has", () => {
		const family = "👨\u200d👩\u200d👧\u200d👦";
		expect(rangeOf(`${family} حلب`, "حلب")).toEqual({ start: 12, end: 15 });
		expect(rangeOf("🎉 حلب", "حلب")).toEqual({ start: 3, end: 6 });
	});
});
