import { describe, expect, test } from "vitest";
import { isGivenName } from "../../../src/drafting/source/given-name.ts";
import { findPersonName } from "../../../src/drafting/source/person-name.ts";
import { tokenise } from "../../../src/drafting/tokens.ts";

function nameIn(words: string): string | null {
	const { tokens } = tokenise(words);
	const name = findPersonName(tokens);
	if (name === null) return null;
	return words.slice(tokens[name.start]?.start, tokens[name.end - 1]?.end);
}

describe("personal names", () => {
	test.each([
		["a given name and a family's", "سامي خوري", "سامي خوري"],
		["behind an office", "وزير النقل سامي خوري", "سامي خوري"],
		["before an office", "سامي خوري، وزير النقل", "سامي خوري"],
		["with bin and the article", "محمد بن علي النمري", "محمد بن علي النمري"],
		["servant of, in one word", "عبدالرحيم منصور", "عبدالرحيم منصور"],
		["in no lexicon, behind a form of address", "السيد زاهي بستاني", "زاهي بستاني"],
		[
			"in no lexicon, behind the adjective of a country",
			"الوزير الفرنسي بوناردي ستيفانو",
			"بوناردي ستيفانو",
		],
		["in no lexicon, behind an office", "وزيرة النقل بوناردي ستيفانو", "بوناردي ستيفانو"],
		["in no lexicon, before its office", "بوناردي ستيفانو وزير النقل", "بوناردي ستيفانو"],
		["a family of a country", "رئيس الوزراء سامي السوداني", "سامي السوداني"],
		["not the country of an office behind it", "سامي خوري السوداني", "سامي خوري"],
		["a third word that begins like «with»", "الوزير جان نويل بارو", "جان نويل بارو"],
		["not «with» and a noun", "الوزير سامي خوري بقرار", "سامي خوري"],
		["not the name of a body", "مدير جامعة الملك خالد الدكتور سامي خوري", "سامي خوري"],
		["with a hyphen", "الوزير جان - بول خوري", "جان - بول خوري"],
		["not the place of the office", "وزير النقل في المدينة", null],
		["none in an office", "وزير النقل", null],
		["none in a noun", "المدينة الكبيرة", null],
		["not the day behind it", "سامي خوري اليوم", "سامي خوري"],
	])("%s", (_, words, expected) => {
		expect(nameIn(words)).toBe(expected);
	});

	test("Ali is a name as it is spelled, and on is none", () => {
		expect(isGivenName(tokenise("علي").tokens[0])).toBe(true);
		expect(isGivenName(tokenise("على").tokens[0])).toBe(false);
	});
});
