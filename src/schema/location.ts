import { locationCondition } from "../database/filter/authorities.ts";
import { askedStatuses } from "../database/filter/review.ts";
import { authorityOrder } from "../database/order.ts";
import type { LocationRow } from "../database/rows.ts";
import { AuthorityOrderField } from "./authority-order.ts";
import { builder } from "./builder.ts";
import { connectionOf, planConnection } from "./connection.ts";
import { OrderDirection, REVIEW_STATUS, REVIEW_STATUS_IN } from "./filters.ts";
import { loadNodes, loadOptional, loadRelated } from "./load.ts";
import { lookUp } from "./look-up.ts";
import { Name, officialName } from "./name.ts";
import { statementsOf } from "./nested-statements.ts";
import { Location, Statement, StatementConnection, totalOf } from "./refs.ts";
import { reviewArgument } from "./review-argument.ts";
import { ReviewStatus } from "./statement-enums.ts";
import { StatementFilter, StatementOrder } from "./statement-inputs.ts";

const LocationKind = builder.enumType("LocationKind", {
	description: "What sort of place it is.",
	values: {
		COUNTRY: { description: "A country, or one that was." },
		REGION: { description: "A part of a country, or of the world." },
		CITY: { description: "A city or town." },
		BUILDING: { description: "A building." },
		BASE: { description: "A military base, or an airfield or port that is used as one." },
		WATER: { description: "A river, a lake, a sea." },
	},
});

builder.node(Location, {
	id: { resolve: ({ slug }) => slug },
	loadMany: (slugs, { loaders }) => loadNodes(Location, loaders.location, slugs),
	description: "A place that something is said at, is about, or that an article names.",
	fields: (t) => ({
		slug: t.exposeString("slug", {
			description: "Its name in links: short, in Latin letters. It does not change.",
		}),
		kind: t.expose("kind", { type: LocationKind, description: "What sort of place it is." }),
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
		names: t.expose("names", { type: [Name], description: "All names and spellings." }),
		wikidataId: t.exposeString("wikidataId", {
			nullable: true,
			description: "The Wikidata id; null where nobody has verified one.",
		}),
		geonamesId: t.exposeString("geonamesId", {
			nullable: true,
			description: "The GeoNames id; null where nobody has verified one.",
		}),
		countryCode: t.exposeString("countryCode", {
			nullable: true,
			description:
				"The ISO 3166-1 code of its country, two letters; null where it is in none or in several.",
		}),
		latitude: t.exposeFloat("latitude", {
			nullable: true,
			description: "In decimal degrees north (WGS 84); null where no point can be given.",
		}),
		longitude: t.exposeFloat("longitude", {
			nullable: true,
			description: "In decimal degrees east (WGS 84); null where no point can be given.",
		}),
		parent: t.field({
			type: Location,
			nullable: true,
			description: "The place that it lies in.",
			resolve: ({ parentSlug }, _args, { loaders }) => loadOptional(loaders.location, parentSlug),
		}),
		children: t.field({
			type: [Location],
			description: "The places that lie right inside it.",
			args: reviewArgument("The statuses of the places"),
			resolve: async ({ slug }, args, { loaders }) => {
				const places = await loadRelated(loaders.location, loaders.locationChildren, slug);
				const statuses = askedStatuses(args);
				return places.filter(({ reviewStatus }) => statuses.includes(reviewStatus));
			},
		}),
		statementCount: t.exposeInt("statementCount", {
			description:
				"How many curated statements are linked to the place itself, in any role; not those of places inside it.",
		}),
		draftStatementCount: t.exposeInt("draftStatementCount", {
			description:
				"How many drafts are linked to the place itself; statementCount leaves them out.",
		}),
		reviewStatus: t.expose("reviewStatus", {
			type: ReviewStatus,
			description:
				"DRAFT for one that nothing but drafts names; lists and suggestions leave it out unless they are asked for drafts.",
		}),
		statements: t.connection(
			{
				type: Statement,
				description: "The statements that are linked to the place itself, in any role.",
				args: {
					filter: t.arg({
						type: StatementFilter,
						description: "Which of them; all curated ones when left out.",
					}),
					orderBy: t.arg({ type: StatementOrder, description: "In which order." }),
				},
				resolve: ({ slug }, args, context, info) =>
					statementsOf(context, "location", slug, args, info),
			},
			StatementConnection,
		),
	}),
});

