import { type CountingReader, countingReader, type Reader } from "../database/database.ts";
import { createLevels } from "../database/levels.ts";
import { createLoaders, type Loaders } from "../database/loaders.ts";
import { createReferences, type References } from "../database/references.ts";

/** What every resolver of one request shares. */
export interface Context {
	/** The database, counting the SQL statements of this request. */
	readonly reader: CountingReader;
	readonly loaders: Loaders;
	readonly references: References;
}

/** A fresh context: nothing that one request has loaded is seen by another. */
export function createContext(database: Reader): Context {
	const reader = countingReader(database);
	const makeLoader = createLevels();
	return {
		reader,
		loaders: createLoaders(reader, makeLoader),
		references: createReferences(reader, makeLoader),
	};
}
