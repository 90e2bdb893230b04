import { ByteWriter } from "./byte-writer.ts";
import { type PostingRow, PostingWriter, STRETCH } from "./posting.ts";

/** A stretch ends when it has so many words, however few its documents are: they are held in memory. */
const MOST_WORDS = 2 ** 21;

/** A document as it is searched. */
export interface SearchedDocument {
	readonly number: number;
	/** In the spelling of `searchable`, in their order. */
	readonly words: readonly string[];
	readonly isDraft: boolean;
}

/** A growing list of numbers below 2^32. */
class NumberLog {
	#numbers = new Uint32Array(2 ** 12);
	length = 0;

	push(value: number): void {
		if (this.length === this.#numbers.length) {
			const grown = new Uint32Array(this.length * 2);
			grown.set(this.#numbers);
			this.#numbers = grown;
		}
		this.#numbers[this.length] = value;
		this.length += 1;
	}

	at(index: number): number {
		return this.#numbers[index] ?? 0;
	}

	clear(): void {
		this.length = 0;
	}
}

/** Turns documents round: from the words of each to the documents of each word, a stretch at a time. */
export class PostingBuilder {
	/** The words of this stretch, with their numbers in it. */
	readonly #words = new Map<string, number>();
	/** The words of all documents, one behind the other, by their numbers. */
	readonly #log = new NumberLog();
	/** Which document of the stretch each of them is in. */
	readonly #documents = new NumberLog();
	/** Where each document ends in the log. */
	readonly #ends = new NumberLog();
	/** Its offset in the stretch, doubled, and one more for a draft. */
	readonly #offsets = new NumberLog();
	readonly #mostWords: number;
	#firstNumber = -1;
	#lastNumber = -1;

	constructor(mostWords: number = MOST_WORDS) {
		this.#mostWords = mostWords;
	}

	/**
	 * Adds a document, and gives the stretch before it where it is the first of another.
	 *
	 * @throws Error for a number that is not above the one before
	 */
	add({ number, words, isDraft }: SearchedDocument): PostingRow[] {
		if (number <= this.#lastNumber)
			throw new Error(
				`expected documents in the order of their numbers, found ${number} behind ${this.#lastNumber}`,
			);
		const isFull = number - this.#firstNumber >= STRETCH || this.#log.length >= this.#mostWords;
		const before = this.#firstNumber >= 0 && isFull ? this.take() : [];
		if (this.#firstNumber < 0) this.#firstNumber = number;
		this.#lastNumber = number;
		for (const word of words) {
			this.#log.push(this.#numberOf(word));
			this.#documents.push(this.#ends.length);
		}
		this.#ends.push(this.#log.length);
		this.#offsets.push((number - this.#firstNumber) * 2 + (isDraft ? 1 : 0));
		return before;
	}

	#numberOf(word: string): number {
		const known = this.#words.get(word);
		if (known !== undefined) return known;
		this.#words.set(word, this.#words.size);
		return this.#words.size - 1;
	}

	/** The stretch so far, by word; the next document begins another. */
	take(): PostingRow[] {
		const places = this.#placesByWord();
		const writer = new PostingWriter(new ByteWriter(), new ByteWriter());
		const rows: PostingRow[] = [];
		let start = 0;
		for (const [word, number] of this.#words) {
			const end = places.ends[number] ?? 0;
			this.#write(writer, places.order.subarray(start, end));
			rows.push({ word, firstNumber: this.#firstNumber, ...writer.take() });
			start = end;
		}
		this.#words.clear();
		this.#log.clear();
		this.#documents.clear();
		this.#ends.clear();
		this.#offsets.clear();
		this.#firstNumber = -1;
		return rows;
	}

	/** The places of the log in the order of their words, those of a word in the order of the log (a counting sort). */
	#placesByWord(): { readonly order: Uint32Array; readonly ends: Uint32Array } {
		const ends = new Uint32Array(this.#words.size + 1);
		for (let place = 0; place < this.#log.length; place += 1) {
			const next = this.#log.at(place) + 1;
			ends[next] = (ends[next] ?? 0) + 1;
		}
		for (let word = 1; word < ends.length; word += 1)
			ends[word] = (ends[word] ?? 0) + (ends[word - 1] ?? 0);
		const order = new Uint32Array(this.#log.length);
		for (let place = 0; place < this.#log.length; place += 1) {
			const word = this.#log.at(place);
			const free = ends[word] ?? 0;
			order[free] = place;
			ends[word] = free + 1;
		}
		return { order, ends };
	}

	/** @param places those of one word, ascending */
	#write(writer: PostingWriter, places: Uint32Array): void {
		let document = 0;
		let positions: number[] = [];
		for (const place of places) {
			if (this.#documents.at(place) !== document) {
				this.#writeDocument(writer, document, positions);
				positions = [];
				document = this.#documents.at(place);
			}
			positions.push(place - this.#startOf(document));
		}
		this.#writeDocument(writer, document, positions);
	}

	#writeDocument(writer: PostingWriter, document: number, positions: readonly number[]): void {
		if (positions.length === 0) return;
		const offset = this.#offsets.at(document);
		writer.write({
			offset: offset >>> 1,
			positions,
			length: this.#ends.at(document) - this.#startOf(document),
			isDraft: (offset & 1) === 1,
		});
	}

	#startOf(document: number): number {
		return document === 0 ? 0 : this.#ends.at(document - 1);
	}
}
