import { startThread } from "../database/embedded/thread.ts";
import { databaseUrl } from "../database-url.ts";
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
SHARED_CACHE_SECONDS    how long caches in front may answer by themselves (0)

MOST_TOKENS, MOST_DEPTH, MOST_ALIASES, MOST_DIRECTIVES, MOST_COST
                        what one operation may have (2000, 14, 30, 8, 5000)
OPERATIONS_AT_ONCE      how many are worked on at once (3 for each processor)
MOST_UNDER_WAY, MOST_WAITING
                        how many may take long at the same time, and how many wait (100, 1000)
MOST_SECONDS            how long an operation may take (10)
HEADER_SECONDS, REQUEST_SECONDS, MOST_CONNECTIONS
                        how long a request may take to arrive, its headers and all of
                        it, and how many connections are open at the most (10, 30, 1000)
LOG_LEVEL               silent, error, warn or info: a line of JSON on standard error for
                        faults, for what could not be answered, for every operation (warn)
PERSISTED_OPERATIONS    a JSON file with the text of each operation by its id: no others are
                        answered then
OTEL_EXPORTER_OTLP_ENDPOINT
                        where traces of OpenTelemetry are sent (nowhere)`;

await runCommand({ help: HELP }, async () => {
	// What takes longest begins first.
	const thread = databaseUrl() === null ? startThread() : undefined;
	await ensureGenerated(() => console.error("generating the database client"));
	// Only now: what it imports needs the client that may just have been made.
	const { startServer } = await import("./start-server.ts");
	await startServer(thread);
	return 0;
});
