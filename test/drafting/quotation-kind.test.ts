import { describe, expect, test } from "vitest";
import { readLexicon } from "../../src/drafting/lexicon.ts";
import { isName } from "../../src/drafting/quotation-kind.ts";
import { tokenise } from "../../src/drafting/tokens.ts";

function names(body: string): boolean[] {
	const text = tokenise(body);
	return text.quotations.map((quotation) => isName(text, quotation));
}

describe("marks round a name", () => {
	test.each([
		["behind a noun of named things", "عرض فيلم «الطريق الطويل» أمس", [true]],
		["behind it with an adjective between", "فاز برنامج جديد «الطريق» أمس", [true]],
		["with the noun inside", "سقطت «حركة التغيير» أمس", [true]],
		["of Latin letters and digits", "أطلق «F 35» أمس", [true]],
		["behind a preposition of one letter", "قال لـ «النهار» أمس", [true]],
		["again and again", "جاء «الوسام» ثم «الوسام»", [true, true]],
		["none inside", "جاء «...» أمس", [true]],
		["what somebody said", "قال «لن نعود أبدا»", [false]],
		["few words behind a colon that begin like a name", "قال: «الحركة مستمرة» أمس", [false]],
		["a single word that somebody said", "قال «نعم»", [false]],
		["more words than names have, behind such a noun", "عرض فيلم «لن نعود إلى هنا أبدا»", [false]],
	])("%s", (_, body, expected) => {
		expect(names(body)).toEqual(expected);
	});

	test("every noun of named things makes one, with the article too", () => {
		const nouns = readLexicon("named-things").map(([noun = ""]) => noun);
		expect(nouns.filter((noun) => !names(`جاء ${noun} «الضوء الساطع» أمس`)[0])).toEqual([]);
		expect(nouns.filter((noun) => !names(`جاء ال${noun} «الضوء الساطع» أمس`)[0])).toEqual([]);
	});
});
