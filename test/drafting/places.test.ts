import { describe, expect, it } from "vitest";
import { draftOf, statementOf, wordsOf } from "./details/drafted.ts";

describe("the places of an article", () => {
	it("are those of the title, then of the body, each once by its longest name", () => {
		const { places } = draftOf("وصل إلى محافظة إدلب ثم إلى دمشق وإدلب.", null, "معارك في دمشق");
		expect(places).toEqual([
			{ slug: "damascus", mention: "دمشق" },
			{ slug: "idlib", mention: "محافظة إدلب" },
		]);
	});

	it("are not inside of other names", () => {
		expect(draftOf("نشرت صحيفة واشنطن بوست ذلك.").places).toEqual([]);
	});

	it("have houses only behind in", () => {
		expect(draftOf("وصل الكرملين إلى قرار.").places).toEqual([]);
		expect(draftOf("جرى اللقاء في الكرملين.").places).toEqual([
			{ slug: "moscow-kremlin", mention: "الكرملين" },
		]);
	});

	it("have epithets", () => {
		expect(draftOf("وصل إلى العاصمة السورية.").places.map(({ slug }) => slug)).toEqual([
			"damascus",
		]);
	});
});

describe("the places of a statement", () => {
	it.each([
		["قال بوتين في موسكو إن السلام قريب.", [["moscow", "SPOKEN_AT", "موسكو"]]],
		["قال بوتين إن السلام قريب في سوريا.", [["syria", "ABOUT", "سوريا"]]],
		[
			"قال بوتين إن السلام قريب مع تركيا وإيران.",
			[
				["turkey", "MENTIONED", "تركيا"],
				["iran", "MENTIONED", "وإيران"],
			],
		],
		[
			"قال بوتين إن روسيا أبلغت تركيا بذلك.",
			[
				["russia", "MENTIONED", "روسيا"],
				["turkey", "MENTIONED", "تركيا"],
			],
		],
		["قال بوتين إن السلام قريب بموافقة دمشق.", [["damascus", "MENTIONED", "دمشق"]]],
		["قال بوتين إن السلام قريب في دمشق.", [["damascus", "ABOUT", "دمشق"]]],
		["قال بوتين إن الأزمة مع سوريا تخص سوريا.", [["syria", "ABOUT", "سوريا"]]],
	])("%s", (body, expected) => {
		const { places } = statementOf(body);
		expect(places.map(({ slug, role, mention }) => [slug, role, wordsOf(body, mention)])).toEqual(
			expected,
		);
	});
});
