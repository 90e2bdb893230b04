/** How many statements a page has. */
export const PAGE_SIZE = 20;

/** The order of the newest statements: of the row s, all descending. */
const NEWEST = `coalesce(s."saidEarliest", '-infinity'::date) DESC, s."articleSlug" DESC, (-s."position") DESC`;

function officialName(table: "Speaker" | "Location" | "Publisher", slug: string): string {
	const owner = `${table.toLowerCase()}Slug`;
	return `(SELECT n.text FROM "${table}Name" n WHERE n."${owner}" = ${slug} AND n.kind = 'OFFICIAL' AND n.language = 'ar')`;
}

const ARTICLE = `(SELECT json_build_object('slug', t.slug, 'title', t.title, 'publishedAt', json_build_object('edtf', t."publishedEdtf"))
	FROM "Article" t WHERE t.slug = s."articleSlug")`;

/** Who says the statement s. */
export const SPEAKERS = `(SELECT json_agg(json_build_object('slug', a."speakerSlug", 'name', ${officialName("Speaker", 'a."speakerSlug"')}) ORDER BY a.position)
	FROM "Attribution" a WHERE a."statementNumber" = s.number)`;

const LOCATIONS = `(SELECT coalesce(json_agg(json_build_object('role', l.role, 'location', json_build_object('slug', l."locationSlug", 'name', ${officialName("Location", 'l."locationSlug"')})) ORDER BY l.position), '[]')
	FROM "StatementLocation" l WHERE l."statementNumber" = s.number)`;

const NODE = `json_build_object('slug', s.slug, 'text', s.text, 'kind', s.kind, 'saidAt', json_build_object('edtf', s."saidEdtf"),
	'article', ${ARTICLE}, 'speakers', ${SPEAKERS}, 'locations', ${LOCATIONS})`;

const CURSOR = `json_build_array(coalesce(s."saidEarliest", '-infinity'::date), s."articleSlug", -s."position")::text`;

/**
 * The statement that reads one page of statements as JSON.
 *
 * @param found a SELECT of rows of "Statement", the newest first, one more than a page has
 */
function page(found: string): string {
	return `SELECT json_build_object(
	'nodes', coalesce(json_agg(${NODE} ORDER BY s.place) FILTER (WHERE s.place <= ${PAGE_SIZE}), '[]'),
	'pageInfo', json_build_object('hasNextPage', count(*) > ${PAGE_SIZE},
		'endCursor', (array_agg(${CURSOR} ORDER BY s.place DESC) FILTER (WHERE s.place <= ${PAGE_SIZE}))[1])) AS answer
FROM (SELECT s.*, row_number() OVER (ORDER BY ${NEWEST}) AS place FROM (${found}) s) s`;
}

/** The newest statements of the speaker $1. */
export const SPEAKER_PAGE =
	page(`SELECT s.* FROM "Attribution" a JOIN "Statement" s ON s.number = a."statementNumber"
	WHERE a."speakerSlug" = $1 AND s."reviewStatus" = 'CURATED'
	ORDER BY coalesce(a."saidEarliest", '-infinity'::date) DESC, a."articleSlug" DESC, (-a."statementPosition") DESC
	LIMIT ${PAGE_SIZE + 1}`);

/** The newest of all statements. */
export const FIRST_PAGE = page(
	`SELECT s.* FROM "Statement" s WHERE s."reviewStatus" = 'CURATED' ORDER BY ${NEWEST} LIMIT ${PAGE_SIZE + 1}`,
);

/** The newest of those after the day $1, the article $2, the place $3 in it with a minus. */
export const NEXT_PAGE = page(`SELECT s.* FROM "Statement" s WHERE s."reviewStatus" = 'CURATED'
	AND (coalesce(s."saidEarliest", '-infinity'::date), s."articleSlug", -s."position") < ($1::date, $2::text, $3::integer)
	ORDER BY ${NEWEST} LIMIT ${PAGE_SIZE + 1}`);

/** The article $1 with its first hundred statements in reading order. */
export const ARTICLE_WITH_STATEMENTS = `SELECT json_build_object('title', t.title, 'body', t.body, 'publishedAt', json_build_object('edtf', t."publishedEdtf"),
	'statements', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object('slug', s.slug, 'text', s.text, 'kind', s.kind, 'speakers', ${SPEAKERS}) ORDER BY s."position"), '[]')
		FROM (SELECT * FROM "Statement" WHERE "articleSlug" = t.slug AND "reviewStatus" = 'CURATED' ORDER BY "position" LIMIT 100) s))) AS answer
FROM "Article" t WHERE t.slug = $1`;

const ARTICLE_OF_SPEECH = `(SELECT json_build_object('slug', t.slug, 'statements', json_build_object('nodes',
	(SELECT coalesce(json_agg(json_build_object('slug', i.slug, 'text', i.text) ORDER BY i."position"), '[]')
		FROM (SELECT * FROM "Statement" WHERE "articleSlug" = t.slug AND "reviewStatus" = 'CURATED' ORDER BY "position" LIMIT 3) i)))
	FROM "Article" t WHERE t.slug = s."articleSlug")`;

const NEWEST_OF_SPEAKER = `(SELECT coalesce(json_agg(json_build_object('slug', s.slug, 'text', s.text, 'article', ${ARTICLE_OF_SPEECH}) ORDER BY ${NEWEST}), '[]')
	FROM (SELECT s.* FROM "Attribution" a JOIN "Statement" s ON s.number = a."statementNumber"
		WHERE a."speakerSlug" = p.slug AND s."reviewStatus" = 'CURATED'
		ORDER BY coalesce(a."saidEarliest", '-infinity'::date) DESC, a."articleSlug" DESC, (-a."statementPosition") DESC LIMIT 5) s)`;

function speakers(condition: string): string {
	return `SELECT json_build_object('nodes', coalesce(json_agg(json_build_object('slug', p.slug, 'name', ${officialName("Speaker", "p.slug")},
	'statements', json_build_object('nodes', ${NEWEST_OF_SPEAKER})) ORDER BY -p."statementCount", p.slug), '[]')) AS answer
FROM (SELECT * FROM "Speaker" WHERE ${condition} ORDER BY -"statementCount", slug LIMIT 10) p`;
}

/** Those who speak most, with statements and the articles of these. */
export const FIRST_SPEAKERS = speakers("true");

/** Those after the speaker with -$1 statements and the slug $2. */
export const NEXT_SPEAKERS = speakers(`(-"statementCount", slug) > ($1::integer, $2::text)`);
