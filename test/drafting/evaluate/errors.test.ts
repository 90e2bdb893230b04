import { describe, expect, it } from "vitest";
import { errorLines, errorsIn } from "../../../src/drafting/evaluate/errors.ts";
import { at, judged, PROPOSALS, proposal, REFERENCES } from "./cases.ts";

const [ALPHA, BETA] = PROPOSALS;
if (ALPHA === undefined || BETA === undefined) throw new Error("two proposals are needed");

describe("errorsIn", () => {
	it("has none where all is right", () => {
		expect(errorsIn([judged(PROPOSALS)])).toEqual([]);
		expect(errorLines([], true)).toEqual([]);
	});

	it("has each fault once, by category", () => {
		const wrong = [
			{
				...ALPHA,
				content: [at("two three four")],
				words: "two three four",
				kind: "MIXED" as const,
			},
			{ ...BETA, speakers: ["gamma"], via: [] },
			proposal("again and over"),
		];
		const errors = errorsIn([judged(wrong), judged([BETA])]);
		expect(errors.map(({ category }) => category)).toEqual([
			"missed",
			"extra",
			"extent",
			"kind",
			"speaker",
			"via",
		]);
		expect(errors.find(({ category }) => category === "speaker")?.fields).toEqual({
			text: "nine ten eleven twelve",
			mention: "",
			expected: "beta",
			found: "gamma",
			as: "DROPPED_SUBJECT",
		});
		expect(errorLines(errors, false).slice(0, 7)).toEqual([
			"",
			"missed: 1",
			"  page",
			"    kind     INDIRECT",
			"    text     one two three four",
			"    cue      said",
			"    speaker  alpha",
		]);
	});

	it("isolates words from right to left in a terminal only", () => {
		const statements = REFERENCES.map((one) => ({ ...one, words: "قال\nنعم" }));
		const errors = errorsIn([judged([], statements)]);
		expect(errorLines(errors, true)).toContain("    text     \u2068قال نعم\u2069");
		expect(errorLines(errors, true)).toContain("    speaker  alpha");
		expect(errorLines(errors, false)).toContain("    text     قال نعم");
	});
});
