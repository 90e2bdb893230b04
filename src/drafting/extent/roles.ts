import { readLexicon } from "../lexicon.ts";
import { printedDays } from "./days.ts";
import { type Piece, POST_ADDRESS, type Role } from "./pieces.ts";
import type { Shape } from "./shape.ts";
import { PARAGRAPH } from "./shape.ts";
import { phrasesAt, phrasesOf, tokensOf } from "./tokens.ts";

interface RolePhrase {
	readonly role: Role;
	readonly match: string;
}

const phrases = phrasesOf(
	readLexicon("page-phrases").map(([role = "", match = "", phrase = ""]) => ({
		phrase,
		entry: { role: role as Role, match } satisfies RolePhrase,
	})),
);
const credits = new Set(
	readLexicon("photo-credits").map(([words = ""]) =>
		tokensOf(words)
			.map(({ word }) => word)
			.join(" "),
	),
);

/** At most so many words are a line of furniture with words of its own behind the phrase. */
const LONGEST_FURNITURE = 25;
/** A label for a source, a writer or a day has at most so many words behind it. */
const LONGEST_LABELLED = 9;
const LONGEST_TAGS = 60;
/** A line is a date where so many of its words, at most, are no part of it. */
const MOST_WORDS_BESIDE_DATE = 5;

/** Roles whose phrases may as well begin a sentence of an article. */
const SPEAKS: ReadonlySet<Role> = new Set(["byline", "caption"]);
const TELLS_TIME: ReadonlySet<Role> = new Set(["published", "updated"]);
const DIGIT = /\p{Nd}/u;

const SEPARATOR = /^\s*(?:[:|\uff1a\u2013\u2014-]|\.\.|\(\d|$)/u;
const HANDLE = /\(@\w+\)/u;
const ADDRESS_ONLY = /^(?:https?:\/\/|www\.)\S+$/u;
const CREDIT_AT_END = /[(\u2013\u2014/|-]\s*([\p{L}\s.]{2,24})\)?$/u;
const RULE_LINE = /^(?:[*_=\u2013\u2014-]\s?){3,}$/u;
const HAS_LETTER = /\p{L}/u;
const GMT_STAMP = /^(?:GMT\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?GMT|\s?[AP]M)?/iu;

function isShortEnough(role: Role, words: number, isParagraph: boolean): boolean {
	if (role === "tags") return words <= LONGEST_TAGS && !isParagraph;
	if (role === "source" || role === "byline" || role === "updated" || role === "published")
		return words <= LONGEST_LABELLED + (role === "source" ? 0 : MOST_WORDS_BESIDE_DATE);
	return words <= LONGEST_FURNITURE;
}

/** Whether a phrase at the beginning of a piece makes it furniture, and not a sentence. */
function fits(piece: Piece, shape: Shape, words: number, { role, match }: RolePhrase): boolean {
	if (match === "paragraph" || words === piece.tokens.length) return true;
	const isParagraph = shape.hasFullStop && shape.prose >= PARAGRAPH;
	if (match === "whole" || !isShortEnough(role, shape.words, isParagraph)) return false;
	if (SPEAKS.has(role) && shape.hasFullStop) return false;
	if (TELLS_TIME.has(role) && !DIGIT.test(piece.text)) return false;
	const end = piece.tokens[words - 1]?.end ?? piece.end;
	return match !== "label" || SEPARATOR.test(piece.text.slice(end - piece.start));
}

function roleByPhrase(piece: Piece, shape: Shape): Role | null {
	const found = phrasesAt(phrases, piece.tokens, 0).find(({ words, entry }) =>
		fits(piece, shape, words.length, entry),
	);
	return found?.entry.role ?? null;
}

function isPost(piece: Piece, shape: Shape): boolean {
	if (HANDLE.test(piece.text)) return shape.words <= LONGEST_FURNITURE * 2;
	return POST_ADDRESS.test(piece.text) && !shape.continues && shape.words <= LONGEST_FURNITURE * 2;
}

/** Whether it is a caption: a short line that ends with an agency's or an archive's name. */
function hasCredit(piece: Piece, shape: Shape): boolean {
	if (shape.words > LONGEST_FURNITURE || shape.words < 2 || shape.hasFullStop) return false;
	const credit = CREDIT_AT_END.exec(piece.text)?.[1];
	if (credit === undefined) return false;
	const words = tokensOf(credit).map(({ word }) => word);
	return credits.has(words.join(" ")) || credits.has(words.at(-1) ?? "");
}

function isDate(piece: Piece): boolean {
	if (piece.tokens.length > 2 * LONGEST_LABELLED) return false;
	const [day] = printedDays(piece.text);
	if (day === undefined) return GMT_STAMP.test(piece.text) && piece.tokens.length <= 5;
	const beside = piece.tokens.filter(
		({ start, end }) => end - piece.start <= day.start || start - piece.start >= day.end,
	);
	return beside.filter(({ word }) => HAS_LETTER.test(word)).length <= MOST_WORDS_BESIDE_DATE;
}

/**
 * What a piece is by its own words: by a phrase of the lexicon, the address of a post, a
 * caption's credit, or a date that is nearly all of it.
 *
 * @returns null where its words do not tell
 */
export function roleOf(piece: Piece, shape: Shape): Role | null {
	if (piece.cutAs !== null) return piece.cutAs;
	if (piece.tokens.length === 0) return RULE_LINE.test(piece.text) ? "rule" : "chrome";
	const byPhrase = roleByPhrase(piece, shape);
	if (byPhrase !== null) return byPhrase;
	if (ADDRESS_ONLY.test(piece.text)) return POST_ADDRESS.test(piece.text) ? "embed" : "chrome";
	if (isPost(piece, shape)) return "embed";
	if (hasCredit(piece, shape)) return "caption";
	return isDate(piece) ? "date" : null;
}
