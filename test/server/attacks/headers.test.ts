import { once } from "node:events";
import { describe, expect, it } from "vitest";
import {
	attack,
	expectAlive,
	expectNothingLogged,
	head,
	open,
	posted,
	readAnswer,
	sendBytes,
	serverWithoutDatabase,
} from "./attacking.ts";

expectNothingLogged();
const url = await serverWithoutDatabase();

const TARGET = "/graphql?query={__typename}";
const BODY = JSON.stringify({ query: "{ __typename }" });

/** All that may be in the head of an answer. */
const KNOWN_HEADERS = [
	"content-security-policy",
	"x-content-type-options",
	"retry-after",
	"access-control-allow-headers",
	"access-control-allow-methods",
	"access-control-allow-origin",
	"access-control-expose-headers",
	"allow",
	"cache-control",
	"connection",
	"content-length",
	"content-type",
	"date",
	"etag",
	"keep-alive",
	"transfer-encoding",
	"vary",
];

describe("headers that are too much", () => {
	it.each([
		["one of 20,000 letters", [`X-Long: ${"x".repeat(20_000)}`]],
		["one with a name of 20,000 letters", [`${"x".repeat(20_000)}: 1`]],
		["5,000 short ones", Array.from({ length: 5000 }, (_none, index) => `X${index}: 1`)],
		["a cookie of 50,000 letters", [`Cookie: ${"a=b; ".repeat(10_000)}`]],
	])("are refused, and the server goes on: %s", async (_what, headers) => {
		const received = await sendBytes(url, head("GET", TARGET, ["Host: aqwal.test", ...headers]));
		expect(readAnswer(received)).toMatchObject({ status: 431, text: "" });
		await expectAlive(url);
	});

	it("are refused in the path as well", async () => {
		for (const path of [`/graphql?query=${"x".repeat(20_000)}`, `/${"x/".repeat(25_000)}`]) {
			const received = await sendBytes(url, head("GET", path));
			expect(readAnswer(received)).toMatchObject({ status: 431, text: "" });
		}
		await expectAlive(url);
	});
});

