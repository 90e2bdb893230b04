import { readChecked } from "../../../src/cli/read-checked.ts";
import { prepareDatabase } from "../../../src/database/prepare.ts";
import { sql } from "../../../src/database/sql.ts";

// Opens a database with the real corpus when its input ends, so that several can begin
// at once, and prints what it was told and what it can read.

const [target = ""] = process.argv.slice(2);
const corpus = await readChecked("seed");
const notes: string[] = [];
console.log("ready");
process.stdin.resume();
await new Promise((resolve) => process.stdin.once("end", resolve));
const database = await prepareDatabase(
	target.includes("://") ? { url: target } : { folder: target },
	corpus,
	{
		onNote: (line) => notes.push(line),
		onProgress: () => undefined,
	},
);
const [row] = await database.read<{ version: string; statements: number }>(
	sql`SELECT version, (SELECT count(*)::int FROM "Statement") AS statements FROM "Corpus"`,
);
console.log(JSON.stringify({ notes, ...row }));
await database.close();
