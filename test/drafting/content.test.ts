import { describe, expect, test } from "vitest";
import { readLexicon } from "../../src/drafting/lexicon.ts";
import { proposed } from "./proposed.ts";

const SAID = "العمل مستمر في المدينة";

function said(body: string): string | undefined {
	return proposed(body)[0]?.said;
}

describe("where what is said ends", () => {
	test.each([
		["with the sentence, without its full stop", `قال الوزير إن ${SAID}. وصل الوفد.`],
		["with the paragraph", `قال الوزير إن ${SAID}\nوصل الوفد.`],
		["before another cue behind a comma", `قال الوزير إن ${SAID}، وأضاف أن الافتتاح قريب.`],
		["before another cue joined with and", `قال الوزير إن ${SAID} وأضاف أن الافتتاح قريب.`],
		["before a participle", `قال الوزير إن ${SAID} مؤكدا أن الافتتاح قريب.`],
		["before a credit", `قال الوزير إن ${SAID} بحسب وكالة الأنباء.`],
		["before somebody else's turn", `قال الوزير إن ${SAID}، فيما قالت المعارضة إن المشروع كبير.`],
		["before what he did not say", `قال الوزير إن ${SAID}، لكنه لم يحدد موعدا.`],
	])("%s", (_, body) => {
		expect(said(body)).toBe(SAID);
	});

	test.each([
		[
			"not at a comma that goes on",
			"قال الوزير إن العمل مستمر، والطرق مفتوحة.",
			"العمل مستمر، والطرق مفتوحة",
		],
		[
			"a long quotation is all that is reported",
			"قال الوزير إن «العمل في المدينة مستمر ولن يتوقف» اليوم.",
			"العمل في المدينة مستمر ولن يتوقف",
		],
		[
			"a quotation with a full stop in it is whole",
			"قال الوزير: «العمل مستمر. لن نتوقف أبدا». ثم مضى.",
			"العمل مستمر. لن نتوقف أبدا",
		],
		[
			"white space inside of the marks is left out",
			"قال الوزير: « العمل مستمر ولن يتوقف ».",
			"العمل مستمر ولن يتوقف",
		],
	])("%s", (_, body, expected) => {
		expect(said(body)).toBe(expected);
	});

	test("every word by which the journalist goes on ends it behind a comma", () => {
		const enders = readLexicon("function-words").flatMap(([part, word = ""]) =>
			part === "ender" ? [word] : [],
		);
		const missed = enders.filter(
			(word) => said(`قال الوزير إن ${SAID}، ${word} وصل الوفد.`) !== SAID,
		);
		expect(missed).toEqual([]);
		expect(enders.length).toBeGreaterThan(40);
	});
});
