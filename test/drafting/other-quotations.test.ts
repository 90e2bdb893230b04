import { describe, expect, it } from "vitest";
import { draftOf, wordsOf } from "./details/drafted.ts";

describe("quotations that are no statement", () => {
	it.each([
		['حضر منتدى "أسبوع الطاقة الروسي" كثيرون.', [["أسبوع الطاقة الروسي", "EVENT_TITLE"]]],
		["نشرت وكالة «رويترز» ذلك.", [["رويترز", "NAME"]]],
		["ضد «هيئة تحرير الشام» وغيرها.", [["هيئة تحرير الشام", "NAME"]]],
		["ما يسميه البعض «الفوضى الخلاقة» هنا.", [["الفوضى الخلاقة", "TERM"]]],
		["انتهى ذلك بشكل كامل.” هنا.", [["كامل.”", "UNPAIRED_MARK"]]],
		["كان هناك «كثير من الناس الذين ذهبوا إلى المدينة» هنا.", []],
		["قال بوتين: «السلام قريب جدا من هنا».", []],
	])("%s", (body, expected) => {
		const { otherQuotations } = draftOf(body);
		expect(otherQuotations.map(({ words, reason }) => [wordsOf(body, words), reason])).toEqual(
			expected,
		);
	});
});
