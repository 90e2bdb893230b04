import type { Range } from "../text/span.ts";
import { paragraphs } from "../text/words.ts";
import { WAW } from "./letters.ts";

/** A pair of quotation marks: with them, and what stands between. */
export interface MarkPair {
	readonly outer: Range;
	readonly inner: Range;
}

// Straight, curved, low and angle double marks, doubled apostrophes, and the entity that a
// careless export leaves in a text.
const MARK = /&quot;|''|[\u0022\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\uff02]/gu;
const ALWAYS_OPENS = new Set(["\u00ab", "\u201e"]);
const ALWAYS_CLOSES = new Set(["\u00bb"]);
const CLOSING_ANGLE = "\u00bb";
const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;
/** What may stand before an opening mark beside white space: brackets, a colon, a comma, tatweel. */
const BEFORE_OPENING = /[\s([{:\u060c,\u061b;\u0640.-]/u;
const LARGEST_GAP = 2;

type Side = "opens" | "closes" | "either";

function sideOf(text: string, start: number, mark: string): Side {
	if (ALWAYS_OPENS.has(mark)) return "opens";
	if (ALWAYS_CLOSES.has(mark)) return "closes";
	const before = start === 0 ? " " : text.charAt(start - 1);
	const after = text.charAt(start + mark.length) || " ";
	const afterIsWord = LETTER_OR_DIGIT.test(after);
	// "and" is written together with the mark that follows it.
	const afterConjunction = before === WAW && !LETTER_OR_DIGIT.test(text.charAt(start - 2) || " ");
	if (afterIsWord && (BEFORE_OPENING.test(before) || afterConjunction)) return "opens";
	if (!afterIsWord && !/\s/u.test(before)) return "closes";
	return "either";
}

interface Open {
	readonly start: number;
	readonly end: number;
	readonly mark: string;
}

function closes(open: Open | undefined, side: Side, mark: string): open is Open {
	if (open === undefined) return false;
	if (side === "closes") return true;
	// A mark that could be either closes what the same kind of mark has opened.
	return side === "either" && (open.mark === mark || open.mark.length === 1);
}

function pairIn(text: string, range: Range): MarkPair[] {
	const pairs: MarkPair[] = [];
	const opened: Open[] = [];
	for (const match of text.slice(range.start, range.end).matchAll(MARK)) {
		const start = range.start + match.index;
		const mark = match[0];
		const side = sideOf(text, start, mark);
		const last = opened.at(-1);
		if (closes(last, side, mark)) {
			opened.pop();
			pairs.push({
				outer: { start: last.start, end: start + mark.length },
				inner: { start: last.end, end: start },
			});
		} else if (side !== "closes") {
			opened.push({ start, end: start + mark.length, mark });
		} else if (mark === CLOSING_ANGLE && last === undefined) {
			// Some write the closing mark on both sides.
			opened.push({ start, end: start + mark.length, mark });
		}
	}
	return pairs;
}

function outermost(pairs: readonly MarkPair[]): MarkPair[] {
	return pairs
		.filter(
			({ outer }) =>
				!pairs.some(
					(other) =>
						other.outer !== outer &&
						other.outer.start <= outer.start &&
						outer.end <= other.outer.end,
				),
		)
		.toSorted((a, b) => a.outer.start - b.outer.start);
}

/**
 * The outermost quotations of a text, in reading order, each paragraph for itself. More forgiving
 * than what the checker pairs: whether a mark opens or closes is told by what stands on its two
 * sides, as many pages write the same mark on both. A mark without its other half makes none.
 */
export function pairMarks(text: string): MarkPair[] {
	return paragraphs(text)
		.flatMap((range) => outermost(pairIn(text, range)))
		.filter(({ inner }) => inner.end - inner.start >= LARGEST_GAP);
}
