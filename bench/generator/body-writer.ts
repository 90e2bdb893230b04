import type { Range, Span } from "../../src/text/span.ts";

/** Writes a text piece by piece and tells where each piece stands. */
export interface BodyWriter {
	/** Where the text ends so far, in UTF-16 units. */
	readonly length: number;
	append(text: string): Range;
	/** The text without the white space at its end, which no range reaches into. */
	text(): string;
}

/** Begins an empty text. */
export function bodyWriter(): BodyWriter {
	const pieces: string[] = [];
	let length = 0;
	return {
		get length() {
			return length;
		},
		append(text) {
			const start = length;
			pieces.push(text);
			length += text.length;
			return { start, end: length };
		},
		text: () => pieces.join("").trimEnd(),
	};
}

/** A span of the body; all letters of the generator are one UTF-16 unit, so both countings agree. */
export function bodySpan({ start, end }: Range): Span {
	return { source: "BODY", start, end, startCodePoint: start, endCodePoint: end };
}
