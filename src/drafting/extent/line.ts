import type { SegmentKind } from "../../curation/corpus.ts";
import type { Piece, Role } from "./pieces.ts";
import { piecesOf } from "./pieces.ts";
import { roleOf } from "./roles.ts";
import { PARAGRAPH, type Shape, shapeOf } from "./shape.ts";

/** A piece of a page with all that is known of it before its neighbours are looked at. */
export interface Line extends Piece {
	/** Its words as they are compared, with a space between two; empty for a long paragraph. */
	readonly key: string;
	readonly shape: Shape;
	readonly role: Role | null;
	/** How many pieces of the page have the same words, itself counted. */
	readonly copies: number;
	/** Whether a copy of it is an item of a list. */
	readonly isListed: boolean;
	/** A paragraph by its looks. */
	readonly isParagraph: boolean;
	/** A whole sentence, if a short one: what a body goes on with, and seldom a headline. */
	readonly isSentence: boolean;
}

/** A kind for each role, where nothing else is known. */
export const KIND_OF_ROLE: Readonly<Record<Role, SegmentKind>> = {
	byline: "DATELINE",
	caption: "CHROME",
	chrome: "CHROME",
	comments: "COMMENT",
	date: "DATELINE",
	embed: "EMBED",
	footer: "CHROME",
	published: "DATELINE",
	"related-link": "RELATED",
	"related-section": "RELATED",
	repeated: "CHROME",
	rule: "CHROME",
	source: "SOURCE_LINE",
	tags: "CHROME",
	updated: "CHROME",
};

const SHORTEST_SENTENCE = 3;
/** A piece of more words is a paragraph, which no other repeats. */
const LONGEST_KEY = 80;

function keyOf(piece: Piece): string {
	let key = "";
	if (piece.tokens.length > LONGEST_KEY) return key;
	for (const { word } of piece.tokens) key += key === "" ? word : ` ${word}`;
	return key;
}

/** Reads the lines of a page, each with its looks, its role and how often it stands there. */
export function linesOf(document: string): Line[] {
	const pieces = piecesOf(document).map((piece) => ({ piece, key: keyOf(piece) }));
	const shapes = pieces.map(({ piece }) => shapeOf(piece));
	const copies = new Map<string, { count: number; isListed: boolean }>();
	for (const [index, { key }] of pieces.entries()) {
		if (key === "") continue;
		const known = copies.get(key) ?? { count: 0, isListed: false };
		const isListed = known.isListed || shapes[index]?.bullet === "mark";
		copies.set(key, { count: known.count + 1, isListed });
	}
	return pieces.map(({ piece, key }, index) => {
		const shape = shapes[index] as Shape;
		const role = roleOf(piece, shape);
		const same = copies.get(key);
		const isFree = role === null;
		// Written out, as spreading the piece takes as long as reading it.
		return {
			start: piece.start,
			end: piece.end,
			text: piece.text,
			tokens: piece.tokens,
			cutAs: piece.cutAs,
			key,
			shape,
			role,
			copies: same?.count ?? 1,
			isListed: same?.isListed ?? false,
			isParagraph: isFree && shape.prose >= PARAGRAPH,
			isSentence:
				isFree &&
				(shape.prose >= PARAGRAPH || (shape.hasFullStop && shape.words >= SHORTEST_SENTENCE)),
		};
	});
}
