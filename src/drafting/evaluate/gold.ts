import type { SegmentKind } from "../../curation/corpus.ts";
import type { Range } from "../../text/span.ts";
import type { Resolution } from "../draft.ts";
import type { PageSegment } from "../page.ts";
import type { ScoredStatement, SpeakerNames } from "./score.ts";

/** A statement that a person has annotated; all ranges are UTF-16 units of its page. */
export interface GoldStatement extends ScoredStatement {
	/** The words that were said, for people. */
	readonly words: string;
	/** The reporting words; null where there are none, or where their place is not known. */
	readonly cue: Range | null;
	/** The source as written beside the cue; empty where the subject is dropped. */
	readonly mention: string;
	readonly resolution: Resolution;
	readonly via: readonly SpeakerNames[];
}

/** A page that a person has annotated. */
export interface GoldPage {
	readonly name: string;
	/** In NFC, with line feeds. */
	readonly text: string;
	/** Its parts; what is in none of them counts as nothing. */
	readonly segments: readonly PageSegment[];
	/** The headline of each article that has one. */
	readonly titles: readonly string[];
	readonly statements: readonly GoldStatement[];
}

/** Pages with the statements that the drafting tool should find in them. */
export interface Gold {
	readonly pages: readonly GoldPage[];
	/** Statements of titles, which the tool does not draft. */
	readonly inTitles: number;
	/** Pages that nobody has confirmed, which are no reference. */
	readonly unconfirmed: number;
}

/** Segments of these kinds belong to an article; all others are furniture. */
export const ARTICLE_KINDS: ReadonlySet<SegmentKind> = new Set([
	"HEADLINE",
	"BODY",
	"SOURCE_LINE",
	"DATELINE",
]);

/** What curation puts between two BODY segments. */
const SEPARATOR_LENGTH = "\n\n".length;

/** The segments that make the body of an article, in reading order. */
export function bodySegments(segments: readonly PageSegment[]): PageSegment[] {
	return segments
		.filter(({ kind }) => kind === "BODY")
		.toSorted((one, other) => one.start - other.start);
}

/**
 * Where a range of a body stands in the page.
 *
 * @param segments those that make the body, in reading order
 * @returns a range for each segment that it has a part of
 */
export function rangesInPage(segments: readonly PageSegment[], { start, end }: Range): Range[] {
	const ranges: Range[] = [];
	let from = 0;
	for (const segment of segments) {
		const length = segment.end - segment.start;
		const first = Math.max(start, from);
		const last = Math.min(end, from + length);
		if (first < last)
			ranges.push({ start: segment.start + first - from, end: segment.start + last - from });
		from += length + SEPARATOR_LENGTH;
	}
	return ranges;
}
