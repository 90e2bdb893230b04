import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { SaidBy } from "./gql-tada.ts";

const statements = relayPagination();

export function urqlClient(url: string): Client {
	const cache = cacheExchange({
		keys: { FuzzyDate: () => null },
		resolvers: { Query: { statements }, Speaker: { statements } },
	});
	return new Client({ url, preferGetMethod: false, exchanges: [cache, fetchExchange] });
}

/** Reads page after page into one list of the cache. */
export async function saidBy(client: Client, speaker: string, first = 20): Promise<string[]> {
	const read = (after: string | null) => client.query(SaidBy, { speaker, first, after });
	let { data, error } = await read(null);
	while (data?.statements.pageInfo.hasNextPage)
		({ data, error } = await read(data.statements.pageInfo.endCursor));
	if (error !== undefined) throw error;
	return data?.statements.edges.map(({ node }) => `${node.saidAt.edtf} ${node.text}`) ?? [];
}
