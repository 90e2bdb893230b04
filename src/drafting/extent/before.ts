import type { SegmentKind } from "../../curation/corpus.ts";
import { repeatsHeadline } from "./headline.ts";
import type { Line } from "./line.ts";
import type { Role } from "./pieces.ts";

/** Roles that say that a page has furniture round its article. */
const FURNITURE: ReadonlySet<Role> = new Set([
	"chrome",
	"comments",
	"footer",
	"related-link",
	"related-section",
	"tags",
]);
/** Below so many words a line behind the headline is a caption, where the page has furniture. */
const LONGEST_CAPTION = 6;

/** Whether a line shows that its page is more than a text: a menu's entry, a button, a label. */
export function isFurniture(line: Line): boolean {
	if (line.cutAs !== null) return false;
	return (line.role !== null && FURNITURE.has(line.role)) || (line.copies > 1 && line.isListed);
}

function startsWithOutlet(line: Line, key: string): boolean {
	return (
		line.key === key || (line.key.startsWith(`${key} `) && /[-\u2013\u2014|]/u.test(line.text))
	);
}

/** The words of a part of a line as they are compared. */
function keyOfPart(line: Line, part: string): string {
	const start = line.start + line.text.indexOf(part);
	return line.tokens
		.filter((token) => token.start >= start && token.end <= start + part.length)
		.map(({ word }) => word)
		.join(" ");
}

/** Whether a line is a place and an outlet, of which the page prints one again by itself. */
function isDateline(lines: readonly Line[], line: Line): boolean {
	const parts = line.text.split(/\s[-\u2013\u2014|/]\s/u);
	if (parts.length !== 2 || line.shape.words > LONGEST_CAPTION + 2) return false;
	const keys = parts.map((part) => keyOfPart(line, part));
	return lines.some(
		(other) => other !== line && keys.some((key) => key !== "" && startsWithOutlet(other, key)),
	);
}

/**
 * What a line is that stands before the first sentence of an article, and not above its headline.
 *
 * @param headline null where the article has none
 * @param isPlain whether the page shows no furniture
 */
export function kindBefore(
	lines: readonly Line[],
	line: Line,
	headline: Line | null,
	isPlain: boolean,
): SegmentKind {
	if (headline !== null && line.start < headline.start) return "CHROME";
	if (headline !== null && repeatsHeadline(line, headline)) return "CHROME";
	if (isDateline(lines, line)) return "DATELINE";
	if (isPlain) return "BODY";
	if (line.copies > 1 || line.isListed) return "CHROME";
	if (line.shape.hasFullStop || line.shape.hasColon || line.shape.hasSoftStop) return "BODY";
	return line.shape.words <= LONGEST_CAPTION || headline === null ? "CHROME" : "BODY";
}
