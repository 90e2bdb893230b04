import type { Token, TokenisedText } from "./tokens.ts";

/** A colon, before what is said. */
export const COLON = ":";
/** The hyphen that pages write for a dash too. */
export const DASH = "-";
const COMMAS: ReadonlySet<string> = new Set([",", "\u060c"]);
const SEMICOLONS: ReadonlySet<string> = new Set([";", "\u061b"]);

/** Whether a token is a comma, Arabic or Latin: it can stand inside the words that name somebody. */
export function isPlainComma(token: Token | undefined): boolean {
	return token !== undefined && COMMAS.has(token.text);
}

/** Whether a token is a comma or semicolon, Arabic or Latin: it parts clauses. */
export function isComma(token: Token | undefined): boolean {
	return token !== undefined && (isPlainComma(token) || SEMICOLONS.has(token.text));
}

/** Whether two tokens, by their positions, are of one sentence. */
export function isSameSentence({ tokens }: TokenisedText, one: number, other: number): boolean {
	return tokens[one] !== undefined && tokens[one]?.sentence === tokens[other]?.sentence;
}

/** The position of the first token of the sentence that has the token at a position. */
export function sentenceStart(text: TokenisedText, index: number): number {
	let start = index;
	while (isSameSentence(text, start - 1, index)) start -= 1;
	return start;
}

/** The position behind the last token of the sentence that has the token at a position. */
export function sentenceEnd(text: TokenisedText, index: number): number {
	let end = index;
	while (isSameSentence(text, end, index)) end += 1;
	return end;
}

/** Whether a sentence begins with the token at a position. */
export function isSentenceStart(text: TokenisedText, index: number): boolean {
	return !isSameSentence(text, index - 1, index);
}
