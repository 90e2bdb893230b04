import type { Facet as FacetShape } from "../database/stats/facets.ts";
import { builder } from "./builder.ts";
import type { Connection } from "./connection.ts";
import { StatementConnection } from "./refs.ts";
import { labelOf, StatementDimension } from "./statement-dimension.ts";

const DEFAULT_FIRST = 10;

/** A facet, and how its label is shown. */
interface LabelledFacet extends FacetShape {
	readonly label: string;
}

const Facet = builder.objectRef<LabelledFacet>("Facet").implement({
	description: "A value of a dimension, with how often it occurs in a list.",
	fields: (t) => ({
		value: t.exposeString("value", {
			description:
				"What the filter of the dimension takes: a slug or a value of the enumeration; for TIME the first day of a month, such as 2018-10-01.",
		}),
		label: t.exposeString("label", {
			description:
				"What to show: the official name; the headline of an article, or its slug where there is none; the value of an enumeration; for TIME the month, such as 2018-10.",
		}),
		count: t.exposeInt("count", {
			description:
				"How many statements of the list have the value; one with several values counts for each of them.",
		}),
	}),
});

builder.objectField(StatementConnection, "facets", (t) =>
	t.field({
		type: [Facet],
		description:
			"The most frequent values of a dimension among all statements of the list, whatever the page, the most frequent first; equally frequent ones by Arabic label, then by value. Statements without a value are left out. The counts are those that statementStats gives for the same filter.",
		args: {
			field: t.arg({
				type: StatementDimension,
				required: true,
				description: "The dimension; TIME counts in months.",
			}),
			first: t.arg.int({
				defaultValue: DEFAULT_FIRST,
				description: "How many values, from 0 to 100.",
			}),
			lang: t.arg({
				type: "Locale",
				defaultValue: "ar",
				description: "The language of the labels; the Arabic one stands where there is none in it.",
			}),
		},
		resolve: async (connection, { field, first, lang }) => {
			// Every connection of this schema is made by connectionOf.
			const list = connection as object as Connection<unknown>;
			const found = await list.facets({ field, first: first ?? DEFAULT_FIRST });
			return found.map((facet) => ({
				...facet,
				label: field === "TIME" ? facet.value.slice(0, 7) : labelOf(facet, lang ?? "ar"),
			}));
		},
	}),
);
