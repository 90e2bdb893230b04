import { describe, expect, test } from "vitest";
import { proposed } from "../proposed.ts";

const speakers = (body: string) => proposed(body).map(({ by, how }) => `${by} ${how}`);
const SAMI = "سامي خوري";
const FIRST = "قال وزير النقل سامي خوري إن العمل مستمر.";

describe("whom an epithet means", () => {
	test.each([
		["the office", `${FIRST}\nوأكد وزير النقل أن الطريق مفتوح.`, SAMI],
		["the office with the article", `${FIRST}\nوأكد الوزير أن الطريق مفتوح.`, SAMI],
		["the same one", `${FIRST}\nوأكد الوزير نفسه أن الطريق مفتوح.`, SAMI],
		["the surname", `${FIRST}\nوأكد خوري أن الطريق مفتوح.`, SAMI],
		["the body", "قالت وزارة الصحة إن العدد ارتفع.\nوأكدت الوزارة أن الطريق مفتوح.", "وزارة الصحة"],
		["the source", "قال مصدر أمني إن العدد ارتفع.\nوأكد المصدر أن الطريق مفتوح.", "مصدر أمني"],
	])("%s", (_, body, expected) => {
		expect(proposed(body)[1]?.by).toBe(expected);
	});
});

describe("who goes on where the subject is left out", () => {
	test.each([
		["in the sentence", `${FIRST.slice(0, -1)}، وأكد أن الطريق مفتوح.`],
		["in the next sentence", `${FIRST}\nوأكد أن الطريق مفتوح.`],
		["as a participle", `${FIRST.slice(0, -1)}، مؤكدا أن الطريق مفتوح.`],
	])("%s", (_, body) => {
		expect(speakers(body)[1]).toBe(`${SAMI} DROPPED_SUBJECT`);
	});

	test("both who spoke together", () => {
		const body = "قال الوزير سامي خوري والنائب كريم نجار إن العمل مستمر.\nوأكدا أن الطريق مفتوح.";
		expect(proposed(body)[1]?.by).toBe("سامي خوري + كريم نجار");
	});

	test("not whom the verb disagrees with: a state is feminine", () => {
		const body = `قالت فرنسا إن الطريق مفتوح.\n${FIRST}\nوأضافت أن المشروع كبير.`;
		expect(proposed(body)[2]?.by).toBe("فرنسا");
	});
});
