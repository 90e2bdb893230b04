import { type AddressInfo, connect as connectTo, createServer, type Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { BadRequest } from "../../src/database/bad-request.ts";
import { poolReader, type Reader, resultTypes } from "../../src/database/database.ts";
import { load } from "../../src/database/load.ts";
import { migratePostgres, openPostgres } from "../../src/database/postgres.ts";
import { openReplicas, type Replicas } from "../../src/database/replicas.ts";
import { sql } from "../../src/database/sql.ts";
import { realCorpus } from "../support/database.ts";

const target = inject("corpusTarget");
const url = "url" in target ? target.url : null;

/** The way to a server, which can be cut and mended. */
async function openWay(to: URL) {
	const sockets = new Set<Socket>();
	let isOpen = true;
	const server = createServer((socket) => {
		if (!isOpen) return void socket.destroy();
		const other = connectTo(Number(to.port || 5432), to.hostname);
		for (const one of [socket, other]) {
			sockets.add(one);
			one.on("error", () => undefined).on("close", () => sockets.delete(one));
		}
		socket.pipe(other).pipe(socket);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: Object.assign(new URL(to), { hostname: "127.0.0.1", port: String(port) }).href,
		cut: () => {
			isOpen = false;
			for (const socket of sockets) socket.destroy();
		},
		mend: () => {
			isOpen = true;
		},
		close: () => {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}

async function until(condition: () => boolean): Promise<void> {
	for (let time = 0; time < 100 && !condition(); time += 1)
		await new Promise((resolve) => setTimeout(resolve, 50));
	expect(condition()).toBe(true);
}

describe.skipIf(url === null)("replicas", () => {
	const VERSION = sql`SELECT version FROM "Corpus"`;
	let asked: string[];
	let version: string;
	let way: Awaited<ReturnType<typeof openWay>>;
	let replicas: Replicas;
	beforeAll(async () => {
		asked = [];
		const to = new URL(url ?? "");
		way = await openWay(to);
		version = (await realCorpus()).version;
		const primary: Reader = {
			read: async () => {
				asked.push("primary");
				return [];
			},
		};
		const pool = new pg.Pool({ connectionString: way.url, types: resultTypes, max: 2 });
		pool.on("error", () => undefined);
		replicas = openReplicas(primary, [{ reader: poolReader(pool), close: () => pool.end() }]);
	});
	afterAll(async () => {
		await replicas.close();
		way.close();
	});

	test("are not read before anyone knows which corpus they should have", async () => {
		expect(await replicas.read(VERSION)).toEqual([]);
		expect(replicas.readyCount).toBe(0);
	});

	test("are not read while they have another corpus", async () => {
		replicas.onVersion("another");
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(replicas.readyCount).toBe(0);
		expect(await replicas.read(VERSION)).toEqual([]);
	});

	test("are read when they have caught up", async () => {
		replicas.onVersion(version);
		await until(() => replicas.readyCount === 1);
		expect(await replicas.read(VERSION)).toEqual([{ version }]);
	});

	test("say themselves what is wrong with a request, and stay", async () => {
		await expect(replicas.read(sql`SELECT ${"\0"}`)).rejects.toThrow(BadRequest);
		await expect(replicas.read(sql`SELECT 1 / 0`)).rejects.toThrow("division by zero");
		expect(replicas.readyCount).toBe(1);
	});

	test("are left out when they are dead, without a request that fails, and taken back", async () => {
		way.cut();
		const before = asked.length;
		expect(await replicas.read(VERSION)).toEqual([]);
		expect(asked.length).toBe(before + 1);
		expect(replicas.readyCount).toBe(0);
		way.mend();
		await until(() => replicas.readyCount === 1);
		expect(await replicas.read(VERSION)).toEqual([{ version }]);
	});
});

describe.skipIf(url === null)("a server that watches", () => {
	test("learns of a new corpus when it is committed, from whichever process", async () => {
		const admin = new pg.Client({ connectionString: url ?? "" });
		await admin.connect();
		const name = `aqwal_test_watch_${process.pid}`;
		await admin.query(`CREATE DATABASE ${name}`);
		const own = Object.assign(new URL(url ?? ""), { pathname: `/${name}` }).href;
		const [writer, reader] = [openPostgres(own), openPostgres(own)];
		try {
			await migratePostgres(writer, own);
			const corpus = await realCorpus();
			await load(writer, corpus);
			const told: (string | null)[] = [];
			const stop = await reader.watch((version) => told.push(version));
			await until(() => told.length === 1);
			await load(writer, { ...corpus, version: "next" } as typeof corpus);
			await until(() => told.includes("next"));
			// The server ends the connection: nobody can tell, until it is there again.
			await admin.query(
				"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND query LIKE 'LISTEN%' OR query LIKE 'SELECT version%'",
				[name],
			);
			await until(() => told.lastIndexOf(null) > told.indexOf("next"));
			await until(() => told.at(-1) === "next");
			// Between them it was told that another one comes.
			expect(told.slice(0, 3)).toEqual([corpus.version, null, "next"]);
			await stop();
		} finally {
			await writer.close();
			await reader.close();
			await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
			await admin.end();
		}
	});
});
