import type { ArticleRow, OccasionRow, StatementRow } from "../database/rows.ts";
import { builder } from "./builder.ts";
import type { Context } from "./context.ts";
import { DatePrecision } from "./date-precision.ts";
import { optionalSpan, type SpanInText, TextSpan } from "./text-span.ts";

interface DateInTime {
	readonly edtf: string;
	readonly earliest: string | null;
	readonly latest: string | null;
	readonly precision: StatementRow["saidPrecision"];
	readonly basis: StatementRow["saidBasis"];
	readonly evidence: SpanInText | null;
	readonly note: string | null;
}

/** The columns that each field of the date of a statement is made of. */
export const SAID_AT_COLUMNS: Readonly<Record<keyof DateInTime, readonly string[]>> = {
	edtf: ["saidEdtf"],
	earliest: ["saidEarliest"],
	latest: ["saidLatest"],
	precision: ["saidPrecision"],
	basis: ["saidBasis"],
	evidence: ["articleSlug", "saidEvidence"],
	note: ["saidNote"],
};

/** When a statement was said. */
export function saidAt(context: Context, row: StatementRow): DateInTime {
	return {
		edtf: row.saidEdtf,
		earliest: row.saidEarliest,
		latest: row.saidLatest,
		precision: row.saidPrecision,
		basis: row.saidBasis,
		evidence: optionalSpan(context, row.articleSlug, row.saidEvidence),
		note: row.saidNote,
	};
}

/** When an article was published. */
export function publishedAt(context: Context, row: ArticleRow): DateInTime {
	return {
		edtf: row.publishedEdtf,
		earliest: row.publishedEarliest,
		latest: row.publishedLatest,
		precision: row.publishedPrecision,
		basis: row.publishedBasis,
		evidence: optionalSpan(context, row.slug, row.publishedEvidence),
		note: row.publishedNote,
	};
}

/** When an occasion was. */
export function occasionDate(row: OccasionRow): DateInTime {
	return {
		edtf: row.dateEdtf,
		earliest: row.dateEarliest,
		latest: row.dateLatest,
		precision: row.datePrecision,
		basis: row.dateBasis,
		evidence: null,
		note: row.dateNote,
	};
}

const DateBasis = builder.enumType("DateBasis", {
	description: "What a date rests on.",
	values: {
		EXPLICIT: { description: "The page prints it." },
		WEEKDAY_RELATIVE: {
			description: "A weekday, or a word such as yesterday, fixed by another date of the page.",
		},
		EVENT_INFERRED: {
			description:
				"Inferred from an event that has a known date; the note says which, and what is knowledge from outside the page.",
		},
		PUBLICATION: { description: "The article gives no other: taken from the day of publication." },
		NONE: { description: "Nothing: the date is unknown." },
	},
});

export const FuzzyDate = builder.objectRef<DateInTime>("FuzzyDate").implement({
	description: "A date as finely as it is known, and how it is known.",
	fields: (t) => ({
		edtf: t.exposeString("edtf", {
			description:
				"The date in the Extended Date/Time Format (ISO 8601-2): 2018-10-03, 2025-01, an interval, or XXXX for unknown.",
		}),
		earliest: t.expose("earliest", {
			type: "Date",
			nullable: true,
			description: "The first day that it can be; null when unknown.",
		}),
		latest: t.expose("latest", {
			type: "Date",
			nullable: true,
			description: "The last day that it can be, itself included; null when unknown.",
		}),
		precision: t.expose("precision", {
			type: DatePrecision,
			description: "How finely it is known.",
		}),
		basis: t.expose("basis", { type: DateBasis, description: "What it rests on." }),
		evidence: t.expose("evidence", {
			type: TextSpan,
			nullable: true,
			description: "The words that show it, where there are any.",
		}),
		note: t.exposeString("note", {
			nullable: true,
			description: "What else one must know to follow the reasoning.",
		}),
	}),
});
