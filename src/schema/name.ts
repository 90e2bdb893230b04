import type { NameRow } from "../database/rows.ts";
import { builder } from "./builder.ts";

const NameKind = builder.enumType("NameKind", {
	description: "What sort of name it is.",
	values: {
		OFFICIAL: { description: "The name that is shown." },
		ALIAS: { description: "Another name in use, such as the surname alone." },
		SPELLING: { description: "Another spelling of a name." },
		EPITHET: {
			description:
				"A description that stands for the name, such as an office; who it means can depend on the day.",
		},
	},
});

export const Name = builder.objectRef<NameRow>("Name").implement({
	description: "One of the names by which something is known.",
	fields: (t) => ({
		text: t.exposeString("text", { description: "The name as it is written." }),
		language: t.expose("language", {
			type: "Locale",
			description: "The language that it belongs to.",
		}),
		kind: t.expose("kind", { type: NameKind, description: "What sort of name it is." }),
	}),
});

function baseOf(locale: string): string {
	return new Intl.Locale(locale).language;
}

/**
 * The official name in a language; where there is none, the Arabic one, which the
 * curation format asks for.
 */
export function officialName(names: readonly NameRow[], locale: string): string {
	const official = names.filter(({ kind }) => kind === "OFFICIAL");
	const wanted =
		official.find(({ language }) => language === locale) ??
		official.find(({ language }) => baseOf(language) === baseOf(locale)) ??
		official.find(({ language }) => language === "ar");
	if (wanted === undefined) throw new Error("an entry has no official Arabic name");
	return wanted.text;
}

/** A text that is given in Arabic and in English, in the one that is nearer to a language. */
export function inLanguage(arabic: string, english: string, locale: string): string {
	return baseOf(locale) === "en" ? english : arabic;
}
