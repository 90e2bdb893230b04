import dns from "node:dns";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import { load } from "../../src/database/load.ts";
import { migratePostgres, openPostgres, withSeedLock } from "../../src/database/postgres.ts";
import { prepareDatabase } from "../../src/database/prepare.ts";
import { sql } from "../../src/database/sql.ts";
import { emptyDatabase, realCorpus } from "../support/database.ts";
import { urlOf } from "./server.ts";
import { SILENT } from "./varied-database.ts";

/** A server of the test's own on some free port; gives the port. */
async function listen(serve: (socket: Socket) => void): Promise<number> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on("error", () => undefined);
		serve(socket);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	// A server that listens on a port has the address of one.
	return (server.address() as AddressInfo).port;
}

/** Answers as PostgreSQL does: asks for a password, and refuses whatever comes. */
function refusePassword(socket: Socket): void {
	const error = 'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "reader"\0\0';
	const message = Buffer.from(`E....${error}`);
	message.writeInt32BE(message.length - 1, 1);
	const askForPassword = Buffer.from([82, 0, 0, 0, 8, 0, 0, 0, 3]);
	socket.once("data", () => {
		socket.write(askForPassword);
		socket.once("data", () => socket.end(message));
	});
}

/** What a person reads who starts Aqwal with a URL that leads nowhere. */
async function failureOf(url: string): Promise<string> {
	// It fails before it looks at the corpus.
	const opening = prepareDatabase({ url }, {} as CheckedCorpus, SILENT);
	const error: unknown = await opening.then(
		() => new Error("it opened"),
		(reason: unknown) => reason,
	);
	return error instanceof Error ? error.message : String(error);
}

describe("openPostgres", () => {
	test.each([
		["postgresql://reader:secret@db.example:5433/corpus", "PostgreSQL at db.example:5433/corpus"],
		[
			"postgres://reader:secret@db.example/corpus?sslmode=require",
			"PostgreSQL at db.example/corpus",
		],
		["postgresql:///corpus?host=/run/postgresql", "PostgreSQL at the local socket/corpus"],
	])("describes %s without its password", async (url, description) => {
		const database = openPostgres(url);
		expect(database.description).toBe(description);
		await database.close();
	});
});

describe("a server that cannot be used is told in one line without the password", () => {
	test("when nothing listens", async () => {
		const port = await listen(() => undefined);
		const free = port === 65_535 ? port - 1 : port + 1;
		expect(await failureOf(`postgresql://reader:secret@127.0.0.1:${free}/corpus`)).toBe(
			`expected an answer of PostgreSQL at 127.0.0.1:${free}/corpus, found: connect ECONNREFUSED 127.0.0.1:${free}`,
		);
	});

	test("when a host has several addresses and nothing listens on any", async () => {
		const lookup = ((
			_host: string,
			_options: object,
			done: (error: null, addresses: dns.LookupAddress[]) => void,
		) =>
			done(null, [
				{ address: "127.0.0.1", family: 4 },
				{ address: "127.0.0.2", family: 4 },
			])) as unknown as typeof dns.lookup;
		const spy = vi.spyOn(dns, "lookup").mockImplementation(lookup);
		onTestFinished(() => spy.mockRestore());
		expect(await failureOf("postgresql://reader:secret@two.example:1/corpus")).toBe(
			"expected an answer of PostgreSQL at two.example:1/corpus, found: connect ECONNREFUSED 127.0.0.1:1, connect ECONNREFUSED 127.0.0.2:1",
		);
	});

	test("when the host is unknown", async () => {
		const message = await failureOf("postgresql://reader:secret@no-such-host.invalid/corpus");
		expect(message).toMatch(
			/^expected an answer of PostgreSQL at no-such-host\.invalid\/corpus, found: getaddrinfo E/,
		);
	});

	test("when the password is wrong", async () => {
		const port = await listen(refusePassword);
		expect(await failureOf(`postgresql://reader:secret@127.0.0.1:${port}/corpus`)).toBe(
			`expected an answer of PostgreSQL at 127.0.0.1:${port}/corpus, found: password authentication failed for user "reader"`,
		);
	});

	test("when it never answers, within 15 s", { timeout: 15_000 }, async () => {
		const port = await listen(() => undefined);
		expect(await failureOf(`postgresql://reader:secret@127.0.0.1:${port}/corpus`)).toBe(
			`expected an answer of PostgreSQL at 127.0.0.1:${port}/corpus, found: timeout expired`,
		);
	});

	test.runIf(process.env.DATABASE_URL)("when it has no such database", async () => {
		const { host, href } = Object.assign(new URL(process.env.DATABASE_URL ?? ""), {
			pathname: "/no_such_database",
		});
		expect(await failureOf(href)).toBe(
			`expected an answer of PostgreSQL at ${host}/no_such_database, found: database "no_such_database" does not exist`,
		);
	});
});

