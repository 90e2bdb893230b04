import type { SegmentKind } from "../curation/corpus.ts";
import type { DateEntry } from "../curation/format/article.ts";
import type { Range } from "../text/span.ts";

/** A part of a document and what it is; offsets are UTF-16 units of the document. */
export interface PageSegment extends Range {
	readonly kind: SegmentKind;
}

/** When a page says that it was published; the evidence is a range of the document. */
export interface PageDate {
	/** EDTF. */
	readonly date: string;
	readonly basis: DateEntry["basis"];
	readonly evidence: Range | null;
}

/** One article of a document: what belongs to it, and what stands around it. */
export interface PageArticle {
	/** The words of its HEADLINE segment; null where it has none. */
	readonly title: string | null;
	/** Its BODY segments in reading order, parted by a blank line: what curation makes of them. */
	readonly body: string;
	/** The parts of the document that go with this article; those of all its articles cover it. */
	readonly segments: readonly PageSegment[];
	/** Null where the page tells no day. */
	readonly published: PageDate | null;
	/** The words of the outlet's name where the page prints it as its own, a range of the document. */
	readonly publisher: Range | null;
}
