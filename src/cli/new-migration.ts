import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { migrationDifference } from "../database/migrate.ts";
import { openPGlite, pgliteAdapter } from "../database/pglite.ts";
import { runCommand } from "./run-command.ts";

const HELP = `Writes the migration that leads from the committed ones to prisma/schema.prisma.
It needs neither a database server nor a downloaded engine.

  npm run migration:new -- add-office-source

The folder it makes is for you to read before you commit it.`;

const FOLDER = "prisma/migrations";

/** One order of text on every server, whatever its locale. */
function inCodePointOrder(script: string): string {
	return script.replace(/ TEXT\b/g, ' TEXT COLLATE "C"');
}

await runCommand({ help: HELP, argument: "NAME" }, async (name) => {
	if (name === undefined || !/^[a-z0-9-]+$/.test(name)) {
		console.error(
			`expected a name of lower-case letters, digits and hyphens, found ${name ?? "none"}`,
		);
		return 2;
	}
	const pglite = await openPGlite();
	const schema = await readFile("prisma/schema.prisma", "utf8");
	const script = await migrationDifference(await pgliteAdapter(pglite), schema);
	await pglite.close();
	if (script.split("\n").every((line) => line.trim() === "" || line.startsWith("--"))) {
		console.error("prisma/schema.prisma says what the migrations say; nothing to write");
		return 0;
	}
	const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
	const folder = join(FOLDER, `${stamp}_${name.replaceAll("-", "_")}`);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "migration.sql"), inCodePointOrder(script));
	console.log(folder);
	return 0;
});
