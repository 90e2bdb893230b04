import type { PublisherRow } from "../database/rows.ts";
import { builder } from "./builder.ts";
import { loadNodes } from "./load.ts";
import { officialName } from "./name.ts";
import { ReviewStatus } from "./statement-enums.ts";

/** An outlet that publishes articles. */
export const Publisher = builder.objectRef<PublisherRow>("Publisher");

builder.node(Publisher, {
	id: { resolve: ({ slug }) => slug },
	loadMany: (slugs, { loaders }) => loadNodes(Publisher, loaders.publisher, slugs),
	description: "The outlet that published an article.",
	fields: (t) => ({
		slug: t.exposeString("slug", { description: "Its name in filters. It does not change." }),
		reviewStatus: t.expose("reviewStatus", {
			type: ReviewStatus,
			description: "DRAFT for one of which there are nothing but drafts of articles.",
		}),
		name: t.string({
			description: "The official name; the Arabic one where there is none in the language.",
			args: {
				lang: t.arg({
					type: "Locale",
					defaultValue: "ar",
					description: "The language of the name.",
				}),
			},
			resolve: ({ names }, { lang }) => officialName(names, lang ?? "ar"),
		}),
	}),
});
