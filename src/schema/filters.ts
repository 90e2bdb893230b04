import { builder } from "./builder.ts";
import { DatePrecision } from "./date-precision.ts";
import { LocationRole, MentionResolution, SpeechAct, StatementKind } from "./statement-enums.ts";

/** When drafts match: the end of the description of each field by which a filter asks for them. */
export const REVIEW_STATUS =
	"Where neither this nor reviewStatusIn is given, it must be CURATED: drafts are listed and counted only where they are asked for.";

/** What the list of statuses in a filter means. */
export const REVIEW_STATUS_IN =
	"The statuses of which it must have one: [CURATED, DRAFT] for what is confirmed and drafts together; an empty list matches nothing.";

const REFERENCE = "A slug, an id or a Wikidata id";

/** Which references match. */
export const RefFilter = builder.inputType("RefFilter", {
	description:
		"Which references match: each a slug, an id of the API, or, for speakers and places, a Wikidata id. An unknown one is an error that tells the nearest slugs. One that only drafts tell of may be named, but finds nothing unless drafts are asked for.",
	fields: (t) => ({
		eq: t.string({ description: `${REFERENCE} that it must be.` }),
		in: t.stringList({
			description: `${REFERENCE} each, of which it must be one; an empty list matches nothing.`,
		}),
		notIn: t.stringList({ description: `${REFERENCE} each, of which it must be none.` }),
	}),
});

/** Which places match. */
export const LocationRefFilter = builder.inputType("LocationRefFilter", {
	description: "Which places match, in which role, with or without what lies inside them.",
	fields: (t) => ({
		eq: t.string({ description: `${REFERENCE} that it must be.` }),
		in: t.stringList({
			description: `${REFERENCE} each, of which it must be one; an empty list matches nothing.`,
		}),
		notIn: t.stringList({ description: `${REFERENCE} each, of which it must be none.` }),
		role: t.field({
			type: LocationRole,
			description: "What the place has to do with the statement; any role when left out.",
		}),
		within: t.boolean({
			defaultValue: true,
			description: "Whether places inside the given ones count too.",
		}),
	}),
});

/** Which kinds match. */
export const KindFilter = builder.inputType("KindFilter", {
	description: "Which kinds of statement match.",
	fields: (t) => ({
		eq: t.field({ type: StatementKind, description: "The kind that it must be." }),
		in: t.field({
			type: [StatementKind],
			description: "The kinds of which it must be one; an empty list matches nothing.",
		}),
		notIn: t.field({ type: [StatementKind], description: "The kinds of which it must be none." }),
	}),
});

/** Which acts match. */
export const ActFilter = builder.inputType("ActFilter", {
	description: "Which speech acts match.",
	fields: (t) => ({
		eq: t.field({ type: SpeechAct, description: "The act that it must be." }),
		in: t.field({
			type: [SpeechAct],
			description: "The acts of which it must be one; an empty list matches nothing.",
		}),
		notIn: t.field({ type: [SpeechAct], description: "The acts of which it must be none." }),
	}),
});

/** Which ways of pointing at a speaker match. */
export const ResolutionFilter = builder.inputType("ResolutionFilter", {
	description: "Which ways of pointing at a speaker match; of several speakers any counts.",
	fields: (t) => ({
		eq: t.field({ type: MentionResolution, description: "The way that it must be." }),
		in: t.field({
			type: [MentionResolution],
			description: "The ways of which it must be one; an empty list matches nothing.",
		}),
		notIn: t.field({
			type: [MentionResolution],
			description: "The ways of which none must be.",
		}),
	}),
});

/** Which precisions match. */
export const PrecisionFilter = builder.inputType("PrecisionFilter", {
	description: "Which precisions of a date match.",
	fields: (t) => ({
		eq: t.field({ type: DatePrecision, description: "The precision that it must have." }),
		in: t.field({
			type: [DatePrecision],
			description: "The precisions of which it must have one; an empty list matches nothing.",
		}),
		notIn: t.field({
			type: [DatePrecision],
			description: "The precisions of which it must have none.",
		}),
	}),
});

/** Which dates match. */
export const DateRange = builder.inputType("DateRange", {
	description:
		"A range of time. A date that is known to a day, a month or an interval lies in it when all its days do, each from midnight to midnight in UTC; an unknown date lies in none.",
	fields: (t) => ({
		from: t.field({ type: "TimeInput", description: "The first moment in the range." }),
		to: t.field({ type: "TimeInput", description: "The first moment after the range." }),
	}),
});

/** Which way a list runs. */
export const OrderDirection = builder.enumType("OrderDirection", {
	description: "Which way a list runs. What is unknown comes last either way.",
	values: {
		ASC: { description: "From the least to the greatest, the earliest first." },
		DESC: { description: "From the greatest to the least, the newest first." },
	},
});
