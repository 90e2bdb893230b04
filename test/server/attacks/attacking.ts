import { connect, type Socket } from "node:net";
import { afterAll, expect, vi } from "vitest";
import type { Database } from "../../../src/database/database.ts";
import type { Data } from "../../support/app.ts";
import { corpusDatabase } from "../../support/database.ts";
import { startServer } from "../../support/server.ts";
import { type AnswerError, JSON_TYPE, unusedDatabase } from "../http.ts";

/** The largest answer that an attack may get, in UTF-16 code units. */
const LARGEST_ANSWER = 250_000;
/** How long an attack may wait for its answer, in milliseconds; a machine under load included. */
const LONGEST_WAIT = 10_000;

/** What no answer may tell: where the code is, and how the database is asked. */
const INTERNALS: readonly RegExp[] = [
	/(?:\n|\\n)\s+at .*:\d+:\d+/,
	/node_modules|node:internal|file:\/\/\//,
	/syntax error at or near|violates|pg_catalog|invalid input syntax/,
	/\bSELECT\b[^"]*\bFROM\b/,
	/prisma|pglite|postgres/i,
	/INTERNAL_SERVER_ERROR/,
	/<html|<!doctype/i,
];

/** An answer as an attacker gets it. */
export interface AttackAnswer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	readonly data: Data | null | undefined;
	readonly errors: readonly AnswerError[];
	/** The code of each error. */
	readonly codes: readonly string[];
}

/** What an answer has that was sent to a GraphQL client, or to one who is none. */
interface Sent {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
}

/**
 * Sees to it that an answer is one that anyone may get: JSON of a bounded size, a code for
 * every error, no fault of the server and nothing of its inside.
 */
export function expectGuarded({ status, headers, text }: Sent, largest = LARGEST_ANSWER) {
	const shown = text.slice(0, 2000);
	expect(status, shown).toBeLessThan(500);
	expect(headers.get("content-type"), shown).toMatch(
		/^application\/(graphql-response\+)?json; charset=utf-8$/,
	);
	expect(text.length).toBeLessThan(largest);
	for (const internal of INTERNALS) expect(text).not.toMatch(internal);
	expect([...headers.keys()]).not.toContain("set-cookie");
	const parsed = JSON.parse(text) as { data?: Data | null; errors?: readonly AnswerError[] };
	const { data, errors = [] } = parsed;
	const codes = errors.map(({ extensions }) => extensions?.code);
	for (const code of codes) expect(code, shown).toMatch(/^[A-Z_]+$/);
	if (status >= 400) expect(codes.length, shown).toBeGreaterThan(0);
	return { status, headers, text, data, errors, codes } satisfies AttackAnswer;
}

/** Asks a server, whose answer must be one that anyone may get. */
export async function askServer(
	url: string | URL,
	init: RequestInit = {},
	largest?: number,
): Promise<AttackAnswer> {
	const response = await fetch(url, { ...init, signal: AbortSignal.timeout(LONGEST_WAIT) });
	const { status, headers } = response;
	return expectGuarded({ status, headers, text: await response.text() }, largest);
}

/** Posts a body to a server: a text as it is, all else as JSON. */
export function postTo(
	url: string,
	body: unknown,
	headers: Record<string, string> = {},
): Promise<AttackAnswer> {
	return askServer(url, {
		method: "POST",
		headers: { ...JSON_TYPE, ...headers },
		body: typeof body === "string" ? body : JSON.stringify(body),
	});
}

/** Sees to it that a server answers as ever. */
export async function expectAlive(url: string): Promise<void> {
	const { data } = await postTo(url, { query: "{ __typename }" });
	expect(data).toEqual({ __typename: "Query" });
}

/** A server whose database must not be asked, and nothing of which is kept. */
export async function serverWithoutDatabase(): Promise<string> {
	const database = {
		read: unusedDatabase.read,
		watch: async () => async () => undefined,
	};
	// The server only reads, and watches.
	return (await startServer(database as unknown as Database)).url;
}

/** A server with the real corpus that keeps no answer, so that every request is worked on. */
export async function forgetfulServer(): Promise<string> {
	// Who does not know which corpus is served keeps nothing.
	const database = { ...(await corpusDatabase()), watch: async () => async () => undefined };
	return (await startServer(database)).url;
}

/** Fails the test file when anything was logged as unexpected, by us or by the libraries. */
export function expectNothingLogged(): void {
	const logged = vi.spyOn(console, "error");
	afterAll(() => expect(logged.mock.calls).toEqual([]));
}

/** The beginning of a request as it goes over the wire; the connection ends with its answer. */
export function head(
	method: string,
	target: string,
	headers: readonly string[] = ["Host: aqwal.test"],
): string {
	return [`${method} ${target} HTTP/1.1`, "Connection: close", ...headers, "", ""].join("\r\n");
}

/** A POST of JSON as it goes over the wire. */
export function posted(body: string | Buffer, more: readonly string[] = []): Buffer {
	const bytes = typeof body === "string" ? Buffer.from(body) : body;
	const headers = [
		"Host: aqwal.test",
		"Content-Type: application/json",
		`Content-Length: ${bytes.byteLength}`,
		...more,
	];
	return Buffer.concat([Buffer.from(head("POST", "/graphql", headers)), bytes]);
}

/** Opens a connection to a server; what fails on it is for who reads from it. */
export function open(url: string): Socket {
	const { hostname, port } = new URL(url);
	const socket = connect(Number(port), hostname);
	// A connection that is cut off while it is written to is no fault.
	socket.on("error", () => undefined);
	return socket;
}

/** Sends bytes as they are, and gives all that comes back until the connection ends. */
export async function sendBytes(url: string, bytes: string | Buffer): Promise<Buffer> {
	const socket = open(url);
	const received: Buffer[] = [];
	let isLate = false;
	socket.on("data", (chunk: Buffer) => received.push(chunk));
	socket.setTimeout(LONGEST_WAIT, () => {
		isLate = true;
		socket.destroy();
	});
	socket.write(bytes);
	await new Promise<void>((resolve) => socket.once("close", () => resolve()));
	expect(isLate, "the connection ends in time").toBe(false);
	return Buffer.concat(received);
}

/** The body of an answer whose length is told chunk by chunk. */
function joinChunks(body: Buffer): Buffer {
	const chunks: Buffer[] = [];
	let rest = body;
	for (;;) {
		const end = rest.indexOf("\r\n");
		const length = Number.parseInt(rest.subarray(0, end).toString("latin1"), 16);
		if (!(length > 0)) return Buffer.concat(chunks);
		chunks.push(rest.subarray(end + 2, end + 2 + length));
		rest = rest.subarray(end + 2 + length + 2);
	}
}

/** Reads one answer from all that came over a connection. */
export function readAnswer(received: Buffer): Sent {
	const end = received.indexOf("\r\n\r\n");
	const [first = "", ...lines] = received.subarray(0, end).toString("latin1").split("\r\n");
	const headers = new Headers(
		lines.map((line): [string, string] => {
			const colon = line.indexOf(":");
			return [line.slice(0, colon), line.slice(colon + 1).trim()];
		}),
	);
	const body = received.subarray(end + 4);
	const isChunked = headers.get("transfer-encoding") === "chunked";
	const text = (isChunked ? joinChunks(body) : body).toString("utf8");
	return { status: Number(first.split(" ")[1]), headers, text };
}

/** Sends bytes as they are; the answer must be one that anyone may get. */
export async function attack(url: string, bytes: string | Buffer): Promise<AttackAnswer> {
	return expectGuarded(readAnswer(await sendBytes(url, bytes)));
}
