import type { Range } from "../../text/span.ts";
import { readLexicon } from "../lexicon.ts";
import type { Line } from "./line.ts";
import { phrasesAt, phrasesOf } from "./tokens.ts";

const labels = phrasesOf(
	readLexicon("page-outlet-labels").map(([end = "", phrase = ""]) => ({ phrase, entry: end })),
);

/** The name of an outlet has at most so many words. */
const LONGEST_NAME = 6;
const NAME = /^[^\p{L}]*([\p{L}][\p{L}\p{M}\s.'"\u00ab\u00bb\u201c\u201d-]*[\p{L}\u00bb"\u201d])/u;

/** What stands with a dash before or a bar behind a headline that is repeated. */
function besideHeadline(line: Line, headline: Line): Range | null {
	const at = line.text.indexOf(headline.text);
	if (line === headline || at < 0) return null;
	const before = /^(.*?)\s*[-\u2013\u2014|:]\s*$/u.exec(line.text.slice(0, at))?.[1];
	const rest = line.text.slice(at + headline.text.length);
	const behind = /^(\s*[-\u2013\u2014|]\s*)(\S.*)$/u.exec(rest);
	const name = before || behind?.[2];
	if (!name || name.split(/\s+/u).length > LONGEST_NAME) return null;
	const start = line.start + (before ? 0 : at + headline.text.length + (behind?.[1]?.length ?? 0));
	return { start, end: start + name.length };
}

function behindLabel(line: Line): Range | null {
	for (const [position, token] of line.tokens.entries()) {
		const hit = phrasesAt(labels, line.tokens, position)[0];
		if (hit === undefined) continue;
		const from = (line.tokens[position + hit.words.length - 1] ?? token).end - line.start;
		const rest = line.text.slice(from);
		const name = NAME.exec(hit.entry === "colon" ? (rest.split(/[:\uff1a]/u)[0] ?? "") : rest);
		const words = name?.[1];
		if (name === null || words === undefined || words.split(/\s+/u).length > LONGEST_NAME) continue;
		const start = line.start + from + name[0].length - words.length;
		return { start, end: start + words.length };
	}
	return null;
}

/**
 * Where the page prints the name of the outlet as its own: beside the headline that it
 * repeats, in the trailer that it adds, or behind the words of its copyright.
 *
 * @param furniture the lines that are not part of an article
 * @returns a range of the document; null where the page does not name its outlet
 */
export function publisherOf(furniture: readonly Line[], headline: Line | null): Range | null {
	const beside = (line: Line) => (headline === null ? null : besideHeadline(line, headline));
	for (const find of [beside, behindLabel])
		for (const line of furniture) {
			const found = find(line);
			if (found !== null) return found;
		}
	return null;
}
