import { type DocumentNode, parse, print } from "graphql";
import { expect } from "vitest";

/** How many rows a page has. */
export const PAGE_SIZE = 7;

/** A page as it is asked for here. */
export interface Page {
	readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
	readonly pageInfo: {
		readonly hasNextPage: boolean;
		readonly hasPreviousPage: boolean;
		readonly startCursor: string | null;
		readonly endCursor: string | null;
	};
}

/** Which page of a list; a library's own type for variables wants an index. */
export interface PageVariables {
	readonly [name: string]: number | string | null | undefined;
}

const FIELDS = `statements(first: $first, after: $after, last: $last, before: $before) {
	totalCount
	edges { cursor node { __typename id text saidAt { edtf } article { id } } }
	pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
}`;
const VARIABLES = "$first: Int, $after: String, $last: Int, $before: String";

interface Answer {
	readonly statements?: Page;
	readonly speaker?: { readonly statements: Page };
}

/** A list that is read page by page. */
export interface List {
	readonly name: string;
	readonly query: DocumentNode;
}

const ALL: List = {
	name: "the list of statements",
	query: parse(`query All(${VARIABLES}) { ${FIELDS} }`),
};

const ONE_SPEAKERS: List = {
	name: "the list of one speaker's statements",
	query: parse(`query One(${VARIABLES}) { speaker(by: { slug: "putin" }) { id ${FIELDS} } }`),
};

/** A list at the root, and one inside a thing that caches keep under its id. */
export const LISTS = [ALL, ONE_SPEAKERS] as const;

/** The page in an answer to the query of a list. */
export function pageOf(data: unknown): Page {
	// The two queries above have no other shape.
	const { statements, speaker } = data as Answer;
	const page = statements ?? speaker?.statements;
	if (page === undefined) throw new Error(`expected a page, found ${JSON.stringify(data)}`);
	return page;
}

/** The ids of a page's rows, in their order. */
export function idsOf({ edges }: Page): string[] {
	return edges.map(({ node }) => node.id);
}

/** The ids of a whole list as one page of 100 has them: what all smaller pages must add up to. */
export async function wholeList(url: string, { query }: List): Promise<readonly string[]> {
	const response = await fetch(url, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query: print(query), variables: { first: 100 } }),
	});
	const page = pageOf(((await response.json()) as { data: unknown }).data);
	const ids = idsOf(page);
	expect(page.pageInfo.hasNextPage).toBe(false);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.length).toBeGreaterThan(2 * PAGE_SIZE);
	return ids;
}

/** Reads a list from one of its ends to the other; says how many pages that took, and the last answer. */
export async function walk(
	direction: "forward" | "backward",
	read: (variables: PageVariables) => Promise<Page>,
): Promise<{ pages: number; list: Page }> {
	let variables: PageVariables =
		direction === "forward" ? { first: PAGE_SIZE } : { last: PAGE_SIZE };
	for (let pages = 1; ; pages += 1) {
		const list = await read(variables);
		const { hasNextPage, hasPreviousPage, startCursor, endCursor } = list.pageInfo;
		if (!(direction === "forward" ? hasNextPage : hasPreviousPage)) return { pages, list };
		variables =
			direction === "forward"
				? { first: PAGE_SIZE, after: endCursor }
				: { last: PAGE_SIZE, before: startCursor };
	}
}
