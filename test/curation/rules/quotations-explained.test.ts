import { describe, it } from "vitest";
import { ARTICLE, at, expectFaults, expectValid, inArticle, inDocument, seed } from "../harness.ts";

const OTHER = "otherQuotations:\n  - words: ربيع البحر\n    reason: EVENT_TITLE\n";
const FIRST = "otherQuotations:\n  - words: ربيع البحر";
const placeOf = (files: ReturnType<typeof seed>) =>
	`${at(files, ARTICLE, FIRST, "- words")} quotations-explained`;
const entryOf = (files: ReturnType<typeof seed>) =>
	`${at(files, ARTICLE, FIRST, "ربيع البحر")} quotations-explained`;

describe("quotations-explained", () => {
	it("takes quotations of statements, and those that are listed as none", () => {
		expectValid(seed());
	});

	it("refuses a quotation that nothing explains", () => {
		const files = inDocument("أن السفن", 'أن "كل" السفن');
		expectFaults(files, [
			`${placeOf(files)} all these words among the quotes of statements, or an entry in otherQuotations that is all of them, found neither for ""كل""`,
		]);
		expectValid(inArticle(OTHER, `${OTHER}  - words: كل\n    reason: TERM\n`, files));
	});

	it("tells it at the top where nothing is listed", () => {
		expectFaults(inArticle(OTHER, ""), [
			`${ARTICLE}:1:1 quotations-explained found neither for ""ربيع البحر""`,
		]);
	});

	it("looks into the headline too", () => {
		const files = inDocument("حماية المرجان في", 'حماية "المرجان" في');
		const headline = inArticle("to: حماية المرجان", 'to: حماية "المرجان"', files);
		const content = inArticle("content: حماية المرجان", 'content: حماية "المرجان"', headline);
		expectFaults(content, [`${placeOf(content)} found neither for ""المرجان""`]);
		expectValid(inArticle(OTHER, `${OTHER}  - words: المرجان\n    reason: TERM\n`, content));
	});

	it("does not take the words of the headline for those of the body", () => {
		const files = inDocument("أن السفن", 'أن "حماية" السفن');
		expectFaults(
			inArticle(
				"    kind: INDIRECT\n    act: DEMAND\n    in: TITLE\n    content: حماية",
				"    kind: DIRECT\n    act: DEMAND\n    in: TITLE\n    content: حماية",
				files,
			),
			[
				`${placeOf(files)} found neither for ""حماية""`,
				`${at(files, ARTICLE, "content: حماية المرجان في جزيرة النور", "حماية المرجان في جزيرة النور")} kind-fits-quotes outside of any`,
			],
		);
	});

	it("takes marks of other kinds, and white space within them", () => {
		expectValid(inDocument('"ربيع البحر"', "« ربيع البحر »", guillemets()));
		expectValid(inDocument('"توقف تماما"', "“توقف تماما”", curved()));
	});

	it("takes a quotation inside of a quoted statement", () => {
		const files = inDocument('"المرجان بيتنا جميعا', '"المرجان «بيتنا» جميعا');
		expectValid(inArticle("المرجان بيتنا جميعا", "المرجان «بيتنا» جميعا", files));
	});

	it("asks for all the words of a quotation, of one statement or of several parts", () => {
		const part = inArticle("content: المرجان بيتنا جميعا ولن", "content: ولن");
		expectFaults(part, [`${placeOf(part)} found neither for ""المرجان بيتنا جميعا ولن نتركه""`]);
		const both = "content:\n      - المرجان بيتنا جميعا\n      - ولن نتركه";
		expectValid(inArticle("content: المرجان بيتنا جميعا ولن نتركه", both));
		const gap = inArticle(
			"content: المرجان بيتنا جميعا ولن نتركه",
			both.replace("بيتنا جميعا", "بيتنا"),
		);
		expectFaults(gap, [`${placeOf(gap)} found neither for ""المرجان بيتنا جميعا ولن نتركه""`]);
	});

	it("does not ask for the marks at the ends of the words", () => {
		expectValid(inDocument("ولن نتركه", "ولن نتركه!", seed()));
		expectValid(inDocument('"ربيع البحر"', '"ربيع البحر..."', dotted()));
	});

	it("has nothing to ask of marks without words between them", () => {
		expectValid(inDocument("أن السفن", 'أن "..." السفن'));
	});

	it("takes an entry for all the places where its words stand, and not for others", () => {
		const twice = inDocument("أن السفن", 'أن "ربيع البحر" والسفن');
		expectValid(inArticle("content: السفن", "content: والسفن", twice));
		const longer = inDocument('"ربيع البحر"', '"ربيع البحر الكبير"', toLonger());
		expectFaults(longer, [
			`${placeOf(longer)} found neither for ""ربيع البحر الكبير""`,
			`${entryOf(longer)} all the words between two quotation marks, found words that are not all of any quotation`,
		]);
	});

	it("refuses a mark without its other half, unless it is listed as that", () => {
		const files = inDocument("ستعود قريبا.", 'ستعود قريبا".');
		expectFaults(files, [
			`${placeOf(files)} UNPAIRED_MARK in otherQuotations for a quotation mark without its other half … قريبا".`,
		]);
		const entry = (reason: string) =>
			inArticle(OTHER, `${OTHER}  - words: قريبا"\n    reason: ${reason}\n`, files);
		expectValid(entry("UNPAIRED_MARK"));
		const term = entry("TERM");
		expectFaults(term, [
			`${at(term, ARTICLE, `words: قريبا"`, `قريبا"`)} quotations-explained found words that are not all of any quotation`,
		]);
	});

	it("refuses an entry for a mark without its other half where there is none", () => {
		const none = inArticle(OTHER, `${OTHER}  - words: إلى العمل\n    reason: UNPAIRED_MARK\n`);
		expectFaults(none, [
			`${at(none, ARTICLE, "words: إلى العمل", "إلى العمل")} quotations-explained words with a quotation mark that has no other half, found none in them`,
		]);
		const paired = inArticle("reason: EVENT_TITLE", "reason: UNPAIRED_MARK");
		expectFaults(paired, [`${entryOf(paired)} found none in them`]);
	});

	it("refuses an entry that explains nothing: words without marks, more than one quotation, a part", () => {
		for (const words of ["أبلغ نظيره", "توقف", "مهرجان", `'"توقف تماما" قرب'`]) {
			const files = inArticle(OTHER, `${OTHER}  - words: ${words}\n    reason: TERM\n`);
			expectFaults(files, [
				`${at(files, ARTICLE, `- words: ${words}`, words)} quotations-explained found words that are not all of any quotation`,
			]);
		}
	});

	it("leaves an entry whose words stand nowhere to its own diagnostic", () => {
		const files = inArticle(OTHER, `${OTHER}  - words: لا شيء\n    reason: TERM\n`);
		expectFaults(files, [`${at(files, ARTICLE, "لا شيء")} words-stand-once لا شيء`]);
	});

	it("asks for a note where the reason is OTHER", () => {
		const files = inArticle("reason: EVENT_TITLE", "reason: OTHER");
		expectFaults(files, [
			`${at(files, ARTICLE, "reason: OTHER", "OTHER")} quotations-explained a note that says why a quotation with reason OTHER is no statement, found none`,
		]);
		expectValid(inArticle("reason: EVENT_TITLE", "reason: OTHER\n    note: A festival."));
	});
});

const END = 'to: منذ مهرجان "ربيع البحر".';

function guillemets() {
	return inArticle(END, "to: منذ مهرجان « ربيع البحر ».");
}

function dotted() {
	return inArticle(END, 'to: منذ مهرجان "ربيع البحر...".');
}

function curved() {
	return inArticle('الصيد "توقف تماما"', "الصيد “توقف تماما”");
}

function toLonger() {
	return inArticle(END, 'to: منذ مهرجان "ربيع البحر الكبير".');
}
