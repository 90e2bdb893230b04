/** In bytes: the most that is kept for the counts to come. */
const MOST_KEPT = 16 * 2 ** 20;
/** In bytes: how much is made at once, at the least. */
const CHUNK = 2 ** 20;
/** In bytes: where an array may begin. */
const ALIGNMENT = 8;

interface Chunk {
	readonly buffer: ArrayBuffer;
	used: number;
}

/**
 * Memory that counts use one after the other, and that is never given back. Arrays of some
 * megabytes that each count made for itself would wait for the collector by the dozen; and
 * once such an array has been freed, the C library keeps up to twice its size for itself
 * (M_MMAP_THRESHOLD and M_TRIM_THRESHOLD of mallopt(3) grow with what is freed).
 */
export class CountingRoom {
	readonly #chunks: Chunk[] = [];
	#kept = 0;

	/** Begins a count: whatever earlier ones took is overwritten. */
	begin(): void {
		for (const chunk of this.#chunks) chunk.used = 0;
	}

	/** A chunk that has so many bytes left; null where no more may be kept. */
	#chunkFor(bytes: number): Chunk | null {
		const known = this.#chunks.find(({ buffer, used }) => used + bytes <= buffer.byteLength);
		if (known !== undefined) return known;
		const size = Math.max(bytes, CHUNK);
		if (this.#kept + size > MOST_KEPT) return null;
		const made = { buffer: new ArrayBuffer(size), used: 0 };
		this.#chunks.push(made);
		this.#kept += size;
		return made;
	}

	/** Where so many bytes are free; null where they have to be made elsewhere. */
	#take(bytes: number): { readonly buffer: ArrayBuffer; readonly start: number } | null {
		const needed = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
		const chunk = this.#chunkFor(needed);
		if (chunk === null) return null;
		const start = chunk.used;
		chunk.used += needed;
		return { buffer: chunk.buffer, start };
	}

	/** An array of zeros, for the count that goes on and no longer. */
	int32(length: number): Int32Array {
		const room = this.#take(length * Int32Array.BYTES_PER_ELEMENT);
		if (room === null) return new Int32Array(length);
		return new Int32Array(room.buffer, room.start, length).fill(0);
	}

	/** The same of numbers that may have 53 bits. */
	float64(length: number): Float64Array {
		const room = this.#take(length * Float64Array.BYTES_PER_ELEMENT);
		if (room === null) return new Float64Array(length);
		return new Float64Array(room.buffer, room.start, length).fill(0);
	}
}

/** The room of this process: what uses it must go on inside `oneAtATime`. */
export const countingRoom = new CountingRoom();
