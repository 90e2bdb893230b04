/** The tables that the rollup fills; nothing refers to them, and they refer to nothing. */
export const ROLLUP_TABLES = ["StatementCount", "StatementOverlap"] as const;

/** The curated statements with their months, narrow, so that the wide table is read once. */
const STATEMENTS = `
	CREATE TEMPORARY TABLE "RolledStatement" AS
	SELECT row_number() OVER ()::int AS id, s.slug, s.kind::text AS kind, s.act::text AS act,
		a.slug AS article, a."publisherSlug" AS publisher,
		date_trunc('month', s."saidEarliest"::timestamp)::date AS "firstMonth",
		date_trunc('month', s."saidLatest"::timestamp)::date AS "lastMonth"
	FROM "Statement" s JOIN "Article" a ON a.slug = s."articleSlug"
	WHERE s."reviewStatus" = 'CURATED'`;

/** The values that a statement can have several of, each once. */
const VALUES = `
	CREATE TEMPORARY TABLE "RolledValue" AS
	SELECT r.id, v.dimension, v.value, r.article, r."firstMonth", r."lastMonth"
	FROM "RolledStatement" r JOIN (
		SELECT 'SPEAKER' AS dimension, "statementSlug" AS slug, "speakerSlug" AS value FROM "Attribution"
		UNION ALL
		SELECT DISTINCT 'LOCATION', "statementSlug", "locationSlug" FROM "StatementLocation"
		UNION ALL
		SELECT DISTINCT 'RELAY', "statementSlug", "speakerSlug" FROM "Relay"
		UNION ALL
		SELECT DISTINCT 'ADDRESSEE', "statementSlug", "speakerSlug" FROM "Addressee" WHERE "speakerSlug" IS NOT NULL
	) v USING (slug)`;

/** All rows to be, those of equal keys to be put together. */
const COUNTS = `
	CREATE TEMPORARY TABLE "RolledCount" (
		dimension text COLLATE "C", value text COLLATE "C", "allTime" boolean, "firstMonth" date, "lastMonth" date,
		statements int, articles int, speakers int
	)`;

/** Which dimension a row of GROUPING SETS counts; without any it is all statements. */
const DIMENSION = `
	CASE 0 WHEN grouping(kind) THEN 'KIND' WHEN grouping(act) THEN 'ACT' WHEN grouping(article) THEN 'ARTICLE'
		WHEN grouping(publisher) THEN 'PUBLISHER' ELSE 'TIME' END AS dimension,
	coalesce(kind, act, article, publisher) AS value`;

/** Statements of one value each, and all of them as those of TIME, by month. */
const MONTHS_OF_COLUMNS = `
	INSERT INTO "RolledCount" (dimension, value, "allTime", "firstMonth", "lastMonth", statements)
	SELECT ${DIMENSION}, false, "firstMonth", "lastMonth", count(*)
	FROM "RolledStatement"
	GROUP BY "firstMonth", "lastMonth", GROUPING SETS ((), (kind), (act), (article), (publisher))`;

const MONTHS_OF_VALUES = `
	INSERT INTO "RolledCount" (dimension, value, "allTime", "firstMonth", "lastMonth", statements)
	SELECT dimension, value, false, "firstMonth", "lastMonth", count(*)
	FROM "RolledValue" GROUP BY dimension, value, "firstMonth", "lastMonth"`;

const OVERLAPS = `
	INSERT INTO "StatementOverlap" (dimension, values, "allTime", "firstMonth", "lastMonth", statements)
	SELECT dimension, values, false, "firstMonth", "lastMonth", count(*)
	FROM (
		SELECT dimension, "firstMonth", "lastMonth", array_agg(value ORDER BY value) AS values
		FROM "RolledValue" GROUP BY id, dimension, "firstMonth", "lastMonth" HAVING count(*) > 1
	) several
	GROUP BY dimension, values, "firstMonth", "lastMonth" ORDER BY dimension, "firstMonth"`;

const OVERLAPS_OF_ALL_TIME = `
	INSERT INTO "StatementOverlap" (dimension, values, "allTime", statements)
	SELECT dimension, values, true, sum(statements) FROM "StatementOverlap" GROUP BY dimension, values`;

