import { useEffect, useState } from "preact/hooks";

/** The languages that the page speaks. */
export const LANGUAGES = ["ar", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** By what a list of statements is narrowed; each is in the address under its name. */
export const NARROWINGS = [
	"search",
	"speaker",
	"to",
	"relay",
	"place",
	"inside",
	"publisher",
	"kind",
	"act",
	"month",
	"order",
	"drafts",
] as const;
export type Narrowing = (typeof NARROWINGS)[number];
export type Narrowed = { readonly [Name in Narrowing]?: string | undefined };

/** Narrowed by one value more, or by another one of its kind; undefined takes it back. */
export function withValue(
	narrowed: Narrowed,
	name: Narrowing,
	value: string | undefined,
): Narrowed {
	// What is inside one place is nothing to another.
	return { ...narrowed, ...(name === "place" && { inside: undefined }), [name]: value };
}

/** What the page shows. */
export type View =
	| { readonly name: "overview" }
	| { readonly name: "statements"; readonly narrowed: Narrowed }
	| { readonly name: "speakers"; readonly search: string }
	| { readonly name: "speaker"; readonly slug: string }
	| {
			readonly name: "article";
			readonly slug: string;
			/** The slug of the statement that is selected. */
			readonly statement: string | null;
			readonly isRaw: boolean;
			/** Whether what nobody has confirmed is shown too. */
			readonly hasDrafts: boolean;
	  }
	| { readonly name: "coverage" }
	| { readonly name: "nowhere" };

function narrowedBy(parameters: URLSearchParams): Narrowed {
	const found = NARROWINGS.flatMap((name) => {
		const value = parameters.get(name);
		return value === null || value === "" ? [] : [[name, value] as const];
	});
	return Object.fromEntries(found);
}

function decoded(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

function viewOfPath(path: string, parameters: URLSearchParams): View {
	const [noun = "", name = "", ...others] = path.split("/").slice(1);
	const slug = decoded(name);
	if (others.length > 0 || slug === null) return { name: "nowhere" };
	if (noun === "" && slug === "") return { name: "overview" };
	if (noun === "coverage" && slug === "") return { name: "coverage" };
	if (noun === "statements" && slug === "")
		return { name: "statements", narrowed: narrowedBy(parameters) };
	if (noun === "speakers" && slug === "")
		return { name: "speakers", search: parameters.get("search") ?? "" };
	if (noun === "speakers") return { name: "speaker", slug };
	if (noun === "articles" && slug !== "")
		return {
			name: "article",
			slug,
			statement: parameters.get("statement"),
			isRaw: parameters.get("raw") === "1",
			hasDrafts: parameters.get("drafts") === "1",
		};
	return { name: "nowhere" };
}

/** What an address shows. */
export function viewOf(address: URL): View {
	return viewOfPath(address.pathname, address.searchParams);
}

/** The path and the parameters of a view, without the language. */
function partsOf(view: View): [string, Readonly<Record<string, string | undefined>>] {
	switch (view.name) {
		case "statements":
			return ["/statements", view.narrowed];
		case "speakers":
			return ["/speakers", { search: view.search }];
		case "speaker":
			return [`/speakers/${encodeURIComponent(view.slug)}`, {}];
		case "article": {
			const { statement, isRaw, hasDrafts } = view;
			const flags = { raw: isRaw ? "1" : "", drafts: hasDrafts ? "1" : "" };
			return [
				`/articles/${encodeURIComponent(view.slug)}`,
				{ statement: statement ?? "", ...flags },
			];
		}
		case "coverage":
			return ["/coverage", {}];
		default:
			return ["/", {}];
	}
}

/** The address that shows a view in a language. */
export function addressOf(view: View, language: Language): string {
	const [path, values] = partsOf(view);
	const parameters = new URLSearchParams();
	for (const [name, value] of Object.entries(values))
		if (value !== undefined && value !== "") parameters.set(name, value);
	parameters.set("lang", language);
	return `${path}?${parameters}`;
}

/** The language that an address asks for, or else the browser. */
export function languageOf(address: URL, preferred: readonly string[]): Language {
	const asked = address.searchParams.get("lang");
	const known = LANGUAGES.find((language) => language === asked);
	if (known !== undefined) return known;
	const first = preferred
		.map((name) => name.slice(0, 2))
		.find((name) => name === "ar" || name === "en");
	return first === "en" ? "en" : "ar";
}

const CHANGED = "aqwal-address";

/** Goes to an address of this page without loading it anew. */
export function goTo(address: string, isReplacing = false): void {
	if (isReplacing) history.replaceState(null, "", address);
	else history.pushState(null, "", address);
	dispatchEvent(new Event(CHANGED));
}

/** The address in the bar, whenever it changes. */
export function useAddress(): URL {
	const [href, setHref] = useState(location.href);
	useEffect(() => {
		const take = () => setHref(location.href);
		addEventListener("popstate", take);
		addEventListener(CHANGED, take);
		return () => {
			removeEventListener("popstate", take);
			removeEventListener(CHANGED, take);
		};
	}, []);
	return new URL(href);
}
