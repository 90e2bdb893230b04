import { speakerCondition } from "../database/filter/authorities.ts";
import { authorityOrder } from "../database/order.ts";
import type { SpeakerRow } from "../database/rows.ts";
import { AuthorityOrderField } from "./authority-order.ts";
import { builder } from "./builder.ts";
import { connectionOf, planConnection } from "./connection.ts";
import { OrderDirection, REVIEW_STATUS, REVIEW_STATUS_IN } from "./filters.ts";
import { loadNodes } from "./load.ts";
import { lookUp } from "./look-up.ts";
import { Name, officialName } from "./name.ts";
import { statementsOf } from "./nested-statements.ts";
import { isHeldOn, Office } from "./office.ts";
import { Speaker, Statement, StatementConnection, totalOf } from "./refs.ts";
import { ReviewStatus } from "./statement-enums.ts";
import { StatementFilter, StatementOrder } from "./statement-inputs.ts";

const SpeakerKind = builder.enumType("SpeakerKind", {
	description: "What sort of source speaks.",
	values: {
		PERSON: { description: "A person with a name." },
		ORGANIZATION: { description: "An institution or organisation." },
		STATE: { description: "A state that acts as one." },
		MEDIA: { description: "A news outlet or agency." },
		GROUP: { description: "People who are named together only." },
		ANONYMOUS: { description: "A source that the article describes and does not name." },
		UNKNOWN: { description: "Nobody can tell who." },
	},
});

builder.node(Speaker, {
	id: { resolve: ({ slug }) => slug },
	loadMany: (slugs, { loaders }) => loadNodes(Speaker, loaders.speaker, slugs),
	description: "Whoever says something, is spoken to, or passes something on.",
	fields: (t) => ({
		slug: t.exposeString("slug", {
			description: "Its name in links: short, in Latin letters. It does not change.",
		}),
		kind: t.expose("kind", { type: SpeakerKind, description: "What sort of source it is." }),
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
		names: t.expose("names", {
			type: [Name],
			description: "All names and spellings, as the corpus and people write them.",
		}),
		wikidataId: t.exposeString("wikidataId", {
			nullable: true,
			description: "The Wikidata id; null where nobody has verified one.",
		}),
		offices: t.expose("offices", {
			type: [Office],
			description: "The offices of a person, with their terms.",
		}),
		office: t.field({
			type: Office,
			nullable: true,
			description:
				"The office that was held on a day; the first of the list where there were several.",
			args: { at: t.arg({ type: "Date", required: true, description: "The day to look at." }) },
			resolve: ({ offices }, { at }) => offices.find((office) => isHeldOn(office, at)) ?? null,
		}),
		statementCount: t.exposeInt("statementCount", {
			description:
				"How many curated statements are attributed to the speaker, joint ones included.",
		}),
		draftStatementCount: t.exposeInt("draftStatementCount", {
			description: "How many drafts are attributed to the speaker; statementCount leaves them out.",
		}),
		reviewStatus: t.expose("reviewStatus", {
			type: ReviewStatus,
			description:
				"DRAFT for one whom nothing but drafts names; lists and suggestions leave it out unless they are asked for drafts.",
		}),
		statements: t.connection(
			{
				type: Statement,
				description: "What the speaker says, alone or with others.",
				args: {
					filter: t.arg({
						type: StatementFilter,
						description: "Which of them; all curated ones when left out.",
					}),
					orderBy: t.arg({ type: StatementOrder, description: "In which order." }),
				},
				resolve: ({ slug }, args, context, info) =>
					statementsOf(context, "speaker", slug, args, info),
			},
			StatementConnection,
		),
	}),
});

const SpeakerBy = builder.inputType("SpeakerBy", {
	isOneOf: true,
	description: "The one key to look a speaker up by.",
	fields: (t) => ({
		id: t.id({ description: "The id of the API." }),
		slug: t.string({ description: "The slug, as links have it." }),
		wikidataId: t.string({ description: "The Wikidata id, such as Q7747." }),
		name: t.string({
			description:
				"Any known name or spelling, in any script; epithets lead to nobody, as they depend on the day, and no name to one whom only drafts name: speakers finds these where it is asked for drafts.",
		}),
	}),
});

const SpeakerFilter = builder.inputType("SpeakerFilter", {
	description:
		"Which speakers match: every field that is given must hold. Those that only drafts name match only where reviewStatus or reviewStatusIn asks for them.",
	fields: (t) => ({
		search: t.string({
			description:
				"A part of one of its names, in any spelling or script; where nothing has it, names that are much like it match.",
		}),
		kind: t.field({ type: SpeakerKind, description: "The kind that it must be." }),
		hasStatements: t.boolean({
			description:
				"true: with curated statements; false: without, such as one who is only spoken to.",
		}),
		reviewStatus: t.field({
			type: ReviewStatus,
			description: `Whether anything but drafts names the speaker. DRAFT: only those whom nothing but drafts names. ${REVIEW_STATUS}`,
		}),
		reviewStatusIn: t.field({ type: [ReviewStatus], description: REVIEW_STATUS_IN }),
	}),
});

const SpeakerOrder = builder.inputType("SpeakerOrder", {
	description: "How speakers are ordered; those who speak most first when it is left out.",
	fields: (t) => ({
		field: t.field({
			type: AuthorityOrderField("SpeakerOrderField", "speakers"),
			required: true,
			description: "What to order by.",
		}),
		direction: t.field({
			type: OrderDirection,
			required: true,
			defaultValue: "DESC",
			description: "Which way.",
		}),
	}),
});

const SpeakerConnection = builder.connectionObject(
	{
		type: Speaker,
		name: "SpeakerConnection",
		description: "A page of a list of speakers.",
		fields: (t) => ({
			totalCount: t.int({
				description:
					"How many speakers the whole list has; those that only drafts name count only where the filter asks for them.",
				resolve: (connection) => totalOf(connection),
			}),
		}),
	},
	{ name: "SpeakerEdge", description: "A speaker in its place in a list." },
);

builder.queryFields((t) => ({
	speaker: t.field({
		type: Speaker,
		nullable: true,
		description:
			"One speaker, be it one that only drafts name, which reviewStatus says; null for a key that leads nowhere.",
		args: {
			by: t.arg({ type: SpeakerBy, required: true, description: "The one key to find it by." }),
		},
		resolve: (_root, { by }, { loaders }) =>
			lookUp(
				{
					type: "Speaker",
					rows: loaders.speaker,
					byName: loaders.speakerByName,
					byWikidataId: loaders.speakerByWikidataId,
				},
				by,
			),
	}),
	speakers: t.connection(
		{
			type: Speaker,
			description:
				"The speakers of the corpus, those who speak most first unless another order is asked for.",
			args: {
				filter: t.arg({
					type: SpeakerFilter,
					description: "Which of them; all that are curated when left out.",
				}),
				orderBy: t.arg({ type: SpeakerOrder, description: "In which order." }),
			},
			resolve: async (_root, args, context, info) => {
				const { filter, orderBy } = args;
				const order = authorityOrder(
					orderBy?.field ?? "STATEMENT_COUNT",
					orderBy?.direction ?? "DESC",
				);
				const condition = await speakerCondition(context.references, filter);
				return connectionOf<SpeakerRow>(
					context,
					planConnection({ table: "Speaker", condition, order, scope: null }, args, info),
				);
			},
		},
		SpeakerConnection,
	),
}));
