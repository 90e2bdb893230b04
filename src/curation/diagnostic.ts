/** A point in a file; line and column count from 1, the column in UTF-16 units. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

/** One fault in the seed files, with its place. A value: faults are collected, not thrown. */
export interface Diagnostic extends Place {
	/** The name of the rule that found it, for example "known-slug". */
	readonly rule: string;
	/** What was expected, what was found, and what to do. */
	readonly message: string;
}

/**
 * A fault as one line: `file:line:column rule message`. A message can have a key or a value
 * of the file in it, and these can have line breaks in them.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
	const { file, line, column, rule, message } = diagnostic;
	return `${file}:${line}:${column} ${rule} ${message.replace(/\s*\n\s*/gu, " ")}`;
}

/** The order in which faults are told: by file, then by place. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.line - b.line || a.column - b.column;
}

/**
 * Text from a file, fit to stand inside a message: on one line, and cut in the
 * middle where it is long.
 *
 * @param length the most characters to show
 */
export function quoteForMessage(text: string, length = 60): string {
	const line = text.replace(/\s+/gu, " ").trim();
	const characters = [...line];
	if (characters.length <= length) return `"${line}"`;
	const half = Math.floor(length / 2);
	return `"${characters.slice(0, half).join("")} … ${characters.slice(-half).join("")}"`;
}
