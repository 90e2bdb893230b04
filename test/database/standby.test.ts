import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { watchEditions } from "../../src/database/editions.ts";
import { load } from "../../src/database/load.ts";
import { prepareDatabase } from "../../src/database/prepare.ts";
import { sql } from "../../src/database/sql.ts";
import { realCorpus } from "../support/database.ts";
import { SILENT } from "./varied-database.ts";

const execute = promisify(execFile);

/** Where Debian puts PostgreSQL's own programs; null where there are none. */
function findPrograms(): string | null {
	const root = "/usr/lib/postgresql";
	const versions = existsSync(root) ? readdirSync(root).toSorted().reverse() : [];
	const folders = versions.map((version) => join(root, version, "bin"));
	return folders.find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

const programs = findPrograms();
/** PostgreSQL refuses to be run by root. */
const isRoot = process.getuid?.() === 0;

async function run(program: string, args: string): Promise<void> {
	const command = `${programs}/${program} ${args}`;
	const [file, ...rest] = isRoot ? ["su", "postgres", "-c", command] : ["sh", "-c", command];
	await execute(file ?? "", rest);
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return typeof address === "object" ? (address?.port ?? 0) : 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
	let holds = await condition();
	for (let time = 0; time < 200 && !holds; time += 1) {
		await new Promise((resolve) => setTimeout(resolve, 50));
		holds = await condition();
	}
	expect(holds).toBe(true);
}

// Where the other tests have a server too, so that this is part of the run on PostgreSQL.
describe.skipIf(programs === null || !("url" in inject("corpusTarget")))("a standby", () => {
	let folder: string;
	let ports: { primary: number; standby: number };
	let database: Database;
	let stopWatching: () => Promise<void>;

	const begin = (name: "primary" | "standby") =>
		run(
			"pg_ctl",
			`-D ${folder}/${name} -w -l ${folder}/${name}.log -o '-p ${ports[name]} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off' start`,
		);
	const end = (name: "primary" | "standby") =>
		run("pg_ctl", `-D ${folder}/${name} -m immediate stop`);
	const urlOf = (name: "primary" | "standby") =>
		`postgresql://aqwal@127.0.0.1:${ports[name]}/postgres`;
	/** Who answers, and which corpus it has. */
	const look = async () => {
		const [row] = await database.read<{ isStandby: boolean; version: string }>(
			sql`SELECT pg_is_in_recovery() AS "isStandby", version FROM "Corpus"`,
		);
		return row;
	};

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "aqwal-standby-"));
		if (isRoot) await execute("chown", ["postgres", folder]);
		ports = { primary: await freePort(), standby: await freePort() };
		await run("initdb", `-D ${folder}/primary -U aqwal --auth=trust --locale=C.UTF-8 -E UTF8`);
		await begin("primary");
		const target = `-h 127.0.0.1 -p ${ports.primary} -U aqwal`;
		await run("pg_basebackup", `${target} -D ${folder}/standby -R -X stream -c fast`);
		await begin("standby");
		database = await prepareDatabase(
			{ url: urlOf("primary"), replicas: [urlOf("standby")], connections: 4 },
			await realCorpus(),
			SILENT,
		);
		const editions = await watchEditions(database);
		stopWatching = editions.close;
	}, 60_000);

	afterAll(async () => {
		await stopWatching?.();
		await database?.close();
		await end("standby").catch(() => undefined);
		await end("primary").catch(() => undefined);
		await rm(folder, { recursive: true, force: true });
	});

	test("is read, what is brief too, as soon as it has what was seeded", async () => {
		const { version } = await realCorpus();
		await until(async () => (await look())?.isStandby === true);
		expect(await look()).toEqual({ isStandby: true, version });
		for (let time = 0; time < 3; time += 1)
			expect(await database.read(sql`SELECT pg_is_in_recovery() AS standby`, true)).toEqual([
				{ standby: true },
			]);
	});

	test("is left out until it has the next corpus", async () => {
		const corpus = await realCorpus();
		await load(database, { ...corpus, version: "next" } as typeof corpus);
		const answers: (string | undefined)[] = [];
		await until(async () => {
			const row = await look();
			answers.push(row?.version);
			return row?.isStandby === true && row.version === "next";
		});
		// Once the next one was seen, nobody answered with the one before.
		expect(answers.slice(answers.indexOf("next"))).not.toContain(corpus.version);
	});

	test("is left out when it is gone, without a request that fails, and taken back", async () => {
		await end("standby");
		for (let time = 0; time < 5; time += 1)
			expect(await look()).toEqual({ isStandby: false, version: "next" });
		await begin("standby");
		await until(async () => (await look())?.isStandby === true);
	});
});
