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
DATA_FOLDER   where the built embedded database is kept (data)`;

await runCommand({ help: HELP }, async () => {
	await ensureGenerated(() => console.error("generating the database client"));
	// Only now: what it imports needs the client that may just have been made.
	const { startServer } = await import("./start-server.ts");
	await startServer();
	return 0;
});
