// Aqwal as it is served, on a database that holds a corpus already.
import { readConfiguration } from "../../src/config.ts";
import { openPostgres } from "../../src/database/postgres.ts";
import { serve } from "../../src/server/main.ts";
import { DATABASE_URL } from "./child.ts";

const configuration = readConfiguration();
const database = openPostgres(DATABASE_URL, {
	connections: configuration.databaseConnections,
});
const { url } = await serve(database, configuration);
console.log(`listening on ${new URL(url).origin}`);
