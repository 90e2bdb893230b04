import { describe } from "vitest";
import { checkProposals as check } from "./check-proposals.ts";

const SAMI = "سامي خوري";
const LEILA = "ليلى منصور";

describe("who passes it on", () => {
	check([
		[
			"an agency, from somebody",
			"نقلت وكالة الأنباء عن الوزير سامي خوري قوله إن العمل مستمر.",
			[{ by: SAMI, via: "وكالة الأنباء" }],
		],
		[
			"an outlet, from somebody unnamed",
			"نقلت صحيفة النهار عن مصدر أمني أن العمل مستمر.",
			[{ by: "مصدر أمني", via: "صحيفة النهار" }],
		],
		[
			"quoting from",
			"ذكرت صحيفة النهار، نقلا عن مصدر أمني، أن العمل مستمر.",
			[{ by: "مصدر أمني", via: "صحيفة النهار" }],
		],
		[
			"an outlet that is spoken to",
			"قال الوزير سامي خوري لصحيفة النهار إن العمل مستمر.",
			[{ by: SAMI, via: "صحيفة النهار" }],
		],
		[
			"an outlet before who speaks",
			"كشف لـ«النهار» الوزير سامي خوري عن مشروع جديد.",
			[{ by: SAMI, via: "النهار", said: "مشروع جديد" }],
		],
		[
			"an outlet before who speaks, by its noun, with the adjective of its country",
			"أكد لصحيفة «النهار» اللبنانية الوزير سامي خوري أن العمل مستمر.",
			[{ by: SAMI, via: "النهار" }],
		],
		[
			"an outlet in brackets",
			"أكد الوزير سامي خوري لـ(النهار) أن العمل مستمر.",
			[{ by: SAMI, via: "النهار" }],
		],
		[
			"an outlet of one word, apart from its letter",
			"أكد الوزير سامي خوري لـ النهار أن العمل مستمر.",
			[{ by: SAMI, via: "النهار" }],
		],
		[
			"an outlet that his talk was with, at the beginning",
			"وفي حديثه لـ«النهار»، أكد الوزير سامي خوري أن العمل مستمر.",
			[{ by: SAMI, via: "النهار" }],
		],
		[
			"an outlet that published it, credited at the beginning",
			"بحسب ما نشرته صحيفة النهار، أكد الوزير سامي خوري أن العمل مستمر.",
			[{ by: SAMI, via: "صحيفة النهار" }],
		],
		[
			"from somebody unnamed, with «his saying»",
			"نقلت وكالة الأنباء عن مصدر أمني قوله إن العمل مستمر.",
			[{ by: "مصدر أمني", via: "وكالة الأنباء" }],
		],
		[
			"a participle that begins a sentence has the relay of the one before",
			"قال الوزير سامي خوري لصحيفة النهار: «العمل مستمر هنا دائما.» مؤكدا أن الطريق مفتوح.",
			[{ via: "صحيفة النهار" }, { by: SAMI, via: "صحيفة النهار" }],
		],
		["nobody: a thing is moved", "نقل الوزير سامي خوري أن العمل إلى المدينة.", []],
	]);
});

describe("who speaks", () => {
	check([
		["a title behind the name", "قال سامي خوري، وزير النقل، إن العمل مستمر.", [{ by: SAMI }]],
		["the name behind a comma", "قال وزير النقل، سامي خوري، إن العمل مستمر.", [{ by: SAMI }]],
		[
			"a clause about him",
			"قال وزير النقل سامي خوري، الذي زار الموقع، إن العمل مستمر.",
			[{ by: SAMI }],
		],
		[
			"a preposition in his office",
			"قال المتحدث باسم الوزارة سامي خوري إن العمل مستمر.",
			[{ by: SAMI }],
		],
		[
			"his highness, and not what he voices",
			"قال الأمير سامي خوري إن العمل مستمر.\nوأكد سموه بثقته المعهودة أن الطريق مفتوح.",
			[{ by: SAMI }, { by: SAMI }],
		],
		["before the verb", "الوزير سامي خوري أكد أن العمل مستمر.", [{ by: SAMI }]],
		[
			"two together",
			"قال الوزير سامي خوري والنائب كريم نجار إن العمل مستمر.",
			[{ by: `${SAMI} + كريم نجار` }],
		],
		[
			"with his counterpart",
			"قال الوزير سامي خوري ونظيره كريم نجار إن العمل مستمر.",
			[{ by: `${SAMI} + كريم نجار` }],
		],
		[
			"an epithet, the last with the office",
			"قال وزير النقل سامي خوري إن العمل مستمر.\nوأضاف الوزير أن الافتتاح قريب.",
			[
				{ by: SAMI, how: "NAMED" },
				{ by: SAMI, how: "EPITHET" },
			],
		],
		[
			"the source from before",
			"قال مصدر أمني إن العمل مستمر.\nوأضاف المصدر أن الافتتاح قريب.",
			[{ by: "مصدر أمني" }, { by: "مصدر أمني", how: "EPITHET" }],
		],
		[
			"a communiqué of whoever spoke last",
			"قالت وزارة الصحة إن العدد ارتفع.\nوأكد البيان أن العمل مستمر.",
			[{ by: "وزارة الصحة" }, { by: "وزارة الصحة", how: "EPITHET" }],
		],
		[
			"a dropped subject, by the gender of the verb",
			"قالت الوزيرة ليلى منصور إن العمل مستمر.\nوزار الوزير سامي خوري الموقع، وأكد أن الافتتاح قريب.\nوأضافت أن المشروع كبير.",
			[
				{ by: LEILA, how: "NAMED" },
				{ by: SAMI, how: "DROPPED_SUBJECT" },
				{ by: LEILA, how: "DROPPED_SUBJECT" },
			],
		],
		["nobody where nobody was named", "وأضاف أن المشروع كبير.", []],
	]);
});
