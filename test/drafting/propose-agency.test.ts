import { describe } from "vitest";
import { checkProposals as check } from "./check-proposals.ts";

const SAMI = "سامي خوري";
const LEILA = "ليلى منصور";

describe("a noun that reports", () => {
	check([
		[
			"with who announces behind it",
			"ارتفعت الأسعار بعد إعلان شركة النور أن العمل مستمر.",
			[{ cue: "إعلان", by: "شركة النور", said: "العمل مستمر" }],
		],
		[
			"of another noun, nearer to what is said",
			"جاء تصريح الوزير بعد إعلان شركة النور أن العمل مستمر.",
			[{ cue: "إعلان", by: "شركة النور" }],
		],
		[
			"with who warns behind it, behind a preposition",
			"ارتفعت الأسعار بعد تحذير وزير النقل سامي خوري من نقص القمح.",
			[{ cue: "تحذير", by: SAMI, said: "نقص القمح" }],
		],
		[
			"with the preposition written together with it",
			"ختم الوزير سامي خوري كلمته بدعوة المدينة إلى الهدوء.\nوقال إن العمل مستمر.",
			[{ said: "العمل مستمر" }],
		],
		[
			"with the article, behind a verb of repeating",
			"جدد الوزير سامي خوري التحذير من نقص القمح.",
			[{ cue: "التحذير", by: SAMI, said: "نقص القمح" }],
		],
		[
			"not with the article, whose adjective is nobody",
			"وصل الوفد بعد الإعلان الحكومي أن العمل مستمر.",
			[],
		],
		[
			"in the plural, with who claims behind it",
			"ارتفعت الأسعار بعد مزاعم شركة النور بأن العمل متوقف.",
			[{ cue: "مزاعم", by: "شركة النور", said: "العمل متوقف" }],
		],
		[
			"not a participle that is counted",
			"قال الوزير سامي خوري إن المحكمة عاقبت 20 متهما بعقوبة السجن.",
			[{ said: "المحكمة عاقبت 20 متهما بعقوبة السجن" }],
		],
		[
			"not a word that is spelled like a verb, behind a preposition",
			"وصلت السفن من دون أي طلب من الحكومة أن تعود.",
			[],
		],
	]);
});

describe("what is written", () => {
	check([
		[
			"and issued by somebody",
			"قال بيان صادر عن وزارة النقل إن العمل مستمر.",
			[{ by: "وزارة النقل" }],
		],
		[
			"of somebody, who speaks in it later too",
			"ذكر بيان لوزارة النقل أن العمل مستمر.\nوأضاف البيان أن الطريق مفتوح.",
			[{ by: "وزارة النقل" }, { by: "وزارة النقل" }],
		],
		[
			"in the communique of whoever spoke last",
			"قالت وزارة الصحة إن العدد ارتفع.\nوجاء في البيان أن العمل مستمر.",
			[{ by: "وزارة الصحة" }, { by: "وزارة الصحة", said: "العمل مستمر" }],
		],
		["a report that shows something", "أظهر تقرير رسمي أن العمل مستمر.", [{ by: "تقرير رسمي" }]],
		["nobody comes that something is so", "جاء الوزير سامي خوري أن العمل مستمر.", []],
		[
			"issued by who is named before it",
			"أصدر المصرف بيانا أكد فيه أن العمل مستمر.",
			[{ by: "المصرف" }],
		],
	]);
});

describe("where what is reported ends", () => {
	check([
		[
			"while, in two words, behind a comma",
			"قال الوزير سامي خوري إن العمل مستمر في المدينة، في حين توقفت الحافلات.",
			[{ said: "العمل مستمر في المدينة" }],
		],
		[
			"not behind a semicolon",
			"قال الوزير سامي خوري إن العمل مستمر في المدينة؛ في حين توقفت الحافلات.",
			[{ said: "العمل مستمر في المدينة؛ في حين توقفت الحافلات" }],
		],
		[
			"in answer to a question",
			"قال الوزير سامي خوري، ردا على سؤال، إن العمل مستمر.",
			[{ cue: "قال", by: SAMI }],
		],
		[
			"an adverb that is spelled like a verb",
			"أوضح الوزير سامي خوري، عقب اجتماع المجلس، أن العمل مستمر.",
			[{ cue: "أوضح", by: SAMI }],
		],
		[
			"a verb behind a quotation that joins a report of its own",
			"رأى الوزير سامي خوري أن العمل «يحتاج إلى دعم عاجل»، ولفت إلى تراجع القروض.",
			[{ cue: "رأى" }, { cue: "ولفت", said: "تراجع القروض" }],
		],
	]);
});

