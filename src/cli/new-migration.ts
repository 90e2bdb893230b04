import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openSchemaDatabase } from "../database/embedded/schema-database.ts";
import { migrationDifference } from "../database/migrate.ts";
import { runCommand } from "./run-command.ts";

const HELP = `Writes the migration that leads from the committed ones to prisma/schema.prisma.
It needs neither a database server nor a downloaded engine.

  npm run migration:new -- add-office-source

The folder it makes is for you to read before you commit it.`;

const FOLDER = "prisma/migrations";

/** One order of text on every server, whatever its locale. */
function inCodePointOrder(script: string): string {
	return script.replace(/ TEXT\b(\[\])?/g, ' TEXT$1 COLLATE "C"');
}

await runCommand({ help: HELP, argument: "NAME" }, async (name) => {
	if (name === undefined || !/^[a-z0-9-]+$/.test(name)) {
		console.error(
			`expected a name of lower-case letters, digits and hyphens, found ${name ?? "none"}`,
		);
		return 2;
	}
	const empty = await openSchemaDatabase();
	const schema = await readFile("prisma/schema.prisma", "utf8");
	const script = await migrationDifference(empty.adapter, schema);
	await empty.close();
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
