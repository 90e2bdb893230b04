import type { FetchAPI } from "graphql-yoga";

/** The answer to a request that holds no operation, in the form of a GraphQL answer. */
export function refuse(
	{ Response }: FetchAPI,
	status: number,
	code: string,
	message: string,
): Response {
	return new Response(JSON.stringify({ errors: [{ message, extensions: { code } }] }), {
		status,
		headers: { "content-type": "application/json; charset=utf-8" },
	});
}
