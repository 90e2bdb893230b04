import { describe, it } from "vitest";
import { ARTICLE, at, expectFaults, expectValid, inArticle, inDocument, seed } from "../harness.ts";

/** One character to a reader: two emoji and what joins them. */
const WHOLE = "👩\u200d🚀";
/** What cuts it in two. */
const PART = "👩";
const CUT = "grapheme-borders words that begin and end between characters";

/** The document with a whole emoji after some words, and the article with the part of it. */
function cut(inPage: string, words: string, inFile: string) {
	const files = inDocument(inPage, inPage.replace(words, `${words} ${WHOLE}`));
	return inArticle(inFile, inFile.replace(words, `${words} ${PART}`), files);
}

describe("grapheme-borders", () => {
	it("takes words with marks and joined emoji that are whole", () => {
		expectValid(seed());
		const files = inDocument("أن الصيد", `أن ${WHOLE} الصيد`);
		expectValid(inArticle('الصيد "توقف', `${WHOLE} الصيد "توقف`, files));
	});

	it("refuses a content that ends inside a character", () => {
		const files = cut("ستعود قريبا", "قريبا", "ستعود قريبا");
		expectFaults(files, [
			`${at(files, ARTICLE, `السفن ستعود قريبا ${PART}`)} ${CUT}, found "السفن ستعود قريبا ${PART}", which cuts one`,
		]);
	});

	it("refuses a content that begins inside a character", () => {
		const document = inDocument("أن الصيد", `أن ${WHOLE} الصيد`);
		const files = inArticle('الصيد "توقف', '🚀 الصيد "توقف', document);
		expectFaults(files, [`${at(files, ARTICLE, '🚀 الصيد "توقف تماما" قرب جزيرة النور')} ${CUT}`]);
	});

	it("tells it once of a quoted content", () => {
		const files = cut("ولن نتركه", "ولن نتركه", "ولن نتركه");
		expectFaults(files, [`${at(files, ARTICLE, `المرجان بيتنا جميعا ولن نتركه ${PART}`)} ${CUT}`]);
	});

	it("refuses a quote that cuts a character", () => {
		const document = cut('تماما"', "تماما", "- توقف تماما");
		const files = inArticle('توقف تماما" قرب', `توقف تماما ${WHOLE}" قرب`, document);
		expectFaults(files, [
			`${at(files, ARTICLE, "- توقف تماما")} ${CUT}, found "توقف تماما ${PART}"`,
		]);
	});

	it("refuses a cue that cuts a character", () => {
		const files = cut("وأضاف", "وأضاف", "وأضاف");
		expectFaults(files, [`${at(files, ARTICLE, `وأضاف ${PART}`)} ${CUT}`]);
	});

	it("refuses a speaker's mention that cuts a character", () => {
		const files = cut("الوزير أن", "الوزير", "mention: الوزير");
		expectFaults(files, [
			`${at(files, ARTICLE, "- speaker: salim-najjar\n        mention: الوزير")} ${CUT}, found "الوزير ${PART}"`,
		]);
	});

	it("refuses an addressee's mention that cuts a character", () => {
		const document = cut("هاني الراوي أن", "الراوي", "mention: نظيره هاني الراوي");
		const files = inArticle("الراوي أن", `الراوي ${WHOLE} أن`, document);
		expectFaults(files, [
			`${at(files, ARTICLE, "- speaker: hani-rawi\n        mention: نظيره")} ${CUT}, found "نظيره هاني الراوي ${PART}"`,
		]);
	});

	it("refuses a relay's mention that cuts a character", () => {
		const files = cut("الموج نقلا", "الموج", "mention: وكالة الموج\n\n");
		expectFaults(files, [
			`${at(files, ARTICLE, `- speaker: wave-agency\n        mention: وكالة الموج ${PART}`)} ${CUT}, found "وكالة الموج ${PART}"`,
		]);
	});

	it("refuses a place's mention that cuts a character", () => {
		const files = cut("النور منذ", "النور", "ABOUT\n        mention: جزيرة النور");
		expectFaults(files, [
			`${at(files, ARTICLE, "- location: light-island\n        role")} ${CUT}, found "جزيرة النور ${PART}"`,
		]);
	});

	it("refuses the words that show when a statement was said, cut", () => {
		const note = "note: The observatory counts on Sundays.";
		const document = inDocument("اليوم الاثنين", `اليوم الاثنين ${WHOLE}`);
		const files = inArticle(note, `evidence: اليوم الاثنين ${PART}`, document);
		expectFaults(files, [`${at(files, ARTICLE, `اليوم الاثنين ${PART}`)} ${CUT}`]);
	});

	it("refuses the words that show when an article was published, cut", () => {
		const document = cut("مايو 2020", "2020", "document: 4 مايو 2020");
		const files = inArticle('النشر: 4 مايو 2020"', `النشر: 4 مايو 2020 ${WHOLE}"`, document);
		expectFaults(files, [`${at(files, ARTICLE, `document: 4 مايو 2020 ${PART}`)} ${CUT}`]);
	});

	it("refuses the first mention of a place, cut", () => {
		const files = cut("مدينة مرسى", "مرسى", "مدينة مرسى");
		expectFaults(files, [`${at(files, ARTICLE, `مدينة مرسى ${PART}`)} ${CUT}`]);
	});

	it("refuses a part of the page that cuts a character", () => {
		const files = cut("الفيديو هنا", "هنا", "الفيديو هنا");
		expectFaults(files, [
			`${at(files, ARTICLE, "- kind: CHROME")} segments-cover found line 9 in none`,
			`${at(files, ARTICLE, "kind: EMBED")} ${CUT}, found "شاهد الفيديو هنا ${PART}"`,
		]);
	});
});
