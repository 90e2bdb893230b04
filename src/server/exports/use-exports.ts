import type { FetchAPI, Plugin } from "graphql-yoga";
import { BadRequest } from "../../database/bad-request.ts";
import { readVersion } from "../../database/coverage.ts";
import type { Reader } from "../../database/database.ts";
import { createEdition, type Edition } from "../../database/edition.ts";
import { BATCH_SIZE } from "../../database/every-page.ts";
import { createContext } from "../../schema/context.ts";
import { errorCodes, presentError } from "../../schema/errors.ts";
import { statementList } from "../../schema/statement-inputs.ts";
import { refuse, refuseAll } from "../refuse.ts";
import { bodyOf } from "./body.ts";
import { CorpusChanged, chunksOf } from "./chunks.ts";
import { csv } from "./csv.ts";
import { type ExportIdentity, entityTagOf, isKnownTo } from "./entity-tag.ts";
import type { Format } from "./format.ts";
import { jsonLd } from "./json-ld.ts";
import { ndjson } from "./ndjson.ts";
import { BadParameters, readParameters } from "./parameters.ts";

/** What exports need from outside. */
export interface ExportOptions {
	readonly database: Reader;
	/** What requests share as long as one corpus is served. */
	readonly edition: () => Edition | null;
	/** Gets the cause of every internal error; such a cause is never in an answer. */
	readonly logUnexpected: (cause: unknown) => void;
	/** How many statements are read at once. */
	readonly batchSize?: number | undefined;
}

/** The folder of the exports; every path in it is answered here. */
export const EXPORT_FOLDER = "/export";

const FORMATS = new Map<string, Format>(
	[csv, ndjson, jsonLd].map((format) => [`${EXPORT_FOLDER}/statements.${format.ending}`, format]),
);
/** The paths of the exports. */
export const EXPORT_PATHS: readonly string[] = [...FORMATS.keys()];

const NOT_MODIFIED = 304;
const BAD_REQUEST = 400;
const NOT_FOUND = 404;
const METHOD_NOT_ALLOWED = 405;
const INTERNAL_SERVER_ERROR = 500;

interface Asked {
	readonly request: Request;
	readonly url: URL;
	readonly fetchAPI: FetchAPI;
	readonly serverContext: object;
	readonly format: Format;
}

function headersOf({ format, version }: ExportIdentity, entityTag: string) {
	// A version is made of hexadecimal digits; nothing else could break out of the header.
	const name = `aqwal-statements-${version.replaceAll(/[^\w.-]/g, "-")}.${format.ending}`;
	const caching = {
		etag: entityTag,
		"cache-control": "public, max-age=0, must-revalidate",
		// Yoga repeats the origin of a page of another site; a cache must not give it to a third one.
		vary: "Origin",
	};
	return {
		caching,
		all: {
			...caching,
			"content-type": format.contentType,
			"content-disposition": `attachment; filename="${name}"`,
		},
	};
}

/** @throws BadParameters, BadRequest, or what the database says */
async function identify(
	{ url, format }: Asked,
	{ database, edition }: ExportOptions,
): Promise<ExportIdentity> {
	const { list, byteOrderMark } = readParameters(url.searchParams, format);
	// Before anything else is read, so that all of it can be held against it.
	const version = await readVersion(database);
	const shared = edition();
	const own = shared?.version === version ? shared : createEdition();
	const context = createContext(database, own);
	return { format, version, byteOrderMark, edition: own, list: await statementList(context, list) };
}

/** How often an export is begun anew because the corpus has become another one before its first byte. */
const MOST_ATTEMPTS = 3;

/** An export that a new corpus comes into before anything was sent begins anew, with that one. */
async function answer(asked: Asked, options: ExportOptions, attempt = 1): Promise<Response> {
	try {
		return await answerOnce(asked, options);
	} catch (error) {
		if (!(error instanceof CorpusChanged) || attempt === MOST_ATTEMPTS) throw error;
		return answer(asked, options, attempt + 1);
	}
}

async function answerOnce(asked: Asked, options: ExportOptions): Promise<Response> {
	const { request, serverContext } = asked;
	const { Response } = asked.fetchAPI;
	const identity = await identify(asked, options);
	const entityTag = entityTagOf(identity);
	const headers = headersOf(identity, entityTag);
	if (isKnownTo(request.headers.get("if-none-match"), entityTag))
		return new Response(null, { status: NOT_MODIFIED, headers: headers.caching });
	if (request.method === "HEAD") return new Response(null, { headers: headers.all });
	const { database, logUnexpected, batchSize = BATCH_SIZE } = options;
	const chunks = chunksOf(database, identity, batchSize);
	const first = await chunks.next();
	const body = bodyOf(first.value ?? "", chunks, { logUnexpected, serverContext });
	return new Response(body, { headers: headers.all });
}

/** What a client is told of an error before the first byte. */
function refusalOf(
	error: unknown,
	fetchAPI: FetchAPI,
	logUnexpected: (cause: unknown) => void,
): Response {
	if (error instanceof BadParameters)
		return refuseAll(fetchAPI, BAD_REQUEST, errorCodes.badUserInput, error.faults);
	if (error instanceof BadRequest)
		return refuse(fetchAPI, BAD_REQUEST, errorCodes.badUserInput, error.message);
	const { message, extensions } = presentError(error, logUnexpected);
	const code = String(extensions.code);
	const status = code === errorCodes.internal ? INTERNAL_SERVER_ERROR : BAD_REQUEST;
	return refuse(fetchAPI, status, code, message);
}

function refuseMethod(fetchAPI: FetchAPI, method: string): Response {
	const message = `expected the method GET or HEAD, found ${method.slice(0, 80)}`;
	const response = refuse(fetchAPI, METHOD_NOT_ALLOWED, errorCodes.badRequest, message);
	response.headers.set("allow", "GET, HEAD, OPTIONS");
	return response;
}

/**
 * Answers `GET /export/statements.csv`, `.ndjson` and `.jsonld`: all the statements of
 * a list, narrowed and ordered as the list of the API is, as one file that is sent
 * while it is read. Yoga itself answers OPTIONS, and adds the headers for other origins.
 */
export function useExports(options: ExportOptions): Plugin {
	return {
		async onRequest({ request, url, fetchAPI, serverContext, endResponse }) {
			const { pathname } = url;
			if (pathname !== EXPORT_FOLDER && !pathname.startsWith(`${EXPORT_FOLDER}/`)) return;
			const format = FORMATS.get(pathname);
			if (format === undefined) {
				const message = `expected ${EXPORT_PATHS.join(", ")}, found ${pathname.slice(0, 80)}`;
				endResponse(refuse(fetchAPI, NOT_FOUND, errorCodes.notFound, message));
				return;
			}
			if (request.method !== "GET" && request.method !== "HEAD") {
				endResponse(refuseMethod(fetchAPI, request.method));
				return;
			}
			const asked = { request, url, fetchAPI, serverContext, format };
			endResponse(
				await answer(asked, options).catch((error: unknown) =>
					refusalOf(error, fetchAPI, options.logUnexpected),
				),
			);
		},
	};
}
