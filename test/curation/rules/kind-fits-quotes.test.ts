import { describe, expect, it } from "vitest";
import {
	ARTICLE,
	at,
	expectFaults,
	expectValid,
	inArticle,
	inDocument,
	seed,
	statementOf,
} from "../harness.ts";

const QUOTES = "    quotes:\n      - توقف تماما\n";

describe("kind-fits-quotes", () => {
	it("takes quoted, partly quoted and reported statements", () => {
		const corpus = expectValid(seed());
		const quotesOf = (key: string) => {
			const { text, quotes, spans } = statementOf(corpus, key);
			const start = spans[0]?.start ?? 0;
			return quotes.map((quote) => text.slice(quote.start - start, quote.end - start));
		};
		expect(quotesOf("coral-is-our-home")).toEqual(["المرجان بيتنا جميعا ولن نتركه"]);
		expect(quotesOf("fishing-has-stopped")).toEqual(["توقف تماما"]);
		expect(quotesOf("ships-will-return")).toEqual([]);
	});

	it("takes words after a colon as quoted, without marks", () => {
		expectValid(
			inDocument('مرسى: "المرجان بيتنا جميعا ولن نتركه"', "مرسى: المرجان بيتنا جميعا ولن نتركه"),
		);
	});

	it("refuses a direct statement outside of marks", () => {
		const files = inDocument(
			'مرسى: "المرجان بيتنا جميعا ولن نتركه"',
			"مرسى أن المرجان بيتنا جميعا ولن نتركه",
		);
		expectFaults(files, [
			`${at(files, ARTICLE, "المرجان بيتنا جميعا ولن نتركه")} kind-fits-quotes between quotation marks or after a colon, found "المرجان بيتنا جميعا ولن نتركه" outside of any`,
		]);
	});

	it("refuses quotes outside of marks", () => {
		const files = inArticle(QUOTES, `${QUOTES}      - exact: جزيرة النور\n        prefix: قرب\n`);
		expectFaults(files, [
			`${at(files, ARTICLE, "exact: جزيرة النور")} kind-fits-quotes found "جزيرة النور" outside of any`,
		]);
	});

	it("asks a mixed statement for its quotes", () => {
		const files = inArticle(QUOTES, "");
		expectFaults(files, [
			`${at(files, ARTICLE, "otherQuotations:\n  - words", "- words")} quotations-explained توقف تماما`,
			`${at(files, ARTICLE, "MIXED")} kind-fits-quotes quotes in a MIXED statement, found none`,
		]);
		const empty = inArticle(QUOTES, "    quotes: []\n");
		expectFaults(empty, [
			`${at(empty, ARTICLE, "otherQuotations:\n  - words", "- words")} quotations-explained توقف تماما`,
			`${at(empty, ARTICLE, "MIXED")} kind-fits-quotes found none`,
		]);
	});

	it.each(["DIRECT", "INDIRECT"])("refuses quotes in a statement that is %s", (kind) => {
		const files = inArticle("MIXED", kind);
		const content = 'الصيد "توقف تماما" قرب جزيرة النور';
		const listed = `${at(files, ARTICLE, "- توقف تماما")} kind-fits-quotes in a MIXED statement only, found them in ${kind}`;
		const unquoted = `${at(files, ARTICLE, content)} kind-fits-quotes outside of any`;
		expectFaults(files, kind === "DIRECT" ? [unquoted, listed] : [listed]);
	});

	it("leaves a statement that was not found to its own diagnostic", () => {
		const files = inArticle(`content: السفن ستعود قريبا`, `content: القوارب ستعود قريبا`);
		const direct = inArticle("جميعا ولن نتركه\n    cue", "جميعا ولن تركه\n    cue", files);
		expectFaults(direct, [
			`${at(direct, ARTICLE, "otherQuotations:\n  - words", "- words")} quotations-explained ولن نتركه`,
			`${at(direct, ARTICLE, "المرجان بيتنا جميعا ولن تركه")} words-stand-once ولن تركه`,
			`${at(direct, ARTICLE, "القوارب ستعود قريبا")} words-stand-once القوارب`,
		]);
	});

	it("waits for the content of a mixed statement before it asks for its quotes", () => {
		const content = 'content: الصيد "توقف';
		const files = inArticle(QUOTES, "", inArticle(content, 'content: السمك "توقف'));
		expectFaults(files, [
			`${at(files, ARTICLE, "otherQuotations:\n  - words", "- words")} quotations-explained توقف تماما`,
			`${at(files, ARTICLE, 'السمك "توقف تماما" قرب جزيرة النور')} words-stand-once السمك`,
		]);
	});
});
