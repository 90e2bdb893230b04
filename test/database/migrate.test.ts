import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, poolReader } from "../../src/database/database.ts";
import { type BareDatabase, openBare } from "../../src/database/embedded/open.ts";
import {
	openSchemaDatabase,
	type SchemaDatabase,
} from "../../src/database/embedded/schema-database.ts";
import { migrate, migrationDifference, readMigrations } from "../../src/database/migrate.ts";

import { sql } from "../../src/database/sql.ts";
import { emptyDatabase } from "../support/database.ts";
import { temporaryFolder } from "./folders.ts";
import { DERIVED_TABLES, TABLES } from "./table-rows.ts";

const FOLDER = "prisma/migrations";

let database: Database;
beforeAll(async () => {
	database = await emptyDatabase();
});

async function committed(): Promise<{ name: string; script: string }[]> {
	const entries = await readdir(FOLDER, { withFileTypes: true });
	const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
	return Promise.all(
		names.toSorted().map(async (name) => ({
			name,
			script: await readFile(join(FOLDER, name, "migration.sql"), "utf8"),
		})),
	);
}

/** The lines of a script that say something. */
function statementsOf(script: string): string[] {
	return script.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("--"));
}

describe("migrating a fresh database", () => {
	test("makes every table of the schema", async () => {
		const rows = await database.read<{ name: string }>(
			sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
		);
		expect(rows.map(({ name }) => name).toSorted()).toEqual(
			[...TABLES, ...DERIVED_TABLES, "Corpus", "_prisma_migrations"].toSorted(),
		);
		const schema = await readFile("prisma/schema.prisma", "utf8");
		const models = [...schema.matchAll(/^model (\w+)/gm)].map(([, name]) => name);
		expect(models.toSorted()).toEqual([...TABLES, ...DERIVED_TABLES, "Corpus"].toSorted());
	});

	test("records each migration as Prisma does", async () => {
		const rows = await database.read(sql`SELECT * FROM _prisma_migrations ORDER BY migration_name`);
		const migrations = await committed();
		expect(migrations).not.toEqual([]);
		expect(rows).toEqual(
			migrations.map(({ name, script }) => ({
				id: expect.stringMatching(/^[0-9a-f-]{36}$/),
				checksum: createHash("sha256").update(script).digest("hex"),
				finished_at: expect.any(Date),
				migration_name: name,
				logs: null,
				rolled_back_at: null,
				started_at: expect.any(Date),
				applied_steps_count: 1,
			})),
		);
	});

	test("orders every text by code points, whatever the server's locale", async () => {
		const columns = await database.read<{ column: string; collation: string | null }>(sql`
			SELECT table_name || '.' || column_name AS column, collation_name AS collation
			FROM information_schema.columns
			WHERE table_schema = 'public' AND data_type IN ('text', 'character varying') AND table_name <> '_prisma_migrations'`);
		expect(columns.length).toBeGreaterThan(50);
		expect(columns.filter(({ collation }) => collation !== "C")).toEqual([]);
	});
});

describe("migrate", () => {
	test("does not start the schema engine where nothing is left to do", async () => {
		const unusable = {} as SqlMigrationAwareDriverAdapterFactory & pg.Pool;
		expect(await migrate(database, async () => unusable, unusable)).toEqual([]);
	});
});

describe.runIf(!process.env.DATABASE_URL)("migrationDifference", () => {
	let empty: SchemaDatabase;
	beforeAll(async () => {
		empty = await openSchemaDatabase();
	});
	afterAll(() => empty.close());

	test("is only comments for the committed schema, and what has changed for another", async () => {
		const schema = await readFile("prisma/schema.prisma", "utf8");
		expect(statementsOf(await migrationDifference(empty.adapter, schema))).toEqual([]);
		const changed = schema.replace("model Publisher {", "model Publisher {\n  motto String?");
		const script = await migrationDifference(empty.adapter, changed);
		expect(statementsOf(script)).toEqual(['ALTER TABLE "Publisher" ADD COLUMN     "motto" TEXT;']);
	});

	test("tells what is wrong with a schema", async () => {
		const broken =
			'datasource db {\n  provider = "postgresql"\n}\nmodel Publisher {\n  slug Strin @id\n}\n';
		await expect(migrationDifference(empty.adapter, broken)).rejects.toThrow(/Strin/);
	});
});

describe.runIf(!process.env.DATABASE_URL)("on an empty embedded database", () => {
	let empty: BareDatabase;
	beforeAll(async () => {
		empty = await openBare();
	});
	afterAll(() => empty.close());

	test("migrate applies what is missing once, and then nothing", async () => {
		const reader = poolReader(empty.pool);
		const names = (await committed()).map(({ name }) => name);
		expect(await migrate(reader, empty.adapter, empty.pool)).toEqual(names);
		const recorded = await reader.read(sql`SELECT * FROM _prisma_migrations`);
		expect(await migrate(reader, empty.adapter, empty.pool)).toEqual([]);
		expect(await reader.read(sql`SELECT * FROM _prisma_migrations`)).toEqual(recorded);
	});
});

describe("readMigrations", () => {
	test("gives the committed ones, oldest first, with the lock file", async () => {
		const list = await readMigrations();
		const found = list.migrationDirectories.map(({ path, migrationFile: { content } }) => ({
			name: path,
			script: content.tag === "ok" ? content.value : null,
		}));
		expect(found).toEqual(await committed());
		expect(list.lockfile.content).toContain('provider = "postgresql"');
	});

	test("sorts by name, and takes folders only", async () => {
		const folder = await temporaryFolder();
		for (const name of ["20270101000000_b", "20260101000000_a"]) {
			await mkdir(join(folder, name));
			await writeFile(join(folder, name, "migration.sql"), `-- ${name}`);
		}
		await writeFile(join(folder, "migration_lock.toml"), "");
		const { migrationDirectories } = await readMigrations(folder);
		expect(migrationDirectories.map(({ path }) => path)).toEqual([
			"20260101000000_a",
			"20270101000000_b",
		]);
	});

	test("fails for a folder without a script", async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, "20260101000000_a"));
		await expect(readMigrations(folder)).rejects.toThrow(/ENOENT/);
	});
});
