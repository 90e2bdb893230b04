import { describe, expect, it } from "vitest";
import {
	isSameName,
	matchStatements,
	speakersMatch,
} from "../../../src/drafting/evaluate/score.ts";
import { at, proposal, reference, TEXT } from "./cases.ts";

describe("matchStatements", () => {
	it("matches from half of the tokens on", () => {
		const overlap = (words: string) =>
			matchStatements(TEXT, [reference("one two three four")], [proposal(words)])[0]?.overlap;
		expect(overlap("one two three four")).toBe(1);
		expect(overlap("one two")).toBe(0.5);
		expect(overlap("one")).toBeUndefined();
		expect(overlap("three four five six")).toBeUndefined();
	});

	it("counts marks and spaces as nothing, and the parts of a content together", () => {
		const parts = { content: [at("eight. "), at("nine ten")] };
		const [match] = matchStatements(
			TEXT,
			[reference("eight", parts)],
			[proposal("eight. beta", parts)],
		);
		expect(match?.overlap).toBe(1);
		expect(
			matchStatements(TEXT, [reference("seven eight")], [proposal("seven eight. ")])[0]?.overlap,
		).toBe(1);
	});

	it("matches one to one, the largest overlap first", () => {
		const proposals = [proposal("one two three"), proposal("one two three four")];
		expect(matchStatements(TEXT, [reference("one two three four")], proposals)).toEqual([
			{ reference: 0, proposal: 1, overlap: 1, speakerIsRight: true },
		]);
	});
});

describe("isSameName", () => {
	it.each([
		["فلاديمير بوتين", "فلاديمير بوتين", true],
		["فلاديمير بوتين", "بوتين", true],
		["بوتين", "فلاديمير بوتين", true],
		["أحمد الشرع", "احمد الشرع", true],
		["محمد بن نايف بن عبد العزيز", "محمد بن نايف", true],
		["سيرغي لافروف", "سيرغي شويغو", true],
		["فلاديمير بوتين", "بشار الأسد", false],
		["فلاديمير بوتين", "", false],
	])("%s and %s: %s", (one, other, same) => {
		expect(isSameName(one, other)).toBe(same);
	});
});

describe("speakersMatch", () => {
	it("wants every speaker, and none too many", () => {
		expect(speakersMatch(["alpha", "beta"], ["beta", "alpha"])).toBe(true);
		expect(speakersMatch(["alpha", "beta"], ["alpha"])).toBe(false);
		expect(speakersMatch(["alpha"], ["alpha", "beta"])).toBe(false);
		expect(speakersMatch([], [])).toBe(true);
	});

	it("takes any name of a speaker", () => {
		expect(speakersMatch([["the Kremlin", "Moscow"]], ["Moscow"])).toBe(true);
		expect(speakersMatch([["the Kremlin"]], [["gamma", "Kremlin"]])).toBe(true);
		expect(speakersMatch([["the Kremlin"]], ["gamma"])).toBe(false);
	});
});
