import { expect } from "vitest";
import { DEFAULT_LIMITS } from "../../src/config.ts";
import type { Reader } from "../../src/database/database.ts";
import { type App, createApp } from "../../src/server/app.ts";
import { type Data, testApp } from "../support/app.ts";

/** One error as it stands in an answer. */
export interface AnswerError {
	readonly message: string;
	readonly path?: readonly (string | number)[];
	readonly extensions: { readonly code: string; readonly [key: string]: unknown };
}

/** An answer over HTTP whose body was seen to be JSON with a code for every error. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	readonly data: Data | null | undefined;
	readonly errors: readonly AnswerError[];
	/** The code of each error. */
	readonly codes: readonly string[];
}

export const JSON_TYPE = { "content-type": "application/json" };

/** Sends a request to a path, and sees to it that the answer is JSON and its errors coded. */
export async function send(app: App, path: string, init: RequestInit = {}): Promise<Answer> {
	const response = await app.fetch(`http://aqwal.test${path}`, init);
	const text = await response.text();
	expect(response.headers.get("content-type"), text).toMatch(
		/^application\/(graphql-response\+)?json; charset=utf-8$/,
	);
	const { data, errors = [] } = JSON.parse(text) as { data?: Data; errors?: AnswerError[] };
	const codes = errors.map(({ extensions }) => extensions?.code);
	for (const code of codes) expect(code, text).toMatch(/^[A-Z_]+$/);
	return { status: response.status, headers: response.headers, text, data, errors, codes };
}

/** Sends a body as JSON. */
export function post(
	app: App,
	body: unknown,
	headers: Record<string, string> = {},
): Promise<Answer> {
	return send(app, "/graphql", {
		method: "POST",
		headers: { ...JSON_TYPE, ...headers },
		body: typeof body === "string" ? body : JSON.stringify(body),
	});
}

/** Sends an operation in the URL. */
export function get(
	app: App,
	parameters: Record<string, string>,
	headers: Record<string, string> = {},
): Promise<Answer> {
	return send(app, `/graphql?${new URLSearchParams(parameters)}`, { headers });
}

/** For requests that must not get as far as the database. */
export const unusedDatabase: Reader = {
	read: () => Promise.reject(new Error("the database was asked")),
};

/** An application with the limits that it has when nobody sets others, whose database must not be asked. */
export function appWithoutDatabase(): App {
	return testApp(unusedDatabase, DEFAULT_LIMITS);
}

/** An application over a reader, with the causes that it logged. */
export function loggingApp(database: Reader): { app: App; logged: unknown[] } {
	const logged: unknown[] = [];
	return { app: createApp({ database, logUnexpected: (cause) => logged.push(cause) }), logged };
}
