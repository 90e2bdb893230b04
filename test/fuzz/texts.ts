import { anyText, arabicText } from "../text/arbitraries.ts";
import type { Draw } from "./draw.ts";

/** Texts that have a meaning somewhere on the way: in SQL, in patterns, in searches, in JavaScript. */
const STRANGE = [
	"",
	" ",
	"-",
	"- - -",
	'"',
	'""',
	'"قال',
	'- "',
	"%",
	"_%_",
	"\\",
	"\\u0000",
	"(.*)+$",
	"[",
	"a|b",
	"^$",
	":*",
	"!&|()<->",
	"' OR 1=1 --",
	"$1",
	// biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay as it is
	"${version}",
	"null",
	"__proto__",
	"constructor",
	"toString",
	"Q",
	"Q0",
	"قـــال",
	"ـ",
	"\u064b\u064b\u064b",
	"أإآٱ",
	"ﷺ",
	"\u202eمعكوس\u202c",
	"\u2066a\u2069",
	"\u200f\u200e",
	"\ufeff",
	"\u2028\u2029",
	"\u00a0",
	"😀",
	"👨\u200d👩\u200d👧",
	"İßﬁ",
	"\u0001\u001f\u007f\u0085",
	"9".repeat(400),
	"ا".repeat(3000),
	"قال ".repeat(300),
	"e\u0301".repeat(200),
];

/** Texts that no database of ours can hold. */
const UNSTORABLE = ["\0", "a\0b", "\ud800", "\udc00\ud800", "قال\udfff"];

const arabic = () => arabicText;
const any = () => anyText;

/** A text that nobody would type, or one that could stand in an article. */
export function strangeText(draw: Draw): string {
	switch (draw.below(6)) {
		case 0:
			return draw.of(arabic);
		case 1:
			return draw.of(any);
		case 2:
			return draw.among(UNSTORABLE);
		case 3:
			return draw.among(STRANGE) + draw.among(STRANGE);
		default:
			return draw.among(STRANGE);
	}
}
