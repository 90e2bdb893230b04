import type { Plugin } from "graphql-yoga";
import { errorCodes } from "../schema/errors.ts";
import { badRequest } from "./bad-http-request.ts";
import { refuse } from "./refuse.ts";

const BAD_REQUEST = 400;
const NOT_ACCEPTABLE = 406;
const UNSUPPORTED_MEDIA_TYPE = 415;

function shown(header: string | null): string {
	return header === null ? "none" : JSON.stringify(header.slice(0, 80));
}

/**
 * Refuses with a sentence and a code what Yoga itself refuses with an empty answer (a
 * content type that it cannot read or write) or takes for a fault of the server
 * (variables or extensions in a URL or a form that are no JSON).
 */
export function useCodedRefusals(): Plugin {
	return {
		onRequestParse({ request, requestParser, setRequestParser }) {
			if (requestParser === undefined) {
				// Yoga tells other methods apart, and refuses them well.
				if (request.method !== "POST") return;
				const found = shown(request.headers.get("content-type"));
				const message = `expected the content type application/json, found ${found}`;
				throw badRequest(UNSUPPORTED_MEDIA_TYPE, message);
			}
			setRequestParser(async (parsed) => {
				try {
					return await requestParser(parsed);
				} catch (error) {
					if (!(error instanceof SyntaxError)) throw error;
					const message = `expected variables and extensions as JSON: ${error.message}`;
					throw badRequest(BAD_REQUEST, message);
				}
			});
		},
		onResultProcess({ request, resultProcessor, setResultProcessor }) {
			if (resultProcessor !== undefined) return;
			const found = shown(request.headers.get("accept"));
			const message = `expected to be asked for application/graphql-response+json or application/json, found the header Accept ${found}`;
			setResultProcessor(
				(_result, fetchAPI) => refuse(fetchAPI, NOT_ACCEPTABLE, errorCodes.badRequest, message),
				"application/json",
			);
		},
	};
}