/** Those without a value: all less those with one, of whom the overlaps tell who came twice. */
const MONTHS_WITHOUT_VALUE = `
	INSERT INTO "RolledCount" (dimension, "allTime", "firstMonth", "lastMonth", statements)
	SELECT dimension, false, "firstMonth", "lastMonth", sum(statements)
	FROM (
		SELECT d.dimension, "firstMonth", "lastMonth", statements
		FROM "RolledCount" r, (VALUES ('SPEAKER'), ('LOCATION'), ('RELAY'), ('ADDRESSEE')) d (dimension)
		WHERE r.dimension = 'TIME'
		UNION ALL
		SELECT dimension, "firstMonth", "lastMonth", -statements FROM "RolledCount"
		WHERE dimension IN ('SPEAKER', 'LOCATION', 'RELAY', 'ADDRESSEE')
		UNION ALL
		SELECT dimension, "firstMonth", "lastMonth", statements * (cardinality(values) - 1)
		FROM "StatementOverlap" WHERE NOT "allTime"
	) parts
	GROUP BY dimension, "firstMonth", "lastMonth" HAVING sum(statements) > 0`;

const ALL_TIME = `
	INSERT INTO "RolledCount" (dimension, value, "allTime", statements)
	SELECT dimension, value, true, sum(statements) FROM "RolledCount" GROUP BY dimension, value`;

/**
 * How many different ones there are of all time, and in the months of TIME.
 *
 * @param column of StatementCount
 * @param of the statements with whom is counted, as `who`
 * @param ofValues the same of the values that a statement can have several of
 */
function different(column: "articles" | "speakers", of: string, ofValues: string): string {
	return `
		INSERT INTO "RolledCount" (dimension, value, "allTime", "firstMonth", "lastMonth", ${column})
		SELECT dimension, value, "allTime", "firstMonth", "lastMonth", count(*)
		FROM (
			SELECT dimension, value, true AS "allTime", NULL::date AS "firstMonth", NULL::date AS "lastMonth"
			FROM (${ofValues}) v GROUP BY dimension, value, who
			UNION ALL
			SELECT ${DIMENSION}, grouping("firstMonth") = 1, "firstMonth", "lastMonth"
			FROM (${of}) s
			GROUP BY who, GROUPING SETS ((), (kind), (act), (article), (publisher), ("firstMonth", "lastMonth"))
		) each
		GROUP BY dimension, value, "allTime", "firstMonth", "lastMonth"`;
}

// OFFSET keeps `who` and `article` two columns: as one, the groupings could not be told from each other.
const ARTICLES = different(
	"articles",
	'SELECT *, article AS who FROM "RolledStatement" OFFSET 0',
	'SELECT *, article AS who FROM "RolledValue"',
);
const SPEAKERS = different(
	"speakers",
	`SELECT r.*, a.value AS who FROM "RolledStatement" r JOIN "RolledValue" a ON a.id = r.id AND a.dimension = 'SPEAKER'`,
	`SELECT v.*, a.value AS who FROM "RolledValue" v JOIN "RolledValue" a ON a.id = v.id AND a.dimension = 'SPEAKER'`,
);

/** In the order in which they are read, so that few pages are. */
const ROWS = `
	INSERT INTO "StatementCount" (dimension, value, "allTime", "firstMonth", "lastMonth", statements, articles, speakers)
	SELECT dimension, value, "allTime", "firstMonth", "lastMonth", sum(statements), sum(articles), sum(speakers)
	FROM "RolledCount" GROUP BY dimension, value, "allTime", "firstMonth", "lastMonth"
	ORDER BY dimension, "allTime", "firstMonth", sum(statements) DESC`;

/** The memory of one sort or hash table while the rollup is made: some of them have a row for each statement. */
const MEMORY = "128MB";

/**
 * Writes StatementCount and StatementOverlap anew from the other tables, once these are
 * filled. To be run in this order on one connection, whose search path finds the tables;
 * each is complete in itself, without parameters.
 */
export const ROLLUP_STATEMENTS: readonly string[] = [
	`SET work_mem = '${MEMORY}'`,
	...ROLLUP_TABLES.map((table) => `DELETE FROM "${table}"`),
	STATEMENTS,
	VALUES,
	COUNTS,
	...["RolledStatement", "RolledValue"].map((table) => `ANALYZE "${table}"`),
	MONTHS_OF_COLUMNS,
	MONTHS_OF_VALUES,
	OVERLAPS,
	OVERLAPS_OF_ALL_TIME,
	MONTHS_WITHOUT_VALUE,
	ALL_TIME,
	ARTICLES,
	SPEAKERS,
	ROWS,
	'DROP TABLE "RolledStatement", "RolledValue", "RolledCount"',
	...ROLLUP_TABLES.map((table) => `ANALYZE "${table}"`),
	"RESET work_mem",
];
