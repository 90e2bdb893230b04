import { writeFile } from "node:fs/promises";
import { posix } from "node:path";
import { z } from "zod";
import { decode } from "../curation/decode.ts";
import { formatDiagnostic } from "../curation/diagnostic.ts";
import { printCanonical } from "../curation/format/print.ts";
import { schemaOf } from "../curation/format/schemas.ts";
import { parseYaml } from "../curation/format/yaml.ts";
import { readSeedFiles } from "../curation/seed-files.ts";
import { runCommand } from "./run-command.ts";

const HELP = `Writes the curated files in their canonical form: keys in one order, entries
sorted, one style of quoting. Comments stay. Only files that change are written.

  npm run format                   formats seed/
  npm run format -- FOLDER         formats another seed folder

A file that is no YAML is left alone; its faults are told as npm run check does,
and the exit code is 1.`;

/** A curated file's text, when it is YAML; otherwise every reason why it is not. */
function readText(file: string, bytes: Uint8Array): ReturnType<typeof decode> {
	const decoded = decode(file, bytes);
	if (decoded.text === null) return decoded;
	const { diagnostics } = parseYaml(file, decoded.text, z.unknown());
	return { text: diagnostics.length === 0 ? decoded.text : null, diagnostics };
}

async function formatFile(folder: string, name: string, bytes: Uint8Array): Promise<boolean> {
	const schema = schemaOf(name);
	if (schema === null) return true;
	const file = posix.join(folder, name);
	const { text, diagnostics } = readText(file, bytes);
	for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));
	if (text === null) return false;
	const canonical = printCanonical(text, schema);
	if (canonical !== text) {
		await writeFile(file, canonical);
		console.log(`formatted ${file}`);
	}
	return true;
}

await runCommand({ help: HELP, argument: "FOLDER" }, async (folder = "seed") => {
	let failed = 0;
	for (const [file, bytes] of await readSeedFiles(folder))
		if (!(await formatFile(folder, file, bytes))) failed += 1;
	return failed === 0 ? 0 : 1;
});
