import type { Plugin } from "graphql-yoga";
import { errorCodes } from "../schema/errors.ts";
import { refuse } from "./refuse.ts";

const OK = 200;
const NOT_FOUND = 404;
const FOUND = 302;

/**
 * Sends the front page to GraphiQL, says that the process is alive, and answers paths that
 * lead nowhere in JSON.
 *
 * @param otherPaths what is answered elsewhere, for the message
 */
export function useRoutes(
	graphqlPath: string,
	healthPath: string,
	otherPaths: readonly string[],
): Plugin {
	const known = [graphqlPath, healthPath, ...otherPaths].join(", ");
	return {
		onRequest({ url, fetchAPI, endResponse }) {
			const { pathname } = url;
			if (pathname === graphqlPath) return;
			if (pathname === healthPath) {
				endResponse(new fetchAPI.Response(null, { status: OK }));
				return;
			}
			if (pathname === "/") {
				const headers = { location: graphqlPath };
				endResponse(new fetchAPI.Response(null, { status: FOUND, headers }));
				return;
			}
			const message = `expected one of ${known}, found ${pathname.slice(0, 80)}`;
			endResponse(refuse(fetchAPI, NOT_FOUND, errorCodes.notFound, message));
		},
	};
}
