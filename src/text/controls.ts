/** A character that must not stand in a document or a curated file. */
export interface ForbiddenCharacter {
	/** In UTF-16 units. */
	readonly offset: number;
	/** As Unicode writes it, for example U+202E. */
	readonly codePoint: string;
	/** What it is, in a few words. */
	readonly what: string;
}

const KINDS: readonly { pattern: RegExp; what: string }[] = [
	{ pattern: /\ufeff/g, what: "a byte order mark" },
	{ pattern: /\r/g, what: "a carriage return; lines end with a line feed" },
	{ pattern: /[\ud800-\udfff]/gu, what: "half of a surrogate pair" },
	{
		// Invisible, and able to show a reader another order than the one that is stored.
		pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
		what: "a bidirectional control character",
	},
	{
		// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
		pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g,
		what: "a control character",
	},
];

/** Every forbidden character of a text, in reading order. */
export function findForbidden(text: string): ForbiddenCharacter[] {
	return KINDS.flatMap(({ pattern, what }) =>
		[...text.matchAll(pattern)].map((match) => ({
			offset: match.index,
			codePoint: `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
			what,
		})),
	).toSorted((a, b) => a.offset - b.offset);
}
