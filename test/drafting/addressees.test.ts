import { describe, expect, it } from "vitest";
import { statementOf, wordsOf } from "./details/drafted.ts";

describe("whom something is said to", () => {
	it.each([
		["قال بوتين للشرع في اللقاء إن السلام قريب.", ["للشرع"], ["al-sharaa"]],
		["قال بوتين للصحفيين إن السلام قريب.", ["للصحفيين"], [null]],
		[
			"أبلغ بوتين نظيره التركي رجب طيب أردوغان أن السلام قريب.",
			["نظيره التركي رجب طيب أردوغان"],
			["erdogan"],
		],
		[
			"شكر الرئيس الروسي نظيره التركي رجب طيب أردوغان على زيارته لموسكو.",
			["نظيره التركي رجب طيب أردوغان"],
			["erdogan"],
		],
		["شكر بوتين، الذي وصل الثلاثاء، أردوغان على زيارته لموسكو.", ["أردوغان"], ["erdogan"]],
		[
			"دعت فرنسا الجيش السوري والمقاتلين الأكراد إلى وقف القتال.",
			["الجيش السوري", "والمقاتلين الأكراد"],
			["syrian-army", "kurdish-fighters"],
		],
		["قال بوتين ردا على سؤال صحفي إن السلام قريب.", ["صحفي"], [null]],
		[
			'شكر بوتين "الشركاء الأتراك على العمل الصعب والبناء".',
			["الشركاء الأتراك"],
			["turkish-partners"],
		],
	])("%s", (body, words, slugs) => {
		const { addressees } = statementOf(body);
		expect(addressees.map(({ mention }) => wordsOf(body, mention))).toEqual(words);
		expect(addressees.map(({ slug }) => slug)).toEqual(slugs);
	});

	it.each([
		"قال بوتين خلال محادثة هاتفية مع أردوغان إن السلام قريب.",
		"قال بوتين لوكالة رويترز إن السلام قريب.",
		"قال بوتين لدى وصوله إن السلام قريب.",
		"أشاد الرئيس الروسي فلاديمير بوتين، اليوم الأربعاء، بالرئيس السوري أحمد الشرع لجهوده.",
	])("is not told by %s", (body) => {
		expect(statementOf(body).addressees).toEqual([]);
	});

	it("leaves the office of who speaks to him", () => {
		const { speakers } = statementOf("شكر الرئيس الروسي نظيره التركي رجب طيب أردوغان على زيارته.");
		expect(speakers).toMatchObject([{ slug: "putin", office: "president-of-russia" }]);
	});

	it("stands in no name of who speaks", () => {
		const body = "قال بوتين للشرع في اللقاء إن السلام قريب.";
		const [speaker] = statementOf(body).speakers;
		expect(wordsOf(body, speaker?.mention ?? null)).toBe("بوتين");
	});
});
