import { endianness } from "node:os";

/** What stands for a value that is missing. */
export const NONE = -(2 ** 31);

/** Elements of a column, unsigned and as narrow as they can be. */
export type Elements = Uint8Array | Uint16Array | Uint32Array;

/** How a column is written, beside its bytes. */
export interface ColumnShape {
	/** How many elements it has. */
	readonly length: number;
	/** Bytes of an element: 1, 2 or 4. */
	readonly width: number;
	/** What is to be added to an element to get its value. Where a value can be missing, the element 0 stands for none. */
	readonly base: number;
	/** The largest value; less than `base` where there is none. */
	readonly top: number;
}

/** A column as it is written: its lowest byte comes first in each element. */
export interface EncodedColumn extends ColumnShape {
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A column as it is counted over. */
export interface Column extends ColumnShape {
	readonly elements: Elements;
}

const ARRAYS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;

function isWidth(width: number): width is keyof typeof ARRAYS {
	return width in ARRAYS;
}

function widthFor(largest: number): keyof typeof ARRAYS {
	if (largest < 2 ** 8) return 1;
	return largest < 2 ** 16 ? 2 : 4;
}

/** Turns the bytes of each element around on the machines that have the highest first. */
function inFileOrder(bytes: Uint8Array<ArrayBuffer>, width: number): void {
	if (endianness() === "LE" || width === 1) return;
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (width === 2) buffer.swap16();
	else buffer.swap32();
}

/**
 * Writes numbers as a column, in the narrowest width that they fit into.
 *
 * @param values whole numbers of 32 bits, NONE among them where `canMiss`
 */
export function encodeColumn(values: Int32Array, canMiss: boolean): EncodedColumn {
	let least = Number.POSITIVE_INFINITY;
	let top = Number.NEGATIVE_INFINITY;
	for (const value of values) {
		if (value === NONE) continue;
		if (value < least) least = value;
		if (value > top) top = value;
	}
	const reserved = canMiss ? 1 : 0;
	if (least > top) [least, top] = [0, -1 - reserved];
	const base = least - reserved;
	const width = widthFor(top - base);
	const elements = new ARRAYS[width](values.length);
	for (let index = 0; index < values.length; index += 1) {
		const value = values[index] ?? NONE;
		elements[index] = value === NONE ? 0 : value - base;
	}
	const bytes = new Uint8Array(elements.buffer);
	inFileOrder(bytes, width);
	return { length: values.length, width, base, top, bytes };
}

/**
 * Reads a column; the bytes are copied, as those of a driver lie anywhere in memory.
 *
 * @throws Error for bytes that are not of its length and width
 */
export function decodeColumn({
	length,
	width,
	base,
	top,
	bytes,
}: ColumnShape & { readonly bytes: Uint8Array }): Column {
	if (!isWidth(width) || bytes.length !== length * width)
		throw new Error(
			`expected a column of ${length} elements of 1, 2 or 4 bytes, found ${bytes.length} bytes for a width of ${width}`,
		);
	const own = new Uint8Array(bytes);
	inFileOrder(own, width);
	return { length, width, base, top, elements: new ARRAYS[width](own.buffer) };
}
