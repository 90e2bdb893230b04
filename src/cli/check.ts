import { posix } from "node:path";
import { check } from "../curation/check.ts";
import { formatDiagnostic } from "../curation/diagnostic.ts";
import { readSeedFiles } from "../curation/seed-files.ts";
import { runCommand } from "./run-command.ts";

const HELP = `Checks the curated files: every quoted word is found, every rule holds.

  npm run check                    checks seed/
  npm run check -- FOLDER          checks another seed folder

Each fault is one line, file:line:column rule message. The exit code is 0 when
there is none, 1 when there is any, 2 for arguments that it does not know.`;

await runCommand({ help: HELP, argument: "FOLDER" }, async (folder = "seed") => {
	const { corpus, diagnostics } = check(await readSeedFiles(folder));
	for (const diagnostic of diagnostics)
		console.log(formatDiagnostic({ ...diagnostic, file: posix.join(folder, diagnostic.file) }));
	if (corpus === null) {
		console.error(`${diagnostics.length} ${diagnostics.length === 1 ? "fault" : "faults"}`);
		return 1;
	}
	const statements = corpus.articles.reduce((sum, { statements }) => sum + statements.length, 0);
	console.error(
		`${corpus.articles.length} articles, ${statements} statements, no fault; corpus version ${corpus.version}`,
	);
	return 0;
});
