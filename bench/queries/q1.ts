import type { Variables } from "../contenders/sql/operations.ts";
import { drawSpeakers } from "./draws.ts";
import { at, dataOf, toJson, withoutCursors } from "./json.ts";
import { NEWEST, STATEMENT, toPage } from "./postgraphile.ts";
import { graphqlRequest, type Query } from "./query.ts";
import { STATEMENT_PAGE } from "./statement-page.ts";

const OURS = `query StatementsOfSpeaker($speaker: String!) {
	statements(first: 20, filter: { speaker: { eq: $speaker } }) ${STATEMENT_PAGE}
}`;

const MERCURIUS = `query StatementsOfSpeaker($speaker: String!) {
	statementsOfSpeaker(speaker: $speaker) ${STATEMENT_PAGE}
}`;

const POSTGRAPHILE = `query StatementsOfSpeaker($speaker: String!) {
	speakerBySlug(slug: $speaker) {
		attributionsBySpeakerSlug(first: 20, condition: { curated: true }, ${NEWEST}) {
			nodes { statementByStatementNumber { ${STATEMENT} } }
			pageInfo { hasNextPage endCursor }
		}
	}
}`;

/** The newest statements of a speaker. */
export const q1: Query = {
	name: "Q1",
	title: "20 newest statements of a speaker, with article, speakers, locations",
	draw: async (draw) => (await drawSpeakers(draw)).map((speaker): Variables => ({ speaker })),
	forms: {
		ours: {
			request: (variables) => graphqlRequest(OURS, variables),
			canonical: (answer) => withoutCursors(at(dataOf(answer), "statements")),
		},
		postgraphile: {
			request: (variables) => graphqlRequest(POSTGRAPHILE, variables),
			canonical: (answer) =>
				toPage(at(dataOf(answer), "speakerBySlug", "attributionsBySpeakerSlug"), (node) =>
					at(node, "statementByStatementNumber"),
				),
		},
		mercurius: {
			request: (variables) => graphqlRequest(MERCURIUS, variables),
			canonical: (answer) => withoutCursors(at(dataOf(answer), "statementsOfSpeaker")),
		},
		floor: {
			request: (variables) => ({
				method: "POST",
				path: "/statementsOfSpeaker",
				body: JSON.stringify(variables),
			}),
			canonical: (answer) => withoutCursors(toJson(answer)),
		},
	},
};
