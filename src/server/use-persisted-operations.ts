import { usePersistedOperations } from "@graphql-yoga/plugin-persisted-operations";
import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { errorCodes } from "../schema/errors.ts";

/** The texts of operations by their ids. */
export type PersistedOperations = ReadonlyMap<string, string>;

const BAD_REQUEST = 400;
const NOT_FOUND = 404;
const FORBIDDEN = 403;

function refusal(status: number, message: string): GraphQLError {
	const extensions = { code: errorCodes.notPersisted, http: { status } };
	return new GraphQLError(message, { extensions });
}

/**
 * Executes only operations that are known beforehand, by their ids, as Apollo's clients and
 * Relay send them: `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "…"}}}`.
 */
export function useOnlyPersistedOperations(operations: PersistedOperations): Plugin {
	return usePersistedOperations({
		getPersistedOperation: (id) => operations.get(id) ?? null,
		allowArbitraryOperations: false,
		skipDocumentValidation: false,
		customErrors: {
			notFound: () => refusal(NOT_FOUND, "expected the id of a persisted operation, found another"),
			keyNotFound: () =>
				refusal(
					BAD_REQUEST,
					"expected the id of a persisted operation in extensions.persistedQuery.sha256Hash, found none",
				),
			persistedQueryOnly: () =>
				refusal(
					FORBIDDEN,
					"expected the id of a persisted operation, found an operation; this server answers only operations that it knows beforehand",
				),
		},
	});
}
