import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import type { Reader } from "./database.ts";
import type { MigrationList } from "./schema-engine.ts";
import { sql } from "./sql.ts";
import { withoutViews } from "./views/lay.ts";
import type { AdapterMaker } from "./writer.ts";

const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** Reads the committed migrations, oldest first, in the form that the schema engine takes. */
export async function readMigrations(folder = MIGRATIONS_FOLDER): Promise<MigrationList> {
	const lockFile = "migration_lock.toml";
	const entries = await readdir(folder, { withFileTypes: true });
	const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
	const migrationDirectories = await Promise.all(
		names.toSorted().map(async (path) => ({
			path,
			migrationFile: {
				path: "migration.sql",
				content: {
					tag: "ok" as const,
					value: await readFile(join(folder, path, "migration.sql"), "utf8"),
				},
			},
		})),
	);
	return {
		baseDir: folder,
		lockfile: { path: lockFile, content: await readFile(join(folder, lockFile), "utf8") },
		migrationDirectories,
		shadowDbInitScript: "",
	};
}

async function appliedNames(reader: Reader): Promise<Set<string>> {
	const [table] = await reader.read<{ present: boolean }>(
		sql`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`,
	);
	if (!table?.present) return new Set();
	const rows = await reader.read<{ name: string }>(
		sql`SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
	);
	return new Set(rows.map(({ name }) => name));
}

/**
 * Brings the tables of a database to the state of the committed migrations, and
 * records it as Prisma does, so that `prisma migrate deploy` can go on from there.
 * The schema engine is started only when something is left to do. The views are
 * laid over the tables then.
 *
 * @param pool reaches the same database, to write to it
 * @returns the names of the migrations that were applied now
 * @throws Error with the engine's message when a migration fails
 */
export async function migrate(
	reader: Reader,
	adapter: AdapterMaker,
	pool: pg.Pool,
): Promise<readonly string[]> {
	const migrationsList = await readMigrations();
	const applied = await appliedNames(reader);
	if (migrationsList.migrationDirectories.every(({ path }) => applied.has(path))) return [];
	const { openSchemaEngine } = await import("./schema-engine.ts");
	const engine = await openSchemaEngine(await adapter());
	return withoutViews(pool, async () => {
		const result = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
		return result.appliedMigrationNames;
	});
}

/**
 * The SQL that leads from the committed migrations to a Prisma schema.
 *
 * @param adapterFactory an empty database to try the migrations on
 * @returns an SQL script; only comments when nothing has changed
 */
export async function migrationDifference(
	adapterFactory: SqlMigrationAwareDriverAdapterFactory,
	schema: string,
): Promise<string> {
	const file = { path: "schema.prisma", content: schema };
	const { openSchemaEngine } = await import("./schema-engine.ts");
	const engine = await openSchemaEngine(adapterFactory, [[file.path, file.content]]);
	const { stdout } = await engine.diff({
		from: { tag: "migrations", ...(await readMigrations()) },
		to: { tag: "schemaDatamodel", files: [file] },
		script: true,
		exitCode: null,
		filters: NO_FILTERS,
	});
	return stdout ?? "";
}