describe("a head that is none", () => {
	it.each([
		["no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
		["HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
		["a version that is not there", "GET /graphql HTTP/9.9\r\nHost: aqwal.test\r\n\r\n"],
		["no host", "GET /graphql HTTP/1.1\r\nConnection: close\r\n\r\n"],
		["a method that is not there", head("FETCH", TARGET)],
		["a space in a header's name", head("GET", TARGET, ["Host: aqwal.test", "X Y: 1"])],
		["a space before the colon", head("GET", TARGET, ["Host: aqwal.test", "X-Y : 1"])],
		["NUL in a header", head("GET", TARGET, ["Host: aqwal.test", "X-Y: a\0b"])],
		["CR alone in a header", head("GET", TARGET, ["Host: aqwal.test", "X-Y: a\rSet-Cookie: b"])],
		["NUL in the path", head("GET", "/graphql\0?query={__typename}")],
		["a space in the path", head("GET", "/graphql?query={ __typename }")],
		["a tab in the path", head("GET", "/graph\tql?query={__typename}")],
		["a backslash for a path", head("GET", "\\graphql")],
		["no path", head("GET", "")],
	])("is refused, and the server goes on: %s", async (_what, bytes) => {
		const received = await sendBytes(url, Buffer.from(bytes, "latin1"));
		expect(readAnswer(received)).toMatchObject({ status: 400, text: "" });
		await expectAlive(url);
	});

	it("gets no answer where it asks for a way to another host", async () => {
		expect(String(await sendBytes(url, head("CONNECT", "other.test:80")))).toBe("");
		await expectAlive(url);
	});
});

describe("a head with more in it than is wanted", () => {
	it.each([
		[
			"an upgrade to WebSocket",
			["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Key: x"],
		],
		["an upgrade to HTTP/2", ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c"]],
		["another method in a header", ["X-HTTP-Method-Override: DELETE", "X-HTTP-Method: PUT"]],
		["another path in a header", ["X-Original-URL: /export", "X-Rewrite-URL: /nothing"]],
		["another host in a header", ["X-Forwarded-Host: evil.test", "Forwarded: host=evil.test"]],
		["credentials", ["Authorization: Basic YTpi", "Cookie: __proto__=1; constructor=2"]],
		["a range", ["Range: bytes=0-0,0-0,0-0"]],
		["letters of no alphabet", ["X-Letters: \xff\xfe\x80", "X-\x60: 1"]],
	])("is answered as ever: %s", async (_what, headers) => {
		const bytes = Buffer.from(head("GET", TARGET, ["Host: aqwal.test", ...headers]), "latin1");
		const { status, text } = await attack(url, bytes);
		expect({ status, text }).toEqual({ status: 200, text: '{"data":{"__typename":"Query"}}' });
	});

	it("is refused where it expects what nobody does", async () => {
		const headers = ["Host: aqwal.test", "Expect: 200-ok"];
		expect(readAnswer(await sendBytes(url, head("GET", TARGET, headers))).status).toBe(417);
	});
});

describe("a method that would tell or change something", () => {
	it.each(["TRACE", "PROPFIND", "LINK", "PURGE", "SEARCH", "QUERY", "M-SEARCH"])(
		"is refused, and nothing of the request is repeated: %s",
		async (method) => {
			for (const path of ["/graphql", "/export/statements.csv", "/nothing"]) {
				const secret = "X-Secret: 6f1e";
				const received = await sendBytes(url, head(method, path, ["Host: aqwal.test", secret]));
				const { status, text } = readAnswer(received);
				expect([400, 404, 405]).toContain(status);
				expect(text).not.toContain("6f1e");
			}
			await expectAlive(url);
		},
	);
});

describe("many requests in one go", () => {
	it("are each answered, in their order, with nothing of another", async () => {
		const ask = (alias: string, more: string) =>
			`GET /graphql?query={${alias}:__typename} HTTP/1.1\r\nHost: aqwal.test\r\n${more}\r\n`;
		const aliases = Array.from({ length: 50 }, (_none, index) => `a${index}`);
		const last = aliases.length - 1;
		const bytes = aliases.map((alias, index) =>
			ask(alias, index === last ? "Connection: close\r\n" : ""),
		);
		const received = String(await sendBytes(url, bytes.join("")));
		const data = [...received.matchAll(/\{"data":\{"(a\d+)":"Query"\}\}/g)];
		expect(data.map(([, alias]) => alias)).toEqual(aliases);
	});

	it("may be given up in the middle", async () => {
		for (let time = 0; time < 20; time += 1) {
			const socket = open(url);
			await once(socket, "connect");
			socket.write(Buffer.concat([posted(BODY), posted(BODY)]).subarray(0, 100 + 10 * time));
			socket.destroy();
		}
		await expectAlive(url);
	});
});

describe("the end of a line in a request", () => {
	const EVIL = "\r\nSet-Cookie: evil=1\r\n\r\n<script>";
	const encoded = encodeURIComponent(EVIL);
	const named = { query: "query A { __typename }", operationName: EVIL };

	it.each([
		["the query", head("GET", `/graphql?query={__typename}${encoded}`)],
		["the operation's name", head("GET", `/graphql?query={__typename}&operationName=${encoded}`)],
		["the variables", head("GET", `/graphql?query={__typename}&variables=${encoded}`)],
		["an unknown parameter", head("GET", `/graphql?query={__typename}&${encoded}=${encoded}`)],
		["the path", head("GET", `/${encoded}`)],
		["the path of an export", head("GET", `/export/${encoded}`)],
		["a filter of an export", head("GET", `/export/statements.csv?filter=${encoded}`)],
		["a name in an export", head("GET", `/export/statements.csv?${encoded}=1`)],
		["the bom of an export", head("GET", `/export/statements.csv?bom=${encoded}`)],
		["a name in a body", posted(JSON.stringify(named))],
		["an origin", head("GET", TARGET, ["Host: aqwal.test", `Origin: ${encoded}`])],
		["what may be accepted", head("GET", TARGET, ["Host: aqwal.test", `Accept: ${encoded}`])],
		["a content type", head("POST", "/graphql", ["Host: aqwal.test", `Content-Type: ${encoded}`])],
		["an entity tag", head("GET", TARGET, ["Host: aqwal.test", `If-None-Match: "${encoded}"`])],
	])("never ends a header of the answer: %s", async (_what, bytes) => {
		const { headers, text } = await attack(url, bytes);
		expect(KNOWN_HEADERS).toEqual(expect.arrayContaining([...headers.keys()]));
		const values = [...headers].filter(([name]) => name !== "access-control-allow-origin");
		expect(values.join()).not.toMatch(/evil/i);
		expect(text).not.toContain("\r\n");
	});

	it("is no end in the head of a redirection either", async () => {
		for (const path of [`/?${encoded}`, `/%0d%0aSet-Cookie:%20evil=1/..`]) {
			const { headers } = readAnswer(await sendBytes(url, head("GET", path)));
			expect([...headers].join()).not.toMatch(/evil/i);
		}
	});
});
