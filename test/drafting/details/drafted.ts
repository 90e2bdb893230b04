import type { Draft, DraftStatement } from "../../../src/drafting/draft.ts";
import { draftArticle } from "../../../src/drafting/draft-article.ts";
import type { Range } from "../../../src/text/span.ts";
import { context } from "../annotate/curated.ts";

/** A draft of a text, with the entries of the real seed folder. */
export function draftOf(body: string, day: string | null = "2024-12-03", title?: string): Draft {
	return draftArticle({ title: title ?? null, body }, { ...context, day });
}

/** The only statement of a text. */
export function statementOf(body: string, day: string | null = "2024-12-03"): DraftStatement {
	const { statements } = draftOf(body, day);
	const [first] = statements;
	if (first === undefined || statements.length > 1)
		throw new Error(`expected one statement, found ${statements.length} in ${body}`);
	return first;
}

/** The words of a range. */
export function wordsOf(body: string, range: Range | null): string | null {
	return range === null ? null : body.slice(range.start, range.end);
}
