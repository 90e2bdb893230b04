import { describe, expect, it } from "vitest";
import type { Span } from "../../src/text/span.ts";
import { expectValid, inArticle, inDocument, onlyArticle, statementOf } from "./harness.ts";

/** One code point and two UTF-16 units; then one character to a reader of three code points and five units. */
const EMOJI = "🐠";
const JOINED = "👩\u200d🚀";

/** The fixture with both emoji before every quotation, and one inside a quotation. */
const corpus = (() => {
	let files = inDocument("في مدينة مرسى:", `في مدينة مرسى ${EMOJI} ${JOINED}:`);
	files = inDocument("جميعا ولن", `جميعا ${JOINED} ولن`, files);
	return expectValid(inArticle("جميعا ولن", `جميعا ${JOINED} ولن`, files));
})();
const { body } = onlyArticle(corpus);

const inUnits = (span: Span) => body.slice(span.start, span.end);
const inCodePoints = (span: Span) =>
	[...body].slice(span.startCodePoint, span.endCodePoint).join("");

describe("emoji before a quotation", () => {
	it("stand in the body, before all quotations", () => {
		expect(body.indexOf(EMOJI)).toBeGreaterThan(0);
		expect(body.indexOf(JOINED)).toBeLessThan(body.indexOf('"'));
	});

	it.each([
		["coral-is-our-home", `المرجان بيتنا جميعا ${JOINED} ولن نتركه`],
		["fishing-has-stopped", 'الصيد "توقف تماما" قرب جزيرة النور'],
		["port-opens-tomorrow", "الميناء سيفتح غدا"],
	])("leave the words of %s equal in both countings", (key, words) => {
		const { spans, text } = statementOf(corpus, key);
		expect(text).toBe(words);
		expect(spans.map(inUnits)).toEqual([words]);
		expect(spans.map(inCodePoints)).toEqual([words]);
	});

	it("part the two countings by the units that they take", () => {
		const [before] = statementOf(corpus, "coral-is-our-home").spans;
		const [after] = statementOf(corpus, "fishing-has-stopped").quotes;
		expect(Number(before?.start) - Number(before?.startCodePoint)).toBe(3);
		expect(Number(before?.end) - Number(before?.endCodePoint)).toBe(5);
		expect(Number(after?.start) - Number(after?.startCodePoint)).toBe(5);
		expect(after && inCodePoints(after)).toBe("توقف تماما");
	});

	it("leave mentions, cues and places right", () => {
		const { cue, attributions, locations } = statementOf(corpus, "fishing-has-stopped");
		const spans = [cue, attributions[0]?.mention, locations[0]?.mention].flatMap(
			(span) => span ?? [],
		);
		expect(spans.map(inUnits)).toEqual(["وأضاف", "الوزير", "جزيرة النور"]);
		expect(spans.map(inCodePoints)).toEqual(["وأضاف", "الوزير", "جزيرة النور"]);
	});
});
