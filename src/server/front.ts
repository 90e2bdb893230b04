import type { IncomingMessage, ServerResponse } from "node:http";
import type { Edition } from "../database/edition.ts";
import { type Answer, answersOf, toAnswer } from "./answers.ts";
import { type App, GRAPHQL_PATH, LARGEST_BODY } from "./app.ts";
import { createDirect, type Direct, type DirectAnswer } from "./direct.ts";
import { isKnownTo } from "./exports/entity-tag.ts";
import type { Keepable } from "./use-keepable-answers.ts";

/** What stands in front of the application. */
export interface FrontOptions {
	readonly app: App;
	/** The edition that is served now; null where nothing may be kept. */
	readonly edition: () => Edition | null;
	/** What the answers that are kept may take, in bytes; 0 for none. */
	readonly answerCacheBytes: number;
	/** How long caches between us and clients may answer by themselves, in seconds. */
	readonly sharedCacheSeconds: number;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const NOT_MODIFIED = 304;
const OK = 200;

function isOperation({ url = "", method }: IncomingMessage): boolean {
	if (method !== "GET" && method !== "POST") return false;
	return url === GRAPHQL_PATH || url.startsWith(`${GRAPHQL_PATH}?`);
}

/** Reads a body; null when it is longer than any that is answered. */
function readBody(request: IncomingMessage): Promise<string | null> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let length = 0;
		request.on("data", (chunk: Buffer) => {
			length += chunk.byteLength;
			if (length <= LARGEST_BODY) chunks.push(chunk);
		});
		request.once("end", () =>
			resolve(length > LARGEST_BODY ? null : Buffer.concat(chunks).toString("utf8")),
		);
		request.once("error", reject);
		request.once("close", () => {
			if (!request.complete) reject(new Error("the client went away while it was sending"));
		});
	});
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
	body: string | null,
	hasFailed: boolean,
): Promise<{ readonly answer: Response; readonly isKeepable: boolean }> {
	const headers = new app.fetchAPI.Headers();
	for (const [name, value] of Object.entries(request.headersDistinct))
		if (value !== undefined) headers.set(name, value.join(", "));
	// A body that is too long is not read, only its length is told.
	if (body === null) headers.set("content-length", String(LARGEST_BODY + 1));
	else if (request.method === "POST")
		headers.set("content-length", String(Buffer.byteLength(body, "utf8")));
	const keeping = { isKeepable: false, hasFailed };
	const context: Keepable & { req: IncomingMessage; res: ServerResponse } = {
		req: request,
		res: response,
		keeping,
	};
	const asked = new app.fetchAPI.Request(`http://localhost${request.url}`, {
		method: request.method ?? "GET",
		headers,
		...(request.method === "POST" && body !== null && { body }),
	});
	const answer = await app.fetch(asked, context);
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
): Promise<void> {
	const edition = options.edition();
	const body = request.method === "POST" ? await readBody(request) : "";
	const question = body === null ? null : questionOf(request, body);
	const { answerCacheBytes } = options;
	const answers =
		edition === null || answerCacheBytes === 0 ? null : answersOf(edition, answerCacheBytes);
	const known = question === null ? undefined : answers?.get(question);
	if (known !== undefined) return send(known, request, response, options.sharedCacheSeconds);
	const found = await answerOf(options, direct, request, response, body);
	if (found === null) return;
	const made = toAnswer(found, edition);
	if (question !== null) answers?.set(question, made);
	send(made, request, response, options.sharedCacheSeconds);
}

/** An answer that can be kept; null for any other, which is sent at once. */
async function answerOf(
	options: FrontOptions,
	direct: Direct,
	request: IncomingMessage,
	response: ServerResponse,
	body: string | null,
): Promise<DirectAnswer | null> {
	const answered = body === null ? "not asked" : await direct.ask(request, body);
	if (typeof answered === "object") return answered;
	const hasFailed = answered === "failed";
	const { answer, isKeepable } = await ask(options, request, response, body, hasFailed);
	const contentType = answer.headers.get("content-type");
	if (!isKeepable || contentType === null) {
		await forward(answer, response);
		return null;
	}
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
		if (!isOperation(request)) {
			options.app(request, response);
			return;
		}
		answerOperation(options, direct, request, response).catch((error: unknown) => {
			// The client went away while it was sending, or the answer could not be sent.
			response.destroy(error instanceof Error ? error : undefined);
		});
	};
}
