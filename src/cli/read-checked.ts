import { check } from "../curation/check.ts";
import type { CheckedCorpus } from "../curation/corpus.ts";
import { formatDiagnostic } from "../curation/diagnostic.ts";
import { readSeedFiles, type SeedFiles } from "../curation/seed-files.ts";

/**
 * Checks the files of a seed folder for a command that goes on with them.
 *
 * @param folder what the messages call the folder
 * @throws Error with every fault, a line each
 */
export function checkedCorpus(folder: string, files: SeedFiles): CheckedCorpus {
	const { corpus, diagnostics } = check(files);
	if (corpus !== null) return corpus;
	const lines = diagnostics.map((diagnostic) =>
		formatDiagnostic({ ...diagnostic, file: `${folder}/${diagnostic.file}` }),
	);
	throw new Error(`${lines.join("\n")}\nthe corpus has faults, so nothing was seeded`);
}

/**
 * Reads and checks a seed folder.
 *
 * @throws Error with every fault, a line each
 */
export async function readChecked(folder: string): Promise<CheckedCorpus> {
	return checkedCorpus(folder, await readSeedFiles(folder));
}
