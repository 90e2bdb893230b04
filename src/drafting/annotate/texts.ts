import type { Scope } from "../../curation/finder.ts";
import { scopesOf, textOfSegments } from "../../curation/locate.ts";
import type { Range } from "../../text/span.ts";
import type { PageArticle } from "../page.ts";

/** A document of the seed folder, as an article's file names it. */
export interface DraftDocument {
	/** In seed/documents. */
	readonly fileName: string;
	/** Of its bytes, in hexadecimal. */
	readonly sha256: string;
	/** In NFC. */
	readonly text: string;
}

/** The texts of an article, in which the checker will look for words. */
export interface Texts {
	readonly document: Scope;
	readonly title: Scope;
	readonly body: Scope;
}

/**
 * The texts of an article as curation makes them of its segments.
 *
 * @throws Error where the article was given another title or body, so that no range fits
 */
export function textsOf(document: DraftDocument, page: PageArticle): Texts {
	const segments = page.segments.map(({ kind, start, end }) => ({ kind, span: { start, end } }));
	const title = textOfSegments(segments, "HEADLINE", document.text);
	const body = textOfSegments(segments, "BODY", document.text);
	if (body !== page.body || title !== (page.title ?? ""))
		throw new Error(
			"expected the title and the body that the segments of the page make, found others; the stage that reads pages is at fault",
		);
	return {
		document: { source: "DOCUMENT", text: document.text, name: `documents/${document.fileName}` },
		title: { source: "TITLE", text: title, name: "the article's headline" },
		body: { source: "BODY", text: body, name: "the article's body" },
	};
}

/** Where the checker looks for the words around a statement of the body. */
export function scopesAround(
	{ title, body }: Texts,
	content: readonly Range[],
): { beside: readonly Scope[]; inside: readonly Scope[] } {
	return scopesOf(title, body, content);
}
