import type { Diagnostic } from "../../curation/diagnostic.ts";
import type { LocatedArticle, LocatedCorpus } from "../../curation/located.ts";
import { type Comparison, compareWithDraft } from "./compare.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { redraft } from "./redraft.ts";
import { rulesIn, type StatementView, statementViews } from "./view.ts";

/** All that a reviewer of an article sees. */
export interface Review {
	/** The path of its file, as messages call it. */
	readonly file: string;
	readonly title: string;
	readonly status: string;
	readonly text: string;
	readonly pieces: readonly Piece[];
	readonly statements: readonly StatementView[];
	readonly comparison: Comparison;
	/** What the checker says of the file. */
	readonly faults: readonly Diagnostic[];
}

/** A statement that is surer than this is not marked as one to look at first. */
const SURE = 0.7;

/** Whether a reviewer should look at a statement before the others. */
export function isUnsure({ confidence }: StatementView): boolean {
	return confidence !== null && confidence < SURE;
}

/** The positions of statements, the least sure first; those without a confidence last. */
export function leastSureFirst(statements: readonly StatementView[]): number[] {
	const rank = (index: number) => statements[index]?.confidence ?? 1;
	return [...statements.keys()].toSorted((a, b) => rank(a) - rank(b) || a - b);
}

/**
 * Gathers what a reviewer of an article sees: its page with the statements marked, what is
 * different from what the tool proposes, and the faults of its file.
 *
 * @param file what to call its file
 * @param text the text of its file
 */
export function reviewOf(
	article: LocatedArticle,
	corpus: LocatedCorpus,
	file: string,
	text: string,
	faults: readonly Diagnostic[],
): Review {
	const statements = statementViews(article, rulesIn(text));
	const segments = article.segments.map(({ kind, span }) => ({ kind, ...span }));
	const { status, method } = article.source.value.review;
	return {
		file,
		title: article.title ?? article.slug,
		status: `${status} ${method}`,
		text: article.document.text,
		pieces: piecesOf(article.document.text.length, segments, statements),
		statements,
		comparison: compareWithDraft(statements, redraft(article, corpus)),
		faults,
	};
}
