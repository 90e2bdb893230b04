import { GraphQLError, type GraphQLErrorOptions } from "graphql";
import { BadRequest } from "../database/bad-request.ts";
import { isOutOfTime, isRefusedForNow } from "../database/deadline.ts";

/**
 * The codes that an error of the API can have, under `extensions.code`.
 *
 * - BAD_USER_INPUT: an argument or a variable cannot be answered; the message says why
 * - GRAPHQL_PARSE_FAILED: the query is no GraphQL
 * - GRAPHQL_VALIDATION_FAILED: the query asks for what the schema does not have
 * - OVER_LIMIT: the query asks for more than one request may ask for; the message says of what, and how much
 * - OPERATION_RESOLUTION_FAILURE: no operation of the query is the one to execute
 * - BAD_REQUEST: the HTTP request holds no operation in a form that can be read
 * - REQUEST_ENTITY_TOO_LARGE: its body has more bytes than are read
 * - OUT_OF_TIME: to answer would take longer than an operation may
 * - OVERLOADED: too much is asked at once; Retry-After says when to ask again
 * - NOT_PERSISTED: the server answers only operations that it knows beforehand, and this is none of them
 * - NOT_FOUND: nothing is answered at this path
 * - INTERNAL_SERVER_ERROR: a fault of the server; its cause is in the log, not in the answer
 */
export const errorCodes = {
	badUserInput: "BAD_USER_INPUT",
	parseFailed: "GRAPHQL_PARSE_FAILED",
	validationFailed: "GRAPHQL_VALIDATION_FAILED",
	overLimit: "OVER_LIMIT",
	operationUnresolved: "OPERATION_RESOLUTION_FAILURE",
	badRequest: "BAD_REQUEST",
	tooLarge: "REQUEST_ENTITY_TOO_LARGE",
	outOfTime: "OUT_OF_TIME",
	overloaded: "OVERLOADED",
	notPersisted: "NOT_PERSISTED",
	notFound: "NOT_FOUND",
	internal: "INTERNAL_SERVER_ERROR",
} as const;

const SERVICE_UNAVAILABLE = 503;
const GATEWAY_TIMEOUT = 504;
/** In how many seconds one who is refused for now should ask again. */
export const RETRY_AFTER = 1;

/** An error for a value that a client sent. */
export function badUserInput(message: string): GraphQLError {
	return new GraphQLError(message, { extensions: { code: errorCodes.badUserInput } });
}

/** What an operation is told that takes too long. */
export const OUT_OF_TIME =
	"to answer this takes longer than an operation may; ask for less at once, or narrow the filter";

/** What an operation is told that cannot be answered just now. */
export const OVERLOADED = `the server is asked for more at once than it can answer; ask again in ${RETRY_AFTER} s`;

/** What an internal error tells a client. */
const INTERNAL = "the server failed to answer this; it has been logged";

/**
 * Whether the error, or what it was made from, is about the request and not about the
 * server. While an operation is executed, what graphql says of an argument points to
 * its place in the query; what it says of a result that does not fit its type points
 * nowhere, and is about the server.
 */
function isAboutTheRequest({ originalError: cause, path }: GraphQLError): boolean {
	if (cause == null || cause instanceof BadRequest) return true;
	if (!(cause instanceof GraphQLError)) return false;
	return (path === undefined || cause.nodes !== undefined) && isAboutTheRequest(cause);
}

/** Whether the JavaScript engine gave up on a request that is nested too deeply. */
function isTooDeep(cause: unknown): boolean {
	return cause instanceof RangeError && cause.message.includes("call stack");
}

/** What an error was made from in the end; undefined for one that graphql itself has made. */
function rootOf(error: unknown): unknown {
	return error instanceof GraphQLError ? error.originalError && rootOf(error.originalError) : error;
}

/** Where in the query an error was met. */
function placeOf(error: unknown): GraphQLErrorOptions {
	if (!(error instanceof GraphQLError)) return {};
	return { nodes: error.nodes ?? null, path: error.path ?? null };
}

/**
 * What a client is shown of an error: one about the request with its message and a
 * code, anything else as an internal error without any detail.
 *
 * @param logUnexpected gets the cause of an internal error
 */
export function presentError(
	error: unknown,
	logUnexpected: (cause: unknown) => void,
): GraphQLError {
	const cause = rootOf(error);
	if (isTooDeep(cause))
		return new GraphQLError("expected a request that is not nested so deeply; flatten it", {
			extensions: { code: errorCodes.badRequest, http: { status: 400 } },
		});
	if (isOutOfTime(cause))
		return new GraphQLError(OUT_OF_TIME, {
			...placeOf(error),
			extensions: { code: errorCodes.outOfTime, http: { status: GATEWAY_TIMEOUT } },
		});
	if (isRefusedForNow(cause)) {
		logUnexpected(cause);
		const http = { status: SERVICE_UNAVAILABLE, headers: { "retry-after": String(RETRY_AFTER) } };
		return new GraphQLError(OVERLOADED, {
			...placeOf(error),
			extensions: { code: errorCodes.overloaded, http },
		});
	}
	if (!(error instanceof GraphQLError)) {
		logUnexpected(error);
		return new GraphQLError(INTERNAL, {
			extensions: { code: errorCodes.internal, http: { status: 500 } },
		});
	}
	const { extensions, message, nodes = null, source = null, positions = null, path = null } = error;
	const place = { nodes, source, positions, path };
	if (extensions.code !== undefined) return error;
	if (isAboutTheRequest(error))
		return new GraphQLError(message, {
			...place,
			extensions: { ...extensions, code: errorCodes.badUserInput },
		});
	logUnexpected(cause ?? error);
	return new GraphQLError(INTERNAL, { ...place, extensions: { code: errorCodes.internal } });
}
