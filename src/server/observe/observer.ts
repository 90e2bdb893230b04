import type { IncomingMessage, ServerResponse } from "node:http";
import type { OperationFacts, ServerLog } from "./log.ts";
import type { AnswerSource, Measures, Route } from "./measures.ts";

/** What is noted about a request while it is answered. */
export interface Observed {
	from: AnswerSource;
	/** Set once the operation has been understood. */
	operation?: OperationFacts | undefined;
}

/** Measures and logs every answer. */
export interface Observer {
	/** Is called for each request before it is answered; what it gives is to be filled in meanwhile. */
	observe(request: IncomingMessage, response: ServerResponse, route: Route): Observed;
}

/** What an answer counts as whose client went away before it was sent; no status of HTTP. */
const CLIENT_WENT_AWAY = 499;
const SECOND = 1000;
/** What a client may call its request; anything else is called by us, as it goes into the log. */
const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** The id that a client has given to its request, if it is one. */
function givenId({ headers }: IncomingMessage): string | null {
	const given = headers["x-request-id"];
	return typeof given === "string" && REQUEST_ID.test(given) ? given : null;
}

/** Makes an observer that tells the measures and the log of every answer when it is sent. */
export function createObserver(
	measures: Pick<Measures, "onAnswer" | "onOperation">,
	log: Pick<ServerLog, "answered">,
): Observer {
	return {
		observe(request, response, route) {
			const began = performance.now();
			const observed: Observed = { from: "made" };
			response.once("close", () => {
				const milliseconds = performance.now() - began;
				const status = response.writableFinished ? response.statusCode : CLIENT_WENT_AWAY;
				measures.onAnswer(route, status, milliseconds / SECOND);
				if (route !== "graphql") return;
				const { from, operation } = observed;
				measures.onOperation(from, operation?.statementCount() ?? 0);
				log.answered({ requestId: givenId(request), status, milliseconds, from, operation });
			});
			return observed;
		},
	};
}
