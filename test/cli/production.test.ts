import { execFile } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	changesIn,
	contentsOf,
	install,
	ownedByStranger,
	type Places,
	readUnit,
	runAsStranger,
	type Service,
	STRANGER,
	startService,
} from "./production.ts";
import { corpusSettings, ROOT, temporaryFolder } from "./run.ts";

const run = promisify(execFile);

/** How long the installation may take, and each start, in milliseconds. */
const LONGEST = 240_000;

const folder = await temporaryFolder();
const places: Places = { program: join(folder, "srv"), data: join(folder, "data") };
const unit = readUnit(places);
const services: Service[] = [];
let installed: string[] = [];

beforeAll(async () => {
	await chmod(folder, 0o755);
	await install(places);
	await mkdir(places.data, { mode: 0o700 });
	if (STRANGER !== undefined) await chown(places.data, STRANGER, STRANGER);
	installed = await contentsOf(places.program);
}, LONGEST);

afterAll(async () => {
	for (const { child } of services) child.kill("SIGKILL");
	// Whoever is not root can remove only what can be written.
	await run("chmod", ["-R", "u+w", folder]);
});

async function start(settings: Record<string, string> = {}): Promise<Service> {
	const service = await startService(unit, { PORT: "0", ...settings });
	services.push(service);
	return service;
}

async function statementCount(url: string): Promise<unknown> {
	const query = "{ corpus { statementCount } }";
	const response = await fetch(`${url}?${new URLSearchParams({ query })}`);
	return response.json();
}

const ANSWER = { data: { corpus: { statementCount: 52 } } };

describe("the installation", () => {
	it("leaves out what only the tests need", async () => {
		const { dependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
			dependencies: Record<string, string>;
		};
		const there = new Set(installed.map((line) => line.split(" ")[0]));
		const isThere = (name: string) => there.has(join("node_modules", name));
		expect(Object.keys(dependencies).filter((name) => !isThere(name))).toEqual([]);
		expect(["vitest", "@biomejs/biome", "playwright-core"].filter(isThere)).toEqual([]);
	});

	it("has the bundle, and the client that it was made of", () => {
		const generated = installed.filter((line) => line.startsWith("src/generated/"));
		expect(generated.filter((line) => /\/start-[0-9a-f]+\/start\.mjs /.test(line))).toHaveLength(1);
		expect(generated.some((line) => line.startsWith("src/generated/stamp "))).toBe(true);
	});

	it("cannot be written, not even by who runs it", async () => {
		for (const file of ["start.mjs", "src/generated/checked", "node_modules/new"]) {
			const script = `require("node:fs").appendFileSync(${JSON.stringify(file)}, " ")`;
			const child = runAsStranger(["-e", script], places.program, {});
			let stderr = "";
			child.stderr?.on("data", (chunk) => {
				stderr += chunk;
			});
			const [code] = await once(child, "close");
			expect(code, file).toBe(1);
			expect(stderr).toContain("EACCES");
		}
	});
});

describe("the unit", () => {
	it("starts what npm start starts", async () => {
		const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
			scripts: Record<string, string>;
		};
		expect(unit.settings.get("ExecStart")).toEqual([scripts.start]);
		expect(unit.settings.get("WorkingDirectory")).toEqual([places.program]);
	});

	it("is one that systemd understands, where systemd is installed", async () => {
		const file = join(folder, "aqwal.service");
		await writeFile(file, unit.text);
		const { stderr } = await run("systemd-analyze", ["verify", file]).catch(
			(error: NodeJS.ErrnoException & { stderr?: string }) => {
				if (error.code === "ENOENT") return { stderr: "" };
				throw error;
			},
		);
		expect(stderr.split("\n").filter((line) => line.includes("aqwal"))).toEqual([]);
	});
});

describe("the server, as a user without rights", { timeout: LONGEST }, () => {
	it("builds its database in its data folder, and answers", async () => {
		const server = await start();
		expect(await statementCount(server.url)).toEqual(ANSWER);
		const page = await fetch(server.url, { headers: { accept: "text/html" } });
		expect(await page.text()).toContain("<title>Aqwal</title>");
		const explorer = await fetch(new URL("/", server.url), { headers: { accept: "text/html" } });
		const script = /src="(\/assets\/[^"]+)"/.exec(await explorer.text())?.[1] ?? "";
		expect((await fetch(new URL(script, server.url))).headers.get("content-type")).toBe(
			"text/javascript; charset=utf-8",
		);
		expect((await fetch(new URL("/export/statements.csv", server.url))).status).toBe(200);
		expect(await server.stop()).toMatchObject({ code: 0 });
	});

	it("writes nothing anywhere else", async () => {
		expect(await changesIn(places.program, installed)).toEqual([]);
		const data = await contentsOf(places.data);
		expect(data.map((line) => line.split(" ")[0])).toEqual([
			expect.stringMatching(/^aqwal-[\w-]+\.tar$/),
		]);
		const elsewhere = (await ownedByStranger()).filter((path) => !path.startsWith(places.data));
		expect(elsewhere).toEqual([]);
	});

	it("reads that database at the next start, and writes nothing at all", async () => {
		const before = await contentsOf(places.data);
		const server = await start();
		expect(await statementCount(server.url)).toEqual(ANSWER);
		expect(await server.stop()).toMatchObject({ code: 0, stderr: "" });
		expect(await changesIn(places.data, before)).toEqual([]);
		expect(await changesIn(places.program, installed)).toEqual([]);
	});

	it.runIf("DATABASE_URL" in corpusSettings())(
		"answers from a PostgreSQL server, and has no use for a data folder",
		async () => {
			const server = await start({ ...corpusSettings(), DATA_FOLDER: "/nowhere" });
			expect(await statementCount(server.url)).toEqual(ANSWER);
			const { code, stdout, stderr } = await server.stop();
			expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
			expect(stdout).toContain(" from PostgreSQL");
			expect(await changesIn(places.program, installed)).toEqual([]);
		},
	);
});
