import { describe } from "vitest";
import { checkProposals as check } from "./check-proposals.ts";

const SAMI = "سامي خوري";
const KAMAL = "كمال نصر";

describe("who speaks, as newspapers write it", () => {
	check([
		[
			"with an aside between tatweels",
			"قال المتحدث باسم الهيئة سامي خوري إن العمل مستمر، وأشار ـ في تصريح هاتفي أمس ـ إلى أن الطريق مفتوح.\nوأكد أنه جاهز.",
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
			"ناشد سامي خوري البلدية بالاهتمام بالطريق.",
			[{ cue: "ناشد", by: SAMI, said: "بالاهتمام بالطريق" }],
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
			"not the title of an article before what is said",
			"ذكرت الأمانة تعقيبا على مقال بعنوان «شوارع المدينة بلا عمال منذ سنوات» أن العمل مستمر.",
			[{ by: "الأمانة", said: "العمل مستمر" }],
		],
	]);
});
