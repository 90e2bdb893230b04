import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, answersOf, toAnswer } from "./answers.ts";
import { type App, GRAPHQL_PATH, HEALTH_PATH, LARGEST_BODY } from "./app.ts";
import { answerUnread, readBody } from "./body.ts";
import { createDirect, type Direct, type DirectAnswer } from "./direct.ts";
import { ASSET_FOLDER } from "./explorer/build-assets.ts";
import { isExplorerPath } from "./explorer/use-explorer.ts";
import { isKnownTo } from "./exports/entity-tag.ts";
import { EXPORT_FOLDER } from "./exports/use-exports.ts";
import { inTime } from "./in-time.ts";
import type { Route } from "./observe/measures.ts";
import type { Observed, Observer } from "./observe/observer.ts";
import {
	answerOperator,
	METRICS_PATH,
	type OperatorSources,
	READY_PATH,
} from "./observe/routes.ts";
import type { Tracing } from "./observe/tracing.ts";
import { ofOneVersion, type VersionSource } from "./one-version.ts";
import { refuseForNow, refuseLate, refuseTarget, refuseTooLarge } from "./refuse-operation.ts";
import { targetFault } from "./request-target.ts";
import { API_HEADERS } from "./security-headers.ts";
import type { Turns } from "./turns.ts";
import type { Keepable, OperationNote } from "./use-keepable-answers.ts";

/** What stands in front of the application. */
export interface FrontOptions extends VersionSource, OperatorSources {
	readonly app: App;
	/** What the answers that are kept may take, in bytes; 0 for none. */
	readonly answerCacheBytes: number;
	/** How long caches between us and clients may answer by themselves, in seconds. */
	readonly sharedCacheSeconds: number;
	/** Whose turn it is to be answered by the application. */
	readonly turns: Turns;
	/** How long an operation may take. */
	readonly mostMilliseconds: number;
	/** Sees every request. */
	readonly observer: Observer;
	/** Null where nothing is traced. */
	readonly tracing: Tracing | null;
}

const PATHS: ReadonlyMap<string, Route> = new Map([
	[HEALTH_PATH, "health"],
	[READY_PATH, "ready"],
	[METRICS_PATH, "metrics"],
]);

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const NOT_MODIFIED = 304;
const OK = 200;

function isOperation({ url = "", method }: IncomingMessage): boolean {
	if (method !== "GET" && method !== "POST") return false;
	return url === GRAPHQL_PATH || url.startsWith(`${GRAPHQL_PATH}?`);
}

/** What a request asks for, as it is counted. */
function routeOf({ url = "", headers: { accept = "" } }: IncomingMessage): Route {
	const end = url.indexOf("?");
	const path = end < 0 ? url : url.slice(0, end);
	if (path === GRAPHQL_PATH) return accept.includes("text/html") ? "page" : "graphql";
	if (path.startsWith(`${EXPORT_FOLDER}/`)) return "export";
	if (isExplorerPath(path) || path.startsWith(`${ASSET_FOLDER}/`)) return "page";
	return PATHS.get(path) ?? "other";
}

/** All of a request that its answer depends on. */
function questionOf({ method, url = "", headers }: IncomingMessage, body: string): string {
	return JSON.stringify([method, url, headers.accept, headers["content-type"], body]);
}

/**
 * What is said of an answer that is kept. It is the same for pages of any origin, so
 * caches need not tell origins apart.
 */
function headersOf({ contentType, entityTag }: Answer, sharedCacheSeconds: number) {
	return {
		"content-type": contentType,
		"cache-control": `public, max-age=0, s-maxage=${sharedCacheSeconds}, must-revalidate`,
		etag: entityTag,
		vary: "Accept",
		"access-control-allow-origin": "*",
		"access-control-expose-headers": "ETag, Content-Disposition",
		...API_HEADERS,
	};
}

function send(
	answer: Answer,
	request: IncomingMessage,
	response: ServerResponse,
	sharedCacheSeconds: number,
): void {
	const headers = headersOf(answer, sharedCacheSeconds);
	// RFC 9110, section 13.1.2: only what was asked by GET can be known already.
	const known = request.headers["if-none-match"] ?? null;
	if (request.method === "GET" && isKnownTo(known, answer.entityTag)) {
		response.writeHead(NOT_MODIFIED, headers).end();
		return;
	}
	response.writeHead(OK, { ...headers, "content-length": answer.bytes.byteLength });
	response.end(answer.bytes);
}

