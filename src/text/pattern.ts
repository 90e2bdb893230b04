const SYNTAX_CHARACTER = /[$()*+.?[\\\]^{|}]/g;

/** A text as a regular expression that matches just this text, for the flags u and v. */
export function escapePattern(text: string): string {
	return text.replace(SYNTAX_CHARACTER, "\\$&");
}
