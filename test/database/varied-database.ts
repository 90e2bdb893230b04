import { afterAll } from "vitest";
import type { CheckedCorpus } from "../../src/curation/corpus.ts";
import type { Database } from "../../src/database/database.ts";
import { load } from "../../src/database/load.ts";
import { prepareDatabase } from "../../src/database/prepare.ts";
import { emptyDatabase } from "../support/database.ts";
import { variedCorpus } from "./variants.ts";

export const SILENT = { onNote: () => undefined, onProgress: () => undefined };

/** A database with another corpus than the real one, closed after the file's tests; only for reading. */
export async function databaseOf(
	name: string,
	corpus: CheckedCorpus,
): Promise<{ database: Database; corpus: CheckedCorpus }> {
	if (process.env.DATABASE_URL) {
		const database = await emptyDatabase();
		await load(database, corpus);
		return { database, corpus };
	}
	// Inside the folder of test/support/global-setup.ts, which removes it in the end.
	const database = await prepareDatabase({ folder: `data/test/${name}` }, corpus, SILENT);
	afterAll(() => database.close());
	return { database, corpus };
}

/** A database with the varied corpus. */
export async function variedDatabase(): Promise<{ database: Database; corpus: CheckedCorpus }> {
	return databaseOf("varied", await variedCorpus());
}
