import type { TadaDocumentNode, graphql as typed } from "gql.tada";

/** A question to the API: its text, with those of its fragments; typed by the schema (gql.tada). */
interface Question {
	readonly text: string;
}

function join(text: string, fragments: readonly Question[] = []): Question {
	const whole = [text, ...fragments.map((fragment) => fragment.text)].join("\n");
	// It tells gql.tada to show what a fragment asks for, and is nothing to the API.
	const asked = whole.replaceAll("@_unmask", "");
	// Line ends and tabs would make an address that asks it twice as long.
	return { text: asked.replace(/\s+/g, " ").trim() };
}

/**
 * Writes a question to the API, typed by schema.graphql. Of gql.tada only the types are taken:
 * a browser needs the text and not its syntax tree. A test checks each text against the schema.
 */
export const graphql = join as unknown as typeof typed;

/** The text of a question, as it is sent. */
export function textOf(document: TadaDocumentNode<unknown, never>): string {
	return (document as unknown as Question).text;
}

/** The name of an operation; null for a fragment. */
export function nameOf(text: string): string | null {
	return /^query (\w+)/.exec(text)?.[1] ?? null;
}
