import { LRUCache } from "lru-cache";
import { ColumnKeeper } from "./columns/keeper.ts";
import type { Matches } from "./search/postings/matches.ts";
import type { PostingRow } from "./search/postings/posting.ts";

/**
 * The most rows that are kept of each noun: with so many articles the process stays under
 * 256 MB. Statements are not kept: a corpus has too many of them, and a list reads them
 * with one SQL statement.
 */
const MOST_ROWS = {
	article: 60_000,
	location: 20_000,
	occasion: 20_000,
	office: 20_000,
	publisher: 20_000,
	speaker: 20_000,
} as const;

/** A noun whose rows are kept. */
export type KeptNoun = keyof typeof MOST_ROWS;

/** The bodies of articles that are kept, and what is kept of counts and look-ups, in UTF-16 code units. */
const MOST_TEXT = 8_000_000;
const MOST_FACTS = 2_000_000;
/** The longest that is kept of these, so that few strange requests do not drive out the rest. */
const LARGEST_FACT = 40_000;
/** The postings of words, and what searches have found, in bytes. */
const MOST_POSTINGS = 8_000_000;
const MOST_MATCHES = 4_000_000;
/** What an entry takes besides its text, in the same units. */
const ENTRY = 100;

/** A row that may be missing: a key that leads nowhere is kept too, so that it is not looked for again. */
export interface Kept {
	readonly row: object | null;
}

/** A cache of rows by slug. */
export type Rows = LRUCache<string, Kept>;

/**
 * What a process keeps of one version of the corpus. A corpus does not change, so
 * nothing in here can be out of date as long as the version is the one that is served;
 * when another one is, a new edition is begun, and this one is let go of whole.
 */
export interface Edition {
	/** The version of the corpus; null for an edition that one request has for itself. */
	readonly version: string | null;
	/** Rows by slug, the least recently used let go of first. */
	readonly rows: Readonly<Record<KeptNoun, Rows>>;
	/** Bodies of articles by slug; bounded by their length. */
	readonly bodies: LRUCache<string, string>;
	/**
	 * Small answers of the database by what was asked: totals, facets, pages of slugs,
	 * look-ups of names and references, words of searches, the SQL of lists; bounded by
	 * the length of both.
	 */
	readonly facts: LRUCache<string, object>;
	/** In which documents the words of searches stand, by word; bounded by their bytes. */
	readonly postings: LRUCache<string, readonly PostingRow[]>;
	/** What searches have found, by what was searched for where; bounded by their bytes. */
	readonly matches: LRUCache<string, Matches>;
	/** What statistics are counted over; bounded by bytes. */
	readonly columns: ColumnKeeper;
}

function bytesOf(postings: readonly PostingRow[], key: string): number {
	return postings.reduce(
		(sum, { documents, positions }) => sum + ENTRY + documents.length + positions.length,
		ENTRY + key.length,
	);
}

/** The most rows of each noun in an edition that one request has for itself: room is made for all of them at once. */
const MOST_ROWS_OF_A_REQUEST = 1000;

/** Begins an edition with nothing in it. */
export function createEdition(version: string | null = null): Edition {
	const rows = Object.entries(MOST_ROWS).map(([noun, most]) => {
		const max = version === null ? MOST_ROWS_OF_A_REQUEST : most;
		return [noun, new LRUCache<string, Kept>({ max })];
	});
	return {
		version,
		columns: new ColumnKeeper(version),
		// It has just been given all of them.
		rows: Object.fromEntries(rows) as Edition["rows"],
		bodies: new LRUCache({
			maxSize: MOST_TEXT,
			sizeCalculation: (body, slug) => ENTRY + slug.length + body.length,
		}),
		facts: new LRUCache({
			maxSize: MOST_FACTS,
			maxEntrySize: LARGEST_FACT,
			sizeCalculation: (fact, asked) => ENTRY + asked.length + JSON.stringify(fact).length,
		}),
		postings: new LRUCache({ maxSize: MOST_POSTINGS, sizeCalculation: bytesOf }),
		matches: new LRUCache({
			maxSize: MOST_MATCHES,
			sizeCalculation: (matches, asked) => ENTRY + asked.length + matches.bytes,
		}),
	};
}
