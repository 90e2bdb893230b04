import type { Resolution } from "./draft.ts";
import { readLexicon } from "./lexicon.ts";

/** The line of the table for all rules together. */
export const ANY_RULE = "*";
/** Without a table nothing is known. */
const UNKNOWN = 0.5;

/** What the table calls a rule together with the way that the text points at the speaker. */
export function confidenceKey(rule: string, resolution: Resolution): string {
	return `${rule} ${resolution}`;
}

const table: ReadonlyMap<string, number> = new Map(
	readLexicon("confidence").map(([key = "", share = ""]) => [key, Number(share)]),
);

/**
 * How sure a proposal is: the share of proposals of the same rule, with a speaker that is pointed
 * at in the same way, that were right on development material. A rule that was seen too seldom
 * that way has the share of all its proposals; one that was never seen, that of all rules.
 *
 * @returns from 0 to 1
 */
export function confidenceOf(rule: string, resolution: Resolution): number {
	return (
		table.get(confidenceKey(rule, resolution)) ?? table.get(rule) ?? table.get(ANY_RULE) ?? UNKNOWN
	);
}
