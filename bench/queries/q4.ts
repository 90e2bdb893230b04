import type { Variables } from "../contenders/sql/operations.ts";
import { cursorOf, walk } from "./cursors.ts";
import { drawDeepStatements, FIRST_PAGE } from "./draws.ts";
import { at, dataOf, toJson, withoutCursors } from "./json.ts";
import { learnCursors, NEWEST, STATEMENT, toPage } from "./postgraphile.ts";
import { graphqlRequest, type Query } from "./query.ts";
import { STATEMENT_PAGE } from "./statement-page.ts";

const OURS = `query Statements($after: String) {
	statements(first: 20, after: $after) ${STATEMENT_PAGE}
}`;

const OURS_WALK = {
	list: "statements",
	query: `query Walk($after: String) {
		statements(first: 100, after: $after) { edges { cursor node { slug } } pageInfo { hasNextPage endCursor } }
	}`,
};

const MERCURIUS = `query Statements($after: String) { statements(after: $after) ${STATEMENT_PAGE} }`;

const POSTGRAPHILE = `query Statements($after: Cursor, $saidUntil: String) {
	allStatements(first: 20, after: $after, condition: { curated: true, saidUntil: $saidUntil }, ${NEWEST}) {
		nodes { ${STATEMENT} }
		pageInfo { hasNextPage endCursor }
	}
}`;

/** The day that a page of PostGraphile begins at; see its condition saidUntil. */
function dayOf({ after }: Variables): string {
	const day: unknown = Array.isArray(after) ? after[0] : null;
	return typeof day === "string" ? day : "infinity";
}

const forms: Query["forms"] = {
	ours: {
		prepare: (ask, variables) => walk(ask, OURS_WALK, variables),
		request: (variables, learnt) => graphqlRequest(OURS, { after: cursorOf(variables, learnt) }),
		canonical: (answer) => withoutCursors(at(dataOf(answer), "statements")),
	},
	postgraphile: {
		prepare: (ask, variables) =>
			learnCursors(
				ask,
				"allStatements",
				(page) => `allStatements(${page}, condition: { curated: true }, ${NEWEST})`,
				variables,
			),
		request: (variables, learnt) =>
			graphqlRequest(POSTGRAPHILE, {
				after: cursorOf(variables, learnt),
				saidUntil: dayOf(variables),
			}),
		canonical: (answer) => toPage(at(dataOf(answer), "allStatements"), (node) => node),
	},
	mercurius: {
		request: ({ after }) =>
			graphqlRequest(MERCURIUS, { after: after === null ? null : JSON.stringify(after) }),
		canonical: (answer) => withoutCursors(at(dataOf(answer), "statements")),
	},
	floor: {
		request: ({ after }) => ({
			method: "POST",
			path: "/statements",
			body: JSON.stringify({ after }),
		}),
		canonical: (answer) => withoutCursors(toJson(answer)),
	},
};

/** A far page of all statements. */
export const q4: Query = {
	name: "Q4",
	title: "page 500 of all statements, with article, speakers, locations",
	draw: drawDeepStatements,
	forms,
};

/** The first page of the same list. */
export const q4First: Query = {
	name: "Q4 first page",
	title: "page 1 of all statements, for the ratio",
	isLong: true,
	draw: async () => [FIRST_PAGE],
	forms,
};
