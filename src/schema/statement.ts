import { andThen } from "../database/maybe-promise.ts";
import type { StatementRow } from "../database/rows.ts";
import { builder } from "./builder.ts";
import { connectionOf, planConnection } from "./connection.ts";
import { FuzzyDate, SAID_AT_COLUMNS, saidAt } from "./fuzzy-date.ts";
import { loadBy, loadNodes, loadOne, loadOptional } from "./load.ts";
import { needs, needsByField } from "./look-ahead.ts";
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
	id: { resolve: ({ slug }) => slug, extensions: needs("slug") },
	loadMany: (slugs, { loaders }) => loadNodes(Statement, loaders.statement, slugs),
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
			extensions: needs("articleSlug", "spans"),
			type: [TextSpan],
			description:
				"Where the content stands, in reading order; several where other words stand between its parts.",
			resolve: ({ articleSlug, spans }, _args, context) =>
				spans.map((span) => spanOfArticle(context, articleSlug, span)),
		}),
		quotes: t.field({
			extensions: needs("articleSlug", "quotes"),
			type: [TextSpan],
			description: "The verbatim parts, without their quotation marks; none for INDIRECT.",
			resolve: ({ articleSlug, quotes }, _args, context) =>
				quotes.map((span) => spanOfArticle(context, articleSlug, span)),
		}),
		cue: t.field({
			extensions: needs("articleSlug", "cue"),
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
			extensions: needs("attributions"),
			type: [Speaker],
			description: "Who says it; several for a joint statement.",
			resolve: ({ attributions }, _args, { loaders }) =>
				loadBy(
					loaders.speaker,
					attributions.map(({ speakerSlug }) => speakerSlug),
				),
		}),
		attributions: t.field({
			extensions: needs("articleSlug", "attributions"),
			type: [Attribution],
			description: "Who says it, in what capacity, and by which words we know.",
			resolve: (row) => linked(row, row.attributions),
		}),
		addressees: t.field({
			extensions: needs("articleSlug", "addressees"),
			type: [Addressee],
			description: "Who it is said to, where the article tells.",
			resolve: (row) => linked(row, row.addressees),
		}),
		relays: t.field({
			extensions: needs("articleSlug", "relays"),
			type: [Relay],
			description: "Who passed it on, the one nearest to the article first; none: first-hand.",
			resolve: (row) => linked(row, row.relays),
		}),
		parent: t.field({
			extensions: needs("parentSlug"),
			type: Statement,
			nullable: true,
			description:
				"The statement that this one is inside of; null for a curated one inside of a draft, as nobody has confirmed that.",
			resolve: ({ parentSlug }, _args, { loaders }) => loadOptional(loaders.statement, parentSlug),
		}),
		occasion: t.field({
			extensions: needs("occasionSlug"),
			type: Occasion,
			nullable: true,
			description: "The event that it was said at.",
			resolve: ({ occasionSlug }, _args, { loaders }) =>
				loadOptional(loaders.occasion, occasionSlug),
		}),
		saidAt: t.field({
			extensions: needsByField(SAID_AT_COLUMNS),
			type: FuzzyDate,
			description: "When it was said.",
			resolve: (row, _args, context) => saidAt(context, row),
		}),
		locations: t.field({
			extensions: needs("articleSlug", "locations"),
			type: [StatementLocation],
			description: "Where it was said, what places it is about and which it names.",
			resolve: (row) => linked(row, row.locations),
		}),
		article: t.field({
			extensions: needs("articleSlug"),
			type: Article,
			description: "The article that it is in.",
			resolve: ({ articleSlug }, _args, { loaders }) => loadOne(loaders.article, articleSlug),
		}),
		review: t.field({
			extensions: needs("reviewStatus", "reviewMethod", "reviewConfidence"),
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
			resolve: (_root, args, context, info) =>
				andThen(statementList(context, args), (list) =>
					connectionOf<StatementRow>(context, planConnection(list, args, info)),
				),
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
		description:
			"One statement, be it a draft, which its review says; null for a key that leads nowhere.",
		args: {
			by: t.arg({ type: StatementBy, required: true, description: "The one key to find it by." }),
		},
		resolve: (_root, { by }, { loaders }) =>
			lookUp({ type: "Statement", rows: loaders.statement }, by),
	}),
);
