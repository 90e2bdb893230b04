import { describe } from "vitest";
import { checkProposals as check } from "./check-proposals.ts";

const SAMI = "سامي خوري";
const KAMAL = "كمال نصر";

describe("who speaks, as newspapers write it", () => {
	check([
		[
			"with an aside between tatweels",
			"قال المتحدث باسم الهيئة سامي خوري إن العمل مستمر، وأضاف ـ في لقاء قصير أمس ـ أن الطريق مفتوح.\nوأكد أنه جاهز.",
			[{ by: SAMI }, { by: SAMI, said: "الطريق مفتوح" }, { by: SAMI }],
		],
		[
			"before a country, which is no part of the name",
			"صنف الوزير سامي خوري إيران بأنها شريك.",
			[{ by: SAMI, said: "إيران بأنها شريك" }],
		],
		[
			"by an office with and without the preposition before what it is of",
			"قال وزير الدولة للشؤون الخارجية سامي خوري إن العمل مستمر.\nوقال مدير المصرف كمال نصر إن الطريق مفتوح.\nوقال وزير الشؤون الخارجية إن النهر فاض.",
			[{ by: SAMI }, { by: KAMAL }, { by: SAMI, said: "النهر فاض" }],
		],
	]);
});

describe("what verbs take", () => {
	check([
		[
			"a noun that tells what is requested",
			"طلب الوزير سامي خوري تأجيل الاجتماع.",
			[{ cue: "طلب", by: SAMI, said: "تأجيل الاجتماع" }],
		],
		[
			"what is appealed for, behind whom",
			"ناشد سامي خوري المدينة بتسريع العمل.",
			[{ cue: "ناشد", by: SAMI, said: "بتسريع العمل" }],
		],
		[
			"a pronoun for whom is answered",
			"قال الوزير كمال نصر إن العمل مستمر.\nوأجابه سامي خوري بأن الطريق مغلق.",
			[{ by: KAMAL }, { cue: "وأجابه", by: SAMI, said: "الطريق مغلق" }],
		],
		[
			"not what is planned, behind a credit",
			"ووفقا للبيانات، تدعم خمس شركات المشروع، ومن المقرر أن يزداد العدد.",
			[{ by: "البيانات", said: "تدعم خمس شركات المشروع، ومن المقرر أن يزداد العدد" }],
		],
		[
			"what somebody called something, behind what",
			"دافع الوزير سامي خوري عما وصفه باتفاق متوازن مع الشركات.",
			[{ cue: "وصفه", by: SAMI, said: "باتفاق متوازن مع الشركات" }],
		],
		["not the noun with his, which is written alike", "أعجب الحاضرين وصفه باللغة القديمة.", []],
		[
			"not the title of an article before what is said",
			"ذكرت الأمانة تعقيبا على مقال بعنوان «شوارع المدينة بلا عمال منذ سنوات» أن العمل مستمر.",
			[{ by: "الأمانة", said: "العمل مستمر" }],
		],
	]);
});

describe("who had spoken, and to whom", () => {
	check([
		[
			"behind had, and whom he called on behind the verb",
			"وكان وزير النقل سامي خوري قد دعا رئيس البلدية كمال نصر إلى فتح الطريق.",
			[{ cue: "دعا", by: SAMI, said: "فتح الطريق" }],
		],
		[
			"behind had, with a comma behind him",
			"قال كمال نصر إن العمل مستمر.\nوكان مدير المصرف الدكتور سامي خوري، قد أكد أن الطريق مفتوح.",
			[{ by: KAMAL }, { cue: "أكد", by: SAMI }],
		],
		[
			"behind had, with an office that has over before what it is of",
			"قال كمال نصر إن العمل مستمر.\nوكان المشرف على الإعلام الدكتور سامي خوري، قد أكد أن الطريق مفتوح.",
			[{ by: KAMAL }, { cue: "أكد", by: SAMI }],
		],
		[
			"with his office between two commas",
			"وصل الوفد.\nلكن سامي خوري، قائد الشرطة في المدينة، تحدث عن مقتل ثمانية أشخاص.",
			[{ cue: "تحدث", by: SAMI, said: "مقتل ثمانية أشخاص" }],
		],
		[
			"with a name between marks behind the office",
			'طالب المحامي "نجدان الصقري"، الحكومة بإجراء تحقيقات.\nوأضاف الصقري أن العمل مستمر.',
			[{ by: "نجدان الصقري" }, { by: "نجدان الصقري" }],
		],
		[
			"on a day with its name in brackets",
			"حملت وزارة النقل اليوم (الاثنين)، الشركة المسؤولية عن الحادث.",
			[{ by: "وزارة النقل", said: "الشركة المسؤولية عن الحادث" }],
		],
		[
			"in a clause about a noun, right before what he promised",
			"هذه القضايا التي وعد الوزير سامي خوري بحلها في أقرب وقت.",
			[{ cue: "وعد", by: SAMI, said: "بحلها في أقرب وقت" }],
		],
		["not in such a clause without him", "هذه القضايا التي وعد بحلها في أقرب وقت.", []],
	]);
});

