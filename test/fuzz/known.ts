import { type GraphQLSchema, isEnumType } from "graphql";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import { encodeGlobalId, type NodeType } from "../../src/database/global-id.ts";
import type { App } from "../../src/server/app.ts";
import { answer } from "../support/app.ts";

/** What an operation can refer to so that it finds something. */
export interface Known {
	/** The keys of each noun, the slugs before the ids and the Wikidata ids. */
	readonly slugs: Readonly<Record<NodeType, readonly string[]>>;
	readonly wikidataIds: readonly string[];
	readonly names: readonly string[];
	/** Words of the statements, some of them in quotation marks or with a minus. */
	readonly searches: readonly string[];
	/** By what is listed and in which order: "statements SAID_AT DESC". */
	readonly cursors: ReadonlyMap<string, readonly string[]>;
}

/** The lists that are paged, by the enumeration of their orders. */
const LISTS = {
	statements: "StatementOrderField",
	articles: "ArticleOrderField",
	speakers: "SpeakerOrderField",
	locations: "LocationOrderField",
} as const;
/** A word of several statements. */
const COMMON_WORD = "سوريا";

/** The id of something. */
export function idOf(type: NodeType, slug: string): string {
	return encodeGlobalId(type, slug);
}

async function readCursors(app: App, list: string, order: string): Promise<string[]> {
	const [field, direction] = order.split(" ");
	const filter = field === "RELEVANCE" ? `filter: { search: "${COMMON_WORD}" }` : "";
	const query = `{ ${list}(first: 100, ${filter} orderBy: { field: ${field}, direction: ${direction} }) { edges { cursor } } }`;
	const { edges } = (await answer(app, query))[list] as { edges: { cursor: string }[] };
	return edges.map(({ cursor }) => cursor);
}

function searchesOf(corpus: CheckedCorpus): string[] {
	const texts = corpus.articles.flatMap(({ statements }) => statements.map(({ text }) => text));
	return texts.flatMap((text) => {
		const [one = "", two = "", three = ""] = text.split(/\s+/u).slice(-3);
		return [one, `${three} ${one}`, `"${one} ${two}"`, `${two} -${three}`];
	});
}

/** Reads what there is to refer to. */
export async function readKnown(
	app: App,
	schema: GraphQLSchema,
	corpus: CheckedCorpus,
): Promise<Known> {
	const slugsIn = (entries: readonly { slug: string }[]) => entries.map(({ slug }) => slug);
	const cursors = new Map<string, string[]>();
	for (const [list, enumeration] of Object.entries(LISTS)) {
		const type = schema.getType(enumeration);
		if (!isEnumType(type)) throw new Error(`the schema has no enumeration ${enumeration}`);
		for (const { name } of type.getValues())
			for (const order of [`${name} ASC`, `${name} DESC`])
				cursors.set(`${list} ${order}`, await readCursors(app, list, order));
	}
	const named = [...corpus.speakers, ...corpus.locations];
	return {
		slugs: {
			Article: slugsIn(corpus.articles),
			Statement: corpus.articles.flatMap(({ statements }) => slugsIn(statements)),
			Speaker: slugsIn(corpus.speakers),
			Location: slugsIn(corpus.locations),
			Occasion: slugsIn(corpus.occasions),
			Publisher: slugsIn(corpus.publishers),
		},
		wikidataIds: named.flatMap(({ wikidataId }) => wikidataId ?? []),
		names: named.flatMap(({ names }) => names.map(({ text }) => text)),
		searches: searchesOf(corpus),
		cursors,
	};
}
