import type { IncomingMessage } from "node:http";
import type { ExecutionResult } from "graphql";
import type { GraphQLParams } from "graphql-yoga";
import { LRUCache } from "lru-cache";
import type { App } from "./app.ts";
import {
	type ExecuteAgain,
	type Keepable,
	MOST_CODE,
	type OperationNote,
} from "./use-keepable-answers.ts";

/** Content types by Accept header, as the application has chosen them. */
const MOST_NEGOTIATED = 100;
type Compiled = LRUCache<string, ExecuteAgain>;

const JSON_CONTENT = /^application\/json(; ?charset=utf-8)?$/i;

/** Asks the application without HTTP between. */
export interface Direct {
	/** Remembers how the application answered an Accept header. */
	learn(request: IncomingMessage, contentType: string): void;
	/**
	 * @param note gets what is known of the operation
	 * @returns the answer as JSON, and its content type; or why there is none, for anything that is not the
	 *   plain case, an operation as JSON that has no error: the application answers it over HTTP
	 */
	ask(
		request: IncomingMessage,
		body: string,
		note: OperationNote,
	): Promise<DirectAnswer | Unanswered>;
}

/** Nothing was executed, or what was executed had an error. */
export type Unanswered = "not asked" | "failed";

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

/** An answer, where it has no error. */
function answered(result: ExecutionResult, contentType: string): DirectAnswer | Unanswered {
	return result.errors === undefined ? { text: JSON.stringify(result), contentType } : "failed";
}

/** What operations are known by. */
function nameOf({ operationName, query }: GraphQLParams): string {
	return JSON.stringify([operationName ?? null, query]);
}

/** Asks through Yoga, which reads and checks the operation; keeps its compiled form, where it has one. */
async function askThrough(
	app: App,
	request: Request,
	params: GraphQLParams,
	compiled: Compiled,
	note: OperationNote,
): Promise<ExecutionResult | null> {
	const keeping: NonNullable<Keepable["keeping"]> = { isKeepable: false };
	const context: Keepable & { request: Request } = { request, keeping };
	// Yoga's own types ask for what it adds itself on the way, and allow for results in parts.
	// An operation that is refused before it is understood is answered over HTTP, with its status.
	const ask = async () => app.getResultForParams({ params, request }, context as never);
	const result = await ask().catch(() => null);
	note.operation = keeping.operation;
	if (result === null || !keeping.isKeepable) return null;
	if (keeping.again) compiled.set(nameOf(params), keeping.again);
	return result as ExecutionResult;
}

/**
 * Makes a way to ask the application for what is asked most: an operation that is posted
 * as JSON. To make a Request and a Response of the Fetch standard, and to negotiate the
 * same content type again, takes longer than to execute it. An operation that has been
 * compiled is not read and checked again either.
 */
export function createDirect(app: App): Direct {
	const negotiated = new Map<string | undefined, string>();
	const compiled: Compiled = new LRUCache({
		maxSize: MOST_CODE,
		sizeCalculation: ({ bytes }, name) => bytes + 2 * name.length,
	});
	const posted = new app.fetchAPI.Request("http://localhost/graphql", { method: "POST" });
	const contentTypeFor = ({ method, headers }: IncomingMessage): string | undefined =>
		method === "POST" && JSON_CONTENT.test(headers["content-type"] ?? "")
			? negotiated.get(headers.accept)
			: undefined;
	return {
		learn({ headers: { accept } }, contentType) {
			if (negotiated.size < MOST_NEGOTIATED) negotiated.set(accept, contentType);
		},
		async ask(request, body, note) {
			const contentType = contentTypeFor(request);
			const params = contentType === undefined ? null : parametersIn(body);
			if (contentType === undefined || params === null) return "not asked";
			const again = compiled.get(nameOf(params))?.run(params.variables ?? {}, note);
			const result = await (again ?? askThrough(app, posted, params, compiled, note));
			return result === null ? "failed" : answered(result, contentType);
		},
	};
}
