import {
	dateColumns,
	JOIN_PUBLISHER,
	joinNames,
	nameColumns,
	oneOf,
	PUBLISHER,
	pathColumn,
	textOf,
	wikidataColumn,
} from "./pieces.ts";
import type { View } from "./view.ts";

const CORPUS: View = {
	name: "aqwal_corpus",
	comment: "Its one row is the corpus that all views show.",
	columns: {
		version: {
			sql: "c.version",
			comment: "The version of the corpus, as corpus.version of the API.",
		},
		seeded_at: { sql: 'c."seededAt"', comment: "The moment at which it was seeded." },
	},
	// Without OFFSET it would be a view that can be written to: it is the only one of a single table.
	from: 'FROM "Corpus" c OFFSET 0',
};

const ARTICLES: View = {
	name: "aqwal_articles",
	comment:
		"One row is one article that a person has confirmed, or a statement in it. Drafts are not in it.",
	columns: {
		article_slug: {
			sql: "a.slug",
			comment:
				"The article, as links and the API name it. It stays the same when the corpus is seeded again.",
		},
		title: { sql: "a.title", comment: "The headline as printed; null: it has none." },
		language: { sql: "a.language", comment: "The language, as BCP 47 writes it: ar." },
		...PUBLISHER,
		...dateColumns("published", 'a."published', "it was published"),
		statement_count: {
			sql: `(SELECT count(*)::int FROM "Statement" s WHERE s."articleSlug" = a.slug AND s."reviewStatus" = 'CURATED')`,
			comment: "How many rows of aqwal_statements are in it.",
		},
		document_file_name: {
			sql: 'a."documentFileName"',
			comment: "The scraped page that it was cut out of.",
		},
		explorer_path: pathColumn("'/articles/' || a.slug"),
	},
	from: `FROM "Article" a ${JOIN_PUBLISHER} WHERE a."reviewStatus" = 'CURATED'`,
};

const SPEAKERS: View = {
	name: "aqwal_speakers",
	comment:
		"One row is whoever says something, is spoken to, or passes something on. Those whom only drafts name are not in it.",
	columns: {
		speaker_slug: {
			sql: "who.slug",
			comment:
				"The speaker, as links and the API name them. It stays the same when the corpus is seeded again.",
		},
		...nameColumns("speaker", "n", "the speaker"),
		kind: {
			sql: textOf("who.kind"),
			comment: `What sort of source it is. ${oneOf("PERSON, ORGANIZATION, STATE, MEDIA, GROUP, ANONYMOUS, UNKNOWN")}`,
		},
		wikidata_url: wikidataColumn("who"),
		statement_count: {
			sql: 'who."statementCount"',
			comment:
				"How many rows of aqwal_statement_speakers are of them; 0 for who is only spoken to.",
		},
		explorer_path: pathColumn("'/speakers/' || who.slug"),
	},
	from: `FROM "Speaker" who ${joinNames("Speaker", "n", "who.slug")} WHERE who."reviewStatus" = 'CURATED'`,
};

const PLACES: View = {
	name: "aqwal_places",
	comment:
		"One row is one place that is spoken at, spoken about or mentioned, or that such a place lies in. Those that only drafts name are not in it.",
	columns: {
		place_slug: {
			sql: "place.slug",
			comment:
				"The place, as links and the API name it. It stays the same when the corpus is seeded again.",
		},
		...nameColumns("place", "n", "the place"),
		kind: {
			sql: textOf("place.kind"),
			comment: `What sort of place it is. ${oneOf("COUNTRY, REGION, CITY, BUILDING, BASE, WATER")}`,
		},
		parent_slug: {
			sql: 'place."parentSlug"',
			comment: "The next larger place of aqwal_places that it lies in; null: none.",
		},
		country_code: {
			sql: 'place."countryCode"',
			comment: "The country by ISO 3166-1: SY; null: it lies in none, or in several.",
		},
		latitude: {
			sql: "place.latitude",
			comment: "Degrees north of the equator, south of it negative; null: unknown.",
		},
		longitude: {
			sql: "place.longitude",
			comment: "Degrees east of Greenwich, west of it negative; null: unknown.",
		},
		wikidata_url: wikidataColumn("place"),
		geonames_url: {
			sql: `'https://www.geonames.org/' || place."geonamesId"`,
			comment: "The page on GeoNames; null: nobody has verified one.",
		},
		statement_count: {
			sql: 'place."statementCount"',
			comment:
				"How many statements of aqwal_statement_places are linked to the place itself, each once.",
		},
		explorer_path: pathColumn("'/statements?place=' || place.slug"),
	},
	from: `FROM "Location" place ${joinNames("Location", "n", "place.slug")} WHERE place."reviewStatus" = 'CURATED'`,
};

/** The views whose rows are articles, speakers, places, and the corpus itself. */
export const NOUN_VIEWS: readonly View[] = [CORPUS, ARTICLES, SPEAKERS, PLACES];