describe.runIf(process.env.DATABASE_URL)("on a server", () => {
	test("days are read as ISO 8601 writes them, however the server writes them", async () => {
		const own = await emptyDatabase();
		const url = await urlOf(own);
		const name = new URL(url).pathname.slice(1);
		await (await own.writer()).$executeRawUnsafe(`ALTER DATABASE ${name} SET datestyle = 'German'`);
		const database = openPostgres(url);
		await load(database, await realCorpus());
		const [article] = await database.read(
			sql`SELECT "publishedEarliest", "seededAt" FROM "Article", "Corpus" WHERE slug = 'putin-assad-meeting-2018'`,
		);
		await database.close();
		expect(article).toEqual({ publishedEarliest: "2018-05-17", seededAt: expect.any(Date) });
	});

	test("a locale that knows no Arabic letter is refused, as misspelt words would not be found", async () => {
		const own = await emptyDatabase();
		const writer = await own.writer();
		const url = new URL(await urlOf(own));
		const name = `${url.pathname.slice(1)}_c`;
		await writer.$executeRawUnsafe(
			`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C' LC_COLLATE 'C'`,
		);
		onTestFinished(async () => {
			await writer.$executeRawUnsafe(`DROP DATABASE ${name} WITH (FORCE)`);
		});
		url.pathname = `/${name}`;
		expect(await failureOf(url.href)).toMatch(
			/^expected a database whose LC_CTYPE knows Arabic letters, such as C\.UTF-8, found C at PostgreSQL at /,
		);
	});

	test("migrating leaves neither a connection nor a lock behind", async () => {
		const database = await emptyDatabase();
		const left = sql`SELECT query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
		// A connection that has said good-bye may still be listed for a moment.
		await vi.waitFor(async () => expect(await database.read(left)).toEqual([]));
		const locks = sql`SELECT pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE locktype = 'advisory' AND datname = current_database()`;
		expect(await database.read(locks)).toEqual([]);
	});

	test("migrating twice applies nothing the second time", async () => {
		const database = await emptyDatabase();
		const migrations = () => database.read(sql`SELECT id, finished_at FROM _prisma_migrations`);
		const before = await migrations();
		await migratePostgres(database, await urlOf(database));
		expect(await migrations()).toEqual(before);
	});

	test("one at a time has the lock for seeding, and a failure gives it back", async () => {
		const url = await urlOf(await emptyDatabase());
		let inside = 0;
		let most = 0;
		const onWait = vi.fn();
		let waited: () => void = () => undefined;
		const somebodyWaits = new Promise<void>((resolve) => {
			waited = resolve;
		});
		onWait.mockImplementation(() => waited());
		const work = async () => {
			inside += 1;
			most = Math.max(most, inside);
			// Whoever is first stays until another one has come, however long that takes to connect.
			await somebodyWaits;
			inside -= 1;
			return "done";
		};
		expect(
			await Promise.all(Array.from({ length: 5 }, () => withSeedLock(url, onWait, work))),
		).toEqual(Array(5).fill("done"));
		expect(most).toBe(1);
		expect(onWait).toHaveBeenCalled();
		onWait.mockClear();
		const fault = new Error("fault");
		await expect(withSeedLock(url, onWait, () => Promise.reject(fault))).rejects.toBe(fault);
		expect(await withSeedLock(url, onWait, work)).toBe("done");
		expect(onWait).not.toHaveBeenCalled();
	});

	test("the loss of the lock's connection ends neither the work nor the process", async () => {
		const database = await emptyDatabase();
		const result = await withSeedLock(
			await urlOf(database),
			() => undefined,
			async () => {
				const ended = await database.read(
					sql`SELECT pg_terminate_backend(pid) AS ended FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
				);
				expect(ended).toEqual([{ ended: true }]);
				await new Promise((resolve) => setTimeout(resolve, 200));
				return "done";
			},
		);
		expect(result).toBe("done");
	});
});
