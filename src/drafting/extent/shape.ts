import { readLexicon, readWords } from "../lexicon.ts";
import { endsSentence, type Piece } from "./pieces.ts";
import { phrasesAt, phrasesOf } from "./tokens.ts";

/** How a piece of a page looks, whatever it says. */
export interface Shape {
	readonly words: number;
	/** It ends as a sentence does: with a full stop. */
	readonly hasFullStop: boolean;
	/** It ends with a question mark, an exclamation mark or dots, as headlines do too. */
	readonly hasSoftStop: boolean;
	/** It ends with a colon: what follows belongs to it. */
	readonly hasColon: boolean;
	readonly bullet: "mark" | "number" | null;
	/** It begins with words that go on with an article. */
	readonly continues: boolean;
	/** From 0: how much it looks like a paragraph of an article. */
	readonly prose: number;
}

/** From so much on a piece is a paragraph. */
export const PARAGRAPH = 3;

const SOFT_STOP = /(?:[!?\u061f\u2026]|\.{2,})[\s"\u201c\u201d\u2019\u00bb)\]]*$/u;
const CLOSED_QUOTE = /["\u201d\u00bb]$/u;
const COLON = /[:\uff1a]$/u;
const SEVERAL_SENTENCES = /\.(?<=\p{L}{3}["\u201d\u00bb)]{0,3}\.)\s*\p{L}/u;
const MARK_BULLET =
	/^[\u2022\u25cf\u25aa\u25a0\u25cb\u00b7*\u2013\u2014\u25c4\u25ba\u00bb>-]\s*(?=\S)/u;
const NUMBER_BULLET = /^[(]?[0-9\u0660-\u0669]{1,2}\s?[.)\u2013-]\s?(?=\p{L}|["\u201c\u00ab])/u;

const clauseWords = readWords("clause-words");
const openers = phrasesOf(
	readLexicon("prose-openers").map(([role = "", phrase = ""]) => ({ phrase, entry: role })),
);

function bulletOf(text: string): Shape["bullet"] {
	if (NUMBER_BULLET.test(text)) return "number";
	return MARK_BULLET.test(text) ? "mark" : null;
}

/** Lengths, in words, from which a piece is more and more likely a paragraph. */
const LENGTHS = [12, 20, 30, 30];
const MANY_CLAUSES = 2;

function proseOf(piece: Piece, hasFullStop: boolean, hasSoftStop: boolean, opens: boolean): number {
	const words = piece.tokens.length;
	let clauses = 0;
	for (const { word } of piece.tokens) if (clauseWords.has(word)) clauses += 1;
	const stop = hasFullStop && words >= MANY_CLAUSES ? 2 : 0;
	const soft = hasSoftStop || CLOSED_QUOTE.test(piece.text) ? 1 : 0;
	const length = LENGTHS.filter((least) => words >= least).length;
	const several = SEVERAL_SENTENCES.test(piece.text) && words >= (LENGTHS[0] ?? 0) ? 1 : 0;
	return (stop || soft) + length + (clauses >= MANY_CLAUSES ? 1 : 0) + (opens ? 1 : 0) + several;
}

/** Looks at a piece: its length, its end, its beginning, its words that join clauses. */
export function shapeOf(piece: Piece): Shape {
	const hasSoftStop = SOFT_STOP.test(piece.text);
	const hasFullStop = !hasSoftStop && endsSentence(piece.text);
	const opening = phrasesAt(openers, piece.tokens, 0);
	return {
		words: piece.tokens.length,
		hasFullStop,
		hasSoftStop,
		hasColon: COLON.test(piece.text),
		bullet: bulletOf(piece.text),
		continues: opening.some(({ entry }) => entry === "continues"),
		prose: proseOf(piece, hasFullStop, hasSoftStop, opening.length > 0),
	};
}
