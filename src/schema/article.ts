import { articleCondition, referencesForArticles } from "../database/filter/article.ts";
import { askedStatuses } from "../database/filter/review.ts";
import { articleOrder, type Order, relevanceOrder } from "../database/order.ts";
import type { References } from "../database/references.ts";
import type { ArticleRow, CreditedSourceRow } from "../database/rows.ts";
import { builder } from "./builder.ts";
import { connectionOf, planConnection } from "./connection.ts";
import { SourceDocument } from "./document.ts";
import {
	DateRange,
	LocationRefFilter,
	OrderDirection,
	REVIEW_STATUS,
	REVIEW_STATUS_IN,
	RefFilter,
} from "./filters.ts";
import { FuzzyDate, publishedAt } from "./fuzzy-date.ts";
import { highlightsOfArticle, toEdge } from "./highlights.ts";
import { loadBy, loadNodes, loadOne, loadOptional, loadRelated } from "./load.ts";
import { lookUp } from "./look-up.ts";
import { statementsOf } from "./nested-statements.ts";
import { Publisher } from "./publisher.ts";
import { Article, Location, Speaker, Statement, StatementConnection, totalOf } from "./refs.ts";
import { reviewArgument } from "./review-argument.ts";
import { isSearchAlone, matchesOf, SEARCH } from "./search.ts";
import { ReviewStatus } from "./statement-enums.ts";
import { StatementFilter, StatementOrder } from "./statement-inputs.ts";
import { TextDirection } from "./text-direction.ts";
import { TextSpan } from "./text-span.ts";

const CreditedSource = builder.objectRef<CreditedSourceRow>("CreditedSource").implement({
	description: "A source that an article credits in its source line.",
	fields: (t) => ({
		text: t.exposeString("text", { description: "The source as the line names it." }),
		speaker: t.field({
			type: Speaker,
			nullable: true,
			description: "The source, where there is an entry for it.",
			resolve: ({ speakerSlug }, _args, { loaders }) => loadOptional(loaders.speaker, speakerSlug),
		}),
	}),
});

/** Whether two languages are the same but for their region or script. */
function isSameLanguage(one: string, other: string): boolean {
	return new Intl.Locale(one).language === new Intl.Locale(other).language;
}

builder.node(Article, {
	id: { resolve: ({ slug }) => slug },
	loadMany: (slugs, { loaders }) => loadNodes(Article, loaders.article, slugs),
	description: "One news article, cut out of the page that it was scraped with.",
	fields: (t) => ({
		slug: t.exposeString("slug", { description: "Its name in links. It does not change." }),
		title: t.string({
			nullable: true,
			description: "The headline as printed; null where the page gives none.",
			args: {
				lang: t.arg({
					type: "Locale",
					description:
						"The language: null comes for one that the article is not in, as nothing is translated.",
				}),
			},
			resolve: ({ title, language }, { lang }) =>
				lang == null || isSameLanguage(lang, language) ? title : null,
		}),
		body: t.string({
			description:
				"The text in Unicode's NFC, without the headline; it does not change, and spans count in it unless their source says otherwise.",
			resolve: ({ slug }, _args, { loaders }) => loadOne(loaders.articleBody, slug),
		}),
		language: t.expose("language", {
			type: "Locale",
			description: "The language that it is written in.",
		}),
		reviewStatus: t.expose("reviewStatus", {
			type: ReviewStatus,
			description:
				"CURATED when the article has been confirmed, or a statement in it; DRAFT for a proposal, which lists leave out unless they are asked for drafts.",
		}),
		direction: t.expose("direction", {
			type: TextDirection,
			description: "Which way its text runs.",
		}),
		publisher: t.field({
			type: Publisher,
			nullable: true,
			description: "The outlet; null where the page does not tell.",
			resolve: ({ publisherSlug }, _args, { loaders }) =>
				loadOptional(loaders.publisher, publisherSlug),
		}),
		creditedSources: t.field({
			type: [CreditedSource],
			description: "The sources that it credits at its end.",
			resolve: ({ slug }, _args, { loaders }) => loaders.creditedSources.load(slug),
		}),
		publishedAt: t.field({
			type: FuzzyDate,
			description: "When it was published.",
			resolve: (row, _args, context) => publishedAt(context, row),
		}),
		document: t.field({
			type: SourceDocument,
			description: "The page that it was taken from.",
			resolve: ({ documentFileName }, _args, { loaders }) =>
				loadOne(loaders.document, documentFileName),
		}),
		statements: t.connection(
			{
				type: Statement,
				description: "The statements in it.",
				args: {
					filter: t.arg({
						type: StatementFilter,
						description: "Which of them; all curated ones when left out.",
					}),
					orderBy: t.arg({
						type: StatementOrder,
						description: "In which order; POSITION ASC is reading order.",
					}),
				},
				resolve: ({ slug }, args, context, info) =>
					statementsOf(context, "article", slug, args, info),
			},
			StatementConnection,
		),
		speakers: t.field({
			type: [Speaker],
			description: "Those who speak in it, in the order in which they first do.",
			args: reviewArgument("The statuses of the statements by which they count"),
			resolve: async ({ slug }, args, { loaders }) => {
				const speakers = await loaders.articleSpeakers.load(slug);
				const statuses = askedStatuses(args);
				const asked = speakers.filter(({ reviewStatus }) => statuses.includes(reviewStatus));
				// One who speaks in drafts as well is there for both.
				return loadBy(loaders.speaker, [...new Set(asked.map((speaker) => speaker.slug))]);
			},
		}),
		locations: t.field({
			type: [Location],
			description: "Every place that its headline or body names.",
			resolve: ({ slug }, _args, { loaders }) =>
				loadRelated(loaders.location, loaders.articleLocations, slug),
		}),
	}),
});

