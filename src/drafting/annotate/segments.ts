import { quoteForMessage } from "../../curation/diagnostic.ts";
import type { Scope } from "../../curation/finder.ts";
import type { ArticleFile, WordsEntry } from "../../curation/format/article.ts";
import type { Range } from "../../text/span.ts";
import type { PageArticle, PageSegment } from "../page.ts";
import type { Texts } from "./texts.ts";
import { selectWords } from "./words.ts";

type SegmentEntry = ArticleFile["segments"][number];

/** A part of so many words is written out; of a longer one, its ends. */
const LONGEST_WRITTEN_OUT = 12;
/** How many words of an end are tried, until they stand once. */
const FEWEST = 3;
const MOST = 8;

/** The words of a segment, each with its range in the document. */
function wordsOf(text: string, segment: PageSegment): Range[] {
	return [...text.slice(segment.start, segment.end).matchAll(/\S+/gu)].map((match) => ({
		start: segment.start + match.index,
		end: segment.start + match.index + match[0].length,
	}));
}

function lengthOf(entry: WordsEntry): number {
	if (typeof entry === "string") return entry.length;
	const { exact, prefix = "", suffix = "" } = entry;
	return exact.length + prefix.length + suffix.length;
}

/** The shortest words that stand once, or else the shortest with words around them. */
function shortest(text: string, ends: readonly Range[], scope: Scope): WordsEntry | null {
	const found = ends.flatMap(
		(end) => selectWords(text, { ...end, source: "DOCUMENT" }, [scope]) ?? [],
	);
	const alone = found.find((entry) => typeof entry === "string");
	return alone ?? found.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null;
}

function hull(words: readonly Range[]): Range {
	return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

function counts(): number[] {
	return Array.from({ length: MOST - FEWEST + 1 }, (_, index) => FEWEST + index);
}

function toEntry(segment: PageSegment, document: Scope): SegmentEntry | null {
	const { text } = document;
	const { kind } = segment;
	const words = wordsOf(text, segment);
	if (words.length <= LONGEST_WRITTEN_OUT) {
		const from = shortest(text, [segment], document);
		return from === null ? null : { kind, from };
	}
	const begins = counts().map((count) => hull(words.slice(0, count)));
	const ends = counts().map((count) => hull(words.slice(-count)));
	const rest = { ...document, ranges: [{ start: segment.start, end: text.length }] };
	const from = shortest(text, begins, document);
	const to = shortest(text, ends, rest);
	return from === null || to === null ? null : { kind, from, to };
}

/**
 * The segments of an article as its file names them: by their first words and their last.
 *
 * @throws Error where a segment begins or ends inside a word, which no words can name
 */
export function segmentEntries({ segments }: PageArticle, { document }: Texts): SegmentEntry[] {
	return segments.map((segment) => {
		const entry = toEntry(segment, document);
		if (entry !== null) return entry;
		const words = document.text.slice(segment.start, segment.end);
		throw new Error(
			`expected parts of the page that begin and end with whole words, found ${quoteForMessage(words)}; the stage that reads pages is at fault`,
		);
	});
}
