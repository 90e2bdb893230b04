import { describe, expect, test } from "vitest";
import { pairMarks } from "../../src/drafting/marks.ts";

describe("quotation marks", () => {
	test.each([
		["angles", "قال «نعم سنعود» ومضى", ["نعم سنعود"]],
		["straight marks, by what stands beside them", 'قال "نعم سنعود" ومضى', ["نعم سنعود"]],
		["curved marks", "قال “نعم سنعود” ومضى", ["نعم سنعود"]],
		["curved marks the wrong way round", "قال ”نعم سنعود“ ومضى", ["نعم سنعود"]],
		["low marks", "قال „نعم سنعود“ ومضى", ["نعم سنعود"]],
		["doubled apostrophes", "قال ''نعم سنعود'' ومضى", ["نعم سنعود"]],
		["the entity of a careless export", "قال &quot;نعم سنعود&quot; ومضى", ["نعم سنعود"]],
		["an angle that closes on both sides", "قال »نعم سنعود» ومضى", ["نعم سنعود"]],
		["and, written together with the mark", 'قال و"نعم سنعود" ومضى', ["نعم سنعود"]],
		["nested: the outermost", "قال «سمعت «لا» منه» ومضى", ["سمعت «لا» منه"]],
		["two beside each other", "«نعم» و«لا»", ["نعم", "لا"]],
		["a mark without its other half", "قال «نعم سنعود ومضى", []],
		["a closing mark alone", "قال نعم سنعود» ومضى", []],
		["not across paragraphs", "قال «نعم سنعود\nومضى» هنا", []],
		["nothing between", "قال «» ومضى", []],
	])("%s", (_, text, expected) => {
		expect(pairMarks(text).map(({ inner }) => text.slice(inner.start, inner.end))).toEqual(
			expected,
		);
	});

	test("the outer range has the marks", () => {
		expect(pairMarks("قال «نعم»")).toEqual([
			{ outer: { start: 4, end: 9 }, inner: { start: 5, end: 8 } },
		]);
	});
});
