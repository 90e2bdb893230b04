import { describe, expect, it } from "vitest";
import { statementOf, wordsOf } from "../details/drafted.ts";

function speakerOf(body: string, day: string | null = "2024-12-03") {
	const [speaker] = statementOf(body, day).speakers;
	if (speaker === undefined) throw new Error(`no speaker in ${body}`);
	return speaker;
}

describe("who speaks, by the entries", () => {
	it.each([
		["قال الرئيس الروسي فلاديمير بوتين إن السلام قريب.", "putin"],
		["قال السيد بوتين إن السلام قريب.", "putin"],
		["أعلن الكرملين أن السلام قريب.", "kremlin"],
		["ذكرت وكالة رويترز أن السلام قريب.", "reuters"],
		["قال دونالد ترمب إن السلام قريب.", "trump"],
		["قال رجب أردوغان إن السلام قريب.", "erdogan"],
	])("%s", (body, slug) => {
		expect(speakerOf(body)).toMatchObject({ slug, resolution: "NAMED" });
	});

	it("finds whoever held the office on the day of the article", () => {
		const body = "قال الرئيس السوري إن السلام قريب.";
		expect(speakerOf(body, "2018-05-17")).toMatchObject({
			slug: "assad",
			office: "president-of-syria",
			resolution: "EPITHET",
			name: "الرئيس السوري",
		});
		expect(speakerOf(body, "2026-01-28").slug).toBe("al-sharaa");
		expect(speakerOf(body, "2024-12-20").slug).toBeNull();
		expect(speakerOf(body, null).slug).toBeNull();
		expect(speakerOf("قال الرئيس التركي إن السلام قريب.", null).slug).toBe("erdogan");
	});

	it("believes the day more than a name that the text only seems to give the office", () => {
		const body = "التقى الرئيس السوري بشار الأسد بوتين. قال الرئيس السوري إن السلام قريب.";
		expect(speakerOf(body, "2018-05-17").slug).toBe("assad");
		expect(speakerOf(body, "2026-01-28").slug).toBe("al-sharaa");
	});

	it("takes American in either spelling for one", () => {
		expect(speakerOf("قال الرئيس الأمريكي إن السلام قريب.", "2022-05-01").slug).toBe("biden");
	});

	it("takes nobody for his namesake", () => {
		expect(speakerOf("قال ماهر الأسد إن السلام قريب.").slug).toBeNull();
		expect(speakerOf("قال الرئيس الروسي السابق إن السلام قريب.").slug).toBeNull();
	});

	it("reads a name of the entries on behind the words that were taken for the mention", () => {
		const body = "أعلنت السلطات الجديدة في دمشق أن السلام قريب.";
		const speaker = speakerOf(body);
		expect(speaker).toMatchObject({ slug: "syrian-authorities", resolution: "EPITHET" });
		expect(wordsOf(body, speaker.mention)).toBe("السلطات الجديدة في دمشق");
	});

	it("gives one person one slug and his fullest name", () => {
		const body = "قال ترمب إن السلام قريب. وكان دونالد ترامب في واشنطن.";
		expect(speakerOf(body)).toMatchObject({ slug: "trump", name: "دونالد ترامب" });
	});
});

describe("the part of a speaker", () => {
	it.each([
		["أعلن الكرملين أن السلام قريب.", "METONYM", "ORGANIZATION"],
		["أعلن البيت الأبيض أن السلام قريب.", "METONYM", "ORGANIZATION"],
		["أعلنت باريس أن السلام قريب.", "METONYM", "STATE"],
		["قال المتحدث باسم الكرملين ديمتري بيسكوف إن السلام قريب.", "SPOKESPERSON_FOR", "PERSON"],
		["قال الرئيس الروسي فلاديمير بوتين إن السلام قريب.", "SOLE", "PERSON"],
	])("%s", (body, role, kind) => {
		expect(speakerOf(body)).toMatchObject({ role, kind });
	});

	it("is JOINT for several", () => {
		const body = "أعلنت فرنسا وألمانيا أن السلام قريب.";
		expect(statementOf(body).speakers).toMatchObject([
			{ slug: "france", role: "JOINT" },
			{ slug: "germany", role: "JOINT" },
		]);
	});
});

describe("who passed it on", () => {
	it("is the body whose document is named", () => {
		const body = "قال بوتين إن السلام قريب، وفقا لبيان الكرملين.";
		expect(statementOf(body).via).toMatchObject([{ slug: "kremlin", kind: "ORGANIZATION" }]);
	});

	it("is the outlet that the source of a credit spoke to", () => {
		const body = "السلام قريب في سوريا كلها، بحسب ما أفاد مسؤول لصحيفة «واشنطن بوست».";
		expect(statementOf(body).via).toMatchObject([{ slug: "washington-post" }]);
	});
});