const ArticleBy = builder.inputType("ArticleBy", {
	isOneOf: true,
	description: "The one key to look an article up by.",
	fields: (t) => ({
		id: t.id({ description: "The id of the API." }),
		slug: t.string({ description: "The slug, as links have it." }),
	}),
});

const ArticleFilter = builder.inputType("ArticleFilter", {
	description:
		"Which articles match: every field that is given must hold. Drafts match only where reviewStatus or reviewStatusIn asks for them.",
	fields: (t) => ({
		publisher: t.field({ type: RefFilter, description: "The outlet that published it." }),
		speaker: t.field({
			type: RefFilter,
			description: "Somebody who speaks in it; in a draft only where drafts are asked for.",
		}),
		location: t.field({
			type: LocationRefFilter,
			description:
				"A place that it names; with a role: that one of its statements has in this role.",
		}),
		publishedAt: t.field({ type: DateRange, description: "When it was published." }),
		search: t.string({ description: `Words of its headline and body. ${SEARCH}` }),
		reviewStatus: t.field({
			type: ReviewStatus,
			description: `Whether the article has been confirmed. DRAFT: drafts only, and what speaker and location say of statements is said of drafts. ${REVIEW_STATUS}`,
		}),
		reviewStatusIn: t.field({ type: [ReviewStatus], description: REVIEW_STATUS_IN }),
	}),
});

const ArticleOrderField = builder.enumType("ArticleOrderField", {
	description: "What articles are ordered by.",
	values: {
		PUBLISHED_AT: { description: "When it was published (the first day that it can be)." },
		TITLE: { description: "The headline, by code point; those without one come last." },
		RELEVANCE: {
			description: "How well it matches filter.search, then its slug; only with filter.search.",
		},
	} as const,
});

const ArticleOrder = builder.inputType("ArticleOrder", {
	description:
		"How articles are ordered; when it is left out: the best match first with filter.search, else the newest first.",
	fields: (t) => ({
		field: t.field({ type: ArticleOrderField, required: true, description: "What to order by." }),
		direction: t.field({
			type: OrderDirection,
			required: true,
			defaultValue: "DESC",
			description: "Which way.",
		}),
	}),
});

async function orderOf(
	references: References,
	search: string | null | undefined,
	orderBy: typeof ArticleOrder.$inferInput | null | undefined,
): Promise<Order> {
	const { field = search == null ? "PUBLISHED_AT" : "RELEVANCE", direction = "DESC" } =
		orderBy ?? {};
	if (field !== "RELEVANCE") return articleOrder(field, direction);
	return relevanceOrder(await matchesOf(references, "Article", search), direction);
}

const ArticleConnection = builder.connectionObject(
	{
		type: Article,
		name: "ArticleConnection",
		description: "A page of a list of articles.",
		fields: (t) => ({
			totalCount: t.int({
				description:
					"How many articles the whole list has; drafts only where the filter asks for them.",
				resolve: (connection) => totalOf(connection),
			}),
		}),
	},
	{
		name: "ArticleEdge",
		description: "An article in its place in a list.",
		fields: (t) => ({
			highlights: t.field({
				type: [TextSpan],
				description:
					"Where the words of filter.search stand in the title, then in the body: each word of a phrase too, wherever it stands; none without a search.",
				resolve: (edge, _args, context) => highlightsOfArticle(context, toEdge<ArticleRow>(edge)),
			}),
		}),
	},
);

builder.queryFields((t) => ({
	article: t.field({
		type: Article,
		nullable: true,
		description:
			"One article, be it a draft, which its reviewStatus says; null for a key that leads nowhere.",
		args: {
			by: t.arg({ type: ArticleBy, required: true, description: "The one key to find it by." }),
		},
		resolve: (_root, { by }, { loaders }) => lookUp({ type: "Article", rows: loaders.article }, by),
	}),
	articles: t.connection(
		{
			type: Article,
			description:
				"The articles of the corpus, the newest first unless another order is asked for.",
			args: {
				filter: t.arg({
					type: ArticleFilter,
					description: "Which of them; all curated ones when left out.",
				}),
				orderBy: t.arg({ type: ArticleOrder, description: "In which order." }),
			},
			resolve: async (_root, args, context, info) => {
				const references = referencesForArticles(context.references, args.filter);
				const [condition, order, search] = await Promise.all([
					articleCondition(references, args.filter),
					orderOf(references, args.filter?.search, args.orderBy),
					args.filter?.search == null ? null : references.search(args.filter.search),
				]);
				return connectionOf<ArticleRow>(
					context,
					planConnection(
						{
							table: "Article",
							condition,
							order,
							scope: null,
							marks: search?.marks ?? [],
							name: JSON.stringify([args.filter, args.orderBy]),
							isSearchAlone: isSearchAlone(args.filter, order),
						},
						args,
						info,
					),
				);
			},
		},
		ArticleConnection,
	),
}));
