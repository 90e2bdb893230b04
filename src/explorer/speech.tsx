import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { addressOf, goTo, type Language, type View } from "./address.ts";
import arabic from "./texts/ar.json";
import english from "./texts/en.json";

type Texts = typeof english;
/** A text that the page says; those that count something have a form for each plural category. */
export type TextName = {
	[Name in keyof Texts]: Texts[Name] extends string ? Name : never;
}[keyof Texts];
export type CountName = Exclude<keyof Texts, TextName>;
type Values = Readonly<Record<string, string | number>>;

const TEXTS = { ar: arabic, en: english } as const;

/** How the page speaks. */
export interface Speech {
	readonly language: Language;
	/** @param values what stands in the text for {name} */
	say(name: TextName, values?: Values): string;
	/** Says how many there are, in the form that the number asks for. */
	count(name: CountName, number: number): string;
	number(value: number): string;
	/** A month as a language names it; 2018-04 in UTC. */
	month(time: string): string;
	/** A name of the schema (an enumeration's value) as a person says it. */
	nameOf(value: string): string;
}

function filled(text: string, values: Values): string {
	return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

function isText(name: string): name is TextName {
	return name in english && typeof english[name as keyof Texts] === "string";
}

/** Makes the page speak a language; numbers are written with the digits of the corpus, 0 to 9. */
export function speechOf(language: Language): Speech {
	const locale = `${language}-u-nu-latn`;
	const [numbers, plurals] = [new Intl.NumberFormat(locale), new Intl.PluralRules(locale)];
	const months = new Intl.DateTimeFormat(locale, {
		month: "long",
		year: "numeric",
		timeZone: "UTC",
	});
	const say = (name: TextName, values: Values = {}) => filled(TEXTS[language][name], values);
	return {
		language,
		say,
		count(name, number) {
			const forms: Readonly<Record<string, string>> = TEXTS[language][name];
			const form = forms[plurals.select(number)] ?? forms.other ?? "";
			return filled(form, { n: numbers.format(number) });
		},
		number: (value) => numbers.format(value),
		month: (time) => months.format(new Date(time.length === 7 ? `${time}-01` : time)),
		nameOf: (value) => (isText(value) ? say(value) : value),
	};
}

export const SpeechContext = createContext<Speech>(speechOf("ar"));

/** How the page speaks just now. */
export function useSpeech(): Speech {
	return useContext(SpeechContext);
}

interface LinkProps {
	readonly to: View;
	readonly class?: string | undefined;
	readonly current?: boolean | undefined;
	readonly label?: string | undefined;
	readonly dir?: "auto" | undefined;
	readonly children: preact.ComponentChildren;
}

/** A link to another view: it can be opened in a new tab, and loads nothing anew in this one. */
export function Link({ to, class: name, current, label, dir, children }: LinkProps) {
	const { language } = useSpeech();
	const address = addressOf(to, language);
	const follow = (event: MouseEvent) => {
		if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
			return;
		event.preventDefault();
		goTo(address);
	};
	return (
		<a
			href={address}
			class={name}
			dir={dir}
			aria-current={current ? "page" : undefined}
			aria-label={label}
			onClick={follow}
		>
			{children}
		</a>
	);
}
