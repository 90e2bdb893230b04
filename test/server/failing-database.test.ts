import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import { BadRequest } from "../../src/database/bad-request.ts";
import type { Reader } from "../../src/database/database.ts";
import { loggingApp, post } from "./http.ts";

const SECRET = "secret-7f3a";
const NULLABLE = '{ speaker(by: { slug: "putin" }) { slug } }';
const NON_NULL = "{ corpus { version } }";
const MESSAGE = "the server failed to answer this; it has been logged";

function failing(cause: unknown): Reader {
	return { read: () => Promise.reject(cause) };
}

/** A reader that gives the same row for whatever is asked. */
function giving(row: object): Reader {
	return { read: async <Row extends object>() => [row as Row] };
}

class DatabaseError extends Error {
	readonly code = "42P01";
	readonly detail = SECRET;
}

const causes: readonly [string, unknown][] = [
	["an Error", new Error(SECRET)],
	["an error of the database, which has a code too", new DatabaseError(SECRET)],
	["an Error with a cause", new Error("failed", { cause: new Error(SECRET) })],
	["a GraphQLError that points to no place in the query", new GraphQLError(SECRET)],
	["an error of several hosts", new AggregateError([new Error(SECRET)], SECRET)],
	["no Error at all", `thrown: ${SECRET}`],
];

describe("a database that fails", () => {
	it.each(causes)("is answered without the cause, which is logged: %s", async (_what, cause) => {
		const { app, logged } = loggingApp(failing(cause));
		const { text, data, errors } = await post(app, { query: NULLABLE });
		expect(text).not.toContain(SECRET);
		expect(data).toEqual({ speaker: null });
		expect(errors).toEqual([
			{
				message: MESSAGE,
				locations: [{ line: 1, column: 3 }],
				path: ["speaker"],
				extensions: { code: "INTERNAL_SERVER_ERROR" },
			},
		]);
		expect(logged).toHaveLength(1);
		expect(logged[0] === cause || String(logged[0]).includes(SECRET)).toBe(true);
	});

	it("takes with it what cannot be null", async () => {
		const { app, logged } = loggingApp(failing(new Error(SECRET)));
		const { data, codes, text } = await post(app, { query: NON_NULL });
		expect({ data, codes }).toEqual({ data: null, codes: ["INTERNAL_SERVER_ERROR"] });
		expect(text).not.toContain(SECRET);
		expect(logged).toHaveLength(1);
	});

	it("leaves alone what it is not needed for", async () => {
		const { app } = loggingApp(failing(new Error(SECRET)));
		const query = `{ __typename speaker(by: { slug: "putin" }) { slug } }`;
		expect((await post(app, { query })).data).toEqual({ __typename: "Query", speaker: null });
	});

	it("fails each field that needs it, each with a code", async () => {
		const { app, logged } = loggingApp(failing(new Error(SECRET)));
		const query = `{ a: speaker(by: { slug: "a" }) { slug } b: location(by: { slug: "b" }) { slug } }`;
		const { codes } = await post(app, { query });
		expect(codes).toEqual(["INTERNAL_SERVER_ERROR", "INTERNAL_SERVER_ERROR"]);
		expect(logged).toHaveLength(2);
	});
});

describe("a value that does not fit the schema", () => {
	it("is a fault of the server, and what it is stays in the log", async () => {
		const { app, logged } = loggingApp(giving({ loaderKey: "putin", slug: "putin", kind: SECRET }));
		const query = '{ speaker(by: { slug: "putin" }) { kind } }';
		const { codes, text } = await post(app, { query });
		expect(codes).toEqual(["INTERNAL_SERVER_ERROR"]);
		expect(text).not.toContain(SECRET);
		expect(String(logged[0])).toContain(SECRET);
	});
});

describe("a bad request that is noticed at the database", () => {
	it("is told to the client, and not logged", async () => {
		const { app, logged } = loggingApp(failing(new BadRequest("expected this, found that")));
		const { codes, errors } = await post(app, { query: NULLABLE });
		expect(codes).toEqual(["BAD_USER_INPUT"]);
		expect(errors[0]?.message).toBe("expected this, found that");
		expect(logged).toEqual([]);
	});
});
