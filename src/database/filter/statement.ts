import { BadRequest } from "../bad-request.ts";
import type { References } from "../references.ts";
import { and, or, type Sql, sql } from "../sql.ts";
import {
	allOf,
	dateConditions,
	referenceConditions,
	searchConditions,
	valueConditions,
} from "./conditions.ts";
import type { LocationRefFilter, StatementFilter } from "./inputs.ts";
import { asksForDrafts, namedStatuses, statusCondition, withoutUnaskedDrafts } from "./review.ts";

// The statement that a condition speaks of is always the row s of "Statement".

function attributedTo(slugs: readonly string[]): Sql {
	return sql`EXISTS (SELECT FROM "Attribution" WHERE "statementNumber" = s.number AND "speakerSlug" = ANY(${slugs}))`;
}

function saidTo(slugs: readonly string[]): Sql {
	return sql`EXISTS (SELECT FROM "Addressee" WHERE "statementNumber" = s.number AND "speakerSlug" = ANY(${slugs}))`;
}

function relayedBy(slugs: readonly string[]): Sql {
	return sql`EXISTS (SELECT FROM "Relay" WHERE "statementNumber" = s.number AND "speakerSlug" = ANY(${slugs}))`;
}

/** Linked to any of some places, or to a place inside one of them, in a role if one is asked for. */
function linkedTo({ role, within }: LocationRefFilter): (slugs: readonly string[]) => Sql {
	const inRole = role == null ? sql`true` : sql`l.role = ${role}::"LocationRole"`;
	return (slugs) =>
		within === false
			? sql`EXISTS (SELECT FROM "StatementLocation" l WHERE l."statementNumber" = s.number AND l."locationSlug" = ANY(${slugs}) AND ${inRole})`
			: sql`EXISTS (SELECT FROM "StatementLocation" l JOIN "LocationAncestor" a ON a."descendantSlug" = l."locationSlug" WHERE l."statementNumber" = s.number AND a."ancestorSlug" = ANY(${slugs}) AND ${inRole})`;
}

/** A place filter that names no place asks for any place in its role. */
async function locationConditions(
	references: References,
	filter: LocationRefFilter | null | undefined,
): Promise<Sql[]> {
	if (filter == null) return [];
	const conditions = await referenceConditions(references, "Location", filter, linkedTo(filter));
	if (conditions.length > 0 || filter.role == null) return conditions;
	return [
		sql`EXISTS (SELECT FROM "StatementLocation" WHERE "statementNumber" = s.number AND role = ${filter.role}::"LocationRole")`,
	];
}

function inArticle(slugs: readonly string[]): Sql {
	return sql`s."articleSlug" = ANY(${slugs})`;
}

function atOccasion(slugs: readonly string[]): Sql {
	// Without coalesce a statement of no occasion would be neither in nor out of a list.
	return sql`coalesce(s."occasionSlug" = ANY(${slugs}), false)`;
}

function publishedBy(slugs: readonly string[]): Sql {
	return sql`EXISTS (SELECT FROM "Article" WHERE slug = s."articleSlug" AND "publisherSlug" = ANY(${slugs}))`;
}

function flagConditions({ relayed, joint, attributionRole }: StatementFilter): Sql[] {
	const conditions: Sql[] = [];
	const relay = sql`EXISTS (SELECT FROM "Relay" WHERE "statementNumber" = s.number)`;
	const several = sql`EXISTS (SELECT FROM "Attribution" WHERE "statementNumber" = s.number AND role = 'JOINT')`;
	if (relayed != null) conditions.push(relayed ? relay : sql`NOT ${relay}`);
	if (joint != null) conditions.push(joint ? several : sql`NOT ${several}`);
	if (attributionRole != null)
		conditions.push(
			sql`EXISTS (SELECT FROM "Attribution" WHERE "statementNumber" = s.number AND role = ${attributionRole}::"AttributionRole")`,
		);
	return conditions;
}

/** Somebody that it is attributed to is pointed at in a way that the filter names. */
function resolutionConditions({ resolution }: StatementFilter): Sql[] {
	const { notIn, ...positive } = resolution ?? {};
	const column = sql`resolution`;
	const wanted = valueConditions(column, "MentionResolution", positive);
	const unwanted = notIn == null ? [] : valueConditions(column, "MentionResolution", { in: notIn });
	const some = (conditions: readonly Sql[]) =>
		sql`EXISTS (SELECT FROM "Attribution" WHERE "statementNumber" = s.number AND ${and(conditions)})`;
	return [
		...(wanted.length === 0 ? [] : [some(wanted)]),
		...(unwanted.length === 0 ? [] : [sql`NOT ${some(unwanted)}`]),
	];
}

function reviewConditions(filter: StatementFilter): Sql[] {
	const { confidenceBelow } = filter;
	const statuses = namedStatuses(filter);
	const conditions: Sql[] = [];
	if (statuses !== null) conditions.push(statusCondition(sql`s."reviewStatus"`, statuses));
	// Without coalesce a row of no stated confidence would be neither below nor not.
	if (confidenceBelow != null)
		conditions.push(sql`coalesce(s."reviewConfidence" < ${confidenceBelow}, false)`);
	return conditions;
}

