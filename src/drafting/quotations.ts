import type { Quotation, Token, TokenisedText } from "./tokens.ts";

/** The quotation that opens with the mark at a position; undefined where none does. */
export function openedAt(text: TokenisedText, index: number): Quotation | undefined {
	const quotation = text.quotations[text.tokens[index + 1]?.quotation ?? -1];
	return quotation?.firstToken === index + 1 ? quotation : undefined;
}

/** The words of a quotation. */
export function wordsInside({ tokens }: TokenisedText, quotation: Quotation): Token[] {
	return tokens.slice(quotation.firstToken, quotation.endToken).filter(({ isWord }) => isWord);
}
