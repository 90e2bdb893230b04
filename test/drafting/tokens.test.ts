import { describe, expect, test } from "vitest";
import { tokenise } from "../../src/drafting/tokens.ts";

const texts = (body: string) => tokenise(body).tokens.map(({ text }) => text);
const sentences = (body: string) => tokenise(body).tokens.map(({ sentence }) => sentence);

describe("tokens", () => {
	test.each([
		["words and marks", "قال، نعم.", ["قال", "،", "نعم", "."]],
		[
			"numbers with a point or comma",
			"بلغ 3.5 أو 1,000 اليوم",
			["بلغ", "3.5", "أو", "1,000", "اليوم"],
		],
		["Latin words with an apostrophe or hyphen", "Al-Hayat L'Orient", ["Al-Hayat", "L'Orient"]],
		["words with their marks and tatweel", "قـال بيّن", ["قـال", "بيّن"]],
		["an entity", "قال&quot;نعم", ["قال", "&quot;", "نعم"]],
	])("%s", (_, body, expected) => {
		expect(texts(body)).toEqual(expected);
	});

	test("are folded, but marks are not", () => {
		expect(tokenise("أعلنتْ،").tokens.map(({ folded }) => folded)).toEqual(["اعلنت", "،"]);
	});

	test("stand where they say", () => {
		const body = "قال  الوزير\n«نعم»";
		for (const { start, end, text } of tokenise(body).tokens)
			expect(body.slice(start, end)).toBe(text);
	});

	test.each([
		["a full stop, a question mark", "ذهب. لماذا؟ نعم", [0, 0, 1, 1, 2]],
		["three points are no end", "ذهب... ثم عاد", [0, 0, 0, 0, 0, 0]],
		["a paragraph without a full stop", "ذهب\nعاد", [0, 1]],
		["not inside of a quotation", "قال «نعم. لا» هنا", [0, 0, 0, 0, 0, 0, 0]],
		["behind a quotation with a full stop in it", "قال «نعم.» ثم", [0, 0, 0, 0, 0, 1]],
		["not where a comma goes on", "قال «نعم.»، ثم", [0, 0, 0, 0, 0, 0, 0]],
	])("sentences: %s", (_, body, expected) => {
		expect(sentences(body)).toEqual(expected);
	});

	test("know the quotation that they stand in; its marks stand outside", () => {
		const { tokens, quotations } = tokenise("قال «نعم سنعود» ثم «لا»");
		expect(tokens.map(({ quotation }) => quotation)).toEqual([-1, -1, 0, 0, -1, -1, -1, 1, -1]);
		expect(quotations.map(({ firstToken, endToken }) => [firstToken, endToken])).toEqual([
			[2, 4],
			[7, 8],
		]);
	});

	test("count their paragraphs from 0, blank lines left out", () => {
		expect(tokenise("ذهب\n\nعاد").tokens.map(({ paragraph }) => paragraph)).toEqual([0, 1]);
	});
});
