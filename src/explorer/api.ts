import type { TadaDocumentNode } from "gql.tada";
import { built } from "./built.ts";
import { nameOf, textOf } from "./graphql.ts";

/** Why there is no answer; its message is for the reader of the page. */
export class NoAnswer extends Error {
	override readonly name = "NoAnswer";

	/** @param code by which the API names the reason; null where it did not answer at all */
	constructor(
		message: string,
		readonly code: string | null = null,
	) {
		super(message);
	}
}

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 15_000;

interface Answer<Data> {
	readonly data?: Data | null;
	readonly errors?: readonly {
		readonly message: string;
		readonly extensions?: { readonly code?: string };
	}[];
}

/** What is sent: an operation, or its id where the server knows it by that and answers no other. */
function parametersOf(query: string, variables: object): Readonly<Record<string, unknown>> {
	const sha256Hash = built.operationIds?.[nameOf(query) ?? ""];
	if (sha256Hash === undefined) return { query, variables };
	return { variables, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

/** The address of a question: asked by GET, so that browsers and caches can keep the answer. */
function addressOf(parameters: Readonly<Record<string, unknown>>): string {
	const texts = Object.entries(parameters).map(([name, value]) => [
		name,
		typeof value === "string" ? value : JSON.stringify(value),
	]);
	return `/graphql?${new URLSearchParams(texts)}`;
}

/** The longest address that is asked by GET, in UTF-16 code units; what is longer is posted. */
const LONGEST = 7000;

async function send(query: string, variables: object, signal: AbortSignal): Promise<Response> {
	const parameters = parametersOf(query, variables);
	const address = addressOf(parameters);
	const headers = { accept: "application/json" };
	if (address.length <= LONGEST) return fetch(address, { headers, signal });
	return fetch("/graphql", {
		method: "POST",
		headers: { ...headers, "content-type": "application/json" },
		body: JSON.stringify(parameters),
		signal,
	});
}

/**
 * Asks the API.
 *
 * @param signal ends the waiting
 * @throws NoAnswer where the server cannot be reached, is too slow, or refuses
 */
export async function ask<Data, Variables extends object>(
	document: TadaDocumentNode<Data, Variables>,
	variables: Variables,
	signal: AbortSignal,
): Promise<Data> {
	const patience = AbortSignal.timeout(PATIENCE);
	const response = await send(
		textOf(document),
		variables,
		AbortSignal.any([signal, patience]),
	).catch(() => {
		throw new NoAnswer(patience.aborted ? "late" : "unreachable");
	});
	const answer = (await response.json().catch(() => ({}))) as Answer<Data>;
	const [error] = answer.errors ?? [];
	if (error !== undefined) throw new NoAnswer(error.message, error.extensions?.code);
	if (answer.data == null) throw new NoAnswer(`HTTP ${response.status}`);
	return answer.data;
}
