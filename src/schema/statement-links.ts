import type {
	AddresseeLink,
	AttributionLink,
	LocationLink,
	RelayLink,
	StatementRow,
} from "../database/rows.ts";
import { builder } from "./builder.ts";
import type { Context } from "./context.ts";
import { loadOne, loadOptional } from "./load.ts";
import { Office } from "./office.ts";
import { Location, Speaker } from "./refs.ts";
import {
	AnnotationMethod,
	AttributionRole,
	LocationRole,
	MentionResolution,
	ReviewStatus,
} from "./statement-enums.ts";
import { optionalSpan, TextSpan } from "./text-span.ts";

/** A link of a statement, with its place and the statement whose article its mention stands in. */
type Linked<Row> = Row & { readonly statement: StatementRow; readonly position: number };

/** The links of a statement, each knowing the statement. */
export function linked<Row>(statement: StatementRow, rows: readonly Row[]): Linked<Row>[] {
	return rows.map((row, position) => ({ ...row, statement, position }));
}

function mentionOf(
	context: Context,
	{ statement, mention }: Linked<Pick<AttributionLink, "mention">>,
) {
	return optionalSpan(context, statement.articleSlug, mention);
}

/** Who a statement is attributed to. */
export const Attribution = builder.objectRef<Linked<AttributionLink>>("Attribution").implement({
	description: "Who a statement is attributed to, and by which words.",
	fields: (t) => ({
		speaker: t.field({
			type: Speaker,
			description: "Who says it.",
			resolve: ({ speakerSlug }, _args, { loaders }) => loadOne(loaders.speaker, speakerSlug),
		}),
		role: t.expose("role", { type: AttributionRole, description: "In what capacity." }),
		mention: t.field({
			type: TextSpan,
			nullable: true,
			description: "The source as written beside the cue; null where the subject is dropped.",
			resolve: (row, _args, context) => mentionOf(context, row),
		}),
		resolution: t.expose("resolution", {
			type: MentionResolution,
			description: "How the article points at the speaker.",
		}),
		office: t.field({
			type: Office,
			nullable: true,
			description:
				"The office that the speaker held when it was said: the one that the epithet names, or else the first of those held.",
			resolve: ({ officeId }, _args, { loaders }) => loadOptional(loaders.office, officeId),
		}),
	}),
});

/** Who a statement is said to. */
export const Addressee = builder.objectRef<Linked<AddresseeLink>>("Addressee").implement({
	description: "Who a statement is said to.",
	fields: (t) => ({
		speaker: t.field({
			type: Speaker,
			nullable: true,
			description: "The addressee, where there is an entry for them.",
			resolve: ({ speakerSlug }, _args, { loaders }) => loadOptional(loaders.speaker, speakerSlug),
		}),
		description: t.exposeString("description", {
			description: "The addressee as the article describes them.",
		}),
		mention: t.field({
			type: TextSpan,
			nullable: true,
			description: "The words that name them.",
			resolve: (row, _args, context) => mentionOf(context, row),
		}),
	}),
});

/** One who passed a statement on. */
export const Relay = builder.objectRef<Linked<RelayLink>>("Relay").implement({
	description: "One who passed a statement on between the speaker and the article.",
	fields: (t) => ({
		position: t.exposeInt("position", {
			description: "The place in the chain, 0 for the one nearest to the article.",
		}),
		speaker: t.field({
			type: Speaker,
			description: "Who passed it on.",
			resolve: ({ speakerSlug }, _args, { loaders }) => loadOne(loaders.speaker, speakerSlug),
		}),
		mention: t.field({
			type: TextSpan,
			nullable: true,
			description: "The words that say so.",
			resolve: (row, _args, context) => mentionOf(context, row),
		}),
	}),
});

/** A place of a statement. */
export const StatementLocation = builder
	.objectRef<Linked<LocationLink>>("StatementLocation")
	.implement({
		description: "A place of a statement.",
		fields: (t) => ({
			location: t.field({
				type: Location,
				description: "The place.",
				resolve: ({ locationSlug }, _args, { loaders }) => loadOne(loaders.location, locationSlug),
			}),
			role: t.expose("role", {
				type: LocationRole,
				description: "What it has to do with the statement.",
			}),
			mention: t.field({
				type: TextSpan,
				nullable: true,
				description: "The words that name it; null where it is known from the occasion.",
				resolve: (row, _args, context) => mentionOf(context, row),
			}),
		}),
	});

/** How far a statement can be relied on. */
export const Review = builder.objectRef<StatementRow>("Review").implement({
	description: "How far a row can be relied on.",
	fields: (t) => ({
		status: t.expose("reviewStatus", {
			type: ReviewStatus,
			description: "Whether it has been confirmed.",
		}),
		method: t.expose("reviewMethod", {
			type: AnnotationMethod,
			description: "How the annotation was made.",
		}),
		confidence: t.exposeFloat("reviewConfidence", {
			nullable: true,
			description: "From 0 to 1, where a doubt was put into a number; null where there was none.",
		}),
	}),
});
