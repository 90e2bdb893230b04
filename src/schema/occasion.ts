import { builder } from "./builder.ts";
import { FuzzyDate, occasionDate } from "./fuzzy-date.ts";
import { loadNodes, loadOptional } from "./load.ts";
import { inLanguage } from "./name.ts";
import { statementsOf } from "./nested-statements.ts";
import { Location, Occasion, Statement, StatementConnection } from "./refs.ts";
import { ReviewStatus } from "./statement-enums.ts";
import { StatementFilter, StatementOrder } from "./statement-inputs.ts";

const OccasionKind = builder.enumType("OccasionKind", {
	description: "What sort of event it is.",
	values: {
		PRESS_CONFERENCE: { description: "A press conference." },
		MEETING: { description: "A meeting of the people concerned." },
		CALL: { description: "A telephone or video call." },
		SPEECH: { description: "A speech, or a session with speeches." },
		WRITTEN_STATEMENT: { description: "A statement given out in writing." },
		POST: { description: "A post on a social network." },
		INTERVIEW: { description: "An interview." },
		BRIEFING: { description: "Remarks to journalists." },
	},
});

builder.node(Occasion, {
	id: { resolve: ({ slug }) => slug },
	loadMany: (slugs, { loaders }) => loadNodes(Occasion, loaders.occasion, slugs),
	description: "An event that things are said at.",
	fields: (t) => ({
		slug: t.exposeString("slug", { description: "Its name in links. It does not change." }),
		kind: t.expose("kind", { type: OccasionKind, description: "What sort of event it is." }),
		name: t.string({
			description: "What the event is called.",
			args: {
				lang: t.arg({ type: "Locale", defaultValue: "ar", description: "The language: ar or en." }),
			},
			resolve: ({ nameArabic, nameEnglish }, { lang }) =>
				inLanguage(nameArabic, nameEnglish, lang ?? "ar"),
		}),
		date: t.field({
			type: FuzzyDate,
			description: "When it was.",
			resolve: (row) => occasionDate(row),
		}),
		location: t.field({
			type: Location,
			nullable: true,
			description: "Where it was, if it was at a place.",
			resolve: ({ locationSlug }, _args, { loaders }) =>
				loadOptional(loaders.location, locationSlug),
		}),
		reviewStatus: t.expose("reviewStatus", {
			type: ReviewStatus,
			description: "DRAFT for one at which nothing but drafts was said.",
		}),
		statements: t.connection(
			{
				type: Statement,
				description: "What was said at it, the newest first unless another order is asked for.",
				args: {
					filter: t.arg({
						type: StatementFilter,
						description: "Which of them; all curated ones when left out.",
					}),
					orderBy: t.arg({ type: StatementOrder, description: "In which order." }),
				},
				resolve: ({ slug }, args, context, info) =>
					statementsOf(context, "occasion", slug, args, info),
			},
			StatementConnection,
		),
	}),
});
