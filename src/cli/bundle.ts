import { ensureBundle } from "../../bundle.mjs";
import { runCommand } from "./run-command.ts";

const HELP = `Makes in src/generated what a start runs, the database client and the bundled server,
unless it is there already. npm start does this by itself; where it may not write,
as in production, it is done beforehand.

  npm run bundle`;

await runCommand({ help: HELP }, async () => {
	console.log(`npm start runs ${await ensureBundle()}`);
	return 0;
});
