import { describe, expect, test } from "vitest";
import { formsOf } from "../../src/text/clitics.ts";

describe("formsOf", () => {
	test.each([
		["قوات", ["القوات", "والقوات", "بالقوات", "للقوات", "وقوات", "فقوات", "كقوات", "لقوات"]],
		["القوات", ["قوات", "للقوات", "وبالقوات"]],
		["للقوات", ["قوات", "القوات"]],
		["وروسيا", ["روسيا", "لروسيا"]],
		["لروسيا", ["روسيا", "وروسيا"]],
		["للغه", ["لغه", "اللغه", "باللغه"]],
		["لغه", ["للغه", "وللغه"]],
	])("of %s has %j", (word, forms) => {
		expect(formsOf(word)).toEqual(expect.arrayContaining(forms));
	});

	test.each(["وزير", "لبنان", "كرملين", "فرنسا", "والد", "ال"])(
		"has %s as it is typed, and first",
		(word) => {
			expect(formsOf(word)[0]).toBe(word);
		},
	);

	test("leaves no stump of a word", () => {
		expect(formsOf("كان")).not.toContain("ان");
		expect(formsOf("والد")).not.toContain("الد".slice(2));
	});

	test("leaves what is not Arabic as it is", () => {
		expect(["putin", "2018", "س400"].map(formsOf)).toEqual([["putin"], ["2018"], ["س400"]]);
	});

	test("gives each form once", () => {
		const forms = formsOf("والقوات");
		expect(new Set(forms).size).toBe(forms.length);
	});
});
