import { describe, expect, it } from "vitest";
import {
	ARTICLE,
	at,
	change,
	expectFaults,
	expectValid,
	inArticle,
	onlyArticle,
	remove,
	seed,
	textOfFile,
	withoutStatement,
} from "./harness.ts";

const UNKNOWN = () => inArticle("publisher: harbour-news", "publisher: nobody");

describe("the harness", () => {
	it("has a seed without a fault, of every kind of statement", () => {
		const { statements } = onlyArticle(expectValid(seed()));
		expect(new Set(statements.map(({ kind }) => kind))).toEqual(
			new Set(["DIRECT", "INDIRECT", "MIXED"]),
		);
		expect(statements.some(({ parentSlug }) => parentSlug !== null)).toBe(true);
		expect(statements.some(({ attributions }) => attributions.length > 1)).toBe(true);
		expect(statements.some(({ spans }) => spans.length > 1)).toBe(true);
	});

	it("refuses to change what is not there, or there twice, or into itself", () => {
		expect(() => inArticle("no such words", "")).toThrow("found it 0×");
		expect(() => inArticle("kind: INDIRECT", "")).toThrow("found it 5×");
		expect(() => inArticle("MIXED", "MIXED")).toThrow("changes nothing");
		expect(() => change(seed(), "articles/other.yaml", "a", "b")).toThrow("not there");
		expect(() => remove(seed(), "articles/other.yaml")).toThrow("not there");
		expect(() => withoutStatement("no-such-key")).toThrow("no-such-key");
		expect(() => at(seed(), ARTICLE, "kind: MIXED", "DIRECT")).toThrow("found it 0×");
	});

	it("finds places", () => {
		expect(at(seed(), ARTICLE, "document: coral.txt")).toBe(`${ARTICLE}:1:1`);
		expect(at(seed(), ARTICLE, "publisher: harbour-news", "harbour")).toBe(`${ARTICLE}:4:12`);
	});

	it("takes a statement out", () => {
		const text = textOfFile(withoutStatement("fishing-has-stopped"), ARTICLE);
		expect(text).not.toContain("MIXED");
		expect(text.length).toBeGreaterThan(0.8 * textOfFile(seed(), ARTICLE).length);
	});

	it("takes an expected fault", () => {
		expectFaults(UNKNOWN(), [`${ARTICLE}:4:12 known-slug publisher … found "nobody"`]);
	});

	it.each([
		["another place", [`${ARTICLE}:4:13 known-slug found "nobody"`]],
		["another file", ['articles/other.yaml:4:12 known-slug found "nobody"']],
		["another rule", [`${ARTICLE}:4:12 unique-slug found "nobody"`]],
		["other words", [`${ARTICLE}:4:12 known-slug found "somebody"`]],
		["words in another order", [`${ARTICLE}:4:12 known-slug nobody … publisher`]],
		["fewer faults", []],
		["more faults", [`${ARTICLE}:4:12 known-slug nobody`, `${ARTICLE}:5:1 known-slug nobody`]],
		["no words at all", [`${ARTICLE}:4:12 known-slug`]],
	])("fails for %s", (_what, expected) => {
		expect(() => expectFaults(UNKNOWN(), expected)).toThrow();
	});

	it("fails for faults where none are expected, and for none where some are", () => {
		expect(() => expectValid(UNKNOWN())).toThrow();
		expect(() => expectFaults(seed(), [`${ARTICLE}:4:12 known-slug nobody`])).toThrow();
		expect(() => expectFaults(seed(), [])).toThrow();
	});
});
