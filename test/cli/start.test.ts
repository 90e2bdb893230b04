import { once } from "node:events";
import { appendFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
	begin,
	copyOfSeed,
	corpusSettings,
	type Ended,
	linesOf,
	type Options,
	type Running,
	run,
	temporaryFolder,
} from "./run.ts";

const START = "src/cli/start.ts";
const QUERY = '{ speaker(by: { slug: "putin" }) { slug } }';

const running: Running[] = [];
afterEach(() => {
	for (const { child } of running.splice(0)) child.kill("SIGKILL");
});

/** Starts the server and waits for the line that says where it answers. */
async function start(options: Options): Promise<Running & { url: string }> {
	const process = begin(START, [], options);
	running.push(process);
	const { child, printed, ended } = process;
	let url: string | undefined;
	while (url === undefined) {
		if (child.exitCode !== null) throw new Error(`it ended: ${(await ended).stderr}`);
		await Promise.race([once(child.stdout ?? child, "data"), ended]);
		url = /http:\S+/.exec(printed.stdout)?.[0];
	}
	return { ...process, url };
}

/** What a command says that cannot go on: one line without a secret and without a stack. */
function complaint({ code, stdout, stderr }: Ended): string {
	expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
	const lines = linesOf(stderr);
	expect(lines, stderr).toHaveLength(1);
	expect(stderr).not.toMatch(/hunter2| at .*:\d+:\d+/);
	return lines[0] ?? "";
}

describe("npm start", () => {
	it.each(["SIGTERM", "SIGINT"] as const)("answers, and ends well with %s", async (signal) => {
		const server = await start({ env: { PORT: "0", HOST: "127.0.0.1", ...corpusSettings() } });
		expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/graphql$/);
		const answer = await fetch(`${server.url}?${new URLSearchParams({ query: QUERY })}`);
		expect(await answer.json()).toEqual({ data: { speaker: { slug: "putin" } } });
		server.child.kill(signal);
		const { code, stdout, stderr } = await server.ended;
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(stdout).toMatch(
			/^Aqwal answers at http:\S+ from (embedded )?PostgreSQL.*, corpus [0-9a-f]+\n$/,
		);
	});
});

describe("npm start says in one line what is wrong, and ends:", () => {
	it("several wrong settings", async () => {
		const env = { PORT: "abc", DATABASE_URL: "mysql://root:hunter2@127.0.0.1/test" };
		expect(complaint(await run(START, [], { env }))).toBe(
			'PORT: expected a port from 0 to 65535, found "abc"; DATABASE_URL: expected a URL like postgresql://user@host:5432/database, found another value',
		);
	});

	it("a port in use", async () => {
		const other = createServer().listen(0, "127.0.0.1");
		await once(other, "listening");
		const PORT = String((other.address() as AddressInfo).port);
		const env = { PORT, HOST: "127.0.0.1", ...corpusSettings() };
		const ended = await run(START, [], { env });
		other.close();
		expect(complaint(ended)).toBe(
			`PORT: expected a free port, but ${PORT} on 127.0.0.1 is in use; set PORT to another`,
		);
	});

	it("a server that cannot be reached", async () => {
		// Port 1 of this machine: nothing listens there.
		const env = { PORT: "0", DATABASE_URL: "postgresql://root:hunter2@localhost:1/test" };
		expect(complaint(await run(START, [], { env }))).toMatch(
			/^DATABASE_URL: the server cannot be used: .*ECONNREFUSED/,
		);
	});

	it("a server that is none", async () => {
		const other = createServer().listen(0, "127.0.0.1");
		await once(other, "listening");
		const { port } = other.address() as AddressInfo;
		const env = { PORT: "0", DATABASE_URL: `postgresql://root:hunter2@127.0.0.1:${port}/test` };
		const ended = await run(START, [], { env });
		other.close();
		expect(complaint(ended)).toMatch(/^DATABASE_URL: the server cannot be used: ./);
	});
});

describe("npm start with faulty files", () => {
	it("tells every fault with its place, and builds no database", async () => {
		const cwd = await copyOfSeed();
		await appendFile(join(cwd, "seed/articles/putin-assad-meeting-2018.yaml"), "nonsense: 1\n");
		await appendFile(join(cwd, "seed/articles/putin-erdogan-call-2024.yaml"), "nonsense: 1\n");
		const data = await temporaryFolder();
		const env = { PORT: "0", DATA_FOLDER: data };
		const { code, stdout, stderr } = await run(START, [], { cwd, env });
		expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
		expect(linesOf(stderr).map((line) => line.replace(/:\d+:1 /, ":LINE:1 "))).toEqual([
			'seed/articles/putin-assad-meeting-2018.yaml:LINE:1 shape unknown key "nonsense" (at the top)',
			'seed/articles/putin-erdogan-call-2024.yaml:LINE:1 shape unknown key "nonsense" (at the top)',
			"the corpus has faults, so nothing was seeded",
		]);
		expect(await readdir(data)).toEqual([]);
	});
});
