import { afterAll, describe, expect, test } from "vitest";
import { proposed, type Told } from "./proposed.ts";

/** The rules that a statement can be found by. */
const RULES = [
	"according-first",
	"according-last",
	"imperfect-colon",
	"imperfect-nominal",
	"imperfect-quotation",
	"imperfect-that",
	"noun-colon",
	"noun-nominal",
	"noun-quotation",
	"noun-that",
	"participle-colon",
	"participle-nominal",
	"participle-quotation",
	"participle-that",
	"perfect-colon",
	"perfect-nominal",
	"perfect-quotation",
	"perfect-that",
	"quotation-first",
];
const seen = new Set<string>();

afterAll(() => {
	expect([...seen].toSorted()).toEqual(RULES);
});

type Row = readonly [phenomenon: string, body: string, expected: readonly Partial<Told>[]];

function check(rows: readonly Row[]): void {
	test.each(rows)("%s", (_, body, expected) => {
		const found = proposed(body);
		for (const { rule } of found) seen.add(rule);
		expect(found).toHaveLength(expected.length);
		expect(found).toMatchObject(expected);
	});
}

const SAMI = "سامي خوري";
const LEILA = "ليلى منصور";
const QUOTE = "العمل مستمر ولن يتوقف أبدا";

describe("verbs and what they open", () => {
	check([
		[
			"that",
			"قال وزير النقل سامي خوري إن الجسر سيفتح قريبا.",
			[
				{
					rule: "perfect-that",
					kind: "INDIRECT",
					said: "الجسر سيفتح قريبا",
					by: SAMI,
					how: "NAMED",
				},
			],
		],
		[
			"that not, in one word",
			"طلبت الوزيرة ليلى منصور ألا يبدأ العمل.",
			[{ rule: "perfect-that", said: "ألا يبدأ العمل", by: LEILA }],
		],
		[
			"a quotation behind a colon",
			`قالت رئيسة البلدية ليلى منصور: «${QUOTE}».`,
			[{ rule: "perfect-quotation", kind: "DIRECT", said: QUOTE, by: LEILA }],
		],
		[
			"a quotation inside of what is reported",
			"قال الوزير سامي خوري إن «العمل مستمر ولن يتوقف» في المدينة.",
			[
				{
					kind: "MIXED",
					said: "«العمل مستمر ولن يتوقف» في المدينة",
					quotes: ["العمل مستمر ولن يتوقف"],
				},
			],
		],
		[
			"a colon without marks, and the sentences in the first person behind it",
			"قال المدير سامي خوري: العمل مستمر. ونحن نعمل في مدينتنا ليلا. وانتهى اللقاء ظهرا.",
			[{ rule: "perfect-colon", kind: "DIRECT", said: "العمل مستمر. ونحن نعمل في مدينتنا ليلا" }],
		],
		[
			"a preposition",
			"أعلنت الحكومة عن خطة جديدة.",
			[{ rule: "perfect-nominal", said: "خطة جديدة" }],
		],
		[
			"a preposition written together with its noun",
			"رحب وزير الصحة كريم نجار بالاتفاق الجديد.",
			[{ rule: "perfect-nominal", said: "بالاتفاق الجديد", by: "كريم نجار" }],
		],
		[
			"a claim that is rejected",
			"رفض الوزير سامي خوري الاتهامات الجديدة.",
			[{ said: "الاتهامات الجديدة" }],
		],
		[
			"whom it is about",
			"وصف الوزير سامي خوري المشروع بأنه كبير.",
			[{ said: "المشروع بأنه كبير", by: SAMI }],
		],
		[
			"an imperfect with that",
			"يقول الخبير سامي خوري إن العمل مستمر.",
			[{ rule: "imperfect-that" }],
		],
		[
			"an imperfect with a noun",
			"يؤكد الخبير سامي خوري على أهمية العمل.",
			[{ rule: "imperfect-nominal", said: "أهمية العمل" }],
		],
		[
			"an imperfect with marks",
			`يقول الخبير سامي خوري: «${QUOTE}».`,
			[{ rule: "imperfect-quotation" }],
		],
		[
			"an imperfect with a colon",
			"يقول الخبير سامي خوري: العمل مستمر ولن يتوقف.",
			[{ rule: "imperfect-colon" }],
		],
		[
			"a participle with that, whose subject the sentence begins with",
			"وصل وزير النقل سامي خوري إلى المدينة مؤكدا أن العمل مستمر.",
			[{ rule: "participle-that", by: SAMI, how: "DROPPED_SUBJECT" }],
		],
		[
			"a participle with marks",
			`زار الوزير سامي خوري الموقع، قائلا: «${QUOTE}».`,
			[{ rule: "participle-quotation" }],
		],
		[
			"a participle with a colon",
			"زار الوزير سامي خوري الموقع، قائلا: العمل مستمر.",
			[{ rule: "participle-colon" }],
		],
		[
			"a participle with a noun",
			"زار الوزير سامي خوري الموقع، مشيدا بالعمل الكبير.",
			[{ rule: "participle-nominal" }],
		],
		[
			"a verbal noun with that, behind a verb that has an object of its own",
			"واصل الوزير سامي خوري تحذيره من أن العمل متوقف.",
			[{ rule: "noun-that", said: "العمل متوقف", by: SAMI }],
		],
		[
			"a verbal noun with a noun",
			"وجهت الوزيرة ليلى منصور تحذيرها من تأخر العمل.",
			[{ rule: "noun-nominal", said: "تأخر العمل", by: LEILA }],
		],
		[
			"a verbal noun with marks",
			`كرر الوزير سامي خوري تحذيره: «${QUOTE}».`,
			[{ rule: "noun-quotation", by: SAMI }],
		],
		[
			"a verbal noun with a colon",
			"كرر الوزير سامي خوري تحذيره: العمل متوقف.",
			[{ rule: "noun-colon", by: SAMI }],
		],
		[
			"the quotation first",
			`«${QUOTE}»، قالت رئيسة البلدية ليلى منصور.`,
			[{ rule: "quotation-first", said: QUOTE, by: LEILA }],
		],
		[
			"the quotation first, with these words",
			`«${QUOTE}»، بهذه الكلمات ختمت ليلى منصور خطابها.`,
			[{ rule: "quotation-first", by: LEILA }],
		],
		[
			"words in Latin letters that are called like a frame",
			"أشار الوزير سامي خوري quote إلى أن العمل مستمر.",
			[{ rule: "perfect-that", said: "العمل مستمر" }],
		],
	]);
});

