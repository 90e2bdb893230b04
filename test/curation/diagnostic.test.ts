import { describe, expect, it } from "vitest";
import {
	compareDiagnostics,
	formatDiagnostic,
	quoteForMessage,
} from "../../src/curation/diagnostic.ts";

const fault = (file: string, line: number, column: number) => ({
	file,
	line,
	column,
	rule: "known-slug",
	message: "expected one, found another",
});

describe("formatDiagnostic", () => {
	it("writes one line", () => {
		expect(formatDiagnostic(fault("articles/a.yaml", 3, 7))).toBe(
			"articles/a.yaml:3:7 known-slug expected one, found another",
		);
	});
});

describe("compareDiagnostics", () => {
	it("sorts by file, then by line, then by column, as numbers", () => {
		const sorted = [fault("a", 2, 1), fault("a", 10, 2), fault("a", 10, 10), fault("b", 1, 1)];
		expect(sorted.toReversed().toSorted(compareDiagnostics)).toEqual(sorted);
	});
});

describe("quoteForMessage", () => {
	it("puts a text on one line", () => {
		expect(quoteForMessage("  one\n\n two\u00a0three ")).toBe('"one two three"');
	});

	it("cuts a long text in the middle, between code points", () => {
		expect(quoteForMessage("abcdef", 6)).toBe('"abcdef"');
		expect(quoteForMessage("abcdefg", 6)).toBe('"abc … efg"');
		expect(quoteForMessage("🐠".repeat(7), 6)).toBe(`"${"🐠".repeat(3)} … ${"🐠".repeat(3)}"`);
	});
});
