import type { Diagnostic, Place } from "./diagnostic.ts";
import type { LocatedCorpus } from "./located.ts";

/** Says that a rule is broken: where, and what was expected and found. */
export type Report = (place: Place, message: string) => void;

/** One thing that must hold of the corpus. */
export interface Rule {
	/** What diagnostics call it. */
	readonly name: string;
	/** Looks at the whole corpus and reports every place where the rule is broken. */
	check(corpus: LocatedCorpus, report: Report): void;
}

/** Runs one rule and gives what it reports. */
export function runRule(rule: Rule, corpus: LocatedCorpus): Diagnostic[] {
	const found: Diagnostic[] = [];
	rule.check(corpus, (place, message) => found.push({ ...place, rule: rule.name, message }));
	return found;
}
