import { formsOf } from "../../text/clitics.ts";
import {
	LONGEST_SEARCH,
	LONGEST_WORD,
	MOST_WORDS,
	parseSearch,
	type SearchTerm,
} from "../../text/search-query.ts";
import { BadRequest } from "../bad-request.ts";
import type { Reader } from "../database.ts";
import { type Sql, sql } from "../sql.ts";

/** A search that is ready to be compared with the tables ArticleSearch and StatementSearch. */
export interface Search {
	/** As PostgreSQL's type tsquery reads it; null when the search has no word, so that nothing matches. */
	readonly query: string | null;
	/** The same without what must not be there and with any word for all: what is marked; null for nothing. */
	readonly marks: string | null;
}

/** How alike a word of the corpus must be to stand for one that is not in it: the share of trigrams in both. */
const LEAST_SIMILARITY = 0.35;
/** How many such words stand for one. */
const MOST_SIMILAR = 3;

const FAULTS = {
	UNCLOSED_PHRASE:
		"expected a second quotation mark, found a phrase that does not end; close it, or leave the mark out",
	TOO_LONG: `expected a search of at most ${LONGEST_SEARCH} characters, found a longer one; search for a few of its words`,
	TOO_LONG_A_WORD: `expected words of at most ${LONGEST_WORD} letters, found a longer one; no text has such a word`,
	TOO_MANY_WORDS: `expected at most ${MOST_WORDS} words to search for, found more; leave some out`,
} as const;

function termsOf(typed: string): readonly SearchTerm[] {
	const parsed = parseSearch(typed);
	if ("fault" in parsed) throw new BadRequest(`search: ${FAULTS[parsed.fault]}`);
	return parsed.terms;
}

/** A word of a search as the database's `arabic` configuration stems it. */
interface StemmedWord {
	readonly word: string;
	/** A tsquery; empty for a stop word. */
	readonly exact: string;
	/** The same for the words most like it; null where it stands in the corpus itself. */
	readonly similar: string | null;
}

/** One SQL statement for all words of a request: their stems, and the nearest words for those that no article has. */
function stemmed(words: readonly string[]): Sql {
	const forms = words.map((word) => formsOf(word).join(" | "));
	return sql`
		SELECT w.word, w.exact::text AS exact, n.similar
		FROM (
			SELECT word, to_tsquery('arabic', forms) AS exact
			FROM unnest(${words}::text[], ${forms}::text[]) AS w(word, forms)
		) w
		LEFT JOIN LATERAL (
			SELECT to_tsquery('arabic', coalesce(string_agg(v.word, ' | '), ''))::text AS similar
			FROM (
				SELECT word FROM "SearchWord"
				WHERE word % w.word AND similarity(word, w.word) >= ${LEAST_SIMILARITY}
				ORDER BY similarity(word, w.word) DESC, word LIMIT ${MOST_SIMILAR}
			) v
		) n ON NOT EXISTS (SELECT FROM "ArticleSearch" WHERE stems @@ w.exact)`;
}

/** The words of a term, one after the other; a stop word keeps its place and may be any word. */
function inSequence(words: readonly string[]): string | null {
	let query: string | null = null;
	let distance = 1;
	for (const word of words) {
		if (word === "") {
			distance += query === null ? 0 : 1;
			continue;
		}
		query = query === null ? `(${word})` : `${query} <${distance}> (${word})`;
		distance = 1;
	}
	return query === null ? null : `(${query})`;
}

function compose(terms: readonly SearchTerm[], stems: ReadonlyMap<string, StemmedWord>): Search {
	const queryOf = ({ words, excluded }: SearchTerm) =>
		inSequence(
			words.map((word) => {
				const { exact = "", similar = null } = stems.get(word) ?? {};
				// Only a word that is there can be excluded: one that is like it was not named.
				return excluded ? exact : similar || exact;
			}),
		);
	const queriesOf = (excluded: boolean) =>
		terms
			.filter((term) => term.excluded === excluded)
			.map(queryOf)
			.filter((query) => query !== null);
	const [wanted, unwanted] = [queriesOf(false), queriesOf(true)];
	const parts = [...wanted, ...unwanted.map((query) => `!${query}`)];
	return {
		query: parts.length === 0 ? null : parts.join(" & "),
		marks: wanted.length === 0 ? null : wanted.join(" | "),
	};
}

