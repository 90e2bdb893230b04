import type { IncomingMessage, ServerResponse } from "node:http";
import { inTime } from "../in-time.ts";
import { API_HEADERS } from "../security-headers.ts";
import type { Measures, Route } from "./measures.ts";

/** The path that tells whether requests can be answered. */
export const READY_PATH = "/ready";
/** The path that tells Prometheus what was measured. */
export const METRICS_PATH = "/metrics";

const OK = 200;
const METHOD_NOT_ALLOWED = 405;
const SERVICE_UNAVAILABLE = 503;
/** How long the database may take to say which corpus it has, in milliseconds. */
const LONGEST_LOOK = 1000;

/** What an operator's paths tell. */
export interface OperatorSources {
	/** Asks the database which corpus it serves; null where that cannot be had. */
	readonly version: () => Promise<string | null>;
	readonly measures: Pick<Measures, "text" | "contentType">;
}

function send(
	response: ServerResponse,
	status: number,
	contentType: string,
	body: string,
	headers: Readonly<Record<string, string>> = {},
): void {
	response.writeHead(status, {
		"content-type": contentType,
		"content-length": Buffer.byteLength(body),
		"cache-control": "no-store",
		...API_HEADERS,
		...headers,
	});
	response.end(response.req.method === "HEAD" ? undefined : body);
}

function sendJson(
	response: ServerResponse,
	status: number,
	value: object,
	headers: Readonly<Record<string, string>> = {},
): void {
	send(response, status, "application/json; charset=utf-8", JSON.stringify(value), headers);
}

async function ready(response: ServerResponse, { version }: OperatorSources): Promise<void> {
	const corpus = await inTime(version(), LONGEST_LOOK);
	if (corpus !== null && corpus !== "late")
		return sendJson(response, OK, { status: "ready", corpus });
	const reason =
		corpus === null
			? "the database cannot be asked which corpus it has"
			: `the database has not answered within ${LONGEST_LOOK} ms`;
	sendJson(response, SERVICE_UNAVAILABLE, { status: "not ready", reason }, { "retry-after": "1" });
}

async function metrics(response: ServerResponse, { measures }: OperatorSources): Promise<void> {
	send(response, OK, measures.contentType, await measures.text());
}

/**
 * Answers what operators ask: READY_PATH for whoever sends requests here (503 while they
 * cannot be answered; the process itself is healthy then), METRICS_PATH for Prometheus.
 * A proxy in front should keep the second one to itself.
 *
 * @returns false for any other path
 */
export function answerOperator(
	route: Route,
	request: IncomingMessage,
	response: ServerResponse,
	sources: OperatorSources,
): boolean {
	if (route !== "ready" && route !== "metrics") return false;
	if (request.method !== "GET" && request.method !== "HEAD") {
		const message = `expected the method GET or HEAD, found ${request.method}`;
		const errors = [{ message, extensions: { code: "BAD_REQUEST" } }];
		sendJson(response, METHOD_NOT_ALLOWED, { errors }, { allow: "GET, HEAD" });
		return true;
	}
	const answering = route === "ready" ? ready(response, sources) : metrics(response, sources);
	answering.catch((error: unknown) => {
		response.destroy(error instanceof Error ? error : undefined);
	});
	return true;
}
