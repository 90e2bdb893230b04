import { ensureGenerated } from "./generated.ts";
import { runCommand } from "./run-command.ts";

const HELP = `Makes the Prisma client in src/generated from prisma/schema.prisma, unless it
is there already. npm start and npm test do this by themselves.

  npm run generate`;

await runCommand({ help: HELP }, async () => {
	await ensureGenerated(() => console.error("generating the database client"));
	return 0;
});
