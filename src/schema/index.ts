import "./article.ts";
import "./corpus.ts";
import "./facets.ts";
import "./location.ts";
import "./occasion.ts";
import "./scalars.ts";
import "./speaker.ts";
import "./statement.ts";
import "./suggestion.ts";
import "./statement-stats.ts";
import { lexicographicSortSchema, printSchema } from "graphql";
import { builder } from "./builder.ts";

builder.queryType({ description: "Who said what, to whom, where and when, and how do we know?" });

/** The whole schema. */
export const schema = builder.toSchema();

/** The schema as it stands in schema.graphql: sorted, so that a change shows as just that change. */
export function printedSchema(): string {
	return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
