import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { articleFile } from "../../src/curation/format/article.ts";
import { readLexicon } from "../../src/drafting/lexicon.ts";
import { statementOf } from "./details/drafted.ts";

describe("the act of a statement", () => {
	it.each([
		["شدد بوتين على ضرورة وقف القتال.", "DEMAND"],
		["شدد بوتين على أهمية العلاقات بين البلدين.", "ASSERT"],
		["شدد بوتين على رغبته في نهاية سريعة للقتال.", "DEMAND"],
		['شدد بوتين: "لسنا دائما متفقين مع الشركاء".', "ASSERT"],
		["أكد بوتين أنه لا بد من وقف القتال.", "DEMAND"],
		["أكد بوتين أن على تركيا وقف القتال.", "DEMAND"],
		["أكد بوتين أنه على استعداد للحوار.", "ASSERT"],
		["أعلن بوتين أنه لا بد من وقف القتال.", "ANNOUNCE"],
		['قال بوتين: "أود أن أهنئكم على هذا النجاح".', "CONGRATULATE"],
		['قال الكرملين: "لن نعلق على هذا الأمر".', "DECLINE_TO_COMMENT"],
		["رفض بوتين الإدلاء بأي تصريحات.", "DECLINE_TO_COMMENT"],
		["رفض الكرملين الاتهامات الموجهة إلى موسكو.", "DENY"],
		['قال أردوغان: "سنحقق وقف إطلاق النار قريبا".', "PROMISE"],
		['قال أردوغان: "سنوات الحرب كانت طويلة جدا".', "ASSERT"],
		['قال أردوغان: "هل يمكن وقف هذه الحرب؟"', "QUESTION"],
	])("%s is %s", (body, act) => {
		expect(statementOf(body).act).toBe(act);
	});

	it("is one that the curation format knows, in a sorted lexicon", () => {
		const acts = articleFile.shape.statements.element.shape.act.options as readonly string[];
		expect(readLexicon("content-acts").filter(([act = ""]) => !acts.includes(act))).toEqual([]);
		for (const name of ["content-acts", "event-heads", "metonyms", "spokesperson-heads"]) {
			const lines = readFileSync(`src/drafting/lexicon/${name}.txt`, "utf8").trimEnd().split("\n");
			const entries = lines.filter((line) => !line.startsWith("#"));
			expect(entries).toEqual([...new Set(entries)].toSorted());
		}
	});
});
