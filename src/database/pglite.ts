import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";

/** The extensions that the migrations ask for; PostgreSQL servers have them of their own. */
const extensions = { pg_trgm };

/**
 * Opens PostgreSQL as WebAssembly in this process' memory, with the extensions that
 * Aqwal uses.
 *
 * @param archive a database to begin with; left out: an empty one
 * @throws Error when the archive is none
 */
export function openPGlite(archive?: Blob): Promise<PGlite> {
	const options = archive === undefined ? { extensions } : { extensions, loadDataDir: archive };
	return PGlite.create(options);
}

/**
 * Connects Prisma to an embedded database. What Prisma's engine tries migrations on is a
 * second database like the first; the adapter's own has no extension.
 */
export async function pgliteAdapter(pglite: PGlite) {
	const { PrismaPGlite } = await import("pglite-prisma-adapter");
	return new (class extends PrismaPGlite {
		override async connectToShadowDb() {
			return new PrismaPGlite(await openPGlite()).connect();
		}
	})(pglite);
}
