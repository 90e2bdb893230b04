import type { IncomingMessage } from "node:http";
import type { GraphQLParams } from "graphql-yoga";
import type { App } from "./app.ts";
import type { Keepable } from "./use-keepable-answers.ts";

/** Content types by Accept header, as the application has chosen them. */
const MOST_NEGOTIATED = 100;
const JSON_CONTENT = /^application\/json(; ?charset=utf-8)?$/i;

/** Asks the application without HTTP between. */
export interface Direct {
	/** Remembers how the application answered an Accept header. */
	learn(request: IncomingMessage, contentType: string): void;
	/**
	 * @returns the answer as JSON, and its content type; null for anything that is not the
	 *   plain case, an operation as JSON that has no error: the application answers it over HTTP
	 */
	ask(request: IncomingMessage, body: string): Promise<DirectAnswer | null>;
}

/** An answer without an error. */
export interface DirectAnswer {
	readonly text: string;
	readonly contentType: string;
}

/** The parameters of GraphQL over HTTP, where a body has them and nothing else. */
function parametersIn(body: string): GraphQLParams | null {
	let parsed: unknown;
	try {
		parsed = JSON.parse(body);
	} catch {
		return null;
	}
	if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
	const { query, variables, operationName, ...others } = parsed as Record<string, unknown>;
	const isPlain =
		typeof query === "string" &&
		(variables == null || (typeof variables === "object" && !Array.isArray(variables))) &&
		(operationName == null || typeof operationName === "string") &&
		Object.keys(others).length === 0;
	// What it holds has just been looked at.
	return isPlain ? (parsed as GraphQLParams) : null;
}

/**
 * Makes a way to ask the application for what is asked most: an operation that is posted
 * as JSON. To make a Request and a Response of the Fetch standard, and to negotiate the
 * same content type again, takes longer than to execute it.
 */
export function createDirect(app: App): Direct {
	const negotiated = new Map<string | undefined, string>();
	const posted = new app.fetchAPI.Request("http://localhost/graphql", { method: "POST" });
	return {
		learn({ headers: { accept } }, contentType) {
			if (negotiated.size < MOST_NEGOTIATED) negotiated.set(accept, contentType);
		},
		async ask({ method, headers }, body) {
			const contentType = negotiated.get(headers.accept);
			if (method !== "POST" || contentType === undefined) return null;
			if (!JSON_CONTENT.test(headers["content-type"] ?? "")) return null;
			const params = parametersIn(body);
			if (params === null) return null;
			const keeping = { isKeepable: false };
			const context: Keepable & { request: Request } = { request: posted, keeping };
			// Yoga's own types ask for what it adds itself on the way.
			const result = await app.getResultForParams({ params, request: posted }, context as never);
			if (!keeping.isKeepable) return null;
			return { text: JSON.stringify(result), contentType };
		},
	};
}
