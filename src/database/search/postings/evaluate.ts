import { Matches } from "./matches.ts";
import { phraseHits } from "./phrase.ts";
import { type Hit, HitReader, type PostingRow, STRETCH } from "./posting.ts";

/** One thing that is searched: words that may stand for each other, or a phrase of such. */
export interface Term {
	/** One behind the other, each with distinct words; null where any word may stand. The first and the last are not null. */
	readonly slots: readonly (readonly string[] | null)[];
	/** Whether it must not be there. */
	readonly isExcluded: boolean;
}

/** The postings of the words of a search, by stretch, then by word. */
export type Postings = ReadonlyMap<number, ReadonlyMap<string, PostingRow>>;

/** A rank as a whole number, so that a cursor repeats it exactly. */
const RANKS = 1_000_000;
/** What one hit counts: the weight that PostgreSQL gives to a word of a text without parts. */
const WEIGHT = 0.1;
/** Lengths whose logarithms are worked out once. */
const SHORT = 1024;

function hitRank(length: number): number {
	return (RANKS * WEIGHT) / Math.log(length + 1);
}

const shortRanks = Float64Array.from({ length: SHORT }, (_none, length) => hitRank(length));

/**
 * How well a document matches: how often what is searched for stands in it, over one and the
 * logarithm of its length. So does cover density (Clarke, Cormack, Tudhope 2000) where every
 * hit counts by itself.
 */
function rankOf(hits: number, length: number): number {
	return Math.round(hits * (shortRanks[length] ?? hitRank(length)));
}

const GONE = 255;
const BITS = 32;

/** Counts the hits of one stretch. Its arrays are used again for the next. */
class Stretch {
	/** How many of the terms so far each document has; GONE for one that must not match. */
	readonly #terms = new Uint8Array(STRETCH);
	readonly #hits = new Uint32Array(STRETCH);
	readonly #lengths = new Uint32Array(STRETCH);
	readonly #drafts = new Uint8Array(STRETCH);
	/** A bit for each document that has the first term, or is gone. */
	readonly #seen = new Uint32Array(STRETCH / BITS);

	clear(): void {
		this.#terms.fill(0);
		this.#seen.fill(0);
	}

	/** Counts a document that has the term of a place, which it may have by several words. */
	add(place: number, { offset, hits, length, isDraft }: Hit): void {
		const terms = this.#terms[offset] ?? 0;
		if (terms === 0 && place === 0) {
			this.#see(offset);
			this.#hits[offset] = hits;
			this.#lengths[offset] = length;
			this.#drafts[offset] = isDraft ? 1 : 0;
		} else if (terms === place || terms === place + 1)
			this.#hits[offset] = (this.#hits[offset] ?? 0) + hits;
		else return;
		this.#terms[offset] = place + 1;
	}

	/** Lets a document match no more. */
	remove(offset: number): void {
		this.#see(offset);
		this.#terms[offset] = GONE;
	}

	#see(offset: number): void {
		const index = offset >>> 5;
		this.#seen[index] = (this.#seen[index] ?? 0) | (1 << (offset & (BITS - 1)));
	}

	/** Adds the documents with so many terms to what was found, in the order of their numbers. */
	collect(firstNumber: number, terms: number): void {
		// Counted, and not by entries(): most of these are 0, and all are looked at.
		for (let index = 0; index < this.#seen.length; index += 1)
			for (let rest = this.#seen[index] ?? 0; rest !== 0; rest &= rest - 1) {
				const offset = index * BITS + (BITS - 1 - Math.clz32(rest & -rest));
				if (this.#terms[offset] !== terms) continue;
				const rank = rankOf(this.#hits[offset] ?? 0, this.#lengths[offset] ?? 0);
				found.push(firstNumber + offset, rank, this.#drafts[offset] ?? 0);
			}
	}
}

/** One for all searches: each is evaluated in one go, and what it has found is copied. */
const stretch = new Stretch();

/** Numbers that grow in number as they are found. */
class Found {
	numbers = new Int32Array(2 ** 12);
	ranks = new Int32Array(2 ** 12);
	drafts = new Uint8Array(2 ** 12);
	length = 0;

	push(number: number, rank: number, draft: number): void {
		if (this.length === this.numbers.length) this.#grow();
		this.numbers[this.length] = number;
		this.ranks[this.length] = rank;
		this.drafts[this.length] = draft;
		this.length += 1;
	}

	#grow(): void {
		const [numbers, ranks] = [new Int32Array(this.length * 2), new Int32Array(this.length * 2)];
		const drafts = new Uint8Array(this.length * 2);
		numbers.set(this.numbers);
		ranks.set(this.ranks);
		drafts.set(this.drafts);
		[this.numbers, this.ranks, this.drafts] = [numbers, ranks, drafts];
	}

	clear(): void {
		this.length = 0;
	}

	/** Copies, so that nothing is kept beside what was found. */
	take(name: string, areOthers: boolean): Matches {
		return new Matches({
			name,
			numbers: this.numbers.slice(0, this.length),
			ranks: this.ranks.slice(0, this.length),
			drafts: this.drafts.slice(0, this.length),
			areOthers,
		});
	}
}

/** As large as the most that was found; one for all searches, as the stretch is. */
const found = new Found();

/** Counts the documents of a stretch that have a term; those of an excluded one are removed. */
function addTerm(
	{ slots, isExcluded }: Term,
	place: number,
	rows: ReadonlyMap<string, PostingRow>,
): void {
	const take = (hit: Hit) => (isExcluded ? stretch.remove(hit.offset) : stretch.add(place, hit));
	const [words] = slots;
	if (slots.length > 1) phraseHits(slots, rows).forEach(take);
	else
		for (const word of words ?? []) {
			const row = rows.get(word);
			if (row === undefined) continue;
			const hit = new HitReader(row.documents);
			while (hit.next()) take(hit);
		}
}

/** Whether any document of a stretch can have a term. */
function canHave({ slots }: Term, rows: ReadonlyMap<string, PostingRow>): boolean {
	return slots.every((words) => words === null || words.some((word) => rows.has(word)));
}

/**
 * Finds the documents that a search matches: those that have all its terms but the excluded.
 *
 * @param name what is searched for where
 * @param terms none for what matches nothing; at most 24
 */
export function evaluate(name: string, terms: readonly Term[], postings: Postings): Matches {
	const wanted = terms.filter(({ isExcluded }) => !isExcluded);
	const excluded = terms.filter(({ isExcluded }) => isExcluded);
	// What is only left out is what is found; the matches are the others.
	const areOthers = wanted.length === 0 && excluded.length > 0;
	found.clear();
	for (const [firstNumber, rows] of [...postings].toSorted(([a], [b]) => a - b)) {
		if (!wanted.every((term) => canHave(term, rows))) continue;
		stretch.clear();
		for (const [place, term] of [...wanted, ...excluded].entries()) addTerm(term, place, rows);
		if (areOthers || wanted.length > 0)
			stretch.collect(firstNumber, areOthers ? GONE : wanted.length);
	}
	return found.take(name, areOthers);
}
