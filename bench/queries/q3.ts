import { cursorOf, walk } from "./cursors.ts";
import { drawSpeakerPages } from "./draws.ts";
import { at, dataOf, type Json, listAt, toJson } from "./json.ts";
import { learnCursors, NEWEST, toSpeaker } from "./postgraphile.ts";
import { graphqlRequest, type Query } from "./query.ts";

const INNER = "slug text article { slug statements";

const OURS = `query Speakers($after: String) {
	speakers(first: 10, after: $after) {
		nodes {
			slug
			name
			statements(first: 5) {
				nodes { ${INNER}(first: 3, orderBy: { field: POSITION, direction: ASC }) { nodes { slug text } } } }
			}
		}
	}
}`;

const OURS_WALK = {
	list: "speakers",
	query: `query Walk($after: String) {
		speakers(first: 100, after: $after) { edges { cursor node { slug } } pageInfo { hasNextPage endCursor } }
	}`,
};

const MERCURIUS = `query Speakers($after: String) {
	speakers(after: $after) {
		nodes { slug name statements { nodes { ${INNER} { nodes { slug text } } } } } }
	}
}`;

const SPEAKER_ORDER = "orderBy: [FEWEST_FIRST_ASC, SLUG_ASC]";

const POSTGRAPHILE = `query Speakers($after: Cursor) {
	allSpeakers(first: 10, after: $after, ${SPEAKER_ORDER}) {
		nodes {
			slug
			speakerNamesBySpeakerSlug(first: 1, condition: { officialArabic: true }) { nodes { text } }
			attributionsBySpeakerSlug(first: 5, condition: { curated: true }, ${NEWEST}) {
				nodes {
					statementByStatementNumber {
						slug
						text
						articleByArticleSlug {
							slug
							statementsByArticleSlug(first: 3, condition: { curated: true }, orderBy: [POSITION_ASC]) {
								nodes { slug text }
							}
						}
					}
				}
			}
		}
	}
}`;

function toStatement(row: Json): Json {
	const statement = at(row, "statementByStatementNumber");
	const article = at(statement, "articleByArticleSlug");
	return {
		slug: at(statement, "slug"),
		text: at(statement, "text"),
		article: { slug: at(article, "slug"), statements: at(article, "statementsByArticleSlug") },
	};
}

function toSpeakerPage(connection: Json): Json {
	return {
		nodes: listAt(connection, "nodes").map((speaker) => ({
			...toSpeaker(speaker),
			statements: {
				nodes: listAt(speaker, "attributionsBySpeakerSlug", "nodes").map(toStatement),
			},
		})),
	};
}

/** Speakers with statements with articles with statements. */
export const q3: Query = {
	name: "Q3",
	title: "10 speakers, 5 statements each, their articles, 3 statements of each of these",
	draw: drawSpeakerPages,
	forms: {
		ours: {
			prepare: (ask, variables) => walk(ask, OURS_WALK, variables),
			request: (variables, learnt) => graphqlRequest(OURS, { after: cursorOf(variables, learnt) }),
			canonical: (answer) => at(dataOf(answer), "speakers"),
		},
		postgraphile: {
			prepare: (ask, variables) =>
				learnCursors(
					ask,
					"allSpeakers",
					(page) => `allSpeakers(${page}, ${SPEAKER_ORDER})`,
					variables,
				),
			request: (variables, learnt) =>
				graphqlRequest(POSTGRAPHILE, { after: cursorOf(variables, learnt) }),
			canonical: (answer) => toSpeakerPage(at(dataOf(answer), "allSpeakers")),
		},
		mercurius: {
			request: ({ after }) => graphqlRequest(MERCURIUS, { after: JSON.stringify(after) }),
			canonical: (answer) => at(dataOf(answer), "speakers"),
		},
		floor: {
			request: ({ after }) => ({
				method: "POST",
				path: "/speakers",
				body: JSON.stringify({ after }),
			}),
			canonical: toJson,
		},
	},
};
