import { describe, expect, it } from "vitest";
import { compareReadingOrder, parentOf } from "../../src/drafting/parents.ts";
import { draftOf } from "./details/drafted.ts";

const said = (...ranges: [number, number][]) => ({
	content: ranges.map(([start, end]) => ({ start, end })),
});

describe("the parent of a statement", () => {
	it("is the nearest one around, and none for those apart", () => {
		const all = [said([0, 90]), said([10, 50]), said([20, 40]), said([60, 95])];
		expect(all.map((_, index) => parentOf(all, index))).toEqual([null, 0, 1, null]);
	});

	it("is the first of two with the same words", () => {
		const all = [said([0, 9]), said([0, 9])];
		expect(all.map((_, index) => parentOf(all, index))).toEqual([null, 0]);
	});

	it("has all parts of its child", () => {
		const all = [said([0, 10], [20, 30]), said([5, 10], [20, 25]), said([8, 22])];
		expect(all.map((_, index) => parentOf(all, index))).toEqual([null, 0, null]);
	});

	it("stands before its child", () => {
		expect([said([5, 9]), said([5, 20])].toSorted(compareReadingOrder)).toEqual([
			said([5, 20]),
			said([5, 9]),
		]);
	});

	it("passes its child on", () => {
		const body =
			'وقال الكرملين في بيان: "شدد فلاديمير بوتين على ضرورة إنهاء القتال في سوريا بسرعة".';
		expect(draftOf(body).statements).toMatchObject([
			{ speakers: [{ slug: "kremlin" }], parent: null, via: [] },
			{ speakers: [{ slug: "putin" }], parent: 0, via: [{ slug: "kremlin" }] },
		]);
	});
});
