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
import type { Term } from "./postings/evaluate.ts";
import type { Matches } from "./postings/matches.ts";

/** A search that is ready to be compared with what is searched. */
export interface Search {
	/** What must be there and what must not, as words of the corpus; none for a search that nothing matches. */
	readonly terms: readonly Term[];
	/** The words to mark; none for nothing. */
	readonly marks: readonly string[];
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

/** A word of a search with the words of the corpus that have its stem. */
interface KnownWord {
	readonly word: string;
	/** Whether the database's `arabic` configuration leaves it out of every text. */
	readonly isStopWord: boolean;
	/** With the stem of any of its forms. */
	readonly words: readonly string[];
	/** The same for the words most like it, where it stands nowhere itself. */
	readonly similar: readonly string[];
}

/**
 * One SQL statement for all words of a request: their forms in the corpus, and the nearest words for those that it does not have.
 *
 * @param withDrafts whether words count that only drafts have
 */
function known(words: readonly string[], withDrafts: boolean): Sql {
	const forms = words.map((word) => formsOf(word).join(" "));
	const isInCorpus = withDrafts ? sql`true` : sql`"isCurated"`;
	return sql`
		SELECT w.word, w.stems IS NULL AS "isStopWord", coalesce(e.words, '{}') AS words, coalesce(n.words, '{}') AS similar
		FROM (
			SELECT word, (
				SELECT array_agg(DISTINCT stem)
				FROM (SELECT strip(to_tsvector('arabic', form))::text AS stem FROM unnest(string_to_array(forms, ' ')) AS f(form)) s
				WHERE stem <> ''
			) AS stems
			FROM unnest(${words}::text[], ${forms}::text[]) AS w(word, forms)
		) w
		LEFT JOIN LATERAL (SELECT array_agg(word) AS words FROM "SearchWord" WHERE stem = ANY(w.stems) AND ${isInCorpus}) e ON true
		LEFT JOIN LATERAL (
			SELECT array_agg(DISTINCT v.word) AS words
			FROM (
				SELECT stem FROM "SearchWord"
				WHERE word % w.word AND similarity(word, w.word) >= ${LEAST_SIMILARITY} AND stem <> '' AND ${isInCorpus}
				ORDER BY similarity(word, w.word) DESC, word LIMIT ${MOST_SIMILAR}
			) l JOIN "SearchWord" v ON v.stem = l.stem WHERE ${isInCorpus}
		) n ON e.words IS NULL AND w.stems IS NOT NULL`;
}

/** Without what may be any word at the end. */
function trimmed(slots: Term["slots"]): Term["slots"] {
	const first = slots.findIndex((slot) => slot !== null);
	return first < 0 ? [] : slots.slice(first, slots.findLastIndex((slot) => slot !== null) + 1);
}

/** The words of a term, one behind the other; a stop word keeps its place and may be any word. */
function toTerm({ words, excluded }: SearchTerm, found: ReadonlyMap<string, KnownWord>): Term[] {
	const slots = words.map((typed) => {
		const { isStopWord, words: own, similar } = found.get(typed) ?? NOT_KNOWN;
		if (isStopWord) return null;
		// Only a word that is there can be excluded: one that is like it was not named.
		return excluded || similar.length === 0 ? own : similar;
	});
	const kept = trimmed(slots);
	return kept.length === 0 ? [] : [{ slots: kept, isExcluded: excluded }];
}

const NOT_KNOWN: KnownWord = { word: "", isStopWord: false, words: [], similar: [] };

/**
 * Turns searches as people type them into what is compared. A word stands for all words of
 * the corpus that have the stem of one of its forms with attached particles, by the
 * database's `arabic` configuration; one that the corpus does not have, for the words most
 * like it.
 *
 * @param withDrafts whether drafts belong to the corpus, too
 * @returns a search for each text, in their order
 * @throws BadRequest for a phrase that does not end, and for too long a search
 */
export async function resolveSearches(
	reader: Reader,
	texts: readonly string[],
	withDrafts: boolean,
): Promise<Search[]> {
	const searches = texts.map(termsOf);
	const words = [...new Set(searches.flat().flatMap((term) => term.words))];
	const rows = words.length === 0 ? [] : await reader.read<KnownWord>(known(words, withDrafts));
	const found = new Map(rows.map((row) => [row.word, row]));
	return searches.map((own) => {
		const terms = own.flatMap((term) => toTerm(term, found));
		const wanted = terms.filter(({ isExcluded }) => !isExcluded);
		const marks = wanted.flatMap(({ slots }) => slots.flatMap((slot) => slot ?? []));
		return { terms, marks: [...new Set(marks)] };
	});
}

/**
 * From how many matches on a row is asked whether it is one, and below which the rows are
 * looked up one by one: a list that is read in its order comes to so many of them soon.
 */
const MANY = 2000;

/** The condition that the row s is one of the matches. */
export function searchCondition(matches: Matches): Sql {
	const { numbers, numbersParameter, bitsParameter, areOthers } = matches;
	if (numbers.length === 0) return areOthers ? sql`true` : sql`false`;
	if (numbers.length < MANY && !areOthers)
		return sql`s.number IN (SELECT unnest(${numbersParameter}::int[]))`;
	// In a CASE, as a bit that is not there must not be asked for.
	const bit = sql`CASE WHEN s.number <= ${numbers.at(-1)} THEN get_bit(${bitsParameter}::bytea, s.number) ELSE 0 END`;
	return sql`${bit} = ${areOthers ? sql`0` : sql`1`}`;
}
