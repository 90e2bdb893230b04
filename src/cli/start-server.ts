import { readConfiguration } from "../config.ts";
import type { DatabaseThread } from "../database/embedded/thread.ts";
import { openDatabase } from "./open-database.ts";
import { seedCorpus } from "./seed-corpus.ts";

/**
 * Checks the corpus, opens the database with it, and serves until the process is told to end.
 *
 * @param thread the embedded database's, when it was started before, to save time
 */
export async function startServer(thread?: DatabaseThread): Promise<void> {
	const configuration = readConfiguration();
	const reading = seedCorpus("seed");
	let onHandedOver: () => void = () => undefined;
	const handedOver = new Promise<void>((resolve) => {
		onHandedOver = resolve;
	});
	const opening = openDatabase(configuration, reading, { thread, onHandedOver });
	// The database opens outside this thread, so the server's modules, which take as long,
	// are read meanwhile; not before, or the database would wait for its files behind them.
	const serving = Promise.race([handedOver, opening]).then(() => import("../server/main.ts"));
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
