import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { SaidBy } from "./gql-tada.ts";

export const possibleTypes = {
	Node: ["Article", "Location", "Occasion", "Publisher", "Speaker", "Statement"],
};
const statements = relayStylePagination(["filter", "orderBy"]);

export function apolloClient(uri: string): ApolloClient {
	return new ApolloClient({
		link: new HttpLink({ uri }),
		cache: new InMemoryCache({
			possibleTypes,
			typePolicies: { Query: { fields: { statements } }, Speaker: { fields: { statements } } },
		}),
	});
}

/** Reads page after page into one list of the cache. */
export async function saidBy(client: ApolloClient, speaker: string, first = 20): Promise<string[]> {
	const read = (after: string | null) =>
		client.query({
			query: SaidBy,
			variables: { speaker, first, after },
			fetchPolicy: "network-only",
		});
	let { data } = await read(null);
	while (data?.statements.pageInfo.hasNextPage)
		({ data } = await read(data.statements.pageInfo.endCursor));
	return data?.statements.edges.map(({ node }) => `${node.saidAt.edtf} ${node.text}`) ?? [];
}
