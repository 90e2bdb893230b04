import { buildContent } from "./build.ts";
import type { CheckedCorpus } from "./corpus.ts";
import { sha256 } from "./decode.ts";
import { compareDiagnostics, type Diagnostic } from "./diagnostic.ts";
import { readCorpus } from "./read-corpus.ts";
import { runRule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import type { SeedFiles } from "./seed-files.ts";

/** What checking gives: the corpus, or every fault in it. */
export type CheckResult =
	| { readonly corpus: CheckedCorpus; readonly diagnostics: readonly [] }
	| { readonly corpus: null; readonly diagnostics: readonly Diagnostic[] };

/** How many hexadecimal digits of the digest make a version. */
const VERSION_LENGTH = 16;

/**
 * Checks the seed files: reads them, finds every quoted word, runs every rule.
 *
 * @returns the corpus when nothing is at fault; or every fault at once, by file and place
 */
export function check(files: SeedFiles): CheckResult {
	const { corpus: located, diagnostics: readingFaults } = readCorpus(files);
	const diagnostics = [...readingFaults, ...rules.flatMap((rule) => runRule(rule, located))];
	if (diagnostics.length > 0)
		return { corpus: null, diagnostics: diagnostics.toSorted(compareDiagnostics) };
	const content = buildContent(located);
	const version = sha256(JSON.stringify(content)).slice(0, VERSION_LENGTH);
	// The one place that may say so: everything above has looked at it.
	return { corpus: { ...content, version } as CheckedCorpus, diagnostics: [] };
}
