import { check } from "../curation/check.ts";
import type { CheckedCorpus } from "../curation/corpus.ts";
import { formatDiagnostic } from "../curation/diagnostic.ts";
import { readSeedFiles } from "../curation/seed-files.ts";

/**
 * Reads and checks a seed folder for a command that goes on with it.
 *
 * @throws Error with every fault, a line each
 */
export async function readChecked(folder: string): Promise<CheckedCorpus> {
	const { corpus, diagnostics } = check(await readSeedFiles(folder));
	if (corpus !== null) return corpus;
	const lines = diagnostics.map((diagnostic) =>
		formatDiagnostic({ ...diagnostic, file: `${folder}/${diagnostic.file}` }),
	);
	throw new Error(`${lines.join("\n")}\nthe corpus has faults, so nothing was seeded`);
}