/** Asks the application, which does not see the connection but what came over it. */
async function ask(
	{ app }: FrontOptions,
	request: IncomingMessage,
	response: ServerResponse,
	body: string,
	hasFailed: boolean,
	note: OperationNote,
): Promise<{ readonly answer: Response; readonly isKeepable: boolean }> {
	const headers = new app.fetchAPI.Headers();
	for (const [name, value] of Object.entries(request.headersDistinct))
		if (value !== undefined) headers.set(name, value.join(", "));
	if (request.method === "POST")
		headers.set("content-length", String(Buffer.byteLength(body, "utf8")));
	const keeping: NonNullable<Keepable["keeping"]> = { isKeepable: false, hasFailed };
	const context: Keepable & { req: IncomingMessage; res: ServerResponse } = {
		req: request,
		res: response,
		keeping,
	};
	const asked = new app.fetchAPI.Request(`http://localhost${request.url}`, {
		method: request.method ?? "GET",
		headers,
		...(request.method === "POST" && { body }),
	});
	const answer = await app.fetch(asked, context);
	note.operation = keeping.operation;
	return { answer, isKeepable: keeping.isKeepable && answer.status === OK };
}

async function forward(answer: Response, response: ServerResponse): Promise<void> {
	const bytes = Buffer.from(await answer.arrayBuffer());
	response.writeHead(answer.status, {
		...Object.fromEntries(answer.headers),
		"content-length": bytes.byteLength,
	});
	response.end(bytes);
}

async function answerOperation(
	options: FrontOptions,
	direct: Direct,
	request: IncomingMessage,
	response: ServerResponse,
	observed: Observed,
): Promise<void> {
	const edition = options.edition();
	const body = request.method === "POST" ? await readBody(request, LARGEST_BODY) : "";
	if (body === null) return answerUnread(request, response, refuseTooLarge);
	const question = questionOf(request, body);
	const { answerCacheBytes } = options;
	const answers =
		edition === null || answerCacheBytes === 0 ? null : answersOf(edition, answerCacheBytes);
	const known = answers?.get(question);
	if (known !== undefined) {
		observed.from = "cache";
		return send(known, request, response, options.sharedCacheSeconds);
	}
	const end = performance.now() + options.mostMilliseconds;
	const endOfTurn = await options.turns.take(options.mostMilliseconds);
	if (endOfTurn === null) return refuseForNow(response);
	// Who has gone meanwhile is not answered.
	if (response.destroyed) return endOfTurn();
	const make = () => answerOf(options, direct, request, response, body, observed);
	const hasRead = () => (observed.operation?.statementCount() ?? 0) > 0;
	// What takes too long keeps its place until it has come to its end.
	const answering = ofOneVersion(options, make, hasRead).finally(endOfTurn);
	const found = await inTime(answering, Math.max(0, end - performance.now()));
	if (found === "late") return refuseLate(response);
	if (found === null) return refuseForNow(response);
	if (found.made instanceof options.app.fetchAPI.Response) return forward(found.made, response);
	const answer = toAnswer(found.made, found.edition);
	if (found.edition === edition) answers?.set(question, answer);
	send(answer, request, response, options.sharedCacheSeconds);
}

/** An answer that can be kept, or any other as the application gives it. */
async function answerOf(
	options: FrontOptions,
	direct: Direct,
	request: IncomingMessage,
	response: ServerResponse,
	body: string,
	note: OperationNote,
): Promise<DirectAnswer | Response> {
	const answered = await direct.ask(request, body, note);
	if (typeof answered === "object") return answered;
	const hasFailed = answered === "failed";
	const { answer, isKeepable } = await ask(options, request, response, body, hasFailed, note);
	const contentType = answer.headers.get("content-type");
	if (!isKeepable || contentType === null) return answer;
	direct.learn(request, contentType);
	return { text: await answer.text(), contentType };
}

/**
 * Stands between the connection and the application: answers what was asked before of
 * the same corpus with the bytes that were sent then, without the application. Only
 * answers without errors are kept. All else is the application's.
 */
export function createFront(options: FrontOptions): Handler {
	const direct = createDirect(options.app);
	return (request, response) => {
		const route = routeOf(request);
		const observed = options.observer.observe(request, response, route);
		if (answerOperator(route, request, response, options)) return;
		const fault = targetFault(request, GRAPHQL_PATH);
		if (fault !== null) return refuseTarget(response, fault);
		const work = () => {
			if (!isOperation(request)) {
				options.app(request, response);
				return;
			}
			answerOperation(options, direct, request, response, observed).catch((error: unknown) => {
				// The client went away while it was sending, or the answer could not be sent.
				response.destroy(error instanceof Error ? error : undefined);
			});
		};
		if (options.tracing === null) work();
		else options.tracing.request(request, response, observed, work);
	};
}
