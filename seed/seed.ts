import { openDatabase } from "../src/cli/open-database.ts";
import { runCommand } from "../src/cli/run-command.ts";
import { seedCorpus } from "../src/cli/seed-corpus.ts";
import { readConfiguration } from "../src/config.ts";

const HELP = `Checks seed/ and loads it into the database, if it has another version.

  npm run seed
  DATABASE_URL=postgresql://user@host:5432/database npm run seed`;

await runCommand({ help: HELP }, async () => {
	const configuration = readConfiguration();
	const corpus = await seedCorpus("seed");
	const database = await openDatabase(configuration, corpus);
	console.log(`${database.description} has corpus ${corpus.version}`);
	await database.close();
	return 0;
});
