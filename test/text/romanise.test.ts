import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { romanise, slugOf, untaken } from "../../src/text/romanise.ts";

describe("romanise", () => {
	it.each([
		["بوتين", "Butin"],
		["علي", "Ali"],
		["سعيد", "Said"],
		["أحمد الشرع", "Ahmad al-Shara"],
		["إسماعيل", "Ismail"],
		["وزارة الخارجية", "Wazara al-Kharjiya"],
		["مُحَمَّد", "Muhammad"],
		["گوگل", "Gugal"],
		["٣ مسؤولين", "3 Masulin"],
		["وكالة Reuters", "Wakala Reuters"],
		["الذي", "al-Dhi"],
		["ال", "Al"],
		["«نوفوستي»", "Nufusti"],
		["Москва 🙂", ""],
		["", ""],
	])("spells %s %s", (name, latin) => {
		expect(romanise(name)).toBe(latin);
	});

	it("gives ASCII, and the same for the same name, whatever the name", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (name) => {
				expect(romanise(name)).toMatch(/^[A-Za-z0-9 -]*$/);
				expect(romanise(name)).toBe(romanise(name));
			}),
		);
	});
});

describe("slugOf", () => {
	it("cuts after a whole word, and leaves no article at the end", () => {
		expect(slugOf("بوتين والشرع", 60, "none")).toBe("butin-walshara");
		expect(slugOf("بوتين الشرع", 10, "none")).toBe("butin");
		expect(slugOf("بوتين", 3, "none")).toBe("but");
		expect(slugOf("!?", 60, "none")).toBe("none");
	});

	it("is a slug for any text", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: "grapheme" }),
				fc.integer({ min: 3, max: 60 }),
				(text, longest) => {
					const slug = slugOf(text, longest, "none");
					expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
					expect(slug.length).toBeLessThanOrEqual(Math.max(longest, "none".length));
				},
			),
		);
	});
});

describe("untaken", () => {
	it("adds the first number that nobody has", () => {
		const taken = new Set(["a", "a-2", "b-2"]);
		expect(["a", "b", "c"].map((slug) => untaken(slug, (one) => taken.has(one)))).toEqual([
			"a-3",
			"b",
			"c",
		]);
	});
});
