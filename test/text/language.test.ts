import { describe, expect, it } from "vitest";
import { directionOf, isLanguageTag } from "../../src/text/language.ts";

describe("directionOf", () => {
	it.each(["ar", "fa", "ur", "ckb", "he", "yi", "dv", "syr", "nqo"])(
		"is right to left for %s, by its usual script",
		(language) => {
			expect(directionOf(language)).toBe("RTL");
		},
	);

	it.each(["en", "ru", "tr", "zh", "hi"])("is left to right for %s", (language) => {
		expect(directionOf(language)).toBe("LTR");
	});

	it("goes by the region where that decides the script", () => {
		expect([directionOf("pa-PK"), directionOf("pa-IN")]).toEqual(["RTL", "LTR"]);
		expect(directionOf("ar-SY")).toBe("RTL");
	});

	it("goes by the script where the tag names one", () => {
		expect([directionOf("az-Arab"), directionOf("az")]).toEqual(["RTL", "LTR"]);
		expect(directionOf("ar-Latn")).toBe("LTR");
	});

	it.each(["ur-Aran", "ff-Adlm", "rhg", "mid", "smp", "ku-Yezi"])(
		"knows the less common scripts: %s",
		(language) => {
			expect(directionOf(language)).toBe("RTL");
		},
	);

	it("throws for something that is no language tag", () => {
		expect(() => directionOf("عربي")).toThrow(RangeError);
	});
});

describe("isLanguageTag", () => {
	it.each(["ar", "ar-SY", "ckb-Arab-IQ", "zh-Hant", "und"])("takes %s", (tag) => {
		expect(isLanguageTag(tag)).toBe(true);
	});

	it.each(["", "a", "ar_SY", "ar-", "العربية", "ar SY", "-ar"])("refuses “%s”", (tag) => {
		expect(isLanguageTag(tag)).toBe(false);
	});
});
