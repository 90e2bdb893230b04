import type { Range } from "../../text/span.ts";
import { paragraphs } from "../../text/words.ts";
import { readLexicon } from "../lexicon.ts";
import { phrasesAt, phrasesOf, type Token, tokensOf } from "./tokens.ts";

/** What a part of a page is known to be by its words alone. */
export type Role =
	| "byline"
	| "caption"
	| "chrome"
	| "comments"
	| "date"
	| "embed"
	| "footer"
	| "published"
	| "related-link"
	| "related-section"
	| "repeated"
	| "rule"
	| "source"
	| "tags"
	| "updated";

/** A line that parts what stands before it from what stands behind it. */
export const RULE = "* * *";

/** A line of a page, or a part of one where scraping has glued two things into a line. */
export interface Piece extends Range {
	readonly text: string;
	readonly tokens: readonly Token[];
	/** What the piece is by the words at its cut; null where it must still be found out. */
	readonly cutAs: Role | null;
}

/** At most so many words are taken for a trailer of a paragraph. */
const LONGEST_TRAILER = 30;
/** A paragraph has at least so many words before its trailer. */
const SHORTEST_PARAGRAPH = 5;

const trailers = phrasesOf(
	readLexicon("page-trailers").map(([role = "", phrase = ""]) => ({ phrase, entry: role as Role })),
);

const ENDS_SENTENCE = /[.!?\u061f\u2026][\s"\u201c\u201d\u2019\u00bb)\]]*$/u;
const SENTENCE_INSIDE = /[.!?\u061f](?=\s+\S)/u;
const COLON_OR_BAR = /^\s*[:|\uff1a]/u;
/** A sentence that ends right before an Arabic letter, without a space. */
const GLUE = /[.!?\u061f][\u201c\u201d"\u00bb)]*(?=\p{Script=Arabic})/gu;
/** A post of a social medium that a page shows inside an article. */
export const POST_ADDRESS =
	/https?:\/\/t\.co\/|pic\.twitter\.com\/|twitter\.com\/\w+\/status|x\.com\/\w+\/status|facebook\.com\/\S+\/posts|instagram\.com\/p\//u;

/** What every such address has in it. */
const ADDRESS_SIGN = ".co";

/** Whether a text ends as a sentence does, closing marks aside. */
export function endsSentence(text: string): boolean {
	return ENDS_SENTENCE.test(text);
}

function pieceOf(document: string, range: Range, cutAs: Role | null): Piece[] {
	const raw = document.slice(range.start, range.end);
	const start = range.start + (raw.length - raw.trimStart().length);
	const text = raw.trim();
	if (text === "") return [];
	return [{ start, end: start + text.length, text, tokens: tokensOf(text, start), cutAs }];
}

/** Whether the words from here to the end of the paragraph are no part of its sentences. */
function isTrailer(piece: Piece, position: number, words: number, role: Role): boolean {
	const first = piece.tokens[position];
	const last = piece.tokens[position + words - 1];
	if (first === undefined || last === undefined) return false;
	const before = piece.text.slice(0, first.start - piece.start);
	const behind = piece.text.slice(last.end - piece.start);
	if (SENTENCE_INSIDE.test(behind)) return false;
	if (role === "chrome") return true;
	if (!endsSentence(before) || endsSentence(behind)) return false;
	return role === "tags" || COLON_OR_BAR.test(behind);
}

function trailerOf(piece: Piece): { at: number; role: Role } | null {
	const from = Math.max(SHORTEST_PARAGRAPH, piece.tokens.length - LONGEST_TRAILER);
	for (let position = from; position < piece.tokens.length; position += 1)
		for (const { words, entry } of phrasesAt(trailers, piece.tokens, position))
			if (isTrailer(piece, position, words.length, entry))
				return { at: piece.tokens[position]?.start ?? piece.end, role: entry };
	return null;
}

/** Cuts what is glued to the end of a paragraph off it, the last first. */
function cutTrailers(document: string, piece: Piece): Piece[] {
	const trailer = trailerOf(piece);
	if (trailer === null) return [piece];
	const paragraph = pieceOf(document, { start: piece.start, end: trailer.at }, null);
	return [...paragraph, ...pieceOf(document, { start: trailer.at, end: piece.end }, trailer.role)];
}

/**
 * Cuts the words of a post off the paragraph that they are glued to: behind the last full
 * stop without a space, where the post's address follows and no other full stop does.
 */
function cutPost(document: string, piece: Piece, next: string): Piece[] {
	if (!piece.text.includes(ADDRESS_SIGN) && !next.includes(ADDRESS_SIGN)) return [piece];
	const inside = POST_ADDRESS.exec(piece.text);
	const text = inside === null ? piece.text : piece.text.slice(0, inside.index);
	if ((inside === null && !POST_ADDRESS.test(next)) || endsSentence(text)) return [piece];
	const glue = [...text.matchAll(GLUE)].at(-1);
	if (glue === undefined) return [piece];
	const at = piece.start + glue.index + glue[0].length;
	if (SENTENCE_INSIDE.test(document.slice(at, piece.start + text.length))) return [piece];
	return [
		...pieceOf(document, { start: piece.start, end: at }, null),
		...pieceOf(document, { start: at, end: piece.end }, "embed"),
	];
}

/**
 * The pieces of a page in reading order: its lines that are not blank, without white space
 * round them, cut where a line has furniture glued to it. Together they hold all that is visible.
 */
export function piecesOf(document: string): Piece[] {
	const lines = paragraphs(document);
	return lines.flatMap((line, index) => {
		const next = lines[index + 1];
		const nextText = next === undefined ? "" : document.slice(next.start, next.end);
		return pieceOf(document, line, null)
			.flatMap((piece) => cutPost(document, piece, nextText))
			.flatMap((piece) => (piece.cutAs === null ? cutTrailers(document, piece) : [piece]));
	});
}
