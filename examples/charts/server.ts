import type { TadaDocumentNode } from "gql.tada";

/** Why there is no answer. */
export type Reason = "address" | "unreachable" | "late" | "foreign" | "refused";

/** There is no answer; what it says is the server's word and only there where it refused. */
export class NoAnswer extends Error {
	override readonly name = "NoAnswer";
	readonly reason: Reason;
	/** The code of the error, such as BAD_USER_INPUT; empty where the server sent none. */
	readonly code: string;

	constructor(reason: Reason, message = "", code = "") {
		super(message);
		this.reason = reason;
		this.code = code;
	}
}

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 20_000;

/**
 * The address of a server as somebody types it, without a slash at its end; with or without
 * http:// and /graphql.
 *
 * @throws NoAnswer where it is no address
 */
export function serverAddress(typed: string): string {
	const trimmed = typed.trim();
	const whole = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
	if (!URL.canParse(whole)) throw new NoAnswer("address");
	const { protocol, origin, pathname } = new URL(whole);
	if (protocol !== "http:" && protocol !== "https:") throw new NoAnswer("address");
	return `${origin}${pathname}`.replace(/\/+$/, "").replace(/\/graphql$/, "");
}

/**
 * The address of a question: asked by GET, so that browsers and caches keep the answer and ask
 * only whether it is still the same. Opened by itself it shows the question in GraphiQL.
 *
 * @throws NoAnswer where the server's address is none
 */
export function addressOfQuestion<Variables extends object>(
	server: string,
	question: TadaDocumentNode<unknown, Variables>,
	variables: Variables,
): string {
	const query = (question as unknown as string).replaceAll(/\s+/g, " ").trim();
	const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
	return `${serverAddress(server)}/graphql?${parameters}`;
}

/**
 * The address of the statements that a filter finds, as CSV, the earliest first.
 *
 * @throws NoAnswer where the server's address is none
 */
export function addressOfStatements(server: string, filter: object): string {
	const orderBy = { field: "SAID_AT", direction: "ASC" };
	const parameters = new URLSearchParams({
		filter: JSON.stringify(filter),
		orderBy: JSON.stringify(orderBy),
	});
	return `${serverAddress(server)}/export/statements.csv?${parameters}`;
}

interface Answer<Data> {
	readonly data?: Data | null;
	readonly errors?: readonly {
		readonly message?: string;
		readonly extensions?: { readonly code?: string };
	}[];
}

/** What the server has against the question. */
function refusalIn({ errors = [] }: Answer<unknown>): NoAnswer | null {
	const [error] = errors;
	if (error === undefined) return null;
	return new NoAnswer("refused", error.message ?? "", error.extensions?.code ?? "");
}

function answerIn(text: string): Answer<unknown> | null {
	try {
		const answer: unknown = JSON.parse(text);
		return typeof answer === "object" ? answer : null;
	} catch {
		return null;
	}
}

interface Reply {
	readonly isGood: boolean;
	readonly contentType: string;
	readonly text: string;
}

async function get(address: string, signal: AbortSignal): Promise<Reply> {
	const patience = AbortSignal.timeout(PATIENCE);
	try {
		const response = await fetch(address, {
			// No other header: with these alone a browser asks across origins without asking first.
			headers: { accept: "application/json, text/csv" },
			signal: AbortSignal.any([signal, patience]),
		});
		const contentType = response.headers.get("content-type") ?? "";
		return { isGood: response.ok, contentType, text: await response.text() };
	} catch {
		throw new NoAnswer(patience.aborted ? "late" : "unreachable");
	}
}

/**
 * Asks the API.
 *
 * @param signal ends the waiting
 * @throws NoAnswer where the server cannot be reached, is too slow, refuses, or is not Aqwal
 */
export async function ask<Data, Variables extends object>(
	server: string,
	question: TadaDocumentNode<Data, Variables>,
	variables: Variables,
	signal: AbortSignal,
): Promise<Data> {
	const { text } = await get(addressOfQuestion(server, question, variables), signal);
	const answer = answerIn(text) as Answer<Data> | null;
	const refusal = answer === null ? null : refusalIn(answer);
	if (refusal !== null) throw refusal;
	if (answer?.data == null) throw new NoAnswer("foreign");
	return answer.data;
}

/**
 * Gets statements as CSV.
 *
 * @param signal ends the waiting
 * @throws NoAnswer as ask does
 */
export async function statementsAsCsv(
	server: string,
	filter: object,
	signal: AbortSignal,
): Promise<string> {
	const reply = await get(addressOfStatements(server, filter), signal);
	if (reply.isGood && reply.contentType.startsWith("text/csv")) return reply.text;
	throw refusalIn(answerIn(reply.text) ?? {}) ?? new NoAnswer("foreign");
}