describe("what an outlet learned", () => {
	check([
		[
			"from a source, which speaks",
			"علمت «النهار» من مصادر مطلعة أن الطريق سيفتح.\nوأضافت المصادر أن القرار قريب.",
			[
				{ cue: "علمت", by: "مصادر مطلعة", said: "الطريق سيفتح", via: "النهار" },
				{ by: "مصادر مطلعة", via: "" },
			],
		],
		["not by itself", "علمت الحكومة أن الطريق مغلق.", []],
	]);
});

describe("where a report ends", () => {
	check([
		[
			"before the main clause, behind while",
			"فيما قال وزير النقل سامي خوري إن العمل مستمر، قرر المجلس تأجيل الافتتاح.",
			[{ by: SAMI, said: "العمل مستمر" }],
		],
		[
			"before the main clause, behind at the time when",
			"ففي الوقت الذي أنكرت فيه شركة النور صلتها بالحريق، يظهر التسجيل غير ذلك.",
			[{ by: "شركة النور", said: "صلتها بالحريق" }],
		],
		[
			"not at a verb behind a comma, where no such word stands first",
			"قال سامي خوري إن المجلس الذي اجتمع أمس، قرر تأجيل الافتتاح.",
			[{ by: SAMI, said: "المجلس الذي اجتمع أمس، قرر تأجيل الافتتاح" }],
		],
		[
			"not before and that, where with leads on",
			"قال سامي خوري إن الطريق سيفتح، وذلك بدعم من المدينة.",
			[{ by: SAMI, said: "الطريق سيفتح، وذلك بدعم من المدينة" }],
		],
		[
			"before and that, where a time follows",
			"قال سامي خوري إن الطريق سيفتح، وذلك خلال زيارة المدينة.",
			[{ by: SAMI, said: "الطريق سيفتح" }],
		],
		[
			"at full stops that part sentences, before afterwards",
			"تحدث سامي خوري عن قضية مهمة.. بعدها قالت ليلى منصور إن العمل مستمر.",
			[{ by: SAMI, said: "قضية مهمة" }, { by: "ليلى منصور" }],
		],
		[
			"at full stops that part sentences, right before the verb",
			"تحدث سامي خوري عن قضية مهمة.. قالت ليلى منصور إن العمل مستمر.",
			[{ by: SAMI, said: "قضية مهمة" }, { by: "ليلى منصور" }],
		],
		[
			"not at a verb behind a comma, where many words stand between while and the report",
			"وفيما يخص أسعار القمح في المدينة قال سامي خوري إن المجلس الذي اجتمع أمس، قرر تأجيل الافتتاح.",
			[{ by: SAMI, said: "المجلس الذي اجتمع أمس، قرر تأجيل الافتتاح" }],
		],
		[
			"and no verb in the title of an article reports",
			"ذكرت الأمانة تعقيبا على مقال بعنوان «السكان يتهمون مسؤولي المدينة» أن العمل مستمر.",
			[{ by: "الأمانة", said: "العمل مستمر" }],
		],
	]);
});
