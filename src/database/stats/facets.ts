import { BadRequest } from "../bad-request.ts";
import type { Reader } from "../database.ts";
import { belongs, type ListQuery } from "../page.ts";
import { identifier, list, type Sql, sql } from "../sql.ts";
import {
	byCodePoint,
	type Dimension,
	joinValues,
	labelOf,
	MATCHED_COLUMNS,
	namesOf,
	type Value,
} from "./dimensions.ts";

/** How often a value occurs in a list of statements. */
export interface Facet extends Value {
	/** How many statements of the list have it. */
	readonly count: number;
}

/** What is asked of a list: the most frequent values of one dimension. */
export interface FacetArguments {
	readonly field: Dimension;
	/** How many values, from 0 to 100. */
	readonly first: number;
}

/** The most values that can be asked for. */
const MOST_FACETS = 100;

/**
 * Checks the arguments without reading anything.
 *
 * @throws BadRequest for a number of values that is out of range
 */
export function checkFacets({ first }: FacetArguments): void {
	if (first < 0 || first > MOST_FACETS)
		throw new BadRequest(
			`expected first to be from 0 to ${MOST_FACETS}, found ${first}; for more values ask statementStats with the same filter`,
		);
}

function facetStatement(
	query: ListQuery,
	{ field, first }: FacetArguments,
	keys: readonly string[],
): Sql {
	const alias = identifier("d");
	const label = labelOf(field, { column: sql`c.value`, naming: identifier("t") });
	const order = list([sql`count DESC`, byCodePoint(sql`label`), byCodePoint(sql`value`)]);
	return sql`
		WITH matched AS (
			SELECT k.key, ${MATCHED_COLUMNS}
			FROM unnest(${keys}::text[]) AS k(key) JOIN "Statement" s ON ${belongs(query)}
		), counted AS (
			SELECT m.key, d.value::text AS value, count(DISTINCT m.slug)::int AS count
			FROM matched m ${joinValues(field, "MONTH", alias)}
			GROUP BY m.key, d.value
		), labelled AS (
			SELECT c.*, ${label.expression} AS label FROM counted c ${label.join}
		), placed AS (
			SELECT *, row_number() OVER (PARTITION BY key ORDER BY ${order}) AS place FROM labelled
		)
		SELECT p.key, p.value, p.count, ${namesOf(field, sql`p.value`)} AS names
		FROM placed p WHERE p.place <= ${first} ORDER BY p.key, p.place`;
}

/**
 * The most frequent values of a dimension in the same list of statements for each of
 * some keys, all in one SQL statement. The whole list counts, whatever the page; time
 * is counted in months. Those with equal counts come by label, then by value.
 *
 * @param query a list of the table Statement
 */
export async function readFacets(
	reader: Reader,
	query: ListQuery,
	wanted: FacetArguments,
	keys: readonly string[],
): Promise<Facet[][]> {
	const byKey = new Map<string, Facet[]>(keys.map((key) => [key, []]));
	const rows = await reader.read<Facet & { key: string }>(facetStatement(query, wanted, keys));
	for (const { key, ...facet } of rows) byKey.get(key)?.push(facet);
	return keys.map((key) => byKey.get(key) ?? []);
}
