import type { FieldNode } from "graphql";
import { type CountingReader, countingReader, type Reader } from "../database/database.ts";
import { readerUntil } from "../database/deadline.ts";
import { createEdition, type Edition } from "../database/edition.ts";
import { createLevels } from "../database/levels.ts";
import { createLoaders, type Loaders } from "../database/loaders.ts";
import { createReferences, type References } from "../database/references.ts";
import type { ConnectionPlan } from "./connection.ts";

/** What every resolver of one request shares. */
export interface Context {
	/** The database, counting the SQL statements of this request. */
	readonly reader: CountingReader;
	readonly loaders: Loaders;
	readonly references: References;
	/** How the lists inside of rows are read, by the nodes of the field. */
	readonly plans: Map<readonly FieldNode[], ConnectionPlan>;
	/** What requests share. */
	readonly edition: Edition;
}

/**
 * A fresh context for a request.
 *
 * @param edition what requests share; left out: nothing that one has loaded is seen by another
 * @param milliseconds after which nothing more is read for it; left out: it may take as long as it takes
 */
export function createContext(
	database: Reader,
	edition: Edition = createEdition(),
	milliseconds?: number,
): Context {
	const reader = countingReader(
		milliseconds === undefined ? database : readerUntil(database, performance.now() + milliseconds),
	);
	const makeLoader = createLevels();
	return {
		reader,
		loaders: createLoaders(reader, makeLoader, edition),
		references: createReferences(reader, makeLoader, edition),
		plans: new Map(),
		edition,
	};
}
