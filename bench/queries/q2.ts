import type { Variables } from "../contenders/sql/operations.ts";
import { drawArticles } from "./draws.ts";
import { at, dataOf, type Json, listAt, toJson } from "./json.ts";
import { SPEAKERS, toSpeakers } from "./postgraphile.ts";
import { graphqlRequest, type Query } from "./query.ts";

const FIELDS = "{ nodes { slug text kind speakers { slug name } } }";

const OURS = `query Article($slug: String!) {
	article(by: { slug: $slug }) {
		title
		body
		publishedAt { edtf }
		statements(first: 100, orderBy: { field: POSITION, direction: ASC }) ${FIELDS}
	}
}`;

const MERCURIUS = `query Article($slug: String!) {
	article(slug: $slug) { title body publishedAt { edtf } statements ${FIELDS} }
}`;

const POSTGRAPHILE = `query Article($slug: String!) {
	articleBySlug(slug: $slug) {
		title
		body
		publishedEdtf
		statementsByArticleSlug(first: 100, condition: { curated: true }, orderBy: [POSITION_ASC]) {
			nodes { slug text kind ${SPEAKERS} }
		}
	}
}`;

function toArticle(article: Json): Json {
	return {
		title: at(article, "title"),
		body: at(article, "body"),
		publishedAt: { edtf: at(article, "publishedEdtf") },
		statements: {
			nodes: listAt(article, "statementsByArticleSlug", "nodes").map((statement) => ({
				slug: at(statement, "slug"),
				text: at(statement, "text"),
				kind: at(statement, "kind"),
				speakers: toSpeakers(statement),
			})),
		},
	};
}

/** An article with all its statements. */
export const q2: Query = {
	name: "Q2",
	title: "an article with all its statements and speakers",
	draw: async (draw) => (await drawArticles(draw)).map((slug): Variables => ({ slug })),
	forms: {
		ours: {
			request: (variables) => graphqlRequest(OURS, variables),
			canonical: (answer) => at(dataOf(answer), "article"),
		},
		postgraphile: {
			request: (variables) => graphqlRequest(POSTGRAPHILE, variables),
			canonical: (answer) => toArticle(at(dataOf(answer), "articleBySlug")),
		},
		mercurius: {
			request: (variables) => graphqlRequest(MERCURIUS, variables),
			canonical: (answer) => at(dataOf(answer), "article"),
		},
		floor: {
			request: (variables) => ({
				method: "POST",
				path: "/article",
				body: JSON.stringify(variables),
			}),
			canonical: toJson,
		},
	},
};