describe("how people are named", () => {
	check([
		[
			"an unknown given name before a known one",
			"قالت وزيرة النقل شوفي خالد إن العمل مستمر.",
			[{ by: "شوفي خالد" }],
		],
		[
			"a surname that looks like a plural",
			"قال النائب أحمد الشاهين إن العمل مستمر.",
			[{ by: "أحمد الشاهين" }],
		],
		[
			"servant of, with a title behind it",
			"قال الوزير عبد السلام محمد إن العمل مستمر.\nوقال المدير عبد الملك الحوثي إن العدد ارتفع.",
			[{ by: "عبد السلام محمد" }, { by: "عبد الملك الحوثي" }],
		],
		[
			"an office of what can also be said",
			"قال وزير الطوارئ سامي خوري إن العمل مستمر.",
			[{ by: SAMI }],
		],
		[
			"an office of a body behind for-the",
			"قال المدير التنفيذي للوكالة سامي خوري إن العمل مستمر.",
			[{ by: SAMI, via: "" }],
		],
		[
			"two surnames joined",
			"التقى الوزير سامي خوري الوزيرة ليلى منصور.\nوأكد خوري ومنصور أن العمل مستمر.",
			[{ by: `${SAMI} + ${LEILA}` }],
		],
		[
			"as for her, and so she said",
			"أما الوزيرة ليلى منصور فقالت إن العمل مستمر.",
			[{ by: LEILA }],
		],
		[
			"a source that asked not to be named",
			"وبحسب مصدر في الشركة طلب عدم نشر اسمه، فإن العمل مستمر في كل المدن.",
			[{ by: "مصدر في الشركة", said: "العمل مستمر في كل المدن" }],
		],
		[
			"the same source, where the last one has a name",
			"قالت وزارة الصحة إن العدد ارتفع.\nوأضاف المصدر ذاته أن العمل مستمر.",
			[{ by: "وزارة الصحة" }, { by: "وزارة الصحة" }],
		],
	]);
});

describe("outlets beside who speaks", () => {
	check([
		[
			"spoken to on an occasion that the sentence begins with",
			"وفي تصريح لصحيفة النهار، قال الوزير سامي خوري إن العمل مستمر.",
			[{ by: SAMI, via: "صحيفة النهار" }],
		],
		[
			"between marks behind an unnamed source",
			"كشفت مصادر بالجامعة لـ«المصري اليوم» عن مفاوضات جديدة.",
			[{ by: "مصادر بالجامعة", via: "المصري اليوم" }],
		],
		[
			"what it passed on",
			"ارتفع عدد المصابين هذا الأسبوع، وفق ما نقلته صحيفة النهار.",
			[{ by: "صحيفة النهار" }],
		],
		[
			"that quotes, named before its verb",
			"وكانت صحيفة النهار ذكرت، نقلا عن مصدر أمني، أن العمل مستمر.",
			[{ by: "مصدر أمني", via: "صحيفة النهار" }],
		],
	]);
});

