import { describe, expect, it } from "vitest";
import { addPlain, at, expectFaults, expectValid } from "../harness.ts";

const PLAIN = "articles/plain.yaml";

describe("article-extent", () => {
	it("takes a body with a headline, and a body without one", () => {
		expectValid(addPlain());
		const { articles } = expectValid(
			addPlain("plain", [
				["CHROME", "عنوان قصير"],
				["BODY", "متن أول."],
				["BODY", "متن ثان."],
				["CHROME", "ذيل الصفحة"],
			]),
		);
		expect(articles.find(({ slug }) => slug === "plain")?.title).toBeNull();
	});

	it("asks for a body", () => {
		const files = addPlain("plain", [
			["HEADLINE", "عنوان قصير"],
			["CHROME", "متن أول."],
			["RELATED", "متن ثان."],
			["CHROME", "ذيل الصفحة"],
		]);
		expectFaults(files, [
			`${at(files, PLAIN, "- kind: HEADLINE")} article-extent at least one segment of kind BODY, found none`,
		]);
	});

	it("refuses two headlines", () => {
		const files = addPlain("plain", [
			["HEADLINE", "عنوان قصير"],
			["BODY", "متن أول."],
			["BODY", "متن ثان."],
			["HEADLINE", "ذيل الصفحة"],
		]);
		expectFaults(files, [
			`${at(files, PLAIN, "- kind: HEADLINE\n    from: عنوان")} article-extent one segment of kind HEADLINE at the most, found 2`,
		]);
	});
});
