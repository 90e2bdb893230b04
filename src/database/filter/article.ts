import type { References } from "../references.ts";
import { type Sql, sql } from "../sql.ts";
import { allOf, dateConditions, referenceConditions, searchConditions } from "./conditions.ts";
import type { ArticleFilter, LocationRefFilter } from "./inputs.ts";
import { askedStatuses, statusCondition } from "./review.ts";

// The article that a condition speaks of is always the row s of "Article"; isAsked is the
// condition that a statement of it, the row t, has the review status that is asked for.

function publishedBy(slugs: readonly string[]): Sql {
	// Without coalesce an article of no outlet would be neither in nor out of a list.
	return sql`coalesce(s."publisherSlug" = ANY(${slugs}), false)`;
}

function quoting(isAsked: Sql): (slugs: readonly string[]) => Sql {
	return (slugs) =>
		sql`EXISTS (SELECT FROM "Statement" t JOIN "Attribution" a ON a."statementNumber" = t.number WHERE t."articleSlug" = s.slug AND ${isAsked} AND a."speakerSlug" = ANY(${slugs}))`;
}

/** The places of an article as p: those that it names, or, when a role is asked for, those of its statements in this role. */
function placesOf({ role }: LocationRefFilter, isAsked: Sql): Sql {
	return role == null
		? sql`(SELECT "locationSlug" FROM "ArticleLocation" WHERE "articleSlug" = s.slug) p`
		: sql`(SELECT l."locationSlug" FROM "StatementLocation" l JOIN "Statement" t ON t.number = l."statementNumber" WHERE t."articleSlug" = s.slug AND ${isAsked} AND l.role = ${role}::"LocationRole") p`;
}

/** Having any of some places, or a place inside one of them. */
function linkedTo(filter: LocationRefFilter, isAsked: Sql): (slugs: readonly string[]) => Sql {
	const places = placesOf(filter, isAsked);
	return (slugs) =>
		filter.within === false
			? sql`EXISTS (SELECT FROM ${places} WHERE p."locationSlug" = ANY(${slugs}))`
			: sql`EXISTS (SELECT FROM ${places} JOIN "LocationAncestor" a ON a."descendantSlug" = p."locationSlug" WHERE a."ancestorSlug" = ANY(${slugs}))`;
}

/** A place filter that names no place asks for any place in its role. */
async function locationConditions(
	references: References,
	filter: LocationRefFilter | null | undefined,
	isAsked: Sql,
): Promise<Sql[]> {
	if (filter == null) return [];
	const linked = linkedTo(filter, isAsked);
	const conditions = await referenceConditions(references, "Location", filter, linked);
	if (conditions.length > 0 || filter.role == null) return conditions;
	return [sql`EXISTS (SELECT FROM ${placesOf(filter, isAsked)})`];
}

/** What a filter of articles is looked up by: among drafts too where it asks for them. */
export function referencesForArticles(
	references: References,
	filter: ArticleFilter | null | undefined,
): References {
	return askedStatuses(filter).includes("DRAFT") ? references.withDrafts : references;
}

/**
 * The one place where a filter of articles becomes SQL. Unless the filter asks for them,
 * drafts do not match, nor do the drafts in an article make it match.
 *
 * @returns a condition on the row s of the table Article
 * @throws BadRequest for an unknown reference or an impossible range
 */
export async function articleCondition(
	references: References,
	filter: ArticleFilter | null | undefined,
): Promise<Sql> {
	const { publisher, speaker, location, publishedAt, search } = filter ?? {};
	const found = referencesForArticles(references, filter);
	const statuses = askedStatuses(filter);
	const isAsked = statusCondition(sql`t."reviewStatus"`, statuses);
	const linked = await Promise.all([
		referenceConditions(found, "Publisher", publisher, publishedBy),
		referenceConditions(found, "Speaker", speaker, quoting(isAsked)),
		locationConditions(found, location, isAsked),
		searchConditions(found, "Article", search),
	]);
	return allOf([
		[statusCondition(sql`s."reviewStatus"`, statuses)],
		...linked,
		dateConditions(sql`s."publishedEarliest"`, sql`s."publishedLatest"`, publishedAt),
	]);
}
