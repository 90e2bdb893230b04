import {
	dateColumns,
	JOIN_PUBLISHER,
	joinNames,
	nameColumns,
	oneOf,
	PUBLISHER,
	pathColumn,
	SEPARATOR,
	textOf,
	type ViewColumns,
} from "./pieces.ts";
import type { View } from "./view.ts";

const KIND_COMMENT = `How the statement gives the words: as quoted, as reported, or both. ${oneOf("DIRECT, INDIRECT, MIXED")}`;
const ACT_COMMENT = `What is done by saying it. ${oneOf("ASSERT, DEMAND, PROMISE, DENY, DECLINE_TO_COMMENT, PRAISE, THANK, CONDOLE, WARN, ANNOUNCE, CONGRATULATE, QUESTION")}`;

/** What each view of statements tells of the statement s, so that most charts need one view only. */
const FACTS: ViewColumns = {
	statement_slug: {
		sql: "s.slug",
		comment:
			"The statement, as links and the API name it. It stays the same when the corpus is seeded again.",
	},
	kind: { sql: textOf("s.kind"), comment: KIND_COMMENT },
	act: { sql: textOf("s.act"), comment: ACT_COMMENT },
	...dateColumns("said", 's."said', "it was said"),
	article_slug: { sql: 's."articleSlug"', comment: "The article that the statement is in." },
	...PUBLISHER,
};

const JOIN_ARTICLE = `LEFT JOIN "Article" a ON a.slug = s."articleSlug" ${JOIN_PUBLISHER}`;
const CURATED = `WHERE s."reviewStatus" = 'CURATED'`;

/** How the row l of any table of links names its statement s. */
const IS_OF_STATEMENT = 'l."statementNumber" = s.number';

/** What the rows of a table of links have in some column, in their order, in one cell. */
function joined(table: string, value: string, join = ""): string {
	return `(SELECT string_agg(${value}, ${SEPARATOR} ORDER BY l.position) FROM "${table}" l ${join} WHERE ${IS_OF_STATEMENT})`;
}

const SPEAKER_NAMES = joinNames("Speaker", "n", 'l."speakerSlug"');

const STATEMENTS: View = {
	name: "aqwal_statements",
	comment: "One row is one statement that a person has confirmed. Drafts are not in it.",
	columns: {
		...FACTS,
		text: {
			sql: "s.text",
			comment: "What is said, in the words of the article, several parts joined by an ellipsis.",
		},
		language: { sql: "s.language", comment: "The language of the text, as BCP 47 writes it: ar." },
		speaker_slugs: {
			sql: joined("Attribution", 'l."speakerSlug"'),
			comment:
				"Who says it, several joined by a semicolon and a space. To count by speaker, take aqwal_statement_speakers.",
		},
		speaker_names_arabic: {
			sql: joined("Attribution", "n.arabic", SPEAKER_NAMES),
			comment: "The official Arabic names of who says it, in the order of speaker_slugs.",
		},
		speaker_names_english: {
			sql: joined("Attribution", "n.english", SPEAKER_NAMES),
			comment: "The official English names of who says it, in the order of speaker_slugs.",
		},
		relay_slugs: {
			sql: joined("Relay", 'l."speakerSlug"'),
			comment:
				"Who passed it on, the one nearest to the article first, several joined by a semicolon and a space; null: the article has it first-hand.",
		},
		article_title: {
			sql: "a.title",
			comment: "The headline of the article; null: it has none.",
		},
		place_in_article: {
			sql: "s.position + 1",
			comment:
				"Its place among the statements of the article in reading order, drafts counted, from 1.",
		},
		...dateColumns("published", 'a."published', "the article was published"),
		occasion_slug: {
			sql: 's."occasionSlug"',
			comment: "The event that it was said at; null: none is known.",
		},
		occasion_kind: {
			sql: textOf("o.kind"),
			comment: `What sort of event it was said at; null: none is known. ${oneOf("PRESS_CONFERENCE, MEETING, CALL, SPEECH, WRITTEN_STATEMENT, POST, INTERVIEW, BRIEFING")}`,
		},
		occasion_name_arabic: {
			sql: 'o."nameArabic"',
			comment: "What the event is called in Arabic; null: none is known.",
		},
		occasion_name_english: {
			sql: 'o."nameEnglish"',
			comment: "What the event is called in English; null: none is known.",
		},
		explorer_path: pathColumn(`'/articles/' || s."articleSlug" || '?statement=' || s.slug`),
	},
	from: `FROM "Statement" s ${JOIN_ARTICLE} LEFT JOIN "Occasion" o ON o.slug = s."occasionSlug" ${CURATED}`,
};

