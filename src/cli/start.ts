import { ensureGenerated } from "./generated.ts";
import { runCommand } from "./run-command.ts";

const HELP = `Serves the corpus of seed/ as a GraphQL API, with GraphiQL in the browser.

  npm start
  PORT=8080 npm start
  DATABASE_URL=postgresql://user@host:5432/database npm start

PORT          the port (4000; 0 for any that is free)
HOST          the address to listen on (localhost)
DATABASE_URL  a PostgreSQL server, version 15 or later; without it a database
              inside the process is used
DATA_FOLDER   where the built embedded database is kept (data)

DATABASE_REPLICA_URLS   servers that follow DATABASE_URL and are read instead of it,
                        with commas between
DATABASE_CONNECTIONS    to each server, at the most (twice the processors)
ANSWER_CACHE_MEGABYTES  what answers that are kept may take; 0 for none (64)
SHARED_CACHE_SECONDS    how long caches in front may answer by themselves (0)`;

await runCommand({ help: HELP }, async () => {
	await ensureGenerated(() => console.error("generating the database client"));
	// Only now: what it imports needs the client that may just have been made.
	const { startServer } = await import("./start-server.ts");
	await startServer();
	return 0;
});
