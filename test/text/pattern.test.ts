import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapePattern } from "../../src/text/pattern.ts";
import { anyText, arabicText } from "./arbitraries.ts";

const syntax = fc.string({ unit: fc.constantFrom(..."$()*+.?[\\]^{|}-/aب"), maxLength: 6 });
const texts = fc.oneof(syntax, arabicText, anyText);
const flags = fc.constantFrom("u", "v");

describe("escapePattern", () => {
	it("escapes each syntax character", () => {
		expect(escapePattern("$()*+.?[\\]^{|}")).toBe("\\$\\(\\)\\*\\+\\.\\?\\[\\\\\\]\\^\\{\\|\\}");
	});

	it("leaves Arabic words, emoji and hyphens as they are", () => {
		expect(escapePattern("«دَمشق» 🎉 al-sharaa")).toBe("«دَمشق» 🎉 al-sharaa");
	});

	it("makes a pattern that matches the text", () => {
		fc.assert(
			fc.property(texts, flags, (text, flag) => {
				expect(text).toMatch(new RegExp(`^(?:${escapePattern(text)})$`, flag));
			}),
		);
	});

	it("makes a pattern that matches no other text", () => {
		fc.assert(
			fc.property(syntax, syntax, flags, (text, other, flag) => {
				fc.pre(text !== other);
				expect(other).not.toMatch(new RegExp(`^(?:${escapePattern(text)})$`, flag));
			}),
		);
	});
});