const STATEMENT_SPEAKERS: View = {
	name: "aqwal_statement_speakers",
	comment:
		"One row is one speaker of one statement: a statement of two has two rows. Only statements that a person has confirmed.",
	columns: {
		...FACTS,
		speaker_slug: {
			sql: 'l."speakerSlug"',
			comment: "Who says it, as links and filters of the API name them.",
		},
		...nameColumns("speaker", "n", "the speaker"),
		speaker_kind: {
			sql: textOf("who.kind"),
			comment: `What sort of source speaks. ${oneOf("PERSON, ORGANIZATION, STATE, MEDIA, GROUP, ANONYMOUS, UNKNOWN")}`,
		},
		role: {
			sql: textOf("l.role"),
			comment: `In what capacity the speaker is named. ${oneOf("SOLE, JOINT, SPOKESPERSON_FOR, METONYM")}`,
		},
		resolution: {
			sql: textOf("l.resolution"),
			comment: `How the article points at the speaker. ${oneOf("NAMED, EPITHET, PRONOUN, DROPPED_SUBJECT, HEADLINE")}`,
		},
		office_title_arabic: {
			sql: 'office."titleArabic"',
			comment: "The office in which it is said, in Arabic; null: none is known.",
		},
		office_title_english: {
			sql: 'office."titleEnglish"',
			comment: "The office in which it is said, in English; null: none is known.",
		},
	},
	from: `FROM "Attribution" l JOIN "Statement" s ON ${IS_OF_STATEMENT} ${JOIN_ARTICLE}
	LEFT JOIN "Speaker" who ON who.slug = l."speakerSlug" ${SPEAKER_NAMES}
	LEFT JOIN "Office" office ON office.id = l."officeId" ${CURATED}`,
};

const STATEMENT_PLACES: View = {
	name: "aqwal_statement_places",
	comment:
		"One row is one place of one statement in one role: a place that a statement is about and spoken at has two rows, so count statements by count(DISTINCT statement_slug). Only statements that a person has confirmed.",
	columns: {
		...FACTS,
		place_slug: {
			sql: 'l."locationSlug"',
			comment:
				"The place itself, as links and filters of the API name it; those that it lies in have rows of their own only where they are named too.",
		},
		...nameColumns("place", "n", "the place"),
		role: {
			sql: textOf("l.role"),
			comment: `What the place has to do with the statement. ${oneOf("SPOKEN_AT, ABOUT, MENTIONED")}`,
		},
		place_kind: {
			sql: textOf("place.kind"),
			comment: `What sort of place it is. ${oneOf("COUNTRY, REGION, CITY, BUILDING, BASE, WATER")}`,
		},
		country_code: {
			sql: 'place."countryCode"',
			comment: "The country of the place by ISO 3166-1: SY; null: it lies in none, or in several.",
		},
		latitude: {
			sql: "place.latitude",
			comment: "Degrees north of the equator, south of it negative; null: unknown.",
		},
		longitude: {
			sql: "place.longitude",
			comment: "Degrees east of Greenwich, west of it negative; null: unknown.",
		},
	},
	from: `FROM "StatementLocation" l JOIN "Statement" s ON ${IS_OF_STATEMENT} ${JOIN_ARTICLE}
	LEFT JOIN "Location" place ON place.slug = l."locationSlug" ${joinNames("Location", "n", 'l."locationSlug"')} ${CURATED}`,
};

/** The views whose rows are statements, or what statements are linked to. */
export const STATEMENT_VIEWS: readonly View[] = [STATEMENTS, STATEMENT_SPEAKERS, STATEMENT_PLACES];
