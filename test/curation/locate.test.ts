import { describe, expect, it } from "vitest";
import { check } from "../../src/curation/check.ts";
import {
	ARTICLE,
	at,
	expectDiagnostics,
	expectFaults,
	expectValid,
	inArticle,
	inDocument,
	onlyArticle,
	seed,
	statementOf,
} from "./harness.ts";

const SHIPS = "content: السفن ستعود قريبا";
const OBSERVATORY = "mention: المرصد البحري\n        resolution: NAMED";
const PARTS = "content:\n      - عاد الصيادون\n      - إلى العمل";

describe("where the words of an article stand", () => {
	it("makes the body of its segments, parted by a blank line where something is cut out", () => {
		const { title, body } = onlyArticle(expectValid(seed()));
		expect(title).toBe("وزير البحر يدعو إلى حماية المرجان في جزيرة النور");
		expect(body).toMatch(
			/^قال وزير البحر[\s\S]*مهرجان "ربيع البحر"\.\n\nوذكرت وكالة الموج[\s\S]*إلى العمل\.$/u,
		);
		expect(body).not.toContain("شاهد الفيديو");
		expect(body).not.toContain("المصدر");
	});

	it("makes the same body of segments in another order", () => {
		const chrome = "  - kind: CHROME\n    from: القائمة الرئيسية\n";
		const related = `    from: 'اقرأ أيضا: "السوق مغلق اليوم"'\n`;
		const moved = inArticle(related, `${related}${chrome}`, inArticle(chrome, ""));
		expect(onlyArticle(expectValid(moved))).toEqual(onlyArticle(expectValid(seed())));
	});

	it("asks for more words where a content stands twice", () => {
		const files = inArticle(SHIPS, "content: النجار");
		expectFaults(files, [
			`${at(files, ARTICLE, "content: النجار\n", "النجار")} words-stand-once once, found "النجار" 3 times in the article's body`,
		]);
		expectValid(inArticle(SHIPS, "content:\n      exact: النجار\n      suffix: والراوي"));
	});

	it("tells the line of the page where a content stands in its furniture", () => {
		const files = inArticle(SHIPS, "content: السوق مغلق اليوم");
		expectFaults(files, [
			`${at(files, ARTICLE, "content: السوق مغلق اليوم", "السوق مغلق اليوم")} words-stand-once in the article's body, found "السوق مغلق اليوم" nowhere in it … they stand outside it, in line 21 of documents/coral.txt`,
		]);
	});

	it("tells the line of the page where a content has another spelling", () => {
		const files = inArticle(SHIPS, "content: السُفن ستعود قريباً");
		expectFaults(files, [
			`${at(files, ARTICLE, "السُفن ستعود قريباً")} words-stand-once line 13 of documents/coral.txt has them in another spelling`,
		]);
	});

	it("finds words across no-break and doubled spaces, and keeps them as they stand", () => {
		const files = inDocument("السفن ستعود قريبا", "السفن\u00a0ستعود  قريبا");
		const { text } = statementOf(expectValid(files), "ships-will-return");
		expect(text).toBe("السفن\u00a0ستعود  قريبا");
	});

	it("looks for the parts of a content beside the first", () => {
		const files = inDocument("واتفق النجار", "إلى العمل واتفق النجار");
		const { spans, text } = statementOf(expectValid(files), "fishermen-are-back");
		expect(text).toBe("عاد الصيادون … إلى العمل");
		expect(spans[1]?.start).toBeGreaterThan(spans[0]?.end ?? Number.NaN);
	});

	it("finds no content of which a part is missing, and tells which", () => {
		const files = inArticle(PARTS, PARTS.replace("إلى العمل", "إلى البيت"));
		expectFaults(files, [`${at(files, ARTICLE, "إلى البيت")} words-stand-once إلى البيت`]);
	});

	it("looks for the words around a statement beside it, then in the article, then in the title", () => {
		const corpus = expectValid(seed());
		const told = statementOf(corpus, "port-opens-tomorrow");
		const { body } = onlyArticle(corpus);
		expect(told.attributions[0]?.mention?.start).toBe(body.indexOf("النجار أبلغ"));
		const far = inArticle(OBSERVATORY, "mention: اليوم الاثنين\n        resolution: EPITHET");
		expect(
			statementOf(expectValid(far), "fishermen-are-back").attributions[0]?.mention,
		).toMatchObject({
			source: "BODY",
			start: body.indexOf("اليوم الاثنين"),
		});
		const title = inArticle(OBSERVATORY, "mention: حماية المرجان\n        resolution: EPITHET");
		expect(
			statementOf(expectValid(title), "fishermen-are-back").attributions[0]?.mention,
		).toMatchObject({
			source: "TITLE",
		});
	});

	it("looks for the words around a headline in the headline alone", () => {
		const files = inArticle("cue: يدعو إلى", "cue: واتفق");
		expectFaults(files, [
			`${at(files, ARTICLE, "cue: واتفق\n    speakers:\n      - speaker: salim-najjar\n        mention: وزير", "واتفق")} words-stand-once in the article's headline, found "واتفق" … they stand outside it, in line 13`,
		]);
	});

	it("looks for quotes in the content alone, and for places there first", () => {
		const quotes = inArticle("- توقف تماما", "- ربيع البحر");
		expectFaults(quotes, [
			`${at(quotes, ARTICLE, "otherQuotations:\n  - words", "- words")} quotations-explained توقف تماما`,
			`${at(quotes, ARTICLE, "quotes:\n      - ربيع البحر", "ربيع البحر")} words-stand-once words that stand in the content`,
		]);
		const twice = inDocument('منذ مهرجان "ربيع', 'وجزيرة النور منذ مهرجان جزيرة النور "ربيع');
		const end = inArticle('to: منذ مهرجان "ربيع', 'to: منذ مهرجان جزيرة النور "ربيع', twice);
		const corpus = expectValid(end);
		const { locations, spans } = statementOf(corpus, "fishing-has-stopped");
		expect(locations[0]?.mention?.end).toBe(spans[0]?.end);
	});

	it("waits for the content before it looks for the words around it", () => {
		const files = inArticle(SHIPS, "content: لا شيء");
		const cue = inArticle("cue: واتفق", "cue: ولا شيء", files);
		expectFaults(cue, [`${at(cue, ARTICLE, "content: لا شيء", "لا شيء")} words-stand-once لا شيء`]);
	});

	it("leaves out a segment whose first words stand nowhere", () => {
		const files = inArticle("from: شاهد الفيديو هنا", "from: شاهد الصورة هنا");
		expectFaults(files, [
			`${at(files, ARTICLE, "- kind: CHROME")} segments-cover found line 9 in none`,
			`${at(files, ARTICLE, "شاهد الصورة هنا")} words-stand-once in documents/coral.txt, found "شاهد الصورة هنا" nowhere`,
		]);
	});

	it("looks beside every part of a content that runs over several paragraphs", () => {
		const parts = PARTS.replace("عاد الصيادون", "ستعود قريبا");
		const ships = inArticle(SHIPS, "content: السفن");
		const files = inArticle(PARTS, parts, ships);
		const near = inArticle(
			"speaker: sea-observatory\n        mention: المرصد البحري",
			"speaker: salim-najjar\n        mention: النجار",
			files,
		);
		const { attributions, spans } = statementOf(expectValid(near), "fishermen-are-back");
		const { body } = onlyArticle(expectValid(near));
		expect(body.slice(spans[0]?.start, spans[1]?.end)).toContain("\n");
		expect(attributions[0]?.mention?.start).toBe(body.indexOf("النجار والراوي"));
	});

	it("finds the last words of a segment after its first", () => {
		const early = inDocument("القائمة الرئيسية", "القائمة الرئيسية إلى العمل.");
		const chrome = "from: القائمة الرئيسية";
		const { body } = onlyArticle(expectValid(inArticle(chrome, `${chrome} إلى العمل.`, early)));
		expect(body.endsWith("إلى العمل.")).toBe(true);
		const files = inArticle("to: حماية المرجان في جزيرة النور", "to: القائمة الرئيسية");
		const { diagnostics } = check(files);
		expectDiagnostics(
			diagnostics.filter(({ line }) => line === 21),
			[
				`${at(files, ARTICLE, "to: القائمة الرئيسية", "القائمة الرئيسية")} words-stand-once in the document after the words of from, found "القائمة الرئيسية" … in line 1 of documents/coral.txt`,
			],
		);
	});

	it("looks for credited sources in the source line alone", () => {
		const files = inArticle("- words: وكالة الموج", "- words: المرصد البحري");
		expectFaults(files, [
			`${at(files, ARTICLE, "words: المرصد البحري", "المرصد البحري")} words-stand-once in the article's source line … they stand outside it, in line 15`,
		]);
	});

	it("looks for the date in the article, and under document: in the page", () => {
		const page = onlyArticle(expectValid(seed())).published.evidence;
		expect(page?.source).toBe("DOCUMENT");
		const own = "  evidence:\n    document: 4 مايو 2020\n";
		const body = inArticle(own, "  evidence: اليوم الاثنين\n");
		expect(onlyArticle(expectValid(body)).published.evidence?.source).toBe("BODY");
		const outside = inArticle(own, "  evidence: 4 مايو 2020\n");
		expectFaults(outside, [
			`${at(outside, ARTICLE, "evidence: 4 مايو 2020", "4 مايو 2020")} words-stand-once they stand outside it, in line 19`,
		]);
	});
});
