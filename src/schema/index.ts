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
import { type GraphQLSchema, isObjectType, lexicographicSortSchema, printSchema } from "graphql";
import { builder } from "./builder.ts";
import type { Connection } from "./connection.ts";

builder.queryType({ description: "Who said what, to whom, where and when, and how do we know?" });

/**
 * Takes the resolver off every field that only gives the property of its own name, which
 * is what graphql does without one: a compiled operation then reads it without a call.
 */
function withoutPlainResolvers(made: GraphQLSchema): GraphQLSchema {
	for (const type of Object.values(made.getTypeMap()))
		if (isObjectType(type))
			for (const [name, field] of Object.entries(type.getFields()))
				if (field.extensions.pothosExposedField === name) delete field.resolve;
	return made;
}

/** Has the nodes of every connection read as they are, where Pothos would make all edges first. */
function withoutEdgesForNodes(made: GraphQLSchema): GraphQLSchema {
	const resolve = ({ nodes }: Connection<unknown>) => nodes;
	for (const type of Object.values(made.getTypeMap())) {
		const fields = isObjectType(type) ? type.getFields() : {};
		if (fields.edges && fields.pageInfo && fields.nodes) fields.nodes.resolve = resolve;
	}
	return made;
}

/** The whole schema. */
export const schema = withoutEdgesForNodes(withoutPlainResolvers(builder.toSchema()));

/** The schema as it stands in schema.graphql: sorted, so that a change shows as just that change. */
export function printedSchema(): string {
	return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