/**
 * Turns searches as people type them into what the database compares. A word stands for
 * all its forms with attached particles, in the stems of the database's `arabic`
 * configuration; one that no article has stands for the words most like it.
 *
 * @returns a search for each text, in their order
 * @throws BadRequest for a phrase that does not end, and for too long a search
 */
export async function resolveSearches(reader: Reader, texts: readonly string[]): Promise<Search[]> {
	const searches = texts.map(termsOf);
	const words = [...new Set(searches.flat().flatMap((term) => term.words))];
	const rows = words.length === 0 ? [] : await reader.read<StemmedWord>(stemmed(words));
	const stems = new Map(rows.map((row) => [row.word, row]));
	return searches.map((terms) => compose(terms, stems));
}

/** What is searched: a table, and the column that says whose text it has. */
const SEARCHED = {
	Article: { table: sql`"ArticleSearch"`, owner: sql`"articleSlug"` },
	Statement: { table: sql`"StatementSearch"`, owner: sql`"statementSlug"` },
} as const;

/** What can be searched. */
export type Searched = keyof typeof SEARCHED;

/** The condition that the row s matches a search; a search without a word matches nothing. */
export function searchCondition(searched: Searched, { query }: Search): Sql {
	const { table, owner } = SEARCHED[searched];
	if (query === null) return sql`false`;
	return sql`EXISTS (SELECT FROM ${table} f WHERE f.${owner} = s.slug AND f.stems @@ ${query}::tsquery)`;
}

/** A rank as a whole number, so that a cursor repeats it exactly. */
const RANKS = 1_000_000;
/** PostgreSQL's ts_rank_cd: divide by one and the logarithm of the length. */
const BY_LENGTH = 1;

/** How well the row s matches: cover density (Clarke, Cormack, Tudhope 2000), the better the greater; 0 without a search. */
export function searchRank(searched: Searched, { marks }: Search): Sql {
	const { table, owner } = SEARCHED[searched];
	if (marks === null) return sql`0::int`;
	return sql`coalesce((SELECT round(ts_rank_cd(f.stems, ${marks}::tsquery, ${BY_LENGTH}) * ${RANKS})::int FROM ${table} f WHERE f.${owner} = s.slug), 0)`;
}

const MARKED = /<([^>]*)>/g;

/** A stretch of a searchable text, in UTF-16 units. */
interface Mark {
	readonly start: number;
	readonly end: number;
}

function marksIn(marked: string): Mark[] {
	let dropped = 0;
	return [...marked.matchAll(MARKED)].map((match) => {
		const start = match.index - dropped;
		dropped += 2;
		return { start, end: start + (match[1]?.length ?? 0) };
	});
}

/** Where the words of a search stand in the searchable texts of some rows: one SQL statement. */
export async function readMarks(
	reader: Reader,
	searched: Searched,
	marks: string,
	slugs: readonly string[],
): Promise<Mark[][]> {
	const { table, owner } = SEARCHED[searched];
	const rows = await reader.read<{ slug: string; marked: string }>(sql`
		SELECT ${owner} AS slug, ts_headline('arabic', text, ${marks}::tsquery, 'HighlightAll=true,StartSel=<,StopSel=>') AS marked
		FROM ${table} WHERE ${owner} = ANY(${slugs})`);
	const bySlug = new Map(rows.map(({ slug, marked }) => [slug, marksIn(marked)]));
	return slugs.map((slug) => bySlug.get(slug) ?? []);
}
