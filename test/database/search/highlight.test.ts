import { describe, expect, test } from "vitest";
import { articleHighlights, statementHighlights } from "../../../src/database/search/highlight.ts";
import { PART_SEPARATOR, toSpan } from "../../../src/text/span.ts";

const body = "🙂 قال إن القُوّات\u0640 غادرت، و«القوات» باقية.";

describe("statementHighlights", () => {
	test("finds the words in every part of a content, with their marks, in both countings", () => {
		const ranges = [
			{ start: body.indexOf("القُوّات"), end: body.indexOf("،") },
			{ start: body.indexOf("القوات»"), end: body.indexOf(".") },
		];
		const spans = ranges.map((range) => toSpan("BODY", body, range));
		const text = ranges.map(({ start, end }) => body.slice(start, end)).join(PART_SEPARATOR);
		const found = statementHighlights({ text, spans }, ["القوات"]);
		expect(found.map(({ start, end }) => body.slice(start, end))).toEqual([
			"القُوّات\u0640",
			"القوات",
		]);
		expect(found).toEqual(
			found.map((range) => ({
				...toSpan("BODY", body, range),
				exact: body.slice(range.start, range.end),
			})),
		);
	});
});

describe("articleHighlights", () => {
	test("finds the words in the title and in the body", () => {
		const article = { title: "القوات تغادر", body };
		const found = articleHighlights(article, ["القوات"]);
		expect(
			found.map(({ source, start, end }) => [
				source,
				(source === "TITLE" ? article.title : body).slice(start, end),
			]),
		).toEqual([
			["TITLE", "القوات"],
			["BODY", "القُوّات\u0640"],
			["BODY", "القوات"],
		]);
	});

	test("finds them where there is no title", () => {
		const found = articleHighlights({ title: null, body }, ["باقيه"]);
		expect(found.map(({ start, end }) => body.slice(start, end))).toEqual(["باقية"]);
	});
});
