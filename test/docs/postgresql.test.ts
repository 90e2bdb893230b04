import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { begin, type Running, run } from "../cli/run.ts";
import { pageBlocks } from "./pages.ts";
import { commandsIn } from "./shell.ts";

const blocks = pageBlocks("docs/postgresql.md");
const server = process.env.DATABASE_URL ?? "";
const name = `aqwal_page_${process.pid}`;
const PASSWORD = "a password of your own";

/** The statements of the page, with a name of the test's own for the role and the database. */
function statements(): string[] {
	const text = blocks.find(({ language }) => language === "sql")?.text ?? "";
	return text
		.replace(/\b(ROLE|DATABASE|OWNER) aqwal\b/g, `$1 ${name}`)
		.split(";\n")
		.filter((statement) => statement.trim() !== "");
}

async function onServer(...all: string[]): Promise<void> {
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	try {
		for (const statement of all) await client.query(statement);
	} finally {
		await client.end();
	}
}

/** The address that the page gives a command, as it is on the server of the test. */
function settingsOf(script: string): Record<string, string> {
	const command = blocks
		.filter(({ language }) => language === "sh")
		.flatMap(({ text }) => commandsIn(text))
		.find(({ words }) => words.at(-1) === script);
	const given = new URL(command?.settings.DATABASE_URL ?? "");
	expect([given.username, given.pathname]).toEqual(["aqwal", "/aqwal"]);
	const own = new URL(server);
	Object.assign(own, { username: name, password: PASSWORD, pathname: `/${name}` });
	return { DATABASE_URL: own.href };
}

async function lineOf({ child, printed, ended }: Running): Promise<string> {
	while (!/answers at/.test(printed.stdout)) {
		if (child.exitCode !== null) throw new Error((await ended).stderr);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return printed.stdout;
}

describe.runIf(server !== "")("docs/postgresql.md", { timeout: 120_000 }, () => {
	afterAll(async () => {
		await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `DROP ROLE IF EXISTS ${name}`);
	});

	it("makes a role and a database that can be seeded and served", async () => {
		expect(statements()).toHaveLength(2);
		await onServer(...statements());
		const seeded = await run("seed/seed.ts", [], { env: settingsOf("seed") });
		expect(seeded.code, seeded.stderr).toBe(0);
		const env = { ...settingsOf("start"), PORT: "0", HOST: "127.0.0.1" };
		const started = begin("src/cli/start.ts", [], { env });
		try {
			const line = await lineOf(started);
			expect(line).toMatch(/from PostgreSQL/);
			const { origin } = new URL(/http:\S+/.exec(line)?.[0] ?? "");
			expect((await fetch(`${origin}/ready`)).status).toBe(200);
		} finally {
			started.child.kill("SIGTERM");
			await started.ended;
		}
	});
});

it("has statements and commands to run", () => {
	expect(statements().length).toBeGreaterThan(1);
	expect(blocks.filter(({ language }) => language === "sh").length).toBeGreaterThan(1);
});
