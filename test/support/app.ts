import type { ExecutionResult } from "graphql";
import { expect } from "vitest";
import { DEFAULT_LIMITS, type OperationLimits } from "../../src/config.ts";
import type { Reader } from "../../src/database/database.ts";
import { type App, createApp } from "../../src/server/app.ts";

/** The data of an answer, as loosely as JSON is typed. */
export type Data = Record<string, unknown>;

/** Lets tests ask for whole pages of whole pages, to see that these cost no more SQL statements. */
const ANY_COST: OperationLimits = { ...DEFAULT_LIMITS, cost: Number.MAX_SAFE_INTEGER };

/**
 * An application over a database that fails the test when an internal error happens.
 *
 * @param limits those of the defaults, but for the cost, when they are left out
 */
export function testApp(database: Reader, limits: OperationLimits = ANY_COST): App {
	return createApp({
		database,
		limits,
		logUnexpected: (cause) => {
			throw new Error("an internal error happened", { cause });
		},
	});
}

/** Sends an operation through the front door, as a client would, without a port. */
export async function ask(
	app: App,
	query: string,
	variables: Record<string, unknown> = {},
): Promise<ExecutionResult<Data>> {
	const response = await app.fetch("http://aqwal.test/graphql", {
		method: "POST",
		headers: { "content-type": "application/json", accept: "application/json" },
		body: JSON.stringify({ query, variables }),
	});
	return (await response.json()) as ExecutionResult<Data>;
}

/** The data of an answer that must have no errors. */
export async function answer(
	app: App,
	query: string,
	variables: Record<string, unknown> = {},
): Promise<Data> {
	const result = await ask(app, query, variables);
	expect(result.errors).toBeUndefined();
	return result.data ?? {};
}

/** The code and message of the first error of an answer. */
export async function refusal(
	app: App,
	query: string,
	variables: Record<string, unknown> = {},
): Promise<{ code: unknown; message: string }> {
	const { errors } = await ask(app, query, variables);
	expect(errors, "expected an error").toHaveLength(1);
	return { code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message ?? "" };
}

/** A reader that counts what goes through it, over all requests. */
export function counting(reader: Reader): Reader & { count: number } {
	const counted = {
		count: 0,
		read: ((statement) => {
			counted.count += 1;
			return reader.read(statement);
		}) as Reader["read"],
	};
	return counted;
}
