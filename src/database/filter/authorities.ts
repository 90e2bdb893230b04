import type { References } from "../references.ts";
import { nameCondition } from "../search/names.ts";
import { and, type Sql, sql } from "../sql.ts";
import type { LocationFilter, SpeakerFilter } from "./inputs.ts";
import { askedStatuses, statusCondition } from "./review.ts";

// The speaker or place that a condition speaks of is always the row s.

function countCondition(hasStatements: boolean | null | undefined): Sql[] {
	if (hasStatements == null) return [];
	return [hasStatements ? sql`s."statementCount" > 0` : sql`s."statementCount" = 0`];
}

/** A condition on the row s of the table Speaker: one whom only drafts name matches where the filter asks for drafts. */
export async function speakerCondition(
	_references: References,
	filter: SpeakerFilter | null | undefined,
): Promise<Sql> {
	const { kind, hasStatements, search } = filter ?? {};
	const ofKind = kind == null ? [] : [sql`s.kind = ${kind}::"SpeakerKind"`];
	const statuses = askedStatuses(filter);
	const named = search == null ? [] : [nameCondition("Speaker", search, statuses)];
	const isAsked = statusCondition(sql`s."reviewStatus"`, statuses);
	return and([isAsked, ...ofKind, ...countCondition(hasStatements), ...named]);
}

/**
 * A condition on the row s of the table Location: one that only drafts name matches where
 * the filter asks for drafts.
 *
 * @throws BadRequest when `within` is no known place
 */
export async function locationCondition(
	references: References,
	filter: LocationFilter | null | undefined,
): Promise<Sql> {
	const { kind, within, hasStatements, search } = filter ?? {};
	const ofKind = kind == null ? [] : [sql`s.kind = ${kind}::"LocationKind"`];
	const statuses = askedStatuses(filter);
	const named = search == null ? [] : [nameCondition("Location", search, statuses)];
	const isAsked = statusCondition(sql`s."reviewStatus"`, statuses);
	const own = [isAsked, ...ofKind, ...countCondition(hasStatements), ...named];
	if (within == null) return and(own);
	const found = statuses.includes("DRAFT") ? references.withDrafts : references;
	const around = await found.resolve("Location", [within]);
	const inside = sql`EXISTS (SELECT FROM "LocationAncestor" WHERE "descendantSlug" = s.slug AND "ancestorSlug" = ANY(${around}))`;
	return and([...own, inside]);
}
