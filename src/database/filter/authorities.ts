import type { References } from "../references.ts";
import { nameCondition } from "../search/names.ts";
import { and, type Sql, sql } from "../sql.ts";
import type { LocationFilter, SpeakerFilter } from "./inputs.ts";

// The speaker or place that a condition speaks of is always the row s.

function countCondition(hasStatements: boolean | null | undefined): Sql[] {
	if (hasStatements == null) return [];
	return [hasStatements ? sql`s."statementCount" > 0` : sql`s."statementCount" = 0`];
}

/** A condition on the row s of the table Speaker. */
export async function speakerCondition(
	_references: References,
	filter: SpeakerFilter | null | undefined,
): Promise<Sql> {
	const { kind, hasStatements, search } = filter ?? {};
	const ofKind = kind == null ? [] : [sql`s.kind = ${kind}::"SpeakerKind"`];
	const named = search == null ? [] : [nameCondition("Speaker", search)];
	return and([...ofKind, ...countCondition(hasStatements), ...named]);
}

/**
 * A condition on the row s of the table Location.
 *
 * @throws BadRequest when `within` is no known place
 */
export async function locationCondition(
	references: References,
	filter: LocationFilter | null | undefined,
): Promise<Sql> {
	const { kind, within, hasStatements, search } = filter ?? {};
	const ofKind = kind == null ? [] : [sql`s.kind = ${kind}::"LocationKind"`];
	const named = search == null ? [] : [nameCondition("Location", search)];
	const own = [...ofKind, ...countCondition(hasStatements), ...named];
	if (within == null) return and(own);
	const around = await references.resolve("Location", [within]);
	const inside = sql`EXISTS (SELECT FROM "LocationAncestor" WHERE "descendantSlug" = s.slug AND "ancestorSlug" = ANY(${around}))`;
	return and([...own, inside]);
}
