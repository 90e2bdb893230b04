import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readLexicon } from "../../../src/drafting/lexicon.ts";
import { proposed, type Told } from "../proposed.ts";

const rows = readLexicon("function-words");
const wordsOf = (part: string) => rows.flatMap(([own, word = ""]) => (own === part ? [word] : []));
const only = (body: string): Partial<Told> => proposed(body)[0] ?? {};

/** Of a part of the grammar: the sentence for a word, and what has to be proposed of it. */
const CASES: Readonly<
	Record<string, readonly [(word: string) => string, (body: string) => boolean]>
> = {
	"about-it": [
		(word) => `ارتفع عدد المصابين هذا الأسبوع بحسب ما أكد ${word} مدير المركز سامي خوري.`,
		(body) => only(body).by === "سامي خوري",
	],
	according: [
		(word) => `ارتفع عدد المصابين هذا الأسبوع ${word} وزارة الصحة.`,
		(body) => only(body).by === "وزارة الصحة",
	],
	"adverb-before": [
		(word) => `قال ${word} الوزير سامي خوري إن العمل مستمر.`,
		(body) => only(body).by === "سامي خوري",
	],
	"before-subjunctive": [
		(word) => `${word} يقول الوزير سامي خوري إن العمل مستمر.`,
		(body) => proposed(body).length === 0,
	],
	carrying: [
		(word) => `قال الوزير سامي خوري في تصريح ${word} قناة النهار إن العمل مستمر.`,
		(body) => only(body).via === "قناة النهار",
	],
	claim: [(word) => `رفضت الحكومة ${word} الجديدة.`, (body) => only(body).by === "الحكومة"],
	communique: [
		(word) => `قالت وزارة الصحة إن العدد ارتفع.\nوأكد ${word} أن العمل مستمر.`,
		(body) => proposed(body)[1]?.by === "وزارة الصحة",
	],
	"first-person": [
		(word) => `قال الوزير: العمل مستمر. ${word} هنا كل يوم.`,
		(body) => only(body).said?.endsWith("كل يوم") === true,
	],
	governing: [
		(word) => `${word} الوزير سامي خوري تحذيره من أن العمل متوقف.`,
		(body) => only(body).said === "العمل متوقف",
	],
	impersonal: [(word) => `${word} أن العمل مستمر.`, (body) => proposed(body).length === 0],
	had: [
		(word) => `${word} سامي خوري كتب مقالا ذكر فيه أن العمل مستمر.`,
		(body) => only(body).by === "سامي خوري",
	],
	highness: [
		(word) =>
			`قال الوزير سامي خوري إن العمل مستمر.\nوخلال الجلسة أكد ${word} أهمية المشروع الجديد.`,
		(body) => proposed(body)[1]?.by === "سامي خوري",
	],
	issued: [
		(word) => `قال بيان ${word} عن وزارة النقل إن العمل مستمر.`,
		(body) => only(body).by === "وزارة النقل",
	],
	negation: [
		(word) => `${word} يقول الوزير سامي خوري إن العمل مستمر.`,
		(body) => proposed(body).length === 0,
	],
	"strong-ender": [
		(word) => `قال الوزير إن العمل في المدينة مستمر ${word} وصل الوفد.`,
		(body) => only(body).said === "العمل في المدينة مستمر",
	],
	that: [
		(word) => `أكد الوزير سامي خوري ${word} العمل مستمر.`,
		(body) => only(body).rule === "perfect-that",
	],
	same: [
		(word) => `قال وزير النقل سامي خوري إن العمل مستمر.\nوأكد الوزير ${word} أن الطريق مفتوح.`,
		(body) => proposed(body)[1]?.by === "سامي خوري",
	],
	towards: [
		(word) => `قال الوزير سامي خوري في تصريح ${word} «النهار» إن العمل مستمر.`,
		(body) => only(body).via === "النهار",
	],
	topic: [(word) => `${word} المشروع أكد أن العمل مستمر.`, (body) => only(body).by !== "المشروع"],
	antecedent: [
		(word) => `وصل الوفد ${word} يؤكد أن العمل مستمر.`,
		(body) => proposed(body).length === 0,
	],
	turn: [
		(word) => `قال الوزير إن العمل مستمر، ${word} المعارضة قالت إن المشروع كبير.`,
		(body) => only(body).said === "العمل مستمر",
	],
	voiced: [
		(word) => `قدم الوزير سامي خوري ${word} إلى أهل المدينة.`,
		(body) =>
			only(body).by === "سامي خوري" &&
			only(body).said === body.slice(body.indexOf("خوري ") + "خوري ".length, -1),
	],
	"with-these": [
		(word) => `«العمل مستمر ولن يتوقف أبدا»، ${word} الكلمات ختم سامي خوري خطابه.`,
		(body) => only(body).rule === "quotation-first",
	],
};

describe("the parts of the grammar", () => {
	test("are explained at the head of their file, and each has words", () => {
		const head = readFileSync("src/drafting/lexicon/function-words.txt", "utf8")
			.split("\n")
			.flatMap((line) => /^# {3}([a-z-]+) {2,}\S/.exec(line)?.[1] ?? []);
		expect(head).toEqual([...new Set(rows.map(([part = ""]) => part))].toSorted());
	});
});

describe("every word of the grammar plays its part", () => {
	test.each(Object.entries(CASES))("%s", (part, [sentence, holds]) => {
		const words = wordsOf(part);
		expect(words.length).toBeGreaterThan(0);
		expect(words.filter((word) => !holds(sentence(word)))).toEqual([]);
	});
});
