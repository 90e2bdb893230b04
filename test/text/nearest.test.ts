import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "../../src/text/nearest.ts";

const SLUGS = ["putin", "erdogan", "assad", "al-sharaa", "trump", "peskov", "kremlin"];
const slug = fc.string({ unit: fc.constantFrom(..."abcde-"), minLength: 1, maxLength: 8 });

describe("nearest", () => {
	it("finds the name with a letter wrong, one missing or one too many", () => {
		expect(nearest("putim", SLUGS)[0]).toBe("putin");
		expect(nearest("erdgan", SLUGS)[0]).toBe("erdogan");
		expect(nearest("kremmlin", SLUGS)[0]).toBe("kremlin");
	});

	it("puts the nearest first and names that are as near in alphabetical order", () => {
		expect(nearest("asad", ["azad", "assad", "asadi", "asad"])).toEqual(["asad", "asadi", "assad"]);
	});

	it("leaves out names that differ in more than half", () => {
		expect(nearest("abcd", ["abxy", "axyz"])).toEqual(["abxy"]);
		expect(nearest("moscow", SLUGS)).toEqual([]);
	});

	it("counts the longer of the two names for the half", () => {
		expect(nearest("ab", ["abcd"])).toEqual(["abcd"]);
		expect(nearest("abcd", ["ab"])).toEqual(["ab"]);
		expect(nearest("ab", ["abcde"])).toEqual([]);
	});

	it("takes no heed of capital letters, and gives names as they are written", () => {
		expect(nearest("PUTIN", ["putin"])).toEqual(["putin"]);
		expect(nearest("idlib", ["IDLIB"])).toEqual(["IDLIB"]);
	});

	it("compares Arabic names", () => {
		expect(nearest("بوتن", ["بوتين", "أردوغان"])).toEqual(["بوتين"]);
	});

	it("gives three names when not asked for more", () => {
		const known = ["aaa1", "aaa2", "aaa3", "aaa4"];
		expect(nearest("aaa", known)).toEqual(["aaa1", "aaa2", "aaa3"]);
		expect(nearest("aaa", known, 4)).toEqual(known);
		expect(nearest("aaa", known, 1)).toEqual(["aaa1"]);
	});

	it("has a known name as nearest to itself", () => {
		fc.assert(
			fc.property(fc.array(slug), slug, (others, name) => {
				expect(nearest(name, [...others, name])[0]).toBe(name);
			}),
		);
	});

	it("gives the same names in whatever order they are known", () => {
		fc.assert(
			fc.property(slug, fc.uniqueArray(slug), (name, known) => {
				expect(nearest(name, known)).toEqual(nearest(name, known.toReversed()));
			}),
		);
	});
});

describe("didYouMean", () => {
	it("asks with the nearest names", () => {
		expect(didYouMean("putn", SLUGS)).toBe("; did you mean putin?");
		expect(didYouMean("asad", ["assad", "asadi"])).toBe("; did you mean asadi, assad?");
	});

	it("says nothing where no name is near", () => {
		expect(didYouMean("zzzzzz", SLUGS)).toBe("");
	});
});