describe("what is no report", () => {
	check([
		["a negation", "لم يقل الوزير سامي خوري إن العمل مستمر.", []],
		["the future", "سيقول الوزير سامي خوري إن العمل مستمر.", []],
		["a subjunctive", "قبل أن يقول الوزير سامي خوري إن العمل مستمر.", []],
		["a passive without a source", "يذكر أن العمل مستمر منذ عام.", []],
		["another passive", "قيل إن العمل مستمر منذ عام.", []],
		["a verb in a clause about a noun", "وصل الوزير الذي يؤكد أن العمل مستمر.", []],
		["between, written like a verb", "الطريق بين المدينة وأن القرية بعيد.", []],
		[
			"here, written like a verb without its hamza",
			"قال الوزير: العمل مستمر. ووصل هنا كل يوم وفد.",
			[{ said: "العمل مستمر" }],
		],
		["a name between marks", "قال إن «حماس» فازت.", []],
	]);
});

describe("sources that are credited", () => {
	check([
		[
			"first",
			"وبحسب وزارة الصحة فإن عدد المصابين ارتفع هذا الأسبوع.",
			[{ rule: "according-first", said: "عدد المصابين ارتفع هذا الأسبوع", by: "وزارة الصحة" }],
		],
		[
			"last",
			"ارتفع عدد المصابين هذا الأسبوع بحسب وزارة الصحة.",
			[{ rule: "according-last", said: "ارتفع عدد المصابين هذا الأسبوع", by: "وزارة الصحة" }],
		],
		[
			"first, with a clause about the source",
			"وبحسب وزارة الصحة التي زارت المدينة، فإن عدد المصابين ارتفع كثيرا.",
			[{ rule: "according-first", said: "عدد المصابين ارتفع كثيرا", by: "وزارة الصحة" }],
		],
		[
			"for what somebody else said",
			"قال الوزير سامي خوري إن العمل مستمر، حسبما ذكرت وكالة الأنباء.",
			[{ said: "العمل مستمر", by: SAMI, via: "وكالة الأنباء" }],
		],
	]);
});

describe("where it ends", () => {
	check([
		[
			"but he did not say",
			"قال الوزير سامي خوري إن العمل مستمر، لكنه لم يذكر موعد الافتتاح.",
			[{ said: "العمل مستمر" }],
		],
		[
			"somebody else's turn",
			"قال الوزير سامي خوري إن العمل مستمر، بينما قالت المعارضة إن المشروع متوقف.",
			[
				{ said: "العمل مستمر", by: SAMI },
				{ said: "المشروع متوقف", by: "المعارضة" },
			],
		],
		[
			"a participle goes on",
			"قال الوزير سامي خوري إن العمل مستمر، مشيرا إلى أن الافتتاح قريب.",
			[{ said: "العمل مستمر" }, { said: "الافتتاح قريب", by: SAMI }],
		],
		[
			"a statement inside of another",
			"قال الوزير سامي خوري إن مدير الشركة كريم نجار أكد أن المال جاهز.",
			[
				{ said: "مدير الشركة كريم نجار أكد أن المال جاهز", by: SAMI },
				{ said: "المال جاهز", by: "كريم نجار" },
			],
		],
	]);
});

describe("nouns of saying that others govern", () => {
	check([
		[
			"an agency, from somebody, his words between marks",
			`نقلت وكالة الأنباء عن الوزير سامي خوري قوله: «${QUOTE}».`,
			[{ rule: "noun-quotation", by: SAMI, via: "وكالة الأنباء" }],
		],
	]);
});
