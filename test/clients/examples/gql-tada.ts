import { graphql, type ResultOf, type VariablesOf } from "gql.tada";
import { print } from "graphql";

/** The statements of a speaker, the newest first. */
export const SaidBy = graphql(`
	query SaidBy($speaker: String!, $first: Int, $after: String) {
		statements(filter: { speaker: { eq: $speaker } }, first: $first, after: $after) {
			edges {
				node {
					id
					text
					saidAt {
						edtf
					}
				}
			}
			pageInfo {
				endCursor
				hasNextPage
			}
		}
	}
`);

export async function saidBy(
	url: string,
	variables: VariablesOf<typeof SaidBy>,
): Promise<string[]> {
	const response = await fetch(url, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query: print(SaidBy), variables }),
	});
	const { data } = (await response.json()) as { data: ResultOf<typeof SaidBy> };
	return data.statements.edges.map(({ node }) => `${node.saidAt.edtf} ${node.text}`);
}
