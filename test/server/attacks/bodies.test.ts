import { once } from "node:events";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
	askServer,
	attack,
	expectAlive,
	expectNothingLogged,
	head,
	open,
	posted,
	postTo,
	sendBytes,
	serverWithoutDatabase,
} from "./attacking.ts";

expectNothingLogged();
const url = await serverWithoutDatabase();

const OPERATION = { query: "{ __typename }" };
const ANSWER = { __typename: "Query" };
const HUGE = 5_000_000;

describe("several operations in one body", () => {
	it.each([
		["a thousand in a list", Array.from({ length: 1000 }, () => OPERATION)],
		["none", []],
		["lists in lists", [[OPERATION], [[OPERATION]]]],
		["an object that is like a list", { 0: OPERATION, length: 1 }],
		["a list as the query", { query: [OPERATION.query, OPERATION.query] }],
	])("are refused: %s", async (_what, body) => {
		const { status, codes, data } = await postTo(url, body);
		expect({ status, codes, data }).toEqual({
			status: 400,
			codes: ["BAD_REQUEST"],
			data: undefined,
		});
	});

	it("are refused in a query string", async () => {
		const { codes } = await askServer(`${url}?query[]={__typename}&query[]={__typename}`);
		expect(codes).toEqual(["BAD_REQUEST"]);
	});
});

/** A body in chunks, as it goes over the wire. */
function chunked(body: string, size: number): string {
	const chunks = body.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
	const headers = [
		"Host: aqwal.test",
		"Content-Type: application/json",
		"Transfer-Encoding: chunked",
	];
	const sent = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("");
	return `${head("POST", "/graphql", headers)}${sent}0\r\n\r\n`;
}

function padded(bytes: number): string {
	const text = JSON.stringify({ query: OPERATION.query, variables: { a: "" } });
	return text.replace('""', `"${"x".repeat(bytes - text.length)}"`);
}

describe("a body of five megabytes", () => {
	const body = padded(HUGE);

	it.each([
		["when it tells its length", () => posted(body)],
		["in chunks", () => chunked(body, 60_000)],
		["without anything in it", () => posted(" ".repeat(HUGE))],
		["of NUL", () => posted(Buffer.alloc(HUGE))],
	])("is refused: %s", async (_when, bytes) => {
		const { status, codes, text } = await attack(url, bytes());
		expect({ status, codes }).toEqual({ status: 413, codes: ["REQUEST_ENTITY_TOO_LARGE"] });
		expect(text.length).toBeLessThan(500);
		await expectAlive(url);
	});

	it.each([
		["in chunks", ["Transfer-Encoding: chunked"], `ffff\r\n${"x".repeat(0xffff)}\r\n`],
		["that tells its length", [`Content-Length: ${HUGE}`], "x"],
	])(
		"that never ends is answered, and its connection is ended: %s",
		async (_what, headers, part) => {
			const type = "Content-Type: application/json";
			const socket = open(url);
			let received = "";
			socket.on("data", (chunk) => {
				received += chunk;
			});
			socket.write(head("POST", "/graphql", ["Host: aqwal.test", type, ...headers]));
			const sending = setInterval(() => socket.write(part), 20);
			await once(socket, "close");
			clearInterval(sending);
			expect(received).toMatch(/^HTTP\/1\.1 413 [\s\S]*REQUEST_ENTITY_TOO_LARGE/);
			expect(received).toMatch(/connection: close/i);
			await expectAlive(url);
		},
		10_000,
	);

	it.each(["/health", "/export/statements.csv", "/nothing", "/"])(
		"is not read at %s",
		async (path) => {
			const received = await sendBytes(
				url,
				Buffer.concat([
					Buffer.from(head("POST", path, ["Host: aqwal.test", `Content-Length: ${HUGE}`])),
					Buffer.alloc(HUGE),
				]),
			);
			expect(received.byteLength).toBeLessThan(1000);
			await expectAlive(url);
		},
	);
});

describe("chunks", () => {
	it("may be of one byte each", async () => {
		expect((await attack(url, chunked(padded(20_000), 1))).data).toEqual(ANSWER);
	});

	const headers = ["Host: aqwal.test", "Transfer-Encoding: chunked"];
	const start = head("POST", "/graphql", [...headers, "Content-Type: application/json"]);

	it.each([
		["a length that is no number", "zz\r\n{}\r\n0\r\n\r\n"],
		["a length with a sign", "-1\r\n{}\r\n0\r\n\r\n"],
		["a length in another form", "0x2\r\n{}\r\n0\r\n\r\n"],
		["a length that no number can hold", `${"f".repeat(40)}\r\n{}\r\n0\r\n\r\n`],
		["more than their length", "1\r\n{}\r\n0\r\n\r\n"],
		["extensions without end", `2;${"a=b;".repeat(10_000)}\r\n{}\r\n0\r\n\r\n`],
	])("are refused with %s", async (_what, body) => {
		expect(String(await sendBytes(url, start + body))).toMatch(/^HTTP\/1\.1 4\d\d /);
		await expectAlive(url);
	});
});

