import type { Configuration } from "../config.ts";
import type { Database } from "../database/database.ts";
import { type CorpusToServe, prepareDatabase } from "../database/prepare.ts";
import { showPreparation } from "./progress.ts";

/** Says in one line what an error says, however many it is made of. */
function inOneLine(error: unknown): string {
	if (error instanceof AggregateError && error.message === "")
		return error.errors.map(inOneLine).join("; ");
	const message = error instanceof Error ? error.message : String(error);
	return message.trim().replace(/\s*\n\s*/g, " ");
}

/**
 * Opens the configured database with the corpus in it, and shows how far that is.
 *
 * @throws Error that names DATABASE_URL, in one line, when that server cannot be used
 */
export async function openDatabase(
	{ database, databaseConnections: connections }: Configuration,
	corpus: CorpusToServe | Promise<CorpusToServe>,
): Promise<Database> {
	return prepareDatabase({ ...database, connections }, corpus, showPreparation()).catch(
		(error: unknown) => {
			if (!("url" in database)) throw error;
			const message = `DATABASE_URL: the server cannot be used: ${inOneLine(error)}`;
			throw new Error(message, { cause: error });
		},
	);
}
