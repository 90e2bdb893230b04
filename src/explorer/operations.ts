import type { TadaDocumentNode } from "gql.tada";
import * as article from "./article-queries.ts";
import * as corpus from "./corpus-queries.ts";
import { nameOf, textOf } from "./graphql.ts";
import * as lists from "./queries.ts";
import * as speaker from "./speaker-queries.ts";

const questions = Object.values({ ...lists, ...corpus, ...speaker, ...article });

/**
 * The texts of all operations that the page sends, by their names. A server that answers only
 * operations that it knows beforehand knows these by them.
 */
export const operations: ReadonlyMap<string, string> = new Map(
	questions.flatMap((question) => {
		const text = textOf(question as TadaDocumentNode<unknown, never>);
		const name = nameOf(text);
		return name === null ? [] : [[name, text] as const];
	}),
);
