import { describe, expect, it } from "vitest";
import { measure } from "../../../src/drafting/evaluate/figures.ts";
import { renewSection } from "../../../src/drafting/evaluate/markdown.ts";
import {
	aboutLines,
	cellsOf,
	markdownSummary,
	markdownTable,
	plainTable,
} from "../../../src/drafting/evaluate/tables.ts";
import { judged, PROPOSALS } from "./cases.ts";

const CELLS = [
	["Name", "right", "share"],
	["a", "1/10", "0.100"],
	["longer", "-", "1"],
];

describe("tables", () => {
	it("line up in a terminal", () => {
		expect(plainTable(CELLS)).toEqual([
			"Name    right  share",
			"a        1/10  0.100",
			"longer      -      1",
		]);
	});

	it("are tables in Markdown", () => {
		expect(markdownTable(CELLS)).toEqual([
			"| Name   | right | share |",
			"| ------ | ----: | ----: |",
			"| a      |  1/10 | 0.100 |",
			"| longer |     - |     1 |",
		]);
	});

	it("show values with intervals, and what a single one is made of", () => {
		const [statements, speakers] = measure([judged(PROPOSALS)]).map(cellsOf);
		expect(statements?.[1]).toEqual(["ALL", ...new Array(5).fill("1.000 (1.000-1.000)")]);
		expect(statements?.[4]).toEqual(["MIXED", ...new Array(5).fill("-")]);
		expect(speakers?.[1]).toEqual(["ALL", "2/2", "1.000 (1.000-1.000)"]);
	});

	it("show several reports, a line each", () => {
		const report = { pages: 1, statements: 2, proposals: 2, inTitles: 0, unconfirmed: 0 };
		const groups = measure([judged(PROPOSALS)]);
		const [head, , line] = markdownSummary([
			{ ...report, name: "a.json", articlesPerSecond: null, groups },
		]);
		expect(head).toMatch(
			/^\| Gold {3}\| pages \| statements \| +overlap F1 \|.* right speaker \|$/,
		);
		expect(line).toMatch(/^\| a\.json \| {5}1 \| {10}2 \| 1\.000 \(1\.000-1\.000\) \|/);
	});

	it("say what was left out", () => {
		const report = { name: "a", pages: 1, statements: 2, proposals: 3, groups: [] };
		const lines = aboutLines({ ...report, inTitles: 1, unconfirmed: 2, articlesPerSecond: 1234.5 });
		expect(lines[0]).toMatch(/^1 page, 2 statements, 3 proposals; /);
		expect(lines.slice(1)).toEqual([
			"left out: 1 statement of titles, which are not drafted",
			"left out: 2 pages with a draft that nobody has confirmed",
			"1,235 articles a second of one core's time",
		]);
		expect(
			aboutLines({ ...report, inTitles: 0, unconfirmed: 0, articlesPerSecond: null }),
		).toHaveLength(1);
	});
});

describe("renewSection", () => {
	const text = "a\n<!-- npm run evaluate: seed -->\n\nold\n\n<!-- end of figures -->\nb\n";

	it("puts the lines in the place of the old ones, and changes nothing else", () => {
		const renewed = renewSection("card.md", text, "seed", ["new"]);
		expect(renewed).toBe(text.replace("old", "new"));
		expect(renewSection("card.md", renewed, "seed", ["new"])).toBe(renewed);
	});

	it("refuses a text without the place", () => {
		expect(() => renewSection("card.md", text, "other", ["new"])).toThrow(
			/^card\.md: expected one line <!-- npm run evaluate: other -->/,
		);
		expect(() => renewSection("card.md", text + text, "seed", ["new"])).toThrow(/found 2/);
	});
});
