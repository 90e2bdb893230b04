import { ByteReader, type ByteWriter } from "./byte-writer.ts";

// What is written here is read here, so that nobody else knows how it looks.

/** How many documents one stretch of postings can span: what counts their hits fits into the cache of a processor. */
export const STRETCH = 2 ** 16;

/** Where a word stands in the documents of one stretch: a row of the table of postings. */
export interface PostingRow {
	readonly word: string;
	/** The number that the first document of the stretch has. */
	readonly firstNumber: number;
	/** For each document that has the word: the distance to the one before, how often, whether it is a draft, how many words it has. */
	readonly documents: Uint8Array;
	/** For each of these the distances between the words, the first from the beginning. */
	readonly positions: Uint8Array;
}

/** A document that has a word. */
export interface PostingEntry {
	/** From the beginning of the stretch. */
	readonly offset: number;
	/** Where the word stands in it, in words from its beginning. */
	readonly positions: readonly number[];
	/** How many words it has. */
	readonly length: number;
	readonly isDraft: boolean;
}

/** Writes the documents that have a word, in the order of their offsets. */
export class PostingWriter {
	readonly #documents: ByteWriter;
	readonly #positions: ByteWriter;
	#last = 0;

	constructor(documents: ByteWriter, positions: ByteWriter) {
		this.#documents = documents;
		this.#positions = positions;
	}

	write({ offset, positions, length, isDraft }: PostingEntry): void {
		this.#documents.write(offset - this.#last);
		this.#documents.write(positions.length * 2 + (isDraft ? 1 : 0));
		this.#documents.write(length);
		this.#last = offset;
		let last = 0;
		for (const position of positions) {
			this.#positions.write(position - last);
			last = position;
		}
	}

	/** What was written of the word. */
	take(): Pick<PostingRow, "documents" | "positions"> {
		this.#last = 0;
		return { documents: this.#documents.take(), positions: this.#positions.take() };
	}
}

/** A document that has a word, or a phrase, without where it stands in it. */
export interface Hit {
	/** From the beginning of the stretch. */
	readonly offset: number;
	/** How often it stands in it. */
	readonly hits: number;
	/** How many words the document has. */
	readonly length: number;
	readonly isDraft: boolean;
}

/** Reads the documents that have a word, one by one: it is itself the document that was read last. */
export class HitReader implements Hit {
	readonly #reader: ByteReader;
	offset = 0;
	hits = 0;
	length = 0;
	isDraft = false;

	constructor(documents: Uint8Array) {
		this.#reader = new ByteReader(documents);
	}

	/** Goes on to the next document; false where there is none. */
	next(): boolean {
		const reader = this.#reader;
		if (reader.isAtEnd) return false;
		this.offset += reader.read();
		const hitsAndDraft = reader.read();
		this.hits = hitsAndDraft >>> 1;
		this.isDraft = (hitsAndDraft & 1) === 1;
		this.length = reader.read();
		return true;
	}
}

/** Reads everything of a word. */
export function* entriesOf({
	documents,
	positions,
}: Pick<PostingRow, "documents" | "positions">): Generator<PostingEntry> {
	const reader = new ByteReader(positions);
	const hit = new HitReader(documents);
	while (hit.next()) {
		const { offset, length, isDraft } = hit;
		let position = 0;
		const all: number[] = [];
		for (let count = 0; count < hit.hits; count += 1) {
			position += reader.read();
			all.push(position);
		}
		yield { offset, positions: all, length, isDraft };
	}
}
