import { distance } from "fastest-levenshtein";
import { fold } from "../../text/fold.ts";
import { BadRequest, storableText } from "../bad-request.ts";
import type { Reader } from "../database.ts";
import type { ReviewStatus } from "../filter/inputs.ts";
import { statusCondition } from "../filter/review.ts";
import { identifier, type Sql, sql } from "../sql.ts";

/** The nouns that have names. */
export type Named = "Speaker" | "Location";

const NAMES = {
	Speaker: { table: sql`"SpeakerName"`, owner: sql`"speakerSlug"` },
	Location: { table: sql`"LocationName"`, owner: sql`"locationSlug"` },
} as const;

/** The share of a typed text's trigrams that some words of a name must have (pg_trgm's word_similarity). */
const LEAST_WORD_SIMILARITY = 0.45;

/** The characters that LIKE reads as patterns, and its escape character. */
const PATTERN_CHARACTERS = /[\\%_]/g;

/** How the folded name in a column meets a folded text: 4 equal, 3 begins so, 2 a word begins so, 1 has it inside, 0 not. */
function closeness(column: Sql, folded: string): Sql {
	const escaped = folded.replace(PATTERN_CHARACTERS, "\\$&");
	return sql`CASE WHEN ${column} = ${folded} THEN 4 WHEN ${column} LIKE ${`${escaped}%`} THEN 3
		WHEN ${column} LIKE ${`% ${escaped}%`} THEN 2 WHEN ${column} LIKE ${`%${escaped}%`} THEN 1 ELSE 0 END`;
}

/** The longest text that is looked for among names, in UTF-16 units, before and after folding. */
const LONGEST_TEXT = 200;

/**
 * Folds what was typed for a name; longer than any name it is compared with none.
 *
 * @throws BadRequest for a text that is too long
 */
function foldedName(typed: string): string {
	if (typed.length > LONGEST_TEXT)
		throw new BadRequest(
			`expected a name of at most ${LONGEST_TEXT} characters, found ${typed.length}; names are shorter`,
		);
	const folded = fold(storableText(typed));
	return folded.length > LONGEST_TEXT ? "" : folded;
}

/** The names n of a noun with their owners o, of those whose status is asked for: a name that only a draft has keeps nobody from being found. */
function namesOf(named: Named, statuses: readonly ReviewStatus[]): Sql {
	const { table, owner } = NAMES[named];
	const isAsked = statusCondition(sql`o."reviewStatus"`, statuses);
	return sql`${table} n JOIN ${identifier(named)} o ON o.slug = n.${owner} AND ${isAsked}`;
}

/**
 * The condition that the row s, which has one of some statuses, has a name with a text in
 * it; where nobody of these has, with words like it.
 */
export function nameCondition(named: Named, typed: string, statuses: readonly ReviewStatus[]): Sql {
	const folded = foldedName(typed);
	const { table, owner } = NAMES[named];
	if (folded === "") return sql`false`;
	const has = sql`${closeness(sql`n.folded`, folded)} > 0`;
	const isLike = sql`word_similarity(${folded}, n.folded) >= ${LEAST_WORD_SIMILARITY}`;
	return sql`EXISTS (SELECT FROM ${table} n WHERE n.${owner} = s.slug AND (${has} OR ${isLike} AND NOT EXISTS (SELECT FROM ${namesOf(named, statuses)} WHERE ${has})))`;
}

/** A speaker or a place that somebody who types may mean. */
export interface Suggestion {
	readonly named: Named;
	readonly slug: string;
	/** Its official Arabic name. */
	readonly label: string;
	/** The name that what was typed has met. */
	readonly matched: string;
	readonly statementCount: number;
	readonly reviewStatus: ReviewStatus;
}

/** What is suggested, and how many. */
export interface SuggestionArguments {
	readonly kinds: readonly Named[];
	readonly statuses: readonly ReviewStatus[];
	readonly first: number;
}

function candidates(named: Named, folded: string, statuses: readonly ReviewStatus[]): Sql {
	const { table, owner } = NAMES[named];
	return sql`
		SELECT ${named}::text AS named, n.${owner} AS slug, n.text, n.position, o."statementCount", o."reviewStatus",
			(SELECT l.text FROM ${table} l WHERE l.${owner} = n.${owner} AND l.language = 'ar' AND l.kind = 'OFFICIAL') AS label,
			${closeness(sql`n.folded`, folded)} AS closeness, word_similarity(${folded}, n.folded) AS similarity
		FROM ${namesOf(named, statuses)}`;
}

