import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { type RunningServer, serve } from "../../src/server/main.ts";
import { TEST_CONFIGURATION } from "../support/server.ts";

const ANY_PORT = TEST_CONFIGURATION;
const SLOW = JSON.stringify({ query: '{ speaker(by: { slug: "nobody" }) { slug } }' });

/** A promise, and how to keep it. */
function signal(): { given: Promise<void>; give: () => void } {
	let give = () => {};
	const given = new Promise<void>((resolve) => {
		give = resolve;
	});
	return { given, give };
}

/** A database that holds each statement until it is let go, and then finds nothing. */
function heldDatabase() {
	const [asked, letGo] = [signal(), signal()];
	const state = { closed: 0 };
	// The server only reads, and closes.
	const database = {
		read: async () => {
			asked.give();
			await letGo.given;
			return [];
		},
		watch: async () => async () => undefined,
		close: async () => {
			state.closed += 1;
		},
	} as unknown as Database;
	return { database, asked: asked.given, letGo: letGo.give, state };
}

const open: (() => void)[] = [];
afterEach(() => {
	for (const close of open.splice(0)) close();
});

/** A connection that is kept open, and what came over it. */
async function connection({ url }: RunningServer) {
	const { hostname, port } = new URL(url);
	const socket: Socket = connect(Number(port), hostname);
	open.push(() => socket.destroy());
	let received = "";
	socket.on("data", (chunk) => {
		received += chunk;
	});
	// A connection that is cut off may end with an error, which is no fault here.
	socket.on("error", () => undefined);
	const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
	await once(socket, "connect");
	const write = (text: string) => socket.write(text);
	const post = (body: string) =>
		write(
			`POST /graphql HTTP/1.1\r\nhost: aqwal.test\r\nconnection: keep-alive\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
		);
	const answered = async (part: string) => {
		while (!received.includes(part)) await once(socket, "data");
	};
	return { write, post, answered, ended, received: () => received };
}

describe("serve", () => {
	it("listens on a free port and says where", async () => {
		const { database, letGo } = heldDatabase();
		letGo();
		const server = await serve(database, ANY_PORT);
		expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/graphql$/);
		const response = await fetch(`${server.url}?query={__typename}`);
		expect(await response.json()).toEqual({ data: { __typename: "Query" } });
		await server.stop();
		await expect(fetch(server.url)).rejects.toThrow("fetch failed");
	});

	it("says what to do when the port is in use", async () => {
		const other = createServer().listen(0, ANY_PORT.host);
		await once(other, "listening");
		open.push(() => other.close());
		const { port } = other.address() as AddressInfo;
		await expect(serve(heldDatabase().database, { ...ANY_PORT, port })).rejects.toThrow(
			`PORT: expected a free port, but ${port} on 127.0.0.1 is in use; set PORT to another`,
		);
	});

	it("names HOST when the address is not one of this machine", async () => {
		// 192.0.2.0/24 is reserved for documentation.
		const host = "192.0.2.1";
		await expect(serve(heldDatabase().database, { ...ANY_PORT, host })).rejects.toThrow(
			/^HOST, PORT: cannot listen on 192\.0\.2\.1, port 0: ./,
		);
	});
});

describe("a header Host that is none", () => {
	it.each(["[", "a b", "a/b", "a:b", "a:999999", "\u00e4"])(
		"is refused with a sentence: %s",
		async (host) => {
			const server = await serve(heldDatabase().database, ANY_PORT);
			const client = await connection(server);
			client.write(`GET /x HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
			await client.ended;
			expect(client.received()).toMatch(/^HTTP\/1\.1 400 /);
			expect(client.received()).not.toMatch(/\.ts|node_modules/);
			await server.stop();
		},
	);
});

describe("more than can be answered at once", () => {
	it("is refused at once, with when to ask again, and what waits is answered", async () => {
		const { database, asked, letGo } = heldDatabase();
		const concurrency = { atOnce: 1, mostUnderWay: 1, mostWaiting: 1 };
		const server = await serve(database, { ...ANY_PORT, concurrency });
		const post = () =>
			fetch(server.url, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: SLOW,
			});
		const first = post();
		await asked;
		const others = [post(), post()];
		const refused = await Promise.race(others);
		expect(refused.status).toBe(503);
		expect(refused.headers.get("retry-after")).toBe("1");
		expect(await refused.json()).toEqual({
			errors: [
				{
					message: "the server is asked for more at once than it can answer; ask again in 1 s",
					extensions: { code: "OVERLOADED" },
				},
			],
		});
		letGo();
		const answers = await Promise.all([first, ...others]);
		expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 503]);
		await server.stop();
	});
});

describe("stop", () => {
	it("answers the request in flight, closes its connection, and then the database", async () => {
		const { database, asked, letGo, state } = heldDatabase();
		const server = await serve(database, ANY_PORT);
		const client = await connection(server);
		client.post(SLOW);
		await asked;
		const stopped = server.stop();
		await expect(fetch(server.url)).rejects.toThrow("fetch failed");
		expect(state.closed).toBe(0);
		letGo();
		await stopped;
		await client.ended;
		expect(client.received()).toMatch(/^HTTP\/1\.1 200 /);
		expect(client.received()).toContain('{"data":{"speaker":null}}');
		expect(state.closed).toBe(1);
	});

	it("does not wait for connections that are kept open for later", async () => {
		const { database } = heldDatabase();
		const server = await serve(database, ANY_PORT);
		const client = await connection(server);
		client.post(JSON.stringify({ query: "{ __typename }" }));
		await client.answered('{"data":{"__typename":"Query"}}');
		await server.stop();
		await client.ended;
	});

	it("cuts off a request that does not come to its end", async () => {
		const { database, state } = heldDatabase();
		const server = await serve(database, ANY_PORT);
		const client = await connection(server);
		client.write(
			"POST /graphql HTTP/1.1\r\nhost: aqwal.test\r\ncontent-type: application/json\r\ncontent-length: 9\r\nexpect: 100-continue\r\n\r\n",
		);
		await client.answered("100 Continue");
		await server.stop();
		await client.ended;
		expect(state.closed).toBe(1);
	});

	it("does not wait for connections on which nothing was asked, as browsers open them", async () => {
		const { database, asked, letGo } = heldDatabase();
		const server = await serve(database, ANY_PORT);
		const [silent, client] = [await connection(server), await connection(server)];
		client.post(SLOW);
		await asked;
		const stopped = server.stop();
		letGo();
		await stopped;
		await Promise.all([silent.ended, client.ended]);
		expect(client.received()).toContain('{"data":{"speaker":null}}');
		expect(silent.received()).toBe("");
	});
});
