import { describe, expect, it } from "vitest";
import { appWithoutDatabase, get, JSON_TYPE, post, send } from "./http.ts";

const app = appWithoutDatabase();
const QUERY = "{ __typename }";
const LARGEST = 100_000;

/** A request body of exactly so many bytes that is a good operation. */
function bodyOf(bytes: number): string {
	const [before, after] = ['{"query":"{ __typename }', '"}'];
	return before + " ".repeat(bytes - before.length - after.length) + after;
}

function inChunks(body: string): RequestInit {
	const half = Math.floor(body.length / 2);
	const chunks = [body.slice(0, half), body.slice(half)];
	const encoder = new TextEncoder();
	const stream = new ReadableStream({
		pull(controller) {
			const chunk = chunks.shift();
			if (chunk === undefined) controller.close();
			else controller.enqueue(encoder.encode(chunk));
		},
	});
	// Node wants `duplex` for a body that is a stream; the types of the DOM do not know it.
	return { body: stream, duplex: "half" } as RequestInit;
}

describe("the size of a body", () => {
	it("may be 100 kB", async () => {
		expect((await post(app, bodyOf(LARGEST))).data).toEqual({ __typename: "Query" });
	});

	it("may not be a byte more", async () => {
		const { status, codes } = await post(app, bodyOf(LARGEST + 1));
		expect({ status, codes }).toEqual({ status: 413, codes: ["REQUEST_ENTITY_TOO_LARGE"] });
	});

	it("may not be more when nobody says so before", async () => {
		const init = { method: "POST", headers: JSON_TYPE };
		const good = await send(app, "/graphql", { ...init, ...inChunks(bodyOf(LARGEST)) });
		expect(good.data).toEqual({ __typename: "Query" });
		const { status, codes } = await send(app, "/graphql", {
			...init,
			...inChunks(bodyOf(LARGEST + 1)),
		});
		expect({ status, codes }).toEqual({ status: 413, codes: ["REQUEST_ENTITY_TOO_LARGE"] });
	});
});

describe("a body", () => {
	it.each([
		["several operations", [{ query: QUERY }, { query: QUERY }], "Batching is not supported"],
		["one operation in a list", [{ query: QUERY }], "Batching is not supported"],
		["malformed JSON", '{"query":', "invalid JSON"],
		["nothing", "", "invalid JSON"],
		["null", "null", "expected to be object"],
		["a number", "1", "expected to be object"],
		["no query", {}, "Must provide query string"],
		["a query that is no text", { query: 3 }, "a string, but given number"],
		["variables that are a list", { query: QUERY, variables: [] }, "but given array"],
		["variables that are a text", { query: QUERY, variables: "{}" }, "but given string"],
		["an unknown key", { query: QUERY, id: "x" }, 'Unexpected parameter "id"'],
	])("is refused when it holds %s", async (_what, body, message) => {
		const { codes, errors, data } = await post(app, body);
		expect(data).toBeUndefined();
		expect(codes).toEqual(["BAD_REQUEST"]);
		expect(errors[0]?.message).toContain(message);
	});

	it.each(["text/plain", "application/xml", "application/jsonp", "text/html"])(
		"is refused when it is %s",
		async (type) => {
			const headers = { "content-type": type };
			const body = JSON.stringify({ query: QUERY });
			const { status, codes, errors } = await send(app, "/graphql", {
				method: "POST",
				headers,
				body,
			});
			expect({ status, codes }).toEqual({ status: 415, codes: ["BAD_REQUEST"] });
			expect(errors[0]?.message).toBe(
				`expected the content type application/json, found "${type}"`,
			);
		},
	);

	it("is refused when it does not say what it is", async () => {
		const body = new TextEncoder().encode(JSON.stringify({ query: QUERY }));
		const { status, errors } = await send(app, "/graphql", { method: "POST", body });
		expect(status).toBe(415);
		expect(errors[0]?.message).toBe("expected the content type application/json, found none");
	});

	it("is refused when it uploads files", async () => {
		const body = new FormData();
		body.set("operations", JSON.stringify({ query: QUERY }));
		body.set("map", "{}");
		const { status, codes } = await send(app, "/graphql", { method: "POST", body });
		expect({ status, codes }).toEqual({ status: 415, codes: ["BAD_REQUEST"] });
	});
});

describe("a query", () => {
	it("is refused when it is nested more deeply than is read", async () => {
		const depth = 45_000;
		const query = "{a".repeat(depth);
		const { status, codes } = await post(app, { query });
		expect({ status, codes }).toEqual({ status: 400, codes: ["OVER_LIMIT"] });
	});
});

describe("a URL or a form", () => {
	const broken = "{slug:putin}";

	it.each(["variables", "extensions"])("is refused when its %s are no JSON", async (name) => {
		const parameters = { query: QUERY, [name]: broken };
		const form = { method: "POST", body: new URLSearchParams(parameters) };
		for (const answer of [await get(app, parameters), await send(app, "/graphql", form)]) {
			expect(answer.status).toBe(400);
			expect(answer.codes).toEqual(["BAD_REQUEST"]);
			expect(answer.errors[0]?.message).toMatch(/^expected variables and extensions as JSON: ./);
		}
	});

	it("is refused without a query", async () => {
		const { codes } = await send(app, "/graphql");
		expect(codes).toEqual(["BAD_REQUEST"]);
	});

	it("is refused when its variables are no object", async () => {
		expect((await get(app, { query: QUERY, variables: "[1]" })).codes).toEqual(["BAD_REQUEST"]);
	});
});

describe("a method", () => {
	it.each(["PUT", "DELETE", "PATCH", "HEAD"])("is refused when it is %s", async (method) => {
		const { status, codes, headers } = await send(app, "/graphql", { method });
		expect({ status, codes }).toEqual({ status: 405, codes: ["BAD_REQUEST"] });
		expect(headers.get("allow")).toBe("GET, POST");
	});
});

describe("a page of another origin", () => {
	const origin = "https://reader.example";

	it("may read, as nobody in particular", async () => {
		const { headers, data } = await post(app, { query: QUERY }, { origin });
		expect(data).toEqual({ __typename: "Query" });
		expect(headers.get("access-control-allow-origin")).toMatch(/^(\*|https:\/\/reader\.example)$/);
		expect(headers.has("access-control-allow-credentials")).toBe(false);
	});

	it("may ask before, and hears of no credentials", async () => {
		const { status, headers } = await app.fetch("http://aqwal.test/graphql", {
			method: "OPTIONS",
			headers: {
				origin,
				"access-control-request-method": "POST",
				"access-control-request-headers": "content-type",
			},
		});
		expect(status).toBe(204);
		expect(headers.get("access-control-allow-origin")).toMatch(/^(\*|https:\/\/reader\.example)$/);
		expect(headers.get("access-control-allow-methods")).toBe("GET, POST, OPTIONS");
		expect(headers.get("access-control-allow-headers")).toBe("content-type");
		expect(headers.has("access-control-allow-credentials")).toBe(false);
	});
});
