import type { Plugin } from "graphql-yoga";
import { errorCodes } from "../schema/errors.ts";
import { refuse } from "./refuse.ts";

const NOT_FOUND = 404;
const FOUND = 302;

/** Sends the front page to GraphiQL, and answers paths that lead nowhere in JSON. */
export function useRoutes(graphqlPath: string, healthPath: string): Plugin {
	return {
		onRequest({ url, fetchAPI, endResponse }) {
			const { pathname } = url;
			if (pathname === graphqlPath || pathname === healthPath) return;
			if (pathname === "/") {
				const headers = { location: graphqlPath };
				endResponse(new fetchAPI.Response(null, { status: FOUND, headers }));
				return;
			}
			const message = `expected ${graphqlPath} or ${healthPath}, found ${pathname.slice(0, 80)}`;
			endResponse(refuse(fetchAPI, NOT_FOUND, errorCodes.notFound, message));
		},
	};
}
