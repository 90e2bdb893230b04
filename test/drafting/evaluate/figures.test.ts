import { describe, expect, it } from "vitest";
import { at, changedBy, judged, PROPOSALS, proposal, reference, valuesOf } from "./cases.ts";

const [ALPHA, BETA] = PROPOSALS;
if (ALPHA === undefined || BETA === undefined) throw new Error("two proposals are needed");

describe("the figures of what finds all", () => {
	it("are one, or nothing where there is nothing to measure", () => {
		const { "confidence / ALL / mean confidence": confidence, ...rest } = valuesOf(
			judged(PROPOSALS),
		);
		expect(confidence).toBe(0.5);
		const others = Object.entries(rest).filter(([, value]) => value !== 1 && value !== null);
		expect(others.map(([key]) => key)).toEqual(["confidence / 0 to under 0.6 / mean confidence"]);
	});
});

describe("the figures that each fault changes, and no others", () => {
	it("a wrong speaker", () => {
		expect(changedBy([ALPHA, { ...BETA, speakers: ["gamma"] }])).toEqual({
			"statements / ALL / attributed F1": 0.5,
			"statements / DIRECT / attributed F1": 0,
			"speakers / ALL / share": 0.5,
			"speakers / DIRECT / share": 0,
			"speakers / subject dropped / share": 0,
			"stages / resolution: right, where the mention is / share": 0.5,
			"confidence / ALL / share": 0.5,
			"confidence / 0 to under 0.6 / share": 0.5,
		});
	});

	it("a shifted extent that still overlaps", () => {
		expect(changedBy([{ ...ALPHA, content: [at("two three four five")] }, BETA])).toEqual({
			"statements / ALL / exact F1": 0.5,
			"statements / INDIRECT / exact F1": 0,
			"stages / contents: exact, where the cue is found / share": 0.5,
		});
	});

	it("an extent that is shifted too far is a missing and an extra statement", () => {
		const changed = changedBy([{ ...ALPHA, content: [at("four five six seven")] }, BETA]);
		expect(changed).toMatchObject({
			"statements / ALL / precision": 0.5,
			"statements / ALL / recall": 0.5,
			"statements / ALL / overlap F1": 0.5,
			"statements / INDIRECT / overlap F1": 0,
			"stages / contents: overlap, where the cue is found / share": 0.5,
		});
		expect(Object.keys(changed).filter((key) => key.includes("cues:"))).toEqual([]);
	});

	it("a missing statement", () => {
		const changed = changedBy([ALPHA]);
		expect(changed).toMatchObject({
			"statements / ALL / recall": 0.5,
			"statements / ALL / overlap F1": 2 / 3,
			"statements / ALL / exact F1": 2 / 3,
			"statements / ALL / attributed F1": 2 / 3,
			"statements / DIRECT / recall": 0,
			"statements / DIRECT / overlap F1": 0,
			"statements / DIRECT / precision": null,
			"stages / cues: found / share": 0.5,
		});
		expect(
			Object.keys(changed).filter((key) => / (ALL|INDIRECT) \/ (precision|share)/.test(key)),
		).toEqual([]);
	});

	it("an extra statement", () => {
		const extra = proposal("again and over", { cue: at("again") });
		expect(changedBy([...PROPOSALS, extra])).toEqual({
			"statements / ALL / precision": 2 / 3,
			"statements / ALL / overlap F1": 0.8,
			"statements / ALL / exact F1": 0.8,
			"statements / ALL / attributed F1": 0.8,
			"statements / INDIRECT / precision": 0.5,
			"statements / INDIRECT / overlap F1": 2 / 3,
			"statements / INDIRECT / exact F1": 2 / 3,
			"statements / INDIRECT / attributed F1": 2 / 3,
			"stages / cues: right, of those proposed / share": 2 / 3,
			"confidence / ALL / share": 2 / 3,
			"confidence / 0 to under 0.6 / share": 2 / 3,
		});
	});

	it("a wrong kind: right for ALL, and for no kind", () => {
		expect(changedBy([ALPHA, { ...BETA, kind: "MIXED" }])).toEqual({
			"statements / DIRECT / precision": null,
			"statements / DIRECT / recall": 0,
			"statements / DIRECT / overlap F1": 0,
			"statements / DIRECT / exact F1": 0,
			"statements / DIRECT / attributed F1": 0,
			"statements / MIXED / precision": 0,
			"statements / MIXED / overlap F1": 0,
			"statements / MIXED / exact F1": 0,
			"statements / MIXED / attributed F1": 0,
			"details / kind / share": 0.5,
		});
	});

	it("a relay that is missing, and one that is not there", () => {
		expect(changedBy([ALPHA, { ...BETA, via: [] }])).toEqual({
			"details / relay, where there is one / share": 0,
		});
		expect(changedBy([{ ...ALPHA, via: ["the paper"] }, BETA])).toEqual({
			"details / none, where there is none / share": 0,
		});
	});

	it("a mention where there is none", () => {
		expect(changedBy([ALPHA, { ...BETA, mention: "over" }])).toEqual({
			"stages / mentions: none, where there is none / share": 0,
		});
	});
});

describe("several pages", () => {
	it("count by their statements, not each the same", () => {
		const many = judged(PROPOSALS);
		const none = judged([], [reference("one two three four")]);
		expect(valuesOf(many, none)).toMatchObject({
			"statements / ALL / recall": 2 / 3,
			"statements / ALL / precision": 1,
			"statements / ALL / overlap F1": 0.8,
		});
	});
});

describe("the extent of articles", () => {
	const words = (count: number, kind: "BODY" | "CHROME" | "HEADLINE", from: string) => {
		const { start } = at(from);
		return { kind, start, end: start + count };
	};

	it("is counted in words of articles that are kept, and of furniture that is taken", () => {
		const page = judged([], [], {
			segments: [
				words("alpha said".length, "HEADLINE", "alpha said"),
				words("one two three four".length, "BODY", "one"),
				words("beta added".length, "CHROME", "beta"),
			],
			titles: ["alpha said"],
		});
		const kept = at("three four five six seven eight. beta");
		expect(
			valuesOf({ ...page, segments: [{ kind: "BODY", ...kept }], titles: ["alpha"] }),
		).toMatchObject({
			"stages / extent: words of articles kept / share": 0.5,
			"stages / extent: words of furniture taken for an article / share": 0.5,
			"stages / extent: headlines right / share": 0,
		});
	});
});
