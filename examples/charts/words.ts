import type { Language } from "./settings.ts";
import arabic from "./texts/ar.json";
import english from "./texts/en.json";

type Texts = typeof english;
/** A text that the page says. */
export type TextName = {
	[Name in keyof Texts]: Texts[Name] extends string ? Name : never;
}[keyof Texts];
/** A text that counts something; it has a form for each way in which its language counts. */
export type CountName = Exclude<keyof Texts, TextName>;

/** How the page speaks a language. */
export interface Words {
	readonly language: Language;
	readonly isRightToLeft: boolean;
	/** @param values what stands in the text for {name} */
	say(name: TextName, values?: Readonly<Record<string, string>>): string;
	/** Says how many there are, in the form that the number asks for. */
	count(name: CountName, number: number): string;
	number(value: number): string;
	/** A day in words, in UTC. */
	day(time: Date): string;
	/** A month in words, in UTC. */
	month(time: Date): string;
	/** A mark of an axis of time: the year where one begins, else as much as is needed. */
	mark(time: Date): string;
	/** A name of the schema as a person says it. */
	kind(name: string): string;
}

const TEXTS = { ar: arabic, en: english } as const;

function filled(text: string, values: Readonly<Record<string, string>>): string {
	return text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}

function dates(locale: string, options: Intl.DateTimeFormatOptions): (time: Date) => string {
	const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
	return (time) => format.format(time);
}

/** Makes the page speak a language; numbers are written with the digits of the corpus, 0 to 9. */
export function wordsIn(language: Language): Words {
	const locale = language === "ar" ? "ar-u-nu-latn" : "en-GB";
	const [numbers, plurals] = [new Intl.NumberFormat(locale), new Intl.PluralRules(locale)];
	const [year, month] = [dates(locale, { year: "numeric" }), { month: "short" } as const];
	const shortMonth = dates(locale, { ...month, year: "numeric" });
	const shortDay = dates(locale, { ...month, day: "numeric" });
	const texts = TEXTS[language];
	const say: Words["say"] = (name, values = {}) => filled(texts[name], values);
	return {
		language,
		isRightToLeft: language === "ar",
		say,
		count(name, number) {
			const forms: Readonly<Record<string, string>> = texts[name];
			const form = forms[plurals.select(number)] ?? forms.other ?? "";
			return filled(form, { n: numbers.format(number) });
		},
		number: (value) => numbers.format(value),
		day: dates(locale, { day: "numeric", month: "long", year: "numeric" }),
		month: dates(locale, { month: "long", year: "numeric" }),
		mark(time) {
			if (time.getUTCDate() !== 1) return shortDay(time);
			return time.getUTCMonth() === 0 ? year(time) : shortMonth(time);
		},
		kind: (name) => (name in KINDS ? say(name as TextName) : name),
	};
}

const KINDS = { DIRECT: true, MIXED: true, INDIRECT: true };
/** How statements give the words, in the order in which they are drawn: from the speaker's to the outlet's. */
export const KIND_NAMES = Object.keys(KINDS);

/** Characters that change the direction of what follows, and those that are not seen. */
const UNSEEN = /[\p{Bidi_Control}\p{Cc}]+/gu;
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ["\u2068", "\u2069"];

/** A name or text of the corpus such that it turns nothing around it. */
export function isolated(text: string): string {
	return `${FIRST_STRONG_ISOLATE}${text.replaceAll(UNSEEN, " ")}${POP_ISOLATE}`;
}
