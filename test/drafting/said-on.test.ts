import { describe, expect, it } from "vitest";
import { draftOf, wordsOf } from "./details/drafted.ts";

describe("the words for the day of a statement", () => {
	it.each([
		["قال بوتين، اليوم الأربعاء، إن السلام قريب.", ["اليوم الأربعاء"]],
		["قال بوتين أمس (الثلاثاء) إن السلام قريب.", ["أمس (الثلاثاء)"]],
		["قال بوتين الثلاثاء الماضي إن السلام قريب.", ["الثلاثاء الماضي"]],
		["قال بوتين إن السلام قريب منذ الثلاثاء.", [null]],
		["قال بوتين إن السلام يبدأ الخميس، مؤكدا أن الحرب انتهت.", [null, null]],
		["قال بوتين أمس إن السلام قريب، وأضاف أن الحرب انتهت.", ["أمس", "أمس"]],
		["قال بوتين أمس إن السلام قريب. وأضاف أن الحرب انتهت.", ["أمس", null]],
	])("%s", (body, words) => {
		const { statements } = draftOf(body);
		expect(statements.map(({ saidOn }) => wordsOf(body, saidOn))).toEqual(words);
	});
});
