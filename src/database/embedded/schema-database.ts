import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { openPGlite } from "./pglite.ts";

/** An empty database for the schema engine to try migrations on. */
export interface SchemaDatabase {
	readonly adapter: SqlMigrationAwareDriverAdapterFactory;
	close(): Promise<void>;
}

/**
 * Opens an empty PostgreSQL in this thread, for commands that describe the schema of a
 * database. PostgreSQL's own tables, which tell it, have columns of the type "char"; of
 * Prisma's adapters only the one for PGlite can read them.
 */
export async function openSchemaDatabase(): Promise<SchemaDatabase> {
	const { PrismaPGlite } = await import("pglite-prisma-adapter");
	const pglite = await openPGlite();
	const adapter = new (class extends PrismaPGlite {
		/** A second database like the first; the adapter's own has no extension. */
		override async connectToShadowDb() {
			return new PrismaPGlite(await openPGlite()).connect();
		}
	})(pglite);
	return { adapter, close: () => pglite.close() };
}