function publishedConditions({ publishedAt }: StatementFilter): Sql[] {
	const conditions = dateConditions(sql`"publishedEarliest"`, sql`"publishedLatest"`, publishedAt);
	if (conditions.length === 0) return [];
	return [sql`EXISTS (SELECT FROM "Article" WHERE slug = s."articleSlug" AND ${and(conditions)})`];
}

async function branchConditions(references: References, filter: StatementFilter): Promise<Sql[]> {
	const conditions: Sql[] = [];
	// Kept apart by IS TRUE: PostgreSQL would plan over the tables of all nested filters at once.
	if (filter.or != null) {
		const branches = await Promise.all(filter.or.map((branch) => compile(references, branch)));
		conditions.push(sql`${or(branches)} IS TRUE`);
	}
	// What is not certainly so, an unknown date for one, is not so: hence IS NOT TRUE.
	if (filter.not != null)
		conditions.push(sql`${await compile(references, filter.not)} IS NOT TRUE`);
	return conditions;
}

async function compile(references: References, filter: StatementFilter): Promise<Sql> {
	const { speaker, addressee, relay, article, publisher, occasion, kind, act, saidAt } = filter;
	// All at once, so that the references of all fields are looked up together.
	const linked = await Promise.all([
		referenceConditions(references, "Speaker", speaker, attributedTo),
		referenceConditions(references, "Speaker", addressee, saidTo),
		referenceConditions(references, "Speaker", relay, relayedBy),
		locationConditions(references, filter.location),
		referenceConditions(references, "Article", article, inArticle),
		referenceConditions(references, "Publisher", publisher, publishedBy),
		referenceConditions(references, "Occasion", occasion, atOccasion),
		searchConditions(references, "Statement", filter.search),
		branchConditions(references, filter),
	]);
	return allOf([
		...linked,
		valueConditions(sql`s.kind`, "StatementKind", kind),
		valueConditions(sql`s.act`, "SpeechAct", act),
		dateConditions(sql`s."saidEarliest"`, sql`s."saidLatest"`, saidAt),
		publishedConditions(filter),
		flagConditions(filter),
		valueConditions(sql`s."saidPrecision"`, "DatePrecision", filter.datePrecision),
		resolutionConditions(filter),
		reviewConditions(filter),
	]);
}

/** Whether a filter searches anywhere in it. */
export function mentionsSearch({ search, or: alternatives, not }: StatementFilter): boolean {
	return (
		search != null ||
		(alternatives ?? []).some(mentionsSearch) ||
		(not != null && mentionsSearch(not))
	);
}

/** Every search that a match may owe to: the filter's own and those of its alternatives. */
function searchesIn({ search, or: alternatives }: StatementFilter): string[] {
	return [...(search == null ? [] : [search]), ...(alternatives ?? []).flatMap(searchesIn)];
}

/** What a filter is looked up by: among drafts too where it asks for them. */
export function referencesFor(
	references: References,
	filter: StatementFilter | null | undefined,
): References {
	return asksForDrafts(filter ?? {}) ? references.withDrafts : references;
}

/** The words to mark in the statements that a filter matches; none for nothing. */
export async function statementMarks(
	references: References,
	filter: StatementFilter | null | undefined,
): Promise<readonly string[]> {
	checkSize(filter ?? {});
	const { search } = referencesFor(references, filter);
	const searches = await Promise.all(searchesIn(filter ?? {}).map(search));
	return searches.flatMap(({ marks }) => marks);
}

/** How deep a filter may be nested, and how many filters it may have in it. */
const DEEPEST = 20;
const MOST_FILTERS = 200;
/** How many searches a filter may have in it: each is compared with every form of each of its words. */
const MOST_SEARCHES = 10;

function checkSize(filter: StatementFilter): void {
	let count = 0;
	let searches = 0;
	const visit = (inner: StatementFilter, depth: number) => {
		count += 1;
		searches += inner.search == null ? 0 : 1;
		if (searches > MOST_SEARCHES)
			throw new BadRequest(
				`expected at most ${MOST_SEARCHES} searches in one filter, found more; put words that must all be there into one search`,
			);
		if (depth > DEEPEST)
			throw new BadRequest(
				`expected a filter at most ${DEEPEST} deep, found a deeper one; flatten its or and not`,
			);
		if (count > MOST_FILTERS)
			throw new BadRequest(
				`expected at most ${MOST_FILTERS} filters in one, found more; use in with a list instead of or`,
			);
		for (const branch of [...(inner.or ?? []), ...(inner.not == null ? [] : [inner.not])])
			visit(branch, depth + 1);
	};
	visit(filter, 1);
}

/**
 * The one place where a filter of statements becomes SQL: lists, counts and all
 * that comes later narrow by it, so they cannot disagree. Unless the filter asks
 * for them, drafts do not match: they are never mixed in silently.
 *
 * @returns a condition on the row s of the table Statement
 * @throws BadRequest for an unknown reference, an impossible range, or a filter that is too large
 */
export async function statementCondition(
	references: References,
	filter: StatementFilter | null | undefined,
): Promise<Sql> {
	const given = filter ?? {};
	checkSize(given);
	return compile(referencesFor(references, given), withoutUnaskedDrafts(given));
}
