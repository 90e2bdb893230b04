import type { Plugin } from "graphql-yoga";
import { API_HEADERS } from "./security-headers.ts";

const HEADERS = Object.entries(API_HEADERS);

/** Adds API_HEADERS to every answer of the application; one that has its own keeps it. */
export function useSecurityHeaders(): Plugin {
	return {
		onResponse({ response: { headers } }) {
			for (const [name, value] of HEADERS) if (!headers.has(name)) headers.set(name, value);
		},
	};
}
