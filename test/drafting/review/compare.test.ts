import { describe, expect, it } from "vitest";
import { compareWithDraft } from "../../../src/drafting/review/compare.ts";
import { leastSureFirst } from "../../../src/drafting/review/review.ts";
import type { StatementView } from "../../../src/drafting/review/view.ts";

function view(key: string, start: number, end: number, act: string, confidence = 1): StatementView {
	return {
		key,
		speaker: "putin",
		fields: new Map([["act", act]]),
		confidence,
		rule: null,
		marks: [{ role: "content", start, end }],
	};
}

describe("compareWithDraft", () => {
	it("pairs statements by what their contents share, the nearest first", () => {
		const now = [view("a", 0, 100, "ASSERT"), view("b", 200, 300, "DENY")];
		const drafted = [
			view("x", 40, 100, "ASSERT"),
			view("y", 0, 95, "WARN"),
			view("z", 290, 400, "DENY"),
		];
		const { changes, removed } = compareWithDraft(now, drafted);
		expect(changes).toEqual([[{ field: "act", drafted: "WARN", now: "ASSERT" }], null]);
		expect(removed.map(({ key }) => key)).toEqual(["x", "z"]);
	});

	it("finds nothing to tell of a file that is as it was drafted", () => {
		const same = [view("a", 0, 10, "ASSERT"), view("b", 2, 8, "DENY")];
		expect(compareWithDraft(same, same)).toEqual({ changes: [[], []], removed: [] });
	});
});

describe("leastSureFirst", () => {
	it("keeps the order of the article among equally sure statements", () => {
		const all = [0.9, 0.4, 0.9, 0.2].map((confidence, index) =>
			view(String(index), index, index + 1, "ASSERT", confidence),
		);
		expect(leastSureFirst(all)).toEqual([3, 1, 0, 2]);
	});
});
