import { GraphQLError } from "graphql";
import { errorCodes } from "../schema/errors.ts";

/**
 * An error for an HTTP request that holds no operation in a form that can be read.
 *
 * @param status of HTTP
 */
export function badRequest(
	status: number,
	message: string,
	code: string = errorCodes.badRequest,
): GraphQLError {
	return new GraphQLError(message, { extensions: { code, http: { status } } });
}
