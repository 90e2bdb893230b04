import { decode } from "../curation/decode.ts";
import { findForbidden } from "../text/controls.ts";

/** The encodings that a page may be said to have. */
export const ENCODINGS = ["utf-8", "windows-1256"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The text of a page in NFC, with the bytes of its document: those that came where they can be
 * a document as they are, or else the text in UTF-8. Or why it is none: what was expected, what
 * was found, what to do.
 */
export type PageText =
	| { readonly text: string; readonly bytes: Uint8Array }
	| { readonly fault: string };

/** The largest page, in bytes: a news page has a hundredth of it. */
export const LARGEST_PAGE = 8 * 2 ** 20;
/** Of all letters of a page in Arabic at least this share is in Arabic script. */
const LEAST_ARABIC = 0.1;

const LETTERS = /\p{L}/gu;
const ARABIC_LETTERS = /(?=\p{L})\p{Script=Arabic}/gu;
/** How an HTML page begins, whatever its file is called. */
const HTML_BEGINS =
	/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/iu;

/** So far at the beginning of a page HTML is looked for, in UTF-16 units. */
const LONGEST_BEGINNING = 4096;

function count(text: string, pattern: RegExp): number {
	let found = 0;
	for (const _ of text.matchAll(pattern)) found += 1;
	return found;
}

function beginsWith(bytes: Uint8Array, ...beginning: number[]): boolean {
	return beginning.every((byte, index) => bytes[index] === byte);
}

/** What no decoding can mend. */
function faultOfBytes(bytes: Uint8Array): string | null {
	if (bytes.length === 0)
		return "expected the text of a news page, found an empty file; save the page again";
	if (bytes.length > LARGEST_PAGE)
		return `expected a page of at most ${LARGEST_PAGE} bytes, found ${bytes.length}; give its text alone, or split it into pages`;
	if (beginsWith(bytes, 0xff, 0xfe) || beginsWith(bytes, 0xfe, 0xff))
		return "expected UTF-8, found UTF-16; save the page as UTF-8";
	const zero = bytes.indexOf(0);
	if (zero >= 0)
		return `expected text, found a zero byte at byte ${zero}, as a binary file has; save the page as text or as HTML`;
	return null;
}

/** How many bytes at the beginning are UTF-8. */
function validBytes(bytes: Uint8Array): number {
	const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	const encoded = new TextEncoder().encode(lenient);
	let offset = 0;
	while (offset < bytes.length && bytes[offset] === encoded[offset]) offset += 1;
	return offset;
}

function decodePage(
	bytes: Uint8Array,
	encoding: Encoding,
): { readonly text: string } | { readonly fault: string } {
	try {
		return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
	} catch {
		return {
			fault: `expected UTF-8, found bytes that are none at byte ${validBytes(bytes)}; save the page as UTF-8, or say --encoding windows-1256 where it is that`,
		};
	}
}

/**
 * A text as a document of the seed folder must be: NFC, lines that end with a line feed, no
 * byte order mark, no control characters, no bidirectional controls. Of a new page this text
 * becomes the document, so nothing that a reader sees is lost.
 */
export function normalisePage(text: string): string {
	const unixLines = text.replace(/\r\n?|[\u0085\v\f]/g, "\n");
	let kept = "";
	let from = 0;
	for (const { offset } of findForbidden(unixLines)) {
		kept += unixLines.slice(from, offset);
		from = offset + 1;
	}
	return (kept + unixLines.slice(from)).normalize("NFC");
}

function faultOfText(text: string): string | null {
	const letters = count(text, LETTERS);
	if (letters === 0)
		return "expected the text of a news page, found no letter in it; save the page again";
	const arabic = count(text, ARABIC_LETTERS);
	if (arabic >= letters * LEAST_ARABIC) return null;
	return `expected a page in Arabic, found ${arabic} Arabic letters among ${letters}; give a page in Arabic, or its --encoding where it is not UTF-8`;
}

/** What reads HTML is loaded when there is HTML to read: it takes longer than all else. */
async function textOfHtml(html: string): Promise<string> {
	const { documentOfHtml } = await import("./extent/document-of-html.ts");
	return documentOfHtml(html);
}

/**
 * Reads the bytes of a page, plain text or HTML, as the text that becomes its document.
 *
 * @param bytes as they came
 * @param isHtml whether the name of the page says that it is HTML; what begins as HTML is it too
 * @returns the text in NFC with line feeds; or the fault, for a line on standard error
 */
export async function readPageText(
	bytes: Uint8Array,
	encoding: Encoding,
	isHtml: boolean,
): Promise<PageText> {
	const unreadable = faultOfBytes(bytes);
	if (unreadable !== null) return { fault: unreadable };
	const decoded = decodePage(bytes, encoding);
	if ("fault" in decoded) return decoded;
	const isPage = isHtml || HTML_BEGINS.test(decoded.text.slice(0, LONGEST_BEGINNING));
	const plain = isPage ? await textOfHtml(decoded.text) : decoded.text;
	const text = normalisePage(plain);
	const fault = faultOfText(text);
	if (fault !== null) return { fault };
	const isDocument = decode("", bytes).text?.normalize("NFC") === text;
	return { text, bytes: isDocument ? bytes : new TextEncoder().encode(text) };
}
