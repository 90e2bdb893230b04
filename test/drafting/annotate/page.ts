import { sha256 } from "../../../src/curation/decode.ts";
import { type Annotated, annotate } from "../../../src/drafting/annotate/annotate.ts";
import type { DraftDocument } from "../../../src/drafting/annotate/texts.ts";
import type { Draft, DraftSpeaker, DraftStatement } from "../../../src/drafting/draft.ts";
import type { PageArticle } from "../../../src/drafting/page.ts";
import type { Range } from "../../../src/text/span.ts";
import { context } from "./curated.ts";

/** The first place of words in a text; they must stand in it. */
export function rangeOf(text: string, words: string): Range {
	const start = text.indexOf(words);
	if (start < 0) throw new Error(`the test needs "${words}" in its text`);
	return { start, end: start + words.length };
}

/** A page that is all body. */
export function pageOf(body: string, more: Partial<PageArticle> = {}): PageArticle {
	return {
		title: null,
		body,
		segments: [{ kind: "BODY", start: 0, end: body.length }],
		published: null,
		publisher: null,
		...more,
	};
}

/** Putin, named by words of the body. */
export function putin(body: string, words: string, more: Partial<DraftSpeaker> = {}): DraftSpeaker {
	return {
		name: "فلاديمير بوتين",
		slug: "putin",
		kind: "PERSON",
		mention: rangeOf(body, words),
		resolution: "NAMED",
		role: "SOLE",
		office: null,
		...more,
	};
}

/** A statement of the body with a content of these words. */
export function statementOf(
	body: string,
	content: string,
	speaker: DraftSpeaker,
	more: Partial<DraftStatement> = {},
): DraftStatement {
	return {
		kind: "INDIRECT",
		act: "ASSERT",
		content: [rangeOf(body, content)],
		quotes: [],
		cue: null,
		speakers: [speaker],
		via: [],
		addressees: [],
		places: [],
		saidOn: null,
		parent: null,
		confidence: 0.8,
		rule: "by-hand",
		...more,
	};
}

/** The file of a page that is all body. */
export function annotated(
	body: string,
	statements: readonly DraftStatement[],
	page: PageArticle = pageOf(body),
	draft: Partial<Draft> = {},
): { document: DraftDocument; result: Annotated } {
	const document = { fileName: "page.txt", sha256: sha256(body), text: body };
	const all = { statements, otherQuotations: [], places: [], ...draft };
	return { document, result: annotate(document, page, all, context) };
}
