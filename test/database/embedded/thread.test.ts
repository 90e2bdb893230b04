import { readFile } from "node:fs/promises";
import { afterAll, describe, expect, test } from "vitest";
import { openBare } from "../../../src/database/embedded/open.ts";
import {
	type DatabaseThread,
	openThread,
	startThread,
} from "../../../src/database/embedded/thread.ts";
import { EMPTY_ARCHIVE } from "../../support/global-setup.ts";
import { startChild } from "../children.ts";

async function emptyArchive(): Promise<ArrayBuffer> {
	return new Uint8Array(await readFile(EMPTY_ARCHIVE)).buffer;
}

/** A message of PostgreSQL's protocol: its type, its length, and what it says. */
function message(type: string, content: string): Uint8Array<ArrayBuffer> {
	const bytes = Buffer.from(`${type}....${content}\0`);
	bytes.writeUInt32BE(bytes.length - 1, 1);
	return new Uint8Array(bytes);
}

/** What the thread answers, with a dot for each byte that is no text. */
async function answerTo(thread: DatabaseThread, query: string): Promise<string> {
	const parts: Uint8Array[] = [];
	await thread.ask(message("Q", query), (part) => parts.push(part));
	return Buffer.concat(parts)
		.toString("latin1")
		.replace(/[^ -~]/g, ".");
}

/** No PostgreSQL knows a message of this type: it ends. */
const deadlyMessage = () => message("!", "");
const BROKEN =
	/^expected the embedded database to answer, but it has broken down: .*exit.*; start the process again$/;

describe.runIf(!process.env.DATABASE_URL)("the thread of the embedded database", () => {
	const threads: DatabaseThread[] = [];
	afterAll(() => Promise.all(threads.map((thread) => thread.close())));

	async function open(): Promise<DatabaseThread> {
		const thread = startThread();
		threads.push(thread);
		await thread.open(await emptyArchive());
		return thread;
	}

	test("answers in PostgreSQL's protocol, a long answer in parts that come meanwhile", async () => {
		const thread = await open();
		expect(await answerTo(thread, "SELECT 'it' || ' works'")).toContain("it works");
		const times: number[] = [];
		const query = "SELECT repeat('x', 1000) FROM generate_series(1, 4000)";
		await thread.ask(message("Q", query), (part) => times.push(part.length));
		expect(times.length).toBeGreaterThan(10);
		expect(times.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(4_000_000);
	});

	test("takes the archive and the messages over without a copy", async () => {
		const thread = startThread();
		threads.push(thread);
		const archive = await emptyArchive();
		expect(archive.byteLength).toBeGreaterThan(1_000_000);
		await thread.open(archive);
		const messages = message("Q", "SELECT 1");
		await thread.ask(messages, () => undefined);
		expect([archive.byteLength, messages.byteLength]).toEqual([0, 0]);
	});

	test("leaves this thread free while it works", async () => {
		const thread = await open();
		let turns = 0;
		const timer = setInterval(() => (turns += 1), 10);
		const start = performance.now();
		await answerTo(thread, "SELECT count(*) FROM generate_series(1, 3000000)");
		clearInterval(timer);
		expect(performance.now() - start).toBeGreaterThan(200);
		expect(turns).toBeGreaterThan(10);
	});

	test("fails what is asked when PostgreSQL breaks, and all that is asked later", async () => {
		const thread = await open();
		const slow = answerTo(thread, "SELECT pg_sleep(0.2), 'slow'");
		const deadly = thread.ask(deadlyMessage(), () => undefined);
		const told = expect(deadly).rejects.toThrow(BROKEN);
		const next = expect(answerTo(thread, "SELECT 1")).rejects.toThrow(BROKEN);
		expect(await slow).toContain("slow");
		await Promise.all([told, next]);
		await expect(thread.connect()).rejects.toThrow(BROKEN);
		await expect(thread.dump()).rejects.toThrow(BROKEN);
		await thread.close();
	});

	test("tells it through node-postgres, now and later", async () => {
		const database = await openBare(openThread(await emptyArchive()));
		const client = await database.pool.connect();
		const answered = client.query("SELECT 1 AS one");
		client.connection.stream.write(deadlyMessage());
		const asked = expect(client.query("SELECT 1")).rejects.toThrow(BROKEN);
		expect((await answered).rows).toEqual([{ one: 1 }]);
		await asked;
		client.release();
		await expect(database.pool.query("SELECT 1")).rejects.toThrow(BROKEN);
		await expect(database.pool.query("SELECT 1")).rejects.toThrow(BROKEN);
		await database.close();
	});

	test("ends at once when it is closed, whatever it does; then nothing is answered", async () => {
		const thread = await open();
		const endless = expect(answerTo(thread, "SELECT pg_sleep(600)")).rejects.toThrow(
			"the embedded database is closed",
		);
		const start = performance.now();
		await thread.close();
		expect(performance.now() - start).toBeLessThan(5000);
		await endless;
		await expect(answerTo(thread, "SELECT 1")).rejects.toThrow("the embedded database is closed");
		await thread.close();
	});

	test("fails to open what is no archive", async () => {
		const thread = startThread();
		threads.push(thread);
		const nonsense = new TextEncoder().encode("no archive").buffer;
		await expect(thread.open(nonsense)).rejects.toThrow(/./);
	});

	test("keeps a process alive until it has answered, and no longer", async () => {
		const child = startChild("ask-and-forget.ts", EMPTY_ARCHIVE);
		expect(await child.nextLine()).toBe("answered");
		expect(await child.ended()).toBe(0);
	});
});
