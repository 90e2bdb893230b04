// Loads a server for some minutes, with the corpus replaced in between: npm run soak -- --help
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { load } from "../../src/database/load.ts";
import { openPostgres } from "../../src/database/postgres.ts";
import { checked, realFiles, variedCorpus } from "../database/variants.ts";
import { answersNow, Client, loadUntil, type Seen } from "./load.ts";
import { HELP, readSoakOptions, type SoakOptions } from "./options.ts";
import { startServer } from "./start-server.ts";

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** By how much memory may be larger in the last quarter than in the one before it. */
const MOST_GROWTH = 1.05;
/** How long the server may take to let go of connections when the load is over. */
const SETTLING = 3 * SECOND;

function residentBytes(text: string): number {
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1]) * KILOBYTE;
}

/** What the process itself knows of its memory: what grows outside of both is the allocator's. */
async function insideOf(origin: string): Promise<string> {
	const measures = await (await fetch(new URL("/metrics", origin))).text();
	const shown = (name: string) => {
		const value = Number(new RegExp(`^${name} (.*)$`, "m").exec(measures)?.[1]);
		return `${Math.round(value / MEGABYTE)} MB`;
	};
	return `heap ${shown("nodejs_heap_size_used_bytes")} of ${shown("nodejs_heap_size_total_bytes")}, external ${shown("nodejs_external_memory_bytes")}`;
}

function median(values: readonly number[]): number {
	return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

interface Figures {
	readonly seen: Seen;
	readonly reseeds: number;
	/** In bytes, every few seconds. */
	readonly memory: readonly number[];
	readonly connections: { readonly before: number; readonly after: number };
}

async function soak(options: SoakOptions, url: string, admin: pg.Client): Promise<Figures> {
	const { child, origin } = await startServer({ DATABASE_URL: url });
	const writing = openPostgres(url, { connections: 2 });
	const client = new Client(origin, options.connections);
	const countConnections = async () => {
		const { rows } = await admin.query<{ count: number }>(
			"SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = $1",
			[new URL(url).pathname.slice(1)],
		);
		return rows[0]?.count ?? 0;
	};
	try {
		const corpora = [await variedCorpus(), checked(await realFiles())];
		const right = new Set<string>();
		for (const corpus of corpora) {
			await load(writing, corpus);
			await pause(SECOND);
			for (const answer of await answersNow(client)) right.add(answer);
		}
		const seen: Seen = { requests: 0, overloaded: 0, late: 0, wrong: [] };
		const end = performance.now() + options.minutes * MINUTE;
		const isOver = () => performance.now() > end;
		const loading = Promise.all(
			Array.from({ length: options.connections }, (_one, index) =>
				loadUntil(client, isOver, right, seen, 7 * index),
			),
		);
		const memory: number[] = [];
		let reseeds = 0;
		let before = 0;
		let next = performance.now() + options.reseed * SECOND;
		while (!isOver()) {
			await pause(Math.min(5 * SECOND, (options.minutes * MINUTE) / 20));
			memory.push(residentBytes(await readFile(`/proc/${child.pid}/status`, "utf8")));
			if (before === 0) before = await countConnections();
			if (performance.now() > next) {
				const corpus = corpora[reseeds % corpora.length];
				if (corpus !== undefined) await load(writing, corpus);
				reseeds += 1;
				next = performance.now() + options.reseed * SECOND;
				const inside = await insideOf(origin);
				console.error(
					`${Math.round((end - performance.now()) / SECOND)} s left, ${seen.requests} requests, ${reseeds} corpora, ${Math.round((memory.at(-1) ?? 0) / MEGABYTE)} MB, ${inside}`,
				);
			}
		}
		await loading;
		await pause(SETTLING);
		return { seen, reseeds, memory, connections: { before, after: await countConnections() } };
	} finally {
		client.close();
		await writing.close();
		child.kill();
		if (child.exitCode === null) await once(child, "exit");
	}
}

function report(
	{ seen, reseeds, memory, connections }: Figures,
	{ minutes }: SoakOptions,
): string[] {
	const settled = memory.slice(memory.length >> 1);
	const growth =
		median(settled.slice(settled.length >> 1)) / median(settled.slice(0, settled.length >> 1));
	const shown = (bytes: number | undefined) => Math.round((bytes ?? 0) / MEGABYTE);
	console.log(
		`requests            ${seen.requests}, ${Math.round(seen.requests / minutes / 60)} a second`,
	);
	console.log(`refused for now     ${seen.overloaded}`);
	console.log(`too late            ${seen.late}`);
	console.log(`corpora replaced    ${reseeds}`);
	console.log(`wrong answers       ${seen.wrong.length}`);
	console.log(
		`memory              ${shown(memory[0])} to ${shown(memory.at(-1))} MB, last quarter over the one before ${growth.toFixed(3)}`,
	);
	console.log(
		`connections         ${connections.before} at the start, ${connections.after} in the end`,
	);
	return [
		...seen.wrong,
		...(growth > MOST_GROWTH ? [`memory grows: ${growth.toFixed(3)}`] : []),
		...(connections.after > connections.before ? ["connections are left open"] : []),
		...(seen.requests === 0 ? ["nothing was asked"] : []),
	];
}

async function main(): Promise<number> {
	const options = readSoakOptions(process.argv.slice(2), process.env);
	if (options === null) {
		console.log(HELP);
		return 0;
	}
	const admin = new pg.Client({ connectionString: options.server });
	await admin.connect();
	const name = `aqwal_soak_${process.pid}`;
	await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
	try {
		const url = Object.assign(new URL(options.server), { pathname: `/${name}` }).href;
		const faults = report(await soak(options, url, admin), options);
		for (const fault of faults) console.error(fault);
		return faults.length === 0 ? 0 : 1;
	} finally {
		await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
		await admin.end();
	}
}

process.exitCode = await main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	return 1;
});
