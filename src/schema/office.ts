import type { OfficeRow } from "../database/rows.ts";
import { builder } from "./builder.ts";
import { loadOptional } from "./load.ts";
import { inLanguage } from "./name.ts";
import { Location, Speaker } from "./refs.ts";

/** A term of an office. */
export const Office = builder.objectRef<OfficeRow>("Office").implement({
	description: "Who held what, from when to when.",
	fields: (t) => ({
		title: t.string({
			description: "How the office is called.",
			args: {
				lang: t.arg({ type: "Locale", defaultValue: "ar", description: "The language: ar or en." }),
			},
			resolve: ({ titleArabic, titleEnglish }, { lang }) =>
				inLanguage(titleArabic, titleEnglish, lang ?? "ar"),
		}),
		of: t.field({
			type: Location,
			nullable: true,
			description: "The place that it is an office of.",
			resolve: ({ locationSlug }, _args, { loaders }) =>
				loadOptional(loaders.location, locationSlug),
		}),
		organization: t.field({
			type: Speaker,
			nullable: true,
			description: "The body that it is an office in.",
			resolve: ({ organizationSlug }, _args, { loaders }) =>
				loadOptional(loaders.speaker, organizationSlug),
		}),
		from: t.expose("startDate", {
			type: "Date",
			nullable: true,
			description: "The first day; null where it is not known.",
		}),
		to: t.expose("endDate", {
			type: "Date",
			nullable: true,
			description: "The first day on which it was no longer held; null where it is still held.",
		}),
	}),
});

/** Whether an office is held on a day, YYYY-MM-DD. */
export function isHeldOn({ startDate, endDate }: OfficeRow, day: string): boolean {
	return (startDate === null || startDate <= day) && (endDate === null || day < endDate);
}
