import { Lexer } from "yaml";

/** How deep values are nested at the most, by brackets and by lines; the files need less than ten. */
const DEEPEST = 100;
/** What opens values inside of each other at the beginning of a line. */
const OPENING = /^[ \t?:-]+/gm;
/** Marks that the lexer puts between the tokens, and that stand in no text. */
const MARKS = new Set(["\u0002", "\u0018", "\u001f"]);

/**
 * Where values are nested more deeply than they can be read; null where they are not.
 *
 * What reads YAML calls itself for each value inside of another. At the end of the stack it
 * throws, or, when V8 has a pattern to compile just there, it ends the process, which nobody
 * can catch. So this looks before it is read.
 */
export function tooDeepAt(text: string): number | null {
	for (const { index, 0: opening } of text.matchAll(OPENING))
		if (opening.length > DEEPEST) return index + DEEPEST;
	let depth = 0;
	let offset = 0;
	for (const token of new Lexer().lex(text)) {
		if (MARKS.has(token)) continue;
		if (token === "[" || token === "{") depth += 1;
		if (token === "]" || token === "}") depth -= 1;
		if (depth > DEEPEST) return offset;
		offset += token.length;
	}
	return null;
}