const LocationBy = builder.inputType("LocationBy", {
	isOneOf: true,
	description: "The one key to look a place up by.",
	fields: (t) => ({
		id: t.id({ description: "The id of the API." }),
		slug: t.string({ description: "The slug, as links have it." }),
		wikidataId: t.string({ description: "The Wikidata id, such as Q858." }),
		name: t.string({
			description:
				"Any known name or spelling, in any script; of a place that only drafts name none: locations finds these where it is asked for drafts.",
		}),
	}),
});

const LocationFilter = builder.inputType("LocationFilter", {
	description:
		"Which places match: every field that is given must hold. Those that only drafts name match only where reviewStatus or reviewStatusIn asks for them.",
	fields: (t) => ({
		search: t.string({
			description:
				"A part of one of its names, in any spelling or script; where nothing has it, names that are much like it match.",
		}),
		kind: t.field({ type: LocationKind, description: "The kind that it must be." }),
		within: t.string({
			description: "A slug, an id or a Wikidata id of a place that it must be or lie in.",
		}),
		hasStatements: t.boolean({
			description:
				"true: with curated statements; false: without, such as one that an article only names.",
		}),
		reviewStatus: t.field({
			type: ReviewStatus,
			description: `Whether anything but drafts names the place. DRAFT: only those that nothing but drafts names. ${REVIEW_STATUS}`,
		}),
		reviewStatusIn: t.field({ type: [ReviewStatus], description: REVIEW_STATUS_IN }),
	}),
});

const LocationOrder = builder.inputType("LocationOrder", {
	description: "How places are ordered; those with most statements first when it is left out.",
	fields: (t) => ({
		field: t.field({
			type: AuthorityOrderField("LocationOrderField", "places"),
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

const LocationConnection = builder.connectionObject(
	{
		type: Location,
		name: "LocationConnection",
		description: "A page of a list of places.",
		fields: (t) => ({
			totalCount: t.int({
				description:
					"How many places the whole list has; those that only drafts name count only where the filter asks for them.",
				resolve: (connection) => totalOf(connection),
			}),
		}),
	},
	{ name: "LocationEdge", description: "A place in its place in a list." },
);

builder.queryFields((t) => ({
	location: t.field({
		type: Location,
		nullable: true,
		description:
			"One place, be it one that only drafts name, which reviewStatus says; null for a key that leads nowhere.",
		args: {
			by: t.arg({ type: LocationBy, required: true, description: "The one key to find it by." }),
		},
		resolve: (_root, { by }, { loaders }) =>
			lookUp(
				{
					type: "Location",
					rows: loaders.location,
					byName: loaders.locationByName,
					byWikidataId: loaders.locationByWikidataId,
				},
				by,
			),
	}),
	locations: t.connection(
		{
			type: Location,
			description:
				"The places of the corpus, those with most statements first unless another order is asked for.",
			args: {
				filter: t.arg({
					type: LocationFilter,
					description: "Which of them; all that are curated when left out.",
				}),
				orderBy: t.arg({ type: LocationOrder, description: "In which order." }),
			},
			resolve: async (_root, args, context, info) => {
				const { filter, orderBy } = args;
				const order = authorityOrder(
					orderBy?.field ?? "STATEMENT_COUNT",
					orderBy?.direction ?? "DESC",
				);
				const condition = await locationCondition(context.references, filter);
				return connectionOf<LocationRow>(
					context,
					planConnection({ table: "Location", condition, order, scope: null }, args, info),
				);
			},
		},
		LocationConnection,
	),
}));
