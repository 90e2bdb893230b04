import type { Range } from "./span.ts";
import { paragraphs } from "./words.ts";

/** A pair of quotation marks and what stands between them. */
export interface Quotation {
	/** From the opening mark to the end of the closing one. */
	readonly outer: Range;
	/** What stands between the marks. */
	readonly inner: Range;
}

/** What the marks of a text make. */
export interface Quotations {
	readonly pairs: readonly Quotation[];
	/** Offsets of marks that open nothing or close nothing. */
	readonly unpaired: readonly number[];
}

/** Opening marks with the mark that closes them. */
const CLOSING: ReadonlyMap<string, string> = new Map([
	["\u00ab", "\u00bb"], // double angle
	["\u2039", "\u203a"], // single angle
	["\u201c", "\u201d"], // curved double
	["\u201e", "\u201d"], // low double
	["\u2018", "\u2019"], // curved single
]);
const CLOSERS = new Set(CLOSING.values());
const STRAIGHT = '"';
const APOSTROPHE = "\u2019";
const LATIN_LETTER = /\p{Script=Latin}/u;

interface Scan {
	readonly text: string;
	readonly pairs: Quotation[];
	readonly unpaired: number[];
	readonly open: { mark: string; offset: number }[];
}

function isLatin(text: string, offset: number): boolean {
	return LATIN_LETTER.test(text.charAt(offset));
}

/** Whether a mark stands inside a Latin word, where a curved single one is an apostrophe. */
function isApostrophe(text: string, offset: number): boolean {
	return (
		text.charAt(offset) === APOSTROPHE && isLatin(text, offset - 1) && isLatin(text, offset + 1)
	);
}

function close(scan: Scan, mark: string, offset: number): void {
	const depth = scan.open.findLastIndex(
		(opened) => (CLOSING.get(opened.mark) ?? STRAIGHT) === mark,
	);
	const opened = scan.open[depth];
	if (opened === undefined) {
		// At the end of a Latin word, where it closes nothing, it is an apostrophe too.
		if (mark !== APOSTROPHE || !isLatin(scan.text, offset - 1)) scan.unpaired.push(offset);
		return;
	}
	for (const lost of scan.open.splice(depth).slice(1)) scan.unpaired.push(lost.offset);
	scan.pairs.push({
		outer: { start: opened.offset, end: offset + 1 },
		inner: { start: opened.offset + 1, end: offset },
	});
}

function readMark(scan: Scan, offset: number): void {
	const mark = scan.text.charAt(offset);
	if (isApostrophe(scan.text, offset)) return;
	const straightIsOpen = scan.open.some((opened) => opened.mark === STRAIGHT);
	if (CLOSING.has(mark) || (mark === STRAIGHT && !straightIsOpen)) scan.open.push({ mark, offset });
	else if (CLOSERS.has(mark) || mark === STRAIGHT) close(scan, mark, offset);
}

/**
 * Pairs the quotation marks of a text, each paragraph for itself: straight,
 * curved, low and angle marks, one kind inside another. A mark without its other
 * half makes no quotation and is told apart. The apostrophes of Latin words, inside
 * one or left over at its end, are no quotation marks.
 */
export function findQuotations(text: string): Quotations {
	const scan: Scan = { text, pairs: [], unpaired: [], open: [] };
	for (const { start, end } of paragraphs(text)) {
		for (let offset = start; offset < end; offset += 1) readMark(scan, offset);
		for (const opened of scan.open.splice(0)) scan.unpaired.push(opened.offset);
	}
	return {
		pairs: scan.pairs.toSorted((a, b) => a.outer.start - b.outer.start),
		unpaired: scan.unpaired.toSorted((a, b) => a - b),
	};
}
