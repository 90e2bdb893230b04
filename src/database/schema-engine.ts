import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
	bindMigrationAwareSqlAdapterFactory,
	type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine as Engine, MigrationList } from "@prisma/schema-engine-wasm";

/** Where the committed migrations are, each a folder with a migration.sql. */
export type { MigrationList };
/** What the engine can be asked to do; its types stand in the package. */
export type SchemaEngine = Engine;

/** The JavaScript half of the package, which its own types do not describe. */
interface EngineBindings {
	readonly SchemaEngine: typeof Engine;
	__wbg_set_wasm(exports: WebAssembly.Exports): void;
}

async function bindEngine(): Promise<typeof Engine> {
	const location = createRequire(import.meta.url).resolve(
		"@prisma/schema-engine-wasm/schema_engine_bg",
	);
	// The package exports this file without a type of what it binds.
	const bindings = (await import(location)) as EngineBindings;
	const bytes = await readFile(location.replace(/\.js$/, ".wasm"));
	const { instance } = await WebAssembly.instantiate(bytes, {
		// WebAssembly takes the functions of the bindings as its imports.
		"./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
	});
	bindings.__wbg_set_wasm(instance.exports);
	// A wasm-bindgen module exports its start function under this name.
	(instance.exports.__wbindgen_start as () => void)();
	return bindings.SchemaEngine;
}

let bound: Promise<typeof Engine> | undefined;

/**
 * Opens Prisma's schema engine as the WebAssembly that npm carries, so that
 * migrations need no binary from anywhere else. The package documents no API:
 * its version is pinned, and nothing outside this file and its callers' tests
 * knows how it is started.
 *
 * @param adapterFactory the database to work on
 * @param datamodels Prisma schema files as [path, text]; only diffs need them
 * @throws what the engine says, as an Error with its own message
 */
export async function openSchemaEngine(
	adapterFactory: SqlMigrationAwareDriverAdapterFactory,
	datamodels?: [string, string][],
): Promise<SchemaEngine> {
	bound ??= bindEngine();
	const EngineClass = await bound;
	return EngineClass.new(
		{ datamodels },
		() => undefined,
		bindMigrationAwareSqlAdapterFactory(adapterFactory),
	);
}
