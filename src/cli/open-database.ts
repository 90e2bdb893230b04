import type { Configuration } from "../config.ts";
import type { Database } from "../database/database.ts";
import type { DatabaseThread } from "../database/embedded/thread.ts";
import { type CorpusToServe, prepareDatabase } from "../database/prepare.ts";
import { showPreparation } from "./progress.ts";

/** Says in one line what an error says, however many it is made of. */
function inOneLine(error: unknown): string {
	if (error instanceof AggregateError && error.message === "")
		return error.errors.map(inOneLine).join("; ");
	const message = error instanceof Error ? error.message : String(error);
	return message.trim().replace(/\s*\n\s*/g, " ");
}

/** What helps to open a database sooner. */
export interface HeadStart {
	/** The embedded database's thread, started before anything was known. */
	readonly thread?: DatabaseThread | undefined;
	/** Called when the database works by itself, and there is time for other things. */
	onHandedOver?(): void;
}

/**
 * Opens the configured database with the corpus in it, and shows how far that is.
 *
 * @throws Error that names DATABASE_URL, in one line, when that server cannot be used
 */
export async function openDatabase(
	{ database, databaseConnections: connections, mostMilliseconds }: Configuration,
	corpus: CorpusToServe | Promise<CorpusToServe>,
	{ thread, onHandedOver }: HeadStart = {},
): Promise<Database> {
	const events = { ...showPreparation(), ...(onHandedOver && { onHandedOver }) };
	const limit = { statementMilliseconds: mostMilliseconds };
	if ("folder" in database)
		return prepareDatabase({ ...database, ...limit, ...(thread && { thread }) }, corpus, events);
	const target = { ...database, connections, ...limit };
	return prepareDatabase(target, corpus, events).catch((error: unknown) => {
		const message = `DATABASE_URL: the server cannot be used: ${inOneLine(error)}`;
		throw new Error(message, { cause: error });
	});
}
