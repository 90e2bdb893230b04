import type { References } from "../references.ts";
import { type Sql, sql } from "../sql.ts";
import { allOf, dateConditions, referenceConditions, searchConditions } from "./conditions.ts";
import type { ArticleFilter, LocationRefFilter } from "./inputs.ts";

// The article that a condition speaks of is always the row s of "Article".

function publishedBy(slugs: readonly string[]): Sql {
	// Without coalesce an article of no outlet would be neither in nor out of a list.
	return sql`coalesce(s."publisherSlug" = ANY(${slugs}), false)`;
}

function quoting(slugs: readonly string[]): Sql {
	return sql`EXISTS (SELECT FROM "Statement" t JOIN "Attribution" a ON a."statementSlug" = t.slug WHERE t."articleSlug" = s.slug AND t."reviewStatus" = 'CURATED' AND a."speakerSlug" = ANY(${slugs}))`;
}

/** The places of an article as p: those that it names, or, when a role is asked for, those of its statements in this role. */
function placesOf({ role }: LocationRefFilter): Sql {
	return role == null
		? sql`(SELECT "locationSlug" FROM "ArticleLocation" WHERE "articleSlug" = s.slug) p`
		: sql`(SELECT l."locationSlug" FROM "StatementLocation" l JOIN "Statement" t ON t.slug = l."statementSlug" WHERE t."articleSlug" = s.slug AND t."reviewStatus" = 'CURATED' AND l.role = ${role}::"LocationRole") p`;
}

/** Having any of some places, or a place inside one of them. */
function linkedTo(filter: LocationRefFilter): (slugs: readonly string[]) => Sql {
	return (slugs) =>
		filter.within === false
			? sql`EXISTS (SELECT FROM ${placesOf(filter)} WHERE p."locationSlug" = ANY(${slugs}))`
			: sql`EXISTS (SELECT FROM ${placesOf(filter)} JOIN "LocationAncestor" a ON a."descendantSlug" = p."locationSlug" WHERE a."ancestorSlug" = ANY(${slugs}))`;
}

/** A place filter that names no place asks for any place in its role. */
async function locationConditions(
	references: References,
	filter: LocationRefFilter | null | undefined,
): Promise<Sql[]> {
	if (filter == null) return [];
	const conditions = await referenceConditions(references, "Location", filter, linkedTo(filter));
	if (conditions.length > 0 || filter.role == null) return conditions;
	return [sql`EXISTS (SELECT FROM ${placesOf(filter)})`];
}

/**
 * The one place where a filter of articles becomes SQL.
 *
 * @returns a condition on the row s of the table Article
 * @throws BadRequest for an unknown reference or an impossible range
 */
export async function articleCondition(
	references: References,
	filter: ArticleFilter | null | undefined,
): Promise<Sql> {
	const { publisher, speaker, location, publishedAt, search } = filter ?? {};
	const linked = await Promise.all([
		referenceConditions(references, "Publisher", publisher, publishedBy),
		referenceConditions(references, "Speaker", speaker, quoting),
		locationConditions(references, location),
		searchConditions(references, "Article", search),
	]);
	return allOf([
		...linked,
		dateConditions(sql`s."publishedEarliest"`, sql`s."publishedLatest"`, publishedAt),
	]);
}
