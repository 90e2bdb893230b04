import type { Variables } from "../contenders/sql/operations.ts";
import { at, dataOf, type Json, listAt } from "./json.ts";
import { type Ask, graphqlRequest } from "./query.ts";

// What PostGraphile is asked: its fields are named by tables and keys, and its lists are
// connections throughout, so its answers are brought into our shape before they are compared.

/** The newest statements first. */
export const NEWEST = "orderBy: [SAID_DAY_DESC, ARTICLE_SLUG_DESC, READING_DESC]";

const NAME = "(first: 1, condition: { officialArabic: true }) { nodes { text } }";

/** Who says a statement. */
export const SPEAKERS = `attributionsByStatementNumber(orderBy: [POSITION_ASC]) {
	nodes { speakerBySpeakerSlug { slug speakerNamesBySpeakerSlug${NAME} } }
}`;

/** The fields of a statement in Q1 and Q4. */
export const STATEMENT = `
	slug
	text
	kind
	saidEdtf
	articleByArticleSlug { slug title publishedEdtf }
	${SPEAKERS}
	statementLocationsByStatementNumber(orderBy: [POSITION_ASC]) {
		nodes { role locationByLocationSlug { slug locationNamesByLocationSlug${NAME} } }
	}
`;

function nameIn(connection: Json): Json {
	return at(listAt(connection, "nodes")[0] ?? null, "text");
}

/** A speaker of ours. */
export function toSpeaker(speaker: Json): { readonly [key: string]: Json } {
	return { slug: at(speaker, "slug"), name: nameIn(at(speaker, "speakerNamesBySpeakerSlug")) };
}

/** The speakers of one of our statements. */
export function toSpeakers(statement: Json): Json {
	return listAt(statement, "attributionsByStatementNumber", "nodes").map((row) =>
		toSpeaker(at(row, "speakerBySpeakerSlug")),
	);
}

function toLocation(row: Json): Json {
	const location = at(row, "locationByLocationSlug");
	const name = nameIn(at(location, "locationNamesByLocationSlug"));
	return { role: at(row, "role"), location: { slug: at(location, "slug"), name } };
}

/** One of our statements. */
export function toStatement(statement: Json): Json {
	const article = at(statement, "articleByArticleSlug");
	return {
		slug: at(statement, "slug"),
		text: at(statement, "text"),
		kind: at(statement, "kind"),
		saidAt: { edtf: at(statement, "saidEdtf") },
		article: {
			slug: at(article, "slug"),
			title: at(article, "title"),
			publishedAt: { edtf: at(article, "publishedEdtf") },
		},
		speakers: toSpeakers(statement),
		locations: listAt(statement, "statementLocationsByStatementNumber", "nodes").map(toLocation),
	};
}

/** A page of ours, without cursors, of a page whose nodes lead to statements. */
export function toPage(connection: Json, statementOf: (node: Json) => Json): Json {
	const pageInfo = at(connection, "pageInfo");
	return {
		nodes: listAt(connection, "nodes").map((node) => toStatement(statementOf(node))),
		hasNextPage: at(pageInfo, "hasNextPage"),
		hasEndCursor: typeof at(pageInfo, "endCursor") === "string",
	};
}

const CHUNK = 1000;

/**
 * Learns the cursors of the rows that pages begin after, by offsets.
 *
 * @param connection the field with its arguments but for first and offset, a pattern with them in it
 */
export async function learnCursors(
	ask: Ask,
	list: string,
	connection: (page: string) => string,
	variables: readonly Variables[],
): Promise<ReadonlyMap<string, string>> {
	const missing = new Set(
		variables.flatMap(({ afterSlug }) => (afterSlug === null ? [] : [String(afterSlug)])),
	);
	const found = new Map<string, string>();
	for (let offset = 0; [...missing].some((slug) => !found.has(slug)); offset += CHUNK) {
		const query = `{ ${connection(`first: ${CHUNK}, offset: ${offset}`)} { edges { cursor node { slug } } } }`;
		const edges = listAt(dataOf(await ask(graphqlRequest(query, {}))), list, "edges");
		if (edges.length === 0)
			throw new Error(`expected ${list} to have all rows that pages begin after; it ended`);
		for (const edge of edges)
			found.set(String(at(edge, "node", "slug")), String(at(edge, "cursor")));
	}
	return found;
}
