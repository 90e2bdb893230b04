import { describe, expect, it } from "vitest";
import {
	ARTICLE,
	at,
	expectFaults,
	expectValid,
	inArticle,
	seed,
	statementOf,
} from "../harness.ts";

const PARTS = "      - عاد الصيادون\n      - إلى العمل\n";
const SHIPS = "  - key: ships-will-return\n";

/** One more statement right before the ships', of these words. */
function more(words: string, where = ""): string {
	return `  - key: one-more
    kind: INDIRECT
    act: ASSERT
${where}    content: ${words}
    speakers:
      - speaker: salim-najjar
        ${where === "" ? "resolution: DROPPED_SUBJECT" : "mention: وزير البحر\n        resolution: HEADLINE"}

`;
}

describe("spans-nest", () => {
	it("takes parts in reading order, and contents that are apart or nested", () => {
		const { spans, text } = statementOf(expectValid(seed()), "fishermen-are-back");
		expect(spans).toHaveLength(2);
		expect(text).toBe("عاد الصيادون … إلى العمل");
	});

	it("refuses parts in another order", () => {
		const files = inArticle(PARTS, "      - إلى العمل\n      - عاد الصيادون\n");
		expectFaults(files, [
			`${at(files, ARTICLE, "- عاد الصيادون", "عاد الصيادون")} spans-nest parts of a content in reading order`,
		]);
	});

	it("refuses parts that overlap", () => {
		const files = inArticle(PARTS, "      - عاد الصيادون\n      - الصيادون، بحسب\n");
		expectFaults(files, [
			`${at(files, ARTICLE, "الصيادون، بحسب")} spans-nest found a part that begins before the one above it ends`,
		]);
	});

	it("takes parts that touch", () => {
		expectValid(inArticle(PARTS, "      - عاد الصيادون\n      - ، بحسب\n"));
	});

	it("refuses contents that cross", () => {
		const files = inArticle(SHIPS, `${more("سيفتح غدا.")}${SHIPS}`);
		expectFaults(files, [
			`${at(files, ARTICLE, "سيفتح غدا.")} spans-nest apart from that of najjar-told-rawi or inside it, found one that crosses it: "سيفتح غدا" belongs to both`,
			`${at(files, ARTICLE, "سيفتح غدا.")} spans-nest apart from that of port-opens-tomorrow or inside it, found one that crosses it: "سيفتح غدا" belongs to both`,
		]);
	});

	it("shows the words of the headline where contents cross there", () => {
		const body = "  - key: coral-is-our-home\n";
		const files = inArticle(body, `${more("المرجان في جزيرة", "    in: TITLE\n")}${body}`);
		const shorter = inArticle(
			"content: حماية المرجان في جزيرة النور",
			"content: حماية المرجان",
			files,
		);
		expectFaults(shorter, [
			`${at(shorter, ARTICLE, "المرجان في جزيرة\n", "المرجان في جزيرة")} spans-nest that of protect-coral-headline or inside it, found one that crosses it: "المرجان" belongs to both`,
		]);
	});

	it("does not compare the headline with the body", () => {
		const body = "  - key: coral-is-our-home\n";
		const corpus = expectValid(inArticle(body, `${more("سالم النجار، اليوم الاثنين")}${body}`));
		const [inTitle] = statementOf(corpus, "protect-coral-headline").spans;
		const [inBody] = statementOf(corpus, "one-more").spans;
		const ends = [inBody?.start, inTitle?.start, inBody?.end, inTitle?.end];
		expect(ends).toEqual(ends.toSorted((a, b) => Number(a) - Number(b)));
		expect([inTitle?.source, inBody?.source]).toEqual(["TITLE", "BODY"]);
	});

	it("leaves a statement that was not found to its own diagnostic", () => {
		const files = inArticle(SHIPS, `${more("سيفتح بعد غد")}${SHIPS}`);
		expectFaults(files, [`${at(files, ARTICLE, "سيفتح بعد غد")} words-stand-once سيفتح بعد غد`]);
	});
});