/**
 * The speakers and places that a text may mean, in any spelling and script that a name
 * of theirs has: equal names first, then names that begin so, then words in them, then
 * any part; those with more statements first. Names that are only like the text are
 * given when nothing has it. One SQL statement.
 *
 * @param kinds which nouns are asked for
 * @param statuses those of which one must be: what only drafts name is a draft
 */
export async function readSuggestions(
	reader: Reader,
	typed: string,
	{ kinds, statuses, first }: SuggestionArguments,
): Promise<Suggestion[]> {
	const folded = foldedName(typed);
	if (folded === "" || kinds.length === 0) return [];
	const [one = sql``, other] = kinds.map((named) => candidates(named, folded, statuses));
	const all = other === undefined ? one : sql`${one} UNION ALL ${other}`;
	return reader.read<Suggestion>(sql`
		WITH c AS MATERIALIZED (${all}),
			best AS (
				SELECT DISTINCT ON (named, slug) * FROM c
				WHERE closeness > 0 OR (similarity >= ${LEAST_WORD_SIMILARITY} AND NOT EXISTS (SELECT FROM c d WHERE d.closeness > 0))
				ORDER BY named, slug, closeness DESC, similarity DESC, position
			)
		SELECT named, slug, label, text AS matched, "statementCount", "reviewStatus" FROM best
		ORDER BY closeness DESC, CASE WHEN closeness = 0 THEN similarity ELSE 0 END DESC, "statementCount" DESC, label, slug
		LIMIT ${first}`);
}

/** For how many letters of a word one may be wrong. */
const LETTERS_PER_MISTAKE = 4;
/** The least share of trigrams that a name with so few mistakes has (pg_trgm's similarity). */
const LEAST_SIMILARITY = 0.2;
/** No name is longer, in UTF-16 units; a longer text is none. */
const LONGEST_NAME = 100;

interface NearName {
	readonly wanted: string;
	readonly folded: string;
	readonly slug: string;
	/** Whether it is an epithet, which many can have one after the other. */
	readonly epithet: boolean;
}

/** How many letters a name differs in; infinite when it has other words, or a word too many mistakes. */
function mistakes(wanted: string, name: string): number {
	const [words, others] = [wanted.split(" "), name.split(" ")];
	if (words.length !== others.length) return Number.POSITIVE_INFINITY;
	return words.reduce((sum, word, index) => {
		const cost = distance(word, others[index] ?? "");
		return cost * LETTERS_PER_MISTAKE > word.length ? Number.POSITIVE_INFINITY : sum + cost;
	}, 0);
}

/** The slug of the one that has the nearest of some names; null when none is near, two are as near, or it is an epithet. */
function nearestSlug(wanted: string, names: readonly NearName[]): string | null {
	const costs = names
		.filter((name) => name.wanted === wanted)
		.map(({ folded, slug, epithet }) => ({ slug, epithet, cost: mistakes(wanted, folded) }));
	const least = Math.min(...costs.map(({ cost }) => cost));
	if (least === Number.POSITIVE_INFINITY) return null;
	const nearestOnes = costs.filter(({ cost }) => cost === least);
	const [slug, ...others] = new Set(nearestOnes.map((one) => one.slug));
	if (slug === undefined || others.length > 0) return null;
	return nearestOnes.every(({ epithet }) => epithet) ? null : slug;
}

/**
 * Whom or what some names mean that no name in the corpus equals: the one with the
 * nearest name, when no word of it differs in more than one letter of four and nobody
 * else's is as near. Whom only drafts name they do not mean. One SQL statement.
 *
 * @param folded folded names
 */
export async function readNearest(
	reader: Reader,
	named: Named,
	folded: readonly string[],
): Promise<(string | null)[]> {
	const wanted = folded.filter(
		(name) => name.length >= LETTERS_PER_MISTAKE && name.length <= LONGEST_NAME,
	);
	if (wanted.length === 0) return folded.map(() => null);
	const { owner } = NAMES[named];
	const names = await reader.read<NearName>(sql`
		SELECT w.wanted, n.folded, n.${owner} AS slug, n.kind = 'EPITHET' AS epithet
		FROM ${namesOf(named, ["CURATED"])}
		JOIN unnest(${wanted}::text[]) AS w(wanted) ON similarity(n.folded, w.wanted) >= ${LEAST_SIMILARITY}`);
	return folded.map((name) => nearestSlug(name, names));
}