describe("a length that is not that of the body", () => {
	const type = "Content-Type: application/json";
	const body = JSON.stringify(OPERATION);

	it.each(["-1", "+5", "0x10", "1e3", "5, 5", "5 5", "99999999999999999999999", "abc", "\u00b2"])(
		"is refused when it is %s",
		async (length) => {
			const request = head("POST", "/graphql", [
				"Host: aqwal.test",
				type,
				`Content-Length: ${length}`,
			]);
			expect(String(await sendBytes(url, request + body))).toMatch(/^HTTP\/1\.1 400 /);
			await expectAlive(url);
		},
	);

	it("is refused when it comes twice, or with a transfer encoding", async () => {
		for (const lengths of [
			["Content-Length: 26", "Content-Length: 26"],
			["Content-Length: 26", "Content-Length: 5"],
			["Content-Length: 5", "Transfer-Encoding: chunked"],
			["Transfer-Encoding: chunked", "Content-Length: 5"],
			["Transfer-Encoding: chunked, identity"],
			["Transfer-Encoding: xchunked"],
		]) {
			const request = head("POST", "/graphql", ["Host: aqwal.test", type, ...lengths]);
			const received = String(await sendBytes(url, `${request}${body}\r\n0\r\n\r\n`));
			expect(received, lengths.join()).toMatch(/^HTTP\/1\.1 400 /);
			expect(received.match(/HTTP\/1\.1 /g), lengths.join()).toHaveLength(1);
		}
	});

	it("lets nothing of what follows be answered as a request of its own", async () => {
		const hidden = "GET /export/statements.csv HTTP/1.1\r\nHost: aqwal.test\r\n\r\n";
		const request = posted(body).toString("utf8");
		expect(String(await sendBytes(url, request + hidden)).match(/HTTP\/1\.1 \d/g)).toHaveLength(1);
	});
});

describe("a body in another encoding", () => {
	it.each([
		["half of a character", Buffer.from([0xd8])],
		["bytes that UTF-8 does not have", Buffer.from([0xff, 0xfe, 0xc1])],
		["a slash that is longer than it need be", Buffer.from([0xc0, 0xaf])],
		["a NUL that is longer than it need be", Buffer.from([0xc0, 0x80])],
		["half of a surrogate pair", Buffer.from([0xed, 0xa0, 0x80])],
		["a character beyond the last", Buffer.from([0xf4, 0x90, 0x80, 0x80])],
	])("is read as if it had the sign for that in it: %s", async (_what, bytes) => {
		const [before, after] = ['{"query":"{ __typename ', ' }"}'].map((text) => Buffer.from(text));
		const inComment = Buffer.concat([
			before ?? bytes,
			Buffer.from("#"),
			bytes,
			Buffer.from('\\n}"}'),
		]);
		expect((await attack(url, posted(inComment))).data).toEqual(ANSWER);
		const asField = Buffer.concat([before ?? bytes, bytes, after ?? bytes]);
		const { codes, text } = await attack(url, posted(asField));
		expect(codes).toEqual(["GRAPHQL_PARSE_FAILED"]);
		expect(text).toContain("U+FFFD");
	});

	it.each([
		["UTF-16", Buffer.from(JSON.stringify(OPERATION), "utf16le")],
		["a byte order mark", Buffer.from(`\ufeff${JSON.stringify(OPERATION)}`)],
		["gzip", gzipSync(JSON.stringify(OPERATION))],
		["a megabyte that gzip makes small", gzipSync(Buffer.alloc(1_000_000, 0x20))],
	])("is refused when it is %s", async (_what, bytes) => {
		for (const headers of [[], ["Content-Encoding: gzip"], ["Content-Encoding: br, gzip"]]) {
			const { status, codes } = await attack(url, posted(bytes, headers));
			expect({ status, codes }).toEqual({ status: 400, codes: ["BAD_REQUEST"] });
		}
	});
});

describe("requests that are never finished", () => {
	it("do not keep others waiting, and leave nothing behind", async () => {
		const beginnings = [
			"P",
			"POST /graphql HTTP/1.1\r\nHost: aqwal.test\r\nX-Slow: ",
			posted(padded(50_000)).subarray(0, 20_000),
			chunked(padded(50_000), 500).slice(0, 20_000),
			"POST /export/statements.csv HTTP/1.1\r\nHost: aqwal.test\r\nContent-Length: 10\r\n\r\n1",
		];
		const sockets = await Promise.all(
			Array.from({ length: 200 }, async (_none, index) => {
				const socket = open(url);
				await once(socket, "connect");
				socket.write(beginnings[index % beginnings.length] ?? "");
				return socket;
			}),
		);
		const start = performance.now();
		for (let time = 0; time < 20; time += 1) await expectAlive(url);
		expect(performance.now() - start).toBeLessThan(5000);
		for (const socket of sockets) socket.destroy();
		await expectAlive(url);
	});

	it("may go on byte by byte while others are answered", async () => {
		const socket = open(url);
		let received = "";
		socket.on("data", (chunk) => {
			received += chunk;
		});
		for (const byte of posted(JSON.stringify(OPERATION))) {
			socket.write(Buffer.from([byte]));
			if (byte === 0x0a) await expectAlive(url);
		}
		await once(socket, "close");
		expect(received).toContain('{"data":{"__typename":"Query"}}');
	});
});
