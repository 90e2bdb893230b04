import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Database, Reader } from "../../../src/database/database.ts";
import { type App, createApp } from "../../../src/server/app.ts";
import { variedDatabase } from "../../database/varied-database.ts";
import { type Ending, exportingApp, exportUrl, watched } from "./exporting.ts";

/** The list has more statements than this many times the batches that a test reads. */
const BATCH = 2;
const ENDINGS = ["csv", "ndjson", "jsonld"] as const;
/** The batch that is being sent, the one that is held ready, and the one that is being read. */
const IN_FLIGHT = 3;

let database: Database;
beforeAll(async () => {
	({ database } = await variedDatabase());
});

/** Lets everything go on that needs no answer from outside. */
async function settle(): Promise<void> {
	for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function openBody(app: App, ending: Ending) {
	const response = await app.fetch(exportUrl(ending));
	if (response.body === null) throw new Error("the export has no body");
	return response.body.getReader();
}

describe("the batches in flight", () => {
	it.each(ENDINGS)("are few however slowly %s is read", async (ending) => {
		const reader = watched(database);
		const body = await openBody(exportingApp(reader, BATCH), ending);
		for (let taken = 1; taken <= 6; taken += 1) {
			expect((await body.read()).done).toBe(false);
			await settle();
			expect(reader.batches).toBeGreaterThanOrEqual(taken);
			expect(reader.batches).toBeLessThanOrEqual(taken + IN_FLIGHT - 1);
		}
		await body.cancel();
	});

	it("are all read in the end, each once", async () => {
		const reader = watched(database);
		const text = await (await exportingApp(reader, BATCH).fetch(exportUrl("ndjson"))).text();
		const rows = text.split("\n").length - 1;
		expect(reader.batches).toBe(Math.ceil(rows / BATCH));
		expect(reader.batches).toBeGreaterThan(6 + IN_FLIGHT);
	});
});

describe("a client that goes away", () => {
	it.each(ENDINGS)("ends the reading of %s", async (ending) => {
		const reader = watched(database);
		const body = await openBody(exportingApp(reader, BATCH), ending);
		await body.read();
		await body.cancel(new Error("the client has read enough"));
		await settle();
		const { statements, batches } = reader;
		expect(batches).toBeLessThanOrEqual(IN_FLIGHT);
		await settle();
		expect(reader.statements).toBe(statements);
	});
});

/** A reader that does something else in one batch, counted from 1. */
function failingIn(batch: number, fail: (read: () => Promise<object[]>) => Promise<object[]>) {
	const seen = watched(database);
	const read = ((statement) => {
		const go = () => seen.read<object>(statement);
		return seen.batches >= batch && statement.sql.includes('"Corpus"') ? fail(go) : go();
	}) as Reader["read"];
	return { seen, reader: { read } };
}

const SECRET = new Error("secret-7f3a");
const failures = {
	"a database that fails": () => failingIn(3, () => Promise.reject(SECRET)),
	"a corpus that is seeded again": () => failingIn(3, async () => [{ version: "another" }]),
};
const kinds = ["a database that fails", "a corpus that is seeded again"] as const;

/** An application over such a reader, and what it logs. */
function broken(kind: (typeof kinds)[number]) {
	const { seen, reader } = failures[kind]();
	const logged: unknown[] = [];
	const logUnexpected = (cause: unknown) => logged.push(cause);
	return {
		seen,
		logged,
		app: createApp({ database: reader, logUnexpected, exportBatchSize: BATCH }),
	};
}

const LOGGED = {
	"a database that fails": "secret-7f3a",
	"a corpus that is seeded again": /^the corpus changed from [0-9a-f]{16} to another while/,
};

describe.each(kinds)("%s in the middle", (kind) => {
	it.each(ENDINGS)("makes reading of %s fail, and is logged", async (ending) => {
		const { app, logged, seen } = broken(kind);
		const response = await app.fetch(exportUrl(ending));
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow();
		expect(logged).toEqual([
			expect.objectContaining({ message: expect.stringMatching(LOGGED[kind]) }),
		]);
		expect(seen.batches).toBe(3);
	});

	it("is an answer with a code when nothing was sent yet", async () => {
		const logged: unknown[] = [];
		const early = { read: failingIn(1, () => Promise.reject(SECRET)).reader.read };
		const app = createApp({ database: early, logUnexpected: (cause) => logged.push(cause) });
		const response = await app.fetch(exportUrl("csv"));
		expect(response.status).toBe(500);
		expect(logged).toEqual([SECRET]);
	});
});

const open: (() => void)[] = [];
afterEach(() => {
	for (const close of open.splice(0)) close();
});

/** The port of a server with the application behind it. */
async function portOf(app: App): Promise<number> {
	const server = createServer(app).listen(0, "127.0.0.1");
	open.push(() => {
		server.closeAllConnections();
		server.close();
	});
	await once(server, "listening");
	// A server that listens on a port, not on a pipe, has an address of this kind.
	return (server.address() as AddressInfo).port;
}

function pathOf(ending: Ending): string {
	const { pathname, search } = new URL(exportUrl(ending));
	return pathname + search;
}

/** Headers that say nothing of the file. */
const OF_THE_CONNECTION = ["connection", "date", "keep-alive", "transfer-encoding"];

describe("over a connection", () => {
	it.each(ENDINGS)("%s comes whole", async (ending) => {
		const app = exportingApp(database, BATCH);
		const port = await portOf(app);
		const expected = await (await app.fetch(exportUrl(ending))).text();
		const response = await fetch(`http://127.0.0.1:${port}${pathOf(ending)}`);
		expect(await response.text()).toBe(expected);
	});

	it("HEAD gives the headers alone", async () => {
		const port = await portOf(exportingApp(database, BATCH));
		const url = `http://127.0.0.1:${port}${pathOf("csv")}`;
		const head = await fetch(url, { method: "HEAD" });
		const whole = await fetch(url);
		await whole.body?.cancel();
		const [one, other] = [head, whole].map(({ status, headers }) => ({
			status,
			...Object.fromEntries([...headers].filter(([name]) => !OF_THE_CONNECTION.includes(name))),
		}));
		expect(one).toEqual(other);
		expect(await head.text()).toBe("");
	});

	it.each(kinds)("%s in the middle cuts it", async (kind) => {
		const { app, logged } = broken(kind);
		const response = await fetch(`http://127.0.0.1:${await portOf(app)}${pathOf("csv")}`);
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow("terminated");
		expect(logged).toHaveLength(1);
	});

	it("a client that goes away ends the reading, and no other's", async () => {
		// So many rows that what was read does not all fit into the buffers on the way.
		const reader = watched(endless(database));
		const port = await portOf(exportingApp(reader, BATCH));
		const request = ask({ port, host: "127.0.0.1", path: pathOf("jsonld") }).end();
		const [response] = (await once(request, "response")) as [IncomingMessage];
		await once(response, "readable");
		response.destroy();
		await once(response, "close");
		await settle();
		const { statements } = reader;
		await settle();
		expect(reader.statements).toBe(statements);
		const other = await fetch(`http://127.0.0.1:${port}${pathOf("csv")}`, { method: "HEAD" });
		expect(other.status).toBe(200);
	});
});

/** The database with a list that never ends: after its first batch the first batch comes again. */
function endless(reader: Reader): Reader {
	let first: Promise<object[]> | undefined;
	return {
		read: (async (statement) => {
			if (!statement.sql.includes('"place0"')) return reader.read(statement);
			first ??= reader.read(statement);
			return first;
		}) as Reader["read"],
	};
}
