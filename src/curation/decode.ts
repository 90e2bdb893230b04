import { createHash } from "node:crypto";
import { findForbidden } from "../text/controls.ts";
import { lineAndColumn } from "../text/words.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** The rule that refuses what no text file of the seed folder may have in it. */
const RULE = "encoding";

/** The longest beginning that decodes, without the first bytes of a character that is cut. */
function validBeginning(bytes: Uint8Array): string {
	const begin = (length: number) =>
		new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
			stream: true,
		});
	let low = 0;
	let high = bytes.length;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		try {
			begin(middle);
			low = middle;
		} catch {
			high = middle - 1;
		}
	}
	return begin(low);
}

/**
 * Decodes a file of the seed folder: UTF-8, no byte order mark, lines that end with
 * a line feed, no control characters, no bidirectional controls.
 *
 * @returns the text, or a diagnostic for each thing that must not be there
 */
export function decode(
	file: string,
	bytes: Uint8Array,
): { text: string | null; diagnostics: readonly Diagnostic[] } {
	let text: string;
	try {
		text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		const valid = validBeginning(bytes);
		const offset = new TextEncoder().encode(valid).length;
		const message = `expected UTF-8, found bytes that are none at byte ${offset}; save the file as UTF-8`;
		return {
			text: null,
			diagnostics: [{ file, ...lineAndColumn(valid, valid.length), rule: RULE, message }],
		};
	}
	const diagnostics = findForbidden(text).map(({ offset, codePoint, what }) => ({
		file,
		...lineAndColumn(text, offset),
		rule: RULE,
		message: `expected text without it, found ${codePoint}, ${what}`,
	}));
	return { text: diagnostics.length === 0 ? text : null, diagnostics };
}

/** The SHA-256 digest of bytes or of text in UTF-8, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
	return createHash("sha256").update(content).digest("hex");
}
