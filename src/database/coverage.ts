import type { Prisma } from "../generated/prisma/client.ts";
import type { Reader } from "./database.ts";
import { sql } from "./sql.ts";

/** What was seeded, and how much of it there is. */
export interface CorpusSummary {
	readonly version: string;
	readonly seededAt: Date;
	readonly articleCount: number;
	readonly statementCount: number;
	readonly speakerCount: number;
	readonly locationCount: number;
}

/** What is missing or unresolved, counted over curated statements. */
export interface Coverage {
	readonly undatedArticles: number;
	readonly undatedStatements: number;
	readonly impreciseStatements: number;
	readonly unattributedStatements: number;
	readonly anonymousStatements: number;
	readonly droppedSubjects: number;
	readonly draftStatements: number;
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

/** Reads what was seeded: one SQL statement. Statements are counted as lists show them, without drafts. */
export async function readSummary(reader: Reader): Promise<CorpusSummary> {
	const [summary] = await reader.read<CorpusSummary>(sql`
		SELECT version, "seededAt",
			(SELECT count(*)::int FROM "Article") AS "articleCount",
			(SELECT count(*)::int FROM "Statement" WHERE "reviewStatus" = 'CURATED') AS "statementCount",
			(SELECT count(*)::int FROM "Speaker") AS "speakerCount",
			(SELECT count(*)::int FROM "Location") AS "locationCount"
		FROM "Corpus"`);
	if (summary === undefined) throw new Error("the database has no corpus in it");
	return summary;
}

/** Reads what is missing or unresolved: one SQL statement. */
export async function readCoverage(reader: Reader): Promise<Coverage> {
	const [coverage] = await reader.read<Coverage>(sql`
		WITH curated AS (SELECT * FROM "Statement" WHERE "reviewStatus" = 'CURATED'),
			sources AS (SELECT a.*, p.kind FROM curated c JOIN "Attribution" a ON a."statementSlug" = c.slug JOIN "Speaker" p ON p.slug = a."speakerSlug"),
			excluded AS (
				SELECT kind, count(*)::int AS "segmentCount", sum((span->>'endCodePoint')::int - (span->>'startCodePoint')::int)::int AS "characterCount"
				FROM "DocumentSegment" WHERE kind IN ('EMBED', 'RELATED', 'CHROME', 'COMMENT') GROUP BY kind
			)
		SELECT
			(SELECT count(*)::int FROM "Article" WHERE "publishedPrecision" = 'UNKNOWN') AS "undatedArticles",
			(SELECT count(*)::int FROM curated WHERE "saidPrecision" = 'UNKNOWN') AS "undatedStatements",
			(SELECT count(*)::int FROM curated WHERE "saidPrecision" NOT IN ('DAY', 'UNKNOWN')) AS "impreciseStatements",
			(SELECT count(DISTINCT "statementSlug")::int FROM sources WHERE kind = 'UNKNOWN') AS "unattributedStatements",
			(SELECT count(DISTINCT "statementSlug")::int FROM sources WHERE kind = 'ANONYMOUS') AS "anonymousStatements",
			(SELECT count(DISTINCT "statementSlug")::int FROM sources WHERE resolution = 'DROPPED_SUBJECT') AS "droppedSubjects",
			(SELECT count(*)::int FROM "Statement" WHERE "reviewStatus" = 'DRAFT') AS "draftStatements",
			(SELECT count(*)::int FROM "Article" WHERE "publisherSlug" IS NULL) AS "articlesWithoutPublisher",
			ARRAY(SELECT slug FROM "Article" WHERE slug NOT IN (SELECT "articleSlug" FROM curated) ORDER BY slug) AS "articlesWithoutStatements",
			(SELECT coalesce(json_agg(excluded ORDER BY kind), '[]') FROM excluded) AS "excludedText"`);
	if (coverage === undefined) throw new Error("a statement without FROM gives one row");
	return coverage;
}
