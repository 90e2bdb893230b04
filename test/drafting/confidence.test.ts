import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { confidenceOf } from "../../src/drafting/confidence.ts";
import { confidenceLines } from "../../src/drafting/evaluate/fit-confidence.ts";
import { judged, PROPOSALS, proposal, REFERENCES } from "./evaluate/cases.ts";

const lines = readFileSync("src/drafting/lexicon/confidence.txt", "utf8").trimEnd().split("\n");
const entries = lines.filter((line) => !line.startsWith("#"));

describe("the table of confidence", () => {
	it("says what it holds, is sorted, has no entry twice and only shares", () => {
		expect(lines[0]).toMatch(/^# /);
		expect(entries).toEqual([...new Set(entries)].toSorted());
		for (const line of entries)
			expect(line).toMatch(
				/^(?:\*|[a-z-]+(?: (?:NAMED|EPITHET|PRONOUN|DROPPED_SUBJECT|HEADLINE))?)\t0\.\d\d$/,
			);
		expect(new Set(entries.map((line) => line.split("\t")[0])).size).toBe(entries.length);
	});
});

describe("confidenceOf", () => {
	const shareOf = (key: string) =>
		Number(entries.find((line) => line.startsWith(`${key}\t`))?.split("\t")[1]);

	it("knows the rule with the way of pointing, or else the rule, or else all", () => {
		expect(confidenceOf("perfect-that", "NAMED")).toBe(shareOf("perfect-that NAMED"));
		expect(confidenceOf("perfect-that", "HEADLINE")).toBe(shareOf("perfect-that"));
		expect(confidenceOf("a-rule-of-tomorrow", "NAMED")).toBe(shareOf("*"));
	});

	it("is surer of a speaker beside the cue than of one that is left out", () => {
		expect(confidenceOf("perfect-that", "NAMED")).toBeGreaterThan(
			confidenceOf("perfect-that", "DROPPED_SUBJECT"),
		);
	});
});

describe("confidenceLines", () => {
	it("counts what was found by the right speaker, as if one more were right and one more wrong", () => {
		const wrong = { ...proposal("again and over"), rule: "other" };
		expect(confidenceLines([judged(PROPOSALS), judged([...PROPOSALS, wrong])])).toEqual([
			"*\t0.71",
			"other\t0.33",
			"verb-that\t0.83",
		]);
	});

	it("has a line for a way of pointing that was seen often enough", () => {
		const [ALPHA, BETA] = PROPOSALS;
		if (ALPHA === undefined || BETA === undefined) throw new Error("two proposals are needed");
		const pages = Array.from({ length: 10 }, () =>
			judged([ALPHA, { ...BETA, speakers: ["gamma"] }], REFERENCES),
		);
		expect(confidenceLines(pages)).toEqual([
			"*\t0.50",
			"verb-that\t0.50",
			"verb-that DROPPED_SUBJECT\t0.08",
			"verb-that NAMED\t0.92",
		]);
	});
});
