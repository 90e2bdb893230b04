import type { ArticleFile } from "../../curation/format/article.ts";
import { contains, type Range } from "../../text/span.ts";
import type { DraftOtherQuotation } from "../draft.ts";
import { type Reason, reasonOf, unexplained } from "../other-quotations.ts";
import { type TokenisedText, tokenise } from "../tokens.ts";
import { spaced } from "./words.ts";

type QuotationEntry = NonNullable<ArticleFile["otherQuotations"]>[number];

const UNEXPLAINED = "Proposed by draft: no rule tells what it is. See whether it is a statement.";

/** The drafted reason of a quotation, by where it stands or by its words, as a title repeats them. */
type Drafted = (words: string, range: Range | null) => Reason | null;

function draftedReasons(body: string, drafted: readonly DraftOtherQuotation[]): Drafted {
	return (words, range) => {
		const same = drafted.find(({ reason, words: other }) => {
			if (reason === "UNPAIRED_MARK") return false;
			if (range !== null) return contains(range, other) || contains(other, range);
			return ` ${spaced(body.slice(other.start, other.end))} `.includes(` ${words} `);
		});
		return same === undefined ? null : (same.reason as Reason);
	};
}

/** Why a quotation is no statement: as drafted, or as its rule tells. */
function reasonFor(reason: Reason | null): Omit<QuotationEntry, "words"> {
	return reason === null ? { reason: "OTHER", note: UNEXPLAINED } : { reason };
}

function entriesOf(
	text: TokenisedText,
	verbatim: readonly Range[],
	drafted: (words: string, range: Range) => Reason | null,
): QuotationEntry[] {
	return unexplained(text.text, verbatim).map(({ words: range, isMark }) => {
		const words = spaced(text.text.slice(range.start, range.end));
		if (isMark) return { words, reason: "UNPAIRED_MARK" };
		return { words, ...reasonFor(drafted(words, range) ?? reasonOf(text, range)) };
	});
}

/**
 * An entry for every quotation of the title and the body that no statement is, and for every
 * mark without its other half; one for the same words.
 *
 * @param verbatim the words of the body that statements have verbatim
 */
export function otherQuotations(
	title: string,
	body: string,
	verbatim: readonly Range[],
	drafted: readonly DraftOtherQuotation[],
): QuotationEntry[] {
	const reasonIn = draftedReasons(body, drafted);
	const all = [
		...entriesOf(tokenise(title), [], (words) => reasonIn(words, null)),
		...entriesOf(tokenise(body), verbatim, reasonIn),
	];
	const seen = new Set<string>();
	return all.filter((entry) => {
		const words = String(entry.words);
		const key = entry.reason === "UNPAIRED_MARK" ? `mark ${words}` : words;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
