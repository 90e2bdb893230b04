import { readConfiguration } from "../config.ts";
import { openDatabase } from "./open-database.ts";
import { seedCorpus } from "./seed-corpus.ts";

/** Checks the corpus, opens the database with it, and serves until the process is told to end. */
export async function startServer(): Promise<void> {
	const configuration = readConfiguration();
	const reading = seedCorpus("seed");
	// The database opens mostly outside this thread, so the server's modules are read meanwhile.
	const opening = openDatabase(configuration, reading);
	const serving = import("../server/main.ts");
	const [corpus, database, { serve }] = await Promise.all([reading, opening, serving]);
	const server = await serve(database, configuration).catch(async (error: unknown) => {
		await database.close();
		throw error;
	});
	console.log(
		`Aqwal answers at ${server.url} from ${database.description}, corpus ${corpus.version}`,
	);
	const stop = () => {
		// A second signal, of whichever kind, ends the process at once.
		process.off("SIGINT", stop).off("SIGTERM", stop);
		server.stop().catch((error: unknown) => {
			console.error(error);
			process.exitCode = 1;
		});
	};
	process.on("SIGINT", stop).on("SIGTERM", stop);
}
