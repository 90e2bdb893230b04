import type { Prisma } from "../generated/prisma/client.ts";
import type { Reader } from "./database.ts";
import { identifier, type Sql, sql } from "./sql.ts";

/** What was seeded, and how much of it there is, without drafts. */
export interface CorpusSummary {
	readonly version: string;
	readonly seededAt: Date;
	readonly articleCount: number;
	readonly statementCount: number;
	readonly speakerCount: number;
	readonly locationCount: number;
}

/** What is missing or unresolved, counted over what is curated, and how many drafts there are. */
export interface Coverage {
	readonly undatedArticles: number;
	readonly undatedStatements: number;
	readonly impreciseStatements: number;
	readonly unattributedStatements: number;
	readonly anonymousStatements: number;
	readonly droppedSubjects: number;
	readonly draftStatements: number;
	readonly draftArticles: number;
	readonly draftSpeakers: number;
	readonly draftLocations: number;
	readonly articlesWithoutPublisher: number;
	readonly articlesWithoutStatements: readonly string[];
	readonly excludedText: readonly ExcludedText[];
}

/** How much text of one kind was left out of the articles. */
export interface ExcludedText {
	readonly kind: Prisma.DocumentSegmentModel["kind"];
	readonly segmentCount: number;
	readonly characterCount: number;
}

/** Reads which corpus is in the database: one SQL statement. */
export async function readVersion(reader: Reader): Promise<string> {
	const [corpus] = await reader.read<{ version: string }>(sql`SELECT version FROM "Corpus"`);
	if (corpus === undefined) throw new Error("the database has no corpus in it");
	return corpus.version;
}

/** A number of rows as lists show them, without drafts. */
function curated(table: "Article" | "Statement" | "Speaker" | "Location"): Sql {
	return sql`(SELECT count(*)::int FROM ${identifier(table)} WHERE "reviewStatus" = 'CURATED')`;
}

/** The number of drafts of a noun: what its lists leave out. */
function drafts(table: "Article" | "Statement" | "Speaker" | "Location"): Sql {
	return sql`(SELECT count(*)::int FROM ${identifier(table)} WHERE "reviewStatus" = 'DRAFT')`;
}

/** Reads what was seeded: one SQL statement. All is counted as lists show it, without drafts. */
export async function readSummary(reader: Reader): Promise<CorpusSummary> {
	const [summary] = await reader.read<CorpusSummary>(sql`
		SELECT version, "seededAt",
			${curated("Article")} AS "articleCount",
			${curated("Statement")} AS "statementCount",
			${curated("Speaker")} AS "speakerCount",
			${curated("Location")} AS "locationCount"
		FROM "Corpus"`);
	if (summary === undefined) throw new Error("the database has no corpus in it");
	return summary;
}

/** Reads what is missing or unresolved: one SQL statement. */
export async function readCoverage(reader: Reader): Promise<Coverage> {
	const [coverage] = await reader.read<Coverage>(sql`
		WITH curated AS (SELECT * FROM "Statement" WHERE "reviewStatus" = 'CURATED'),
			settled AS (SELECT * FROM "Article" WHERE "reviewStatus" = 'CURATED'),
			sources AS (SELECT a.*, p.kind FROM curated c JOIN "Attribution" a ON a."statementNumber" = c.number JOIN "Speaker" p ON p.slug = a."speakerSlug"),
			excluded AS (
				SELECT kind, count(*)::int AS "segmentCount", sum((span->>'endCodePoint')::int - (span->>'startCodePoint')::int)::int AS "characterCount"
				FROM "DocumentSegment"
				WHERE kind IN ('EMBED', 'RELATED', 'CHROME', 'COMMENT') AND "documentFileName" IN (SELECT "documentFileName" FROM settled)
				GROUP BY kind
			)
		SELECT
			(SELECT count(*)::int FROM settled WHERE "publishedPrecision" = 'UNKNOWN') AS "undatedArticles",
			(SELECT count(*)::int FROM curated WHERE "saidPrecision" = 'UNKNOWN') AS "undatedStatements",
			(SELECT count(*)::int FROM curated WHERE "saidPrecision" NOT IN ('DAY', 'UNKNOWN')) AS "impreciseStatements",
			(SELECT count(DISTINCT "statementNumber")::int FROM sources WHERE kind = 'UNKNOWN') AS "unattributedStatements",
			(SELECT count(DISTINCT "statementNumber")::int FROM sources WHERE kind = 'ANONYMOUS') AS "anonymousStatements",
			(SELECT count(DISTINCT "statementNumber")::int FROM sources WHERE resolution = 'DROPPED_SUBJECT') AS "droppedSubjects",
			${drafts("Statement")} AS "draftStatements",
			${drafts("Article")} AS "draftArticles",
			${drafts("Speaker")} AS "draftSpeakers",
			${drafts("Location")} AS "draftLocations",
			(SELECT count(*)::int FROM settled WHERE "publisherSlug" IS NULL) AS "articlesWithoutPublisher",
			ARRAY(SELECT slug FROM settled WHERE slug NOT IN (SELECT "articleSlug" FROM curated) ORDER BY slug) AS "articlesWithoutStatements",
			(SELECT coalesce(json_agg(excluded ORDER BY kind), '[]') FROM excluded) AS "excludedText"`);
	if (coverage === undefined) throw new Error("a statement without FROM gives one row");
	return coverage;
}
