import { describe, expect, it } from "vitest";
import { Finder, type Scope, toSelector } from "../../src/curation/finder.ts";
import type { WordsEntry } from "../../src/curation/format/article.ts";
import { expectDiagnostics } from "./harness.ts";

const PAGE = "القائمة\nقال الوزير إن البحر بحر الجميع\nأضاف الوزير أن البَحر واسع\nالقائمة القديمة";
const BODY = "قال الوزير إن البحر بحر الجميع\nأضاف الوزير أن البَحر واسع";

const page: Scope = { source: "DOCUMENT", text: PAGE, name: "documents/page.txt" };
const body: Scope = { source: "BODY", text: BODY, name: "the article's body" };
const PLACE = { file: "articles/a.yaml", line: 2, column: 3 };
const AT = "articles/a.yaml:2:3 words-stand-once";

function find(words: WordsEntry, scopes: readonly Scope[] = [body]) {
	const finder = new Finder(page);
	const span = finder.find(words, PLACE, scopes);
	return { span, text: span && BODY.slice(span.start, span.end), diagnostics: finder.diagnostics };
}

function expectNotFound(words: WordsEntry, expected: string, scopes?: readonly Scope[]): void {
	const { span, diagnostics } = find(words, scopes);
	expect(span).toBeNull();
	expectDiagnostics(diagnostics, [`${AT} ${expected}`]);
}

describe("Finder.find", () => {
	it("finds words that stand once", () => {
		const { span, text, diagnostics } = find("إن البحر");
		expect(text).toBe("إن البحر");
		expect(span).toEqual({
			source: "BODY",
			start: 11,
			end: 19,
			startCodePoint: 11,
			endCodePoint: 19,
		});
		expect(diagnostics).toEqual([]);
	});

	it("asks for more words where they stand twice, and shows both places", () => {
		expectNotFound(
			"الوزير",
			`words that stand once, found "الوزير" 2 times in the article's body: "قال الوزير إن البحر بحر الجميع" and "بحر بحر الجميع أضاف الوزير أن البَحر واسع"; write exact with the prefix or the suffix that tells which`,
		);
	});

	it("takes the words before or after them", () => {
		expect(find({ exact: "الوزير", prefix: "قال" }).span?.start).toBe(4);
		expect(find({ exact: "الوزير", suffix: "أن" }).span?.start).toBe(BODY.lastIndexOf("الوزير"));
		expect(find({ exact: "الوزير", prefix: "أضاف", suffix: "أن" }).text).toBe("الوزير");
	});

	it("says so where the words before or after them are others", () => {
		expectNotFound(
			{ exact: "الوزير", prefix: "أضاف", suffix: "إن" },
			`words that stand in the article's body, found "الوزير" nowhere in it as whole words`,
		);
	});

	it("finds whole words only", () => {
		expectNotFound("وزير", 'found "وزير" nowhere in it as whole words');
		expectNotFound("قال الوز", 'found "قال الوز" nowhere in it as whole words');
		expect(find("بحر").text).toBe("بحر");
	});

	it("tells the line of the page where the words stand outside the article", () => {
		expectNotFound("القائمة القديمة", "they stand outside it, in line 4 of documents/page.txt");
	});

	it("tells the line that has them in another spelling", () => {
		expectNotFound(
			"اضاف الوزير",
			"line 3 of documents/page.txt has them in another spelling: copy them from there",
		);
	});

	it("tells nothing more where they stand nowhere", () => {
		const { diagnostics } = find("السماء");
		expect(diagnostics[0]?.message).toMatch(/nowhere in it as whole words$/);
	});

	it("shows four places at the most, and counts them all", () => {
		const many = { ...body, text: "لا ".repeat(6) };
		const finder = new Finder(page);
		finder.find("لا", PLACE, [many]);
		const [fault] = finder.diagnostics;
		expect(fault?.message).toContain("6 times");
		expect(fault?.message.split('" and "')).toHaveLength(4);
	});

	it("looks into one scope after the other; the first that has the words decides", () => {
		const first = { ...body, ranges: [{ start: 0, end: 30 }], name: "the first line" };
		const second = { ...body, ranges: [{ start: 31, end: BODY.length }], name: "the second line" };
		expect(find("الوزير", [first, second]).span?.start).toBe(4);
		expect(find("الوزير", [second, first]).span?.start).toBe(BODY.lastIndexOf("الوزير"));
		expect(find("واسع", [first, second]).text).toBe("واسع");
		expectNotFound("الوزير", "2 times in the article's body", [body, first]);
		expectNotFound("السماء", "words that stand in the second line", [first, second]);
	});

	it("finds only what lies in the ranges as a whole", () => {
		const cut = {
			...body,
			ranges: [
				{ start: 0, end: 8 },
				{ start: 8, end: 30 },
			],
		};
		expect(find("قال", [cut]).text).toBe("قال");
		expectNotFound("قال الوزير", "nowhere in it", [cut]);
		expectNotFound("قال", "words that stand in the article's body", [{ ...body, ranges: [] }]);
	});

	it("takes any white space for any other", () => {
		const spaced = { ...body, text: "قال\u00a0الوزير  إن\nالبحر" };
		const span = new Finder(page).find("قال الوزير إن البحر", PLACE, [spaced]);
		expect(span).toMatchObject({ start: 0, end: spaced.text.length });
	});

	it("collects all that it did not find", () => {
		const finder = new Finder(page);
		for (const words of ["السماء", "الوزير", "إن البحر"]) finder.find(words, PLACE, [body]);
		expect(finder.diagnostics).toHaveLength(2);
	});
});

describe("Finder.findAll", () => {
	it("finds every place in every scope", () => {
		const finder = new Finder(page);
		const title: Scope = { source: "TITLE", text: "الوزير", name: "the article's headline" };
		const spans = finder.findAll("الوزير", PLACE, [title, body]);
		expect(spans.map(({ source, start }) => [source, start])).toEqual([
			["TITLE", 0],
			["BODY", 4],
			["BODY", BODY.lastIndexOf("الوزير")],
		]);
		expect(finder.diagnostics).toEqual([]);
	});

	it("tells what stands nowhere", () => {
		const finder = new Finder(page);
		expect(finder.findAll("السماء", PLACE, [body])).toEqual([]);
		expectDiagnostics(finder.diagnostics, [`${AT} words that stand in the article's body`]);
		expect(new Finder(page).findAll("السماء", PLACE, [])).toEqual([]);
	});
});

describe("toSelector", () => {
	it("takes bare words as exact", () => {
		expect(toSelector("a")).toEqual({ exact: "a" });
		expect(toSelector({ exact: "a", prefix: "b" })).toEqual({ exact: "a", prefix: "b" });
	});
});