describe("who goes on, where the subject is left out", () => {
	check([
		[
			"whoever the sentence before was credited to",
			"قال الوزير سامي خوري إن العمل مستمر.\nووقع انفجار في المدينة، بحسب مصدر أمني. وأضاف أن العدد ارتفع.",
			[
				{ by: SAMI },
				{ by: "مصدر أمني", said: "العدد ارتفع" },
				{ by: "مصدر أمني", said: "ووقع انفجار في المدينة" },
			],
		],
		[
			"not the outlet that was",
			"قال الوزير سامي خوري إن العمل مستمر.\nووقع انفجار في المدينة، بحسب صحيفة النهار. وأضاف أن العدد ارتفع.",
			[{ by: SAMI }, { by: SAMI, said: "العدد ارتفع" }, { by: "صحيفة النهار" }],
		],
		[
			"the subject of the verb before, and not who spoke last",
			"قال الوزير سامي خوري إن العمل مستمر.\nواستقبل الرئيس محمود عباس الوزيرة ليلى منصور، وأكد لها أن العدد ارتفع.",
			[{ by: SAMI }, { by: "محمود عباس" }],
		],
		[
			"the subject of the verb before, of what she voices",
			"قال الوزير سامي خوري إن العمل مستمر.\nوزارت الوزيرة ليلى منصور في المدينة مخيما، وأعربت عن صدمتها.",
			[{ by: SAMI }, { by: LEILA, said: "صدمتها" }],
		],
		[
			"whom the clause is about",
			"قال الوزير سامي خوري إن العمل مستمر.\nوأيدت الحكومة المشروع مع السفير محمود عباس الذي قال إن العدد ارتفع.",
			[{ by: SAMI }, { by: "محمود عباس" }],
		],
		[
			"the communique passes on nothing",
			"قالت وزارة الصحة إن العدد ارتفع.\nوأكدت أن العمل مستمر، بحسب ما جاء في البيان.",
			[{ by: "وزارة الصحة" }, { by: "وزارة الصحة", said: "العمل مستمر", via: "" }],
		],
		[
			"an adverb of how often is nobody",
			"وكان الوزير سامي خوري قد حذر مرارا من توقف العمل.",
			[{ by: SAMI }],
		],
		[
			"a name that begins like a verb, behind the place of the office",
			"أبدى منسق الشؤون الإنسانية في السودان توبي هارورد صدمته.",
			[{ by: "توبي هارورد", said: "صدمته" }],
		],
		["people in their communique", "وأكد القادة في بيانهم أن العمل مستمر.", [{ by: "القادة" }]],
	]);
});

describe("what is judged", () => {
	check([
		[
			"right behind who judges, with few words between marks",
			"اعتبر الوزير سامي خوري المشروع «خطوة مهمة» نحو الحل.",
			[{ by: SAMI, said: "المشروع «خطوة مهمة» نحو الحل" }],
		],
		["not in the imperfect", "يعتبر سامي خوري لاعبا كبيرا.", []],
		[
			"behind an aside",
			"اعتبرت وزارة النقل، في بيان أمس، المشروع خطوة مهمة.",
			[{ by: "وزارة النقل", said: "المشروع خطوة مهمة" }],
		],
		[
			"what is affirmed, behind an aside",
			"أكد الوزير سامي خوري، خلال جلسة أمس، أهمية المشروع.",
			[{ by: SAMI, said: "أهمية المشروع" }],
		],
		[
			"behind a comma alone, and a body behind an office with the article",
			"اتهم المدير، شركة النور بتأخير العمل. واتهم المدير شركة البحر بالإهمال.",
			[
				{ by: "المدير", said: "شركة النور بتأخير العمل" },
				{ by: "المدير", said: "شركة البحر بالإهمال" },
			],
		],
		[
			"behind a pronoun for whom, in the imperfect too",
			"قال الوزير سامي خوري إن العمل مستمر.\nودخل ابنه يخبره باندلاع حريق.",
			[{}, { cue: "يخبره", said: "باندلاع حريق" }],
		],
	]);
});

describe("where the writer goes on", () => {
	check([
		[
			"in a step that",
			"أعلنت شركة النور عن خفض أسعارها، في خطوة أثارت الجدل.",
			[{ said: "خفض أسعارها" }],
		],
		[
			"and that in answer to",
			"أكد الوزير سامي خوري أن العمل مستمر وذلك تعقيبا على سؤال من المدينة.",
			[{ said: "العمل مستمر" }],
		],
		[
			"with a credited clause of its own, and somebody else behind it",
			"ارتفعت أسعار القمح في المدينة، بحسب مصادر محلية، فيما أعلن الوزير سامي خوري أن العمل مستمر.",
			[
				{ by: SAMI, via: "" },
				{ by: "مصادر محلية", said: "ارتفعت أسعار القمح في المدينة" },
			],
		],
	]);
});
