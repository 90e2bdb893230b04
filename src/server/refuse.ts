import type { FetchAPI } from "graphql-yoga";

/** The answer to a request that holds no operation, in the form of a GraphQL answer. */
export function refuse(
	fetchAPI: FetchAPI,
	status: number,
	code: string,
	message: string,
): Response {
	return refuseAll(fetchAPI, status, code, [message]);
}

/** The same with an error for each of several faults. */
export function refuseAll(
	{ Response }: FetchAPI,
	status: number,
	code: string,
	messages: readonly string[],
): Response {
	const errors = messages.map((message) => ({ message, extensions: { code } }));
	return new Response(JSON.stringify({ errors }), {
		status,
		headers: { "content-type": "application/json; charset=utf-8" },
	});
}
