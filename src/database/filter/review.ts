import { type Sql, sql } from "../sql.ts";
import type { ReviewFilter, ReviewStatus, StatementFilter } from "./inputs.ts";

const ALL: readonly ReviewStatus[] = ["CURATED", "DRAFT"];

/** The statuses that a filter asks for by name; null where it says nothing about them. */
export function namedStatuses({
	reviewStatus,
	reviewStatusIn,
}: ReviewFilter): readonly ReviewStatus[] | null {
	if (reviewStatus == null && reviewStatusIn == null) return null;
	return ALL.filter(
		(status) =>
			(reviewStatus == null || reviewStatus === status) &&
			(reviewStatusIn == null || reviewStatusIn.includes(status)),
	);
}

/** The statuses of which a row must have one: drafts are among them only where they are asked for. */
export function askedStatuses(filter: ReviewFilter | null | undefined): readonly ReviewStatus[] {
	return namedStatuses(filter ?? {}) ?? ["CURATED"];
}

/** The condition that a row has one of some statuses. */
export function statusCondition(column: Sql, statuses: readonly ReviewStatus[]): Sql {
	const [one, other] = statuses;
	if (one === undefined) return sql`false`;
	return other === undefined ? sql`${column} = ${one}::"ReviewStatus"` : sql`true`;
}

/** Whether a filter speaks of the review itself, outside its alternatives. */
function asksForReview(filter: StatementFilter): boolean {
	return namedStatuses(filter) !== null || (filter.not != null && mentionsReview(filter.not));
}

function mentionsReview(filter: StatementFilter): boolean {
	return asksForReview(filter) || (filter.or ?? []).some(mentionsReview);
}

/**
 * Lets drafts in only where the filter asks for them: an alternative that speaks of
 * the review does so for itself, and not for those beside it.
 */
export function withoutUnaskedDrafts(filter: StatementFilter): StatementFilter {
	if (asksForReview(filter)) return filter;
	const { or: alternatives } = filter;
	if (alternatives?.some(mentionsReview))
		return { ...filter, or: alternatives.map(withoutUnaskedDrafts) };
	return { ...filter, reviewStatus: "CURATED" };
}

/** Whether drafts can match a filter: it names them, or names what is curated as what must not be. */
export function asksForDrafts(filter: StatementFilter, letsIn: ReviewStatus = "DRAFT"): boolean {
	const { or: alternatives, not } = filter;
	return (
		namedStatuses(filter)?.includes(letsIn) === true ||
		(alternatives ?? []).some((branch) => asksForDrafts(branch, letsIn)) ||
		(not != null && asksForDrafts(not, letsIn === "DRAFT" ? "CURATED" : "DRAFT"))
	);
}
