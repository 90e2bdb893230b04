// What each part of the way of a request costs: node --import ./run.mjs test/soak/request-cost.ts
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { openSync, writeSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { DEFAULT_CONCURRENCY } from "../../src/config.ts";
import { createApp } from "../../src/server/app.ts";
import { createFront } from "../../src/server/front.ts";
import { openLog } from "../../src/server/observe/log.ts";
import { createMeasures } from "../../src/server/observe/measures.ts";
import { createObserver, type Observer } from "../../src/server/observe/observer.ts";
import { API_HEADERS } from "../../src/server/security-headers.ts";
import { createTurns } from "../../src/server/turns.ts";
import { CostMeter } from "../../src/server/use-cost-limit.ts";

const REQUESTS = 1500;
const ROUNDS = Number(process.env.COST_ROUNDS ?? 5);
const AT_ONCE = 8;
const MEGABYTE = 1024 * 1024;
/** Needs no database, and is compiled, counted and made anew each time. */
const BODY = JSON.stringify({ query: "{ __typename __schema { queryType { name } } }" });

const BLIND: Observer = { observe: () => ({ from: "made" }) };
const unused = () => Promise.reject(new Error("no database is needed here"));

/** What can be left out. */
const PARTS = ["metrics", "log", "headers", "cost"] as const;
type Part = (typeof PARTS)[number];

/** Makes a server without some of its parts; of a process of its own, as some are taken out of modules. */
function serverWithout(parts: ReadonlySet<Part>) {
	if (parts.has("headers"))
		for (const name of Object.keys(API_HEADERS)) Reflect.deleteProperty(API_HEADERS, name);
	if (parts.has("cost")) CostMeter.prototype.cost = () => 0;
	const turns = createTurns({ ...DEFAULT_CONCURRENCY, milliseconds: 50 });
	const measures = createMeasures({ turns, version: () => null });
	const nowhere = openSync("/dev/null", "w");
	const log = openLog(parts.has("log") ? "silent" : "info", {
		write: (line) => void writeSync(nowhere, line),
	});
	const app = createApp({
		database: { read: unused },
		logUnexpected: log.unexpected,
		onError: measures.onError,
	});
	const counted = parts.has("metrics")
		? { onAnswer: () => undefined, onOperation: () => undefined }
		: measures;
	const observer = parts.has("metrics") && parts.has("log") ? BLIND : createObserver(counted, log);
	return createServer(
		createFront({
			app,
			edition: () => null,
			version: async () => null,
			sharedCacheSeconds: 0,
			answerCacheBytes: 0,
			turns,
			mostMilliseconds: 10_000,
			measures,
			observer,
			tracing: null,
		}),
	);
}

/** What a server has used so far. */
interface Used {
	readonly microseconds: number;
	readonly bytes: number;
}

async function beServer(without: string): Promise<void> {
	const server = serverWithout(new Set(PARTS.filter((part) => without.split(",").includes(part))));
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	process.on("message", () => {
		globalThis.gc?.();
		const { user, system } = process.cpuUsage();
		process.send?.({ microseconds: user + system, bytes: process.memoryUsage().heapUsed });
	});
	// A server that listens on a port, not on a pipe, has an address of this kind.
	process.send?.((server.address() as AddressInfo).port);
}

function ask(agent: Agent, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const headers = { "content-type": "application/json", "content-length": BODY.length };
		const asked = request(
			{ agent, port, path: "/graphql", method: "POST", headers },
			(response) => {
				if (response.statusCode !== 200) reject(new Error(`found ${response.statusCode}`));
				response.resume().once("end", resolve);
			},
		);
		asked.once("error", reject).end(BODY);
	});
}

async function load(agent: Agent, port: number): Promise<void> {
	let left = REQUESTS;
	const askOn = async () => {
		while (left > 0) {
			left -= 1;
			await ask(agent, port);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, askOn));
}

async function usedBy(child: ChildProcess): Promise<Used> {
	child.send("used");
	const [used] = (await once(child, "message")) as [Used];
	return used;
}

function median(values: readonly number[]): number {
	return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

/** Runs all kinds of servers side by side, and loads them in turn, so that all have the same weather. */
async function measure(): Promise<void> {
	const kinds = ["nothing", ...PARTS, PARTS.join()];
	const servers = await Promise.all(
		kinds.map(async (without) => {
			const execArgv = ["--import", "./run.mjs", "--expose-gc"];
			const child = fork(new URL(import.meta.url), [without], { execArgv });
			const [port] = (await once(child, "message")) as [number];
			const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
			return { without, child, port, agent, each: [] as number[], bytes: 0 };
		}),
	);
	for (let round = 0; round <= ROUNDS; round += 1)
		for (const server of servers) {
			console.error(`round ${round} of ${ROUNDS}, without ${server.without}`);
			const before = await usedBy(server.child);
			await load(server.agent, server.port);
			const after = await usedBy(server.child);
			// The first round is for the compiler.
			if (round > 0) server.each.push((after.microseconds - before.microseconds) / REQUESTS);
			server.bytes = after.bytes;
		}
	for (const { without, child, agent, each, bytes } of servers) {
		const megabytes = (bytes / MEGABYTE).toFixed(1);
		console.log(
			`without ${without.padEnd(24)} ${median(each).toFixed(1)} us a request, ${megabytes} MB`,
		);
		agent.destroy();
		child.kill();
	}
}

const [without] = process.argv.slice(2);
if (without === undefined) await measure();
else await beServer(without);
