import type { StatementRow } from "../database/rows.ts";
import { builder } from "./builder.ts";
import { connectionOf } from "./connection.ts";
import { FuzzyDate, saidAt } from "./fuzzy-date.ts";
import { loadBy, required } from "./load.ts";
import { lookUp } from "./look-up.ts";
import { Article, Occasion, Speaker, Statement, StatementConnection } from "./refs.ts";
import { SpeechAct, StatementKind } from "./statement-enums.ts";
import { StatementFilter, StatementOrder, statementList } from "./statement-inputs.ts";
import {
	Addressee,
	Attribution,
	linked,
	Relay,
	Review,
	StatementLocation,
} from "./statement-links.ts";
import { TextDirection } from "./text-direction.ts";
import { optionalSpan, spanOfArticle, TextSpan } from "./text-span.ts";

builder.node(Statement, {
	id: { resolve: ({ slug }) => slug },
	loadMany: (slugs, { loaders }) => slugs.map((slug) => loaders.statement.load(slug)),
	description: "One statement: one source says one content, as one article tells it.",
	fields: (t) => ({
		slug: t.exposeString("slug", {
			description:
				"Its name in links: the article's slug, a point, its own key. It does not change.",
		}),
		kind: t.expose("kind", { type: StatementKind, description: "How it gives the words." }),
		act: t.expose("act", { type: SpeechAct, description: "What the speaker does by saying it." }),
		text: t.exposeString("text", {
			description:
				"What was said: the words of the spans, with … between them where there are several.",
		}),
		spans: t.field({
			type: [TextSpan],
			description:
				"Where the content stands, in reading order; several where other words stand between its parts.",
			resolve: ({ articleSlug, spans }, _args, context) =>
				spans.map((span) => spanOfArticle(context, articleSlug, span)),
		}),
		quotes: t.field({
			type: [TextSpan],
			description: "The verbatim parts, without their quotation marks; none for INDIRECT.",
			resolve: ({ articleSlug, quotes }, _args, context) =>
				quotes.map((span) => spanOfArticle(context, articleSlug, span)),
		}),
		cue: t.field({
			type: TextSpan,
			nullable: true,
			description: "The reporting words, such as a verb of saying.",
			resolve: ({ articleSlug, cue }, _args, context) => optionalSpan(context, articleSlug, cue),
		}),
		language: t.expose("language", {
			type: "Locale",
			description: "The language that the article gives it in.",
		}),
		direction: t.expose("direction", {
			type: TextDirection,
			description: "Which way its text runs.",
		}),
		speakers: t.field({
			type: [Speaker],
			description: "Who says it; several for a joint statement.",
			resolve: async ({ slug }, _args, { loaders }) =>
				loadBy(
					loaders.speaker,
					(await loaders.attributions.load(slug)).map(({ speakerSlug }) => speakerSlug),
				),
		}),
		attributions: t.field({
			type: [Attribution],
			description: "Who says it, in what capacity, and by which words we know.",
			resolve: async (row, _args, { loaders }) =>
				linked(row, await loaders.attributions.load(row.slug)),
		}),
		addressees: t.field({
			type: [Addressee],
			description: "Who it is said to, where the article tells.",
			resolve: async (row, _args, { loaders }) =>
				linked(row, await loaders.addressees.load(row.slug)),
		}),
		relays: t.field({
			type: [Relay],
			description: "Who passed it on, the one nearest to the article first; none: first-hand.",
			resolve: async (row, _args, { loaders }) => linked(row, await loaders.relays.load(row.slug)),
		}),
		parent: t.field({
			type: Statement,
			nullable: true,
			description: "The statement that this one is inside of.",
			resolve: ({ parentSlug }, _args, { loaders }) =>
				parentSlug === null ? null : loaders.statement.load(parentSlug),
		}),
		occasion: t.field({
			type: Occasion,
			nullable: true,
			description: "The event that it was said at.",
			resolve: ({ occasionSlug }, _args, { loaders }) =>
				occasionSlug === null ? null : loaders.occasion.load(occasionSlug),
		}),
		saidAt: t.field({
			type: FuzzyDate,
			description: "When it was said.",
			resolve: (row, _args, context) => saidAt(context, row),
		}),
		locations: t.field({
			type: [StatementLocation],
			description: "Where it was said, what places it is about and which it names.",
			resolve: async (row, _args, { loaders }) =>
				linked(row, await loaders.statementLocations.load(row.slug)),
		}),
		article: t.field({
			type: Article,
			description: "The article that it is in.",
			resolve: async ({ articleSlug }, _args, { loaders }) =>
				required(await loaders.article.load(articleSlug)),
		}),
		review: t.field({
			type: Review,
			description: "How far the row can be relied on.",
			resolve: (row) => row,
		}),
	}),
});

builder.queryField("statements", (t) =>
	t.connection(
		{
			type: Statement,
			description:
				"The statements of the corpus, the newest first unless another order is asked for.",
			args: {
				filter: t.arg({
					type: StatementFilter,
					description: "Which of them; all curated ones when left out.",
				}),
				orderBy: t.arg({ type: StatementOrder, description: "In which order." }),
			},
			resolve: async (_root, args, context) =>
				connectionOf<StatementRow>(context, await statementList(context, args), args),
		},
		StatementConnection,
	),
);

const StatementBy = builder.inputType("StatementBy", {
	isOneOf: true,
	description: "The one key to look a statement up by.",
	fields: (t) => ({
		id: t.id({ description: "The id of the API." }),
		slug: t.string({ description: "The slug, as links have it." }),
	}),
});

builder.queryField("statement", (t) =>
	t.field({
		type: Statement,
		nullable: true,
		description: "One statement; null for a key that leads nowhere.",
		args: {
			by: t.arg({ type: StatementBy, required: true, description: "The one key to find it by." }),
		},
		resolve: (_root, { by }, { loaders }) =>
			lookUp({ type: "Statement", rows: loaders.statement }, by),
	}),
);
