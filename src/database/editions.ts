import type { Database } from "./database.ts";
import { createEdition, type Edition } from "./edition.ts";

/** The edition of the corpus that is served now. */
export interface Editions {
	/** Null while nobody can tell which corpus is served: then nothing is kept from one request to the next. */
	current(): Edition | null;
	/** Ends the watching. */
	close(): Promise<void>;
}

/** Begins a new edition, and lets go of the one before, whenever a database serves another corpus. */
export async function watchEditions(database: Pick<Database, "watch">): Promise<Editions> {
	let edition: Edition | null = null;
	const close = await database.watch((version) => {
		if (version === (edition?.version ?? null)) return;
		edition = version === null ? null : createEdition(version);
	});
	return { current: () => edition, close };
}
