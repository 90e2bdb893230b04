/** The bits of a number that one byte holds. */
const BITS = 7;
/** Says that another byte follows. */
const MORE = 0x80;

/** Writes whole numbers into bytes, the small ones into few (unsigned LEB128, as in DWARF and WebAssembly). */
export class ByteWriter {
	#bytes = Buffer.allocUnsafe(2 ** 16);
	#length = 0;

	/** @param value from 0, below 2^31 */
	write(value: number): void {
		// A number of 31 bits takes five bytes at the most.
		if (this.#length + 5 > this.#bytes.length)
			this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2);
		let rest = value;
		while (rest >= MORE) {
			this.#bytes[this.#length] = (rest & (MORE - 1)) | MORE;
			this.#length += 1;
			rest >>>= BITS;
		}
		this.#bytes[this.#length] = rest;
		this.#length += 1;
	}

	/** A copy of what was written since the last time. */
	take(): Buffer {
		const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
		this.#length = 0;
		return taken;
	}
}

/** Reads what a ByteWriter has written. */
export class ByteReader {
	readonly #bytes: Uint8Array;
	#offset = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get isAtEnd(): boolean {
		return this.#offset >= this.#bytes.length;
	}

	/** The next number; 0 behind the end. */
	read(): number {
		let byte = this.#bytes[this.#offset] ?? 0;
		this.#offset += 1;
		if (byte < MORE) return byte;
		let value = byte & (MORE - 1);
		let shift = BITS;
		do {
			byte = this.#bytes[this.#offset] ?? 0;
			this.#offset += 1;
			value |= (byte & (MORE - 1)) << shift;
			shift += BITS;
		} while (byte >= MORE);
		return value;
	}
}
