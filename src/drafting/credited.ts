import { contentOf } from "./content.ts";
import { type Borders, isTurn } from "./content-end.ts";
import type { Cue } from "./cues/cue.ts";
import type { According } from "./cues/find-according.ts";
import { isThat } from "./cues/that.ts";
import type { Proposal } from "./proposal.ts";
import type { Resolver } from "./resolve/resolver.ts";
import { isComma, isSameSentence, sentenceEnd, sentenceStart } from "./sentence.ts";
import type { TokenisedText } from "./tokens.ts";
import { grammar } from "./words.ts";

/** So many tokens behind a credit "that" may still stand. */
const FARTHEST_THAT = 12;
/** Shorter clauses, in tokens, say nothing. */
const SHORTEST = 4;

/** The first token behind the comma that closes a clause about the source; null where none does. */
function behindClause(text: TokenisedText, start: number): number | null {
	if (!grammar.antecedent.has(text.tokens[start]?.folded ?? "")) return null;
	const last = sentenceEnd(text, start);
	for (let index = start + 1; index < last; index += 1) {
		const token = text.tokens[index];
		if (isComma(token) && token?.quotation === -1) return index + 1;
	}
	return null;
}

/** Behind a credit that stands first: past a clause about the source, and past "that". */
function behindCredit(text: TokenisedText, end: number): number {
	const clause = behindClause(text, end);
	if (clause !== null) return behindCredit(text, clause);
	const last = Math.min(sentenceEnd(text, end), end + FARTHEST_THAT);
	for (let index = end; index < last; index += 1) if (isThat(text, index)) return index + 1;
	return end;
}

/**
 * Whether the clause before a credit has no cue, and behind it another clause turns to what
 * somebody else says: "…, according to X, while Y said that".
 */
export function isOwnClause(
	text: TokenisedText,
	{ start, end, isFirst }: According,
	{ cues }: Borders,
): boolean {
	if (isFirst) return false;
	for (let index = sentenceStart(text, start); index < start; index += 1)
		if (cues.has(index)) return false;
	const turn = isComma(text.tokens[end]) ? end + 1 : end;
	return isSameSentence(text, turn, start) && isTurn(text, turn);
}

/** The clause that a source is credited for, where the sentence has no other cue. */
export function creditedClause(
	text: TokenisedText,
	according: According,
	proposals: readonly Proposal[],
	borders: Borders,
	resolver: Resolver,
): Proposal | null {
	const { start } = according;
	const isCuedBefore = proposals.some(({ cue }) => isSameSentence(text, cue.start, start));
	if (isCuedBefore && !isOwnClause(text, according, borders)) return null;
	const cue: Cue = {
		start,
		end: according.cueEnd,
		form: null,
		opening: "BEFORE",
		marker: according.end,
		content: according.isFirst ? behindCredit(text, according.end) : sentenceStart(text, start),
		rule: according.isFirst ? "according-first" : "according-last",
	};
	const content = contentOf(text, cue, borders);
	if (content === null || content.end - content.start < SHORTEST) return null;
	return { cue, content, speakers: [resolver.describe(according.mention)], via: [] };
}
