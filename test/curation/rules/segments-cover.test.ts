import { describe, expect, it } from "vitest";
import { addPlain, at, change, expectFaults, expectValid, type PlainSegments } from "../harness.ts";

const PLAIN = "articles/plain.yaml";
const HEADLINE = ["HEADLINE", "عنوان قصير"] as const;
const FIRST = ["BODY", "متن أول."] as const;
const SECOND = ["BODY", "متن ثان."] as const;
const CHROME = ["CHROME", "ذيل الصفحة"] as const;

describe("segments-cover", () => {
	it("takes segments that cover the page, in whatever order they are listed", () => {
		const corpus = expectValid(addPlain("plain", [CHROME, SECOND, HEADLINE, FIRST]));
		const page = corpus.documents.find(({ fileName }) => fileName === "plain.txt");
		const parts = page?.segments.map(({ kind, span }) => [
			kind,
			page.text.slice(span.start, span.end),
		]);
		expect(parts).toEqual([HEADLINE, FIRST, SECOND, CHROME]);
		const [plain] = corpus.articles.filter(({ slug }) => slug === "plain");
		expect(plain?.body).toBe("متن أول.\n\nمتن ثان.");
	});

	it.each<[string, number, PlainSegments]>([
		["عنوان قصير", 1, [FIRST, SECOND, CHROME]],
		["متن أول.", 3, [HEADLINE, SECOND, CHROME]],
		["ذيل الصفحة", 7, [HEADLINE, FIRST, SECOND]],
	])("refuses a page of which %s is left out", (words, line, segments) => {
		const files = addPlain("plain", segments);
		expectFaults(files, [
			`${at(files, PLAIN, `segments:\n  - kind: ${segments[0]?.[0]}`, "- kind")} segments-cover segments that cover all of documents/plain.txt, found line ${line} in none: "${words}"`,
		]);
	});

	it("refuses a part twice", () => {
		const files = addPlain("plain", [HEADLINE, FIRST, ["RELATED", "أول."], SECOND, CHROME]);
		expectFaults(files, [
			`${at(files, PLAIN, "kind: RELATED")} segments-cover begins after the one before it, found "أول." in both`,
		]);
	});

	it("goes on from the end of the longer of two that overlap", () => {
		const files = addPlain("plain", [
			HEADLINE,
			["BODY", "متن أول.\n    to: متن ثان."],
			["RELATED", "أول."],
			CHROME,
		]);
		expectFaults(files, [
			`${at(files, PLAIN, "kind: RELATED")} segments-cover found "أول." in both`,
		]);
	});

	it("counts the segments of all articles of a page together", () => {
		const one = addPlain("plain", [HEADLINE, FIRST]);
		expectValid(addPlain("second", [SECOND, CHROME], one));
		const both = addPlain("second", [FIRST, SECOND, CHROME], one);
		expectFaults(both, [
			`${at(both, "articles/second.yaml", "kind: BODY\n    from: متن أول", "kind: BODY")} segments-cover found "متن أول." in both`,
		]);
	});

	it("waits for another article of the page that cannot be read", () => {
		const files = addPlain("second", [FIRST, CHROME], addPlain("plain", [FIRST, SECOND]));
		const broken = change(files, "articles/second.yaml", "statements: []", "statement: []");
		expectFaults(broken, [
			"articles/second.yaml:1:1 shape the key is missing (at statements)",
			"articles/second.yaml:15:1 shape unknown key",
		]);
	});
});
