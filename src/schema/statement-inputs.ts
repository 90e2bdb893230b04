import { fact } from "../database/facts.ts";
import type { StatementFilter as StatementFilterShape } from "../database/filter/inputs.ts";
import {
	mentionsSearch,
	referencesFor,
	statementCondition,
	statementMarks,
} from "../database/filter/statement.ts";
import type { MaybePromise } from "../database/maybe-promise.ts";
import { type Order, relevanceOrder, statementOrder } from "../database/order.ts";
import type { ListQuery } from "../database/page.ts";
import type { References } from "../database/references.ts";
import type { Scope } from "../database/scopes.ts";
import { builder } from "./builder.ts";
import type { Context } from "./context.ts";
import {
	ActFilter,
	DateRange,
	KindFilter,
	LocationRefFilter,
	OrderDirection,
	PrecisionFilter,
	REVIEW_STATUS,
	REVIEW_STATUS_IN,
	RefFilter,
	ResolutionFilter,
} from "./filters.ts";
import { isSearchAlone, matchesOf, SEARCH } from "./search.ts";
import { AttributionRole, ReviewStatus } from "./statement-enums.ts";

/** Which statements match. */
export const StatementFilter = builder.inputRef<StatementFilterShape>("StatementFilter").implement({
	description:
		"Which statements match: every field that is given must hold. Drafts match only where reviewStatus or reviewStatusIn asks for them, here or in an alternative for itself.",
	fields: (t) => ({
		speaker: t.field({
			type: RefFilter,
			description: "Who said it; a joint statement matches for each of its speakers.",
		}),
		addressee: t.field({ type: RefFilter, description: "Who it was said to." }),
		relay: t.field({ type: RefFilter, description: "Who passed it on." }),
		relayed: t.boolean({
			description: "true: known only through somebody who passed it on; false: first-hand.",
		}),
		joint: t.boolean({ description: "true: said by several together; false: by one." }),
		attributionRole: t.field({
			type: AttributionRole,
			description: "In what capacity a speaker is named.",
		}),
		resolution: t.field({
			type: ResolutionFilter,
			description: "How the article points at a speaker of it.",
		}),
		location: t.field({
			type: LocationRefFilter,
			description: "Where it was said, what place it is about or names.",
		}),
		article: t.field({ type: RefFilter, description: "The article that it is in." }),
		publisher: t.field({ type: RefFilter, description: "The outlet that published it." }),
		occasion: t.field({ type: RefFilter, description: "The event that it was said at." }),
		kind: t.field({ type: KindFilter, description: "How it gives the words." }),
		act: t.field({ type: ActFilter, description: "What the speaker does by saying it." }),
		saidAt: t.field({ type: DateRange, description: "When it was said." }),
		datePrecision: t.field({
			type: PrecisionFilter,
			description: "How finely it is known when it was said.",
		}),
		publishedAt: t.field({ type: DateRange, description: "When its article was published." }),
		search: t.string({ description: `Words of its text. ${SEARCH}` }),
		reviewStatus: t.field({
			type: ReviewStatus,
			description: `Whether it has been confirmed. DRAFT: drafts only. ${REVIEW_STATUS}`,
		}),
		reviewStatusIn: t.field({ type: [ReviewStatus], description: REVIEW_STATUS_IN }),
		confidenceBelow: t.float({
			description:
				"The confidence that its annotation states for itself must be lower; one that states none does not match.",
		}),
		or: t.field({
			type: [StatementFilter],
			description: "Filters of which at least one must hold; an empty list matches nothing.",
		}),
		not: t.field({ type: StatementFilter, description: "A filter that must not hold." }),
	}),
});

const StatementOrderField = builder.enumType("StatementOrderField", {
	description: "What statements are ordered by.",
	values: {
		SAID_AT: {
			description:
				"When it was said (the first day that it can be), then article and reading order.",
		},
		PUBLISHED_AT: {
			description: "When its article was published, then article and reading order.",
		},
		POSITION: { description: "The article's slug, then reading order." },
		RELEVANCE: {
			description:
				"How well it matches filter.search, then article and reading order; only with filter.search.",
		},
	} as const,
});

/** How statements are ordered. */
export const StatementOrder = builder.inputType("StatementOrder", {
	description:
		"How statements are ordered; when it is left out: the best match first with filter.search, else the newest first.",
	fields: (t) => ({
		field: t.field({ type: StatementOrderField, required: true, description: "What to order by." }),
		direction: t.field({
			type: OrderDirection,
			required: true,
			defaultValue: "DESC",
			description: "Which way.",
		}),
	}),
});

/** The arguments that every list of statements takes, besides those of a page. */
export interface StatementListArguments {
	readonly filter?: StatementFilterShape | null | undefined;
	readonly orderBy?: typeof StatementOrder.$inferInput | null | undefined;
}

async function orderOf(
	references: References,
	search: string | null | undefined,
	orderBy: StatementListArguments["orderBy"],
): Promise<Order> {
	const { field = search == null ? "SAID_AT" : "RELEVANCE", direction = "DESC" } = orderBy ?? {};
	if (field !== "RELEVANCE") return statementOrder(field, direction);
	return relevanceOrder(await matchesOf(references, "Statement", search), direction);
}

/**
 * Takes the one speaker out of a filter that names one: an index gives the statements of
 * one speaker in their order, so a list of them is read from there.
 */
async function speakerApart(
	references: References,
	filter: StatementListArguments["filter"],
	scope: Scope | null,
): Promise<{ speaker: string | null; others: StatementListArguments["filter"] }> {
	const { eq, ...more } = filter?.speaker ?? {};
	if (eq == null || scope !== null) return { speaker: null, others: filter };
	const [speaker = null] = await references.resolve("Speaker", [eq]);
	return { speaker, others: { ...filter, speaker: more } };
}

/** Whether a filter says nothing but who the one speaker is. */
function isPlain(filter: StatementListArguments["filter"]): boolean {
	return Object.entries(filter ?? {}).every(
		([name, value]) =>
			value == null ||
			(name === "speaker" && Object.keys(value).every((operator) => operator === "eq")),
	);
}

async function makeList(
	references: References,
	{ filter, orderBy }: StatementListArguments,
	scope: Scope | null,
	name: string,
): Promise<ListQuery> {
	const found = referencesFor(references, filter);
	const [{ speaker, others }, marks, order] = await Promise.all([
		speakerApart(found, filter, scope),
		statementMarks(found, filter),
		orderOf(found, filter?.search, orderBy),
	]);
	const condition = await statementCondition(found, others);
	const isOfAll = isPlain(filter);
	return {
		table: "Statement",
		condition,
		order,
		scope,
		speaker,
		marks,
		name,
		isPlain: isOfAll,
		isEverything: isOfAll && scope === null,
		isSearchAlone: scope === null && isSearchAlone(filter, order),
	};
}

/**
 * The one way from arguments to a list of statements. What comes of them is kept by the
 * edition, as references and searches mean the same as long as one corpus is served.
 *
 * @param scope for a list inside a row: the noun of that row
 */
export function statementList(
	{ references, edition }: Context,
	{ filter, orderBy }: StatementListArguments,
	scope: Scope | null = null,
): MaybePromise<ListQuery> {
	const asked = `list ${scope} ${JSON.stringify([filter, orderBy])}`;
	const make = () => makeList(references, { filter, orderBy }, scope, asked);
	// What a search has found is kept by its own measure.
	return mentionsSearch(filter ?? {}) ? make() : fact(edition, asked, make);
}
