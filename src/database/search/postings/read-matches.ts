import type { Reader } from "../../database.ts";
import type { Edition } from "../../edition.ts";
import { type Sql, sql } from "../../sql.ts";
import { evaluate, type Term } from "./evaluate.ts";
import type { Matches } from "./matches.ts";
import type { PostingRow } from "./posting.ts";

const TABLES = { Article: sql`"ArticlePosting"`, Statement: sql`"StatementPosting"` } as const;

/** What can be searched. */
export type Searched = keyof typeof TABLES;

/** A search that is to be evaluated. */
export interface Evaluation {
	/** What is searched for where: two different questions have different names. */
	readonly name: string;
	readonly terms: readonly Term[];
}

/** The words of a search; those of phrases are read with their positions. */
function wordsOf(terms: readonly Term[], inPhrases: boolean): string[] {
	return terms
		.filter(({ slots }) => slots.length > 1 === inPhrases)
		.flatMap(({ slots }) => slots.flatMap((words) => words ?? []));
}

function postingsOf(searched: Searched, words: readonly string[], positions: Sql): Sql {
	return sql`SELECT word, "firstNumber", documents, ${positions} AS positions FROM ${TABLES[searched]} WHERE word = ANY(${words})`;
}

/** Reads the postings of some words, as far as the edition does not have them; one SQL statement. */
async function readPostings(
	{ reader, edition }: Source,
	searched: Searched,
	wanted: readonly string[],
	withPositions: boolean,
): Promise<readonly PostingRow[]> {
	const keyOf = (word: string) => `${searched} ${withPositions ? "places" : "counts"} ${word}`;
	const words = [...new Set(wanted)];
	const kept = words.map((word) => edition.postings.get(keyOf(word)));
	const missing = words.filter((_word, index) => kept[index] === undefined);
	if (missing.length === 0) return kept.flatMap((rows) => rows ?? []);
	const positions = withPositions ? sql`positions` : sql`''::bytea`;
	const rows = await reader.read<PostingRow>(postingsOf(searched, missing, positions));
	for (const word of missing)
		edition.postings.set(
			keyOf(word),
			rows.filter((row) => row.word === word),
		);
	return [...kept.flatMap((own) => own ?? []), ...rows];
}

/** Where postings are read from, and where they are kept. */
interface Source {
	readonly reader: Reader;
	readonly edition: Edition;
}

/** @param rows those with positions last: they serve for a word that stands by itself too */
function byStretch(rows: readonly PostingRow[]): Map<number, Map<string, PostingRow>> {
	const stretches = new Map<number, Map<string, PostingRow>>();
	for (const row of rows) {
		const stretch = stretches.get(row.firstNumber) ?? new Map<string, PostingRow>();
		stretches.set(row.firstNumber, stretch.set(row.word, row));
	}
	return stretches;
}

/**
 * Finds what some searches match, in the order of the searches: two SQL statements at the
 * most, the second for phrases; none for words whose postings the edition keeps.
 */
export async function readMatches(
	source: Source,
	searched: Searched,
	searches: readonly Evaluation[],
): Promise<Matches[]> {
	const terms = searches.flatMap((search) => search.terms);
	const rows = await Promise.all(
		[false, true].map((inPhrases) =>
			readPostings(source, searched, wordsOf(terms, inPhrases), inPhrases),
		),
	);
	const postings = byStretch(rows.flat());
	return searches.map(({ name, terms: own }) => evaluate(name, own, postings));
}
