import type { Row } from "./asking.ts";

// What the views should have, made of the API's answers by another way than that of their SQL.

const NAMES = 'slug ar: name(lang: "ar") en: name(lang: "en")';
const DATE = "edtf earliest latest precision basis";
const ARTICLE = `slug title language publishedAt { ${DATE} } publisher { ${NAMES} } document { fileName }`;

interface Named {
	readonly slug: string;
	readonly ar: string;
	readonly en: string;
}

interface FuzzyDate {
	readonly edtf: string;
	readonly earliest: string | null;
	readonly latest: string | null;
	readonly precision: string;
	readonly basis: string;
}

interface Article {
	readonly slug: string;
	readonly title: string | null;
	readonly language: string;
	readonly publishedAt: FuzzyDate;
	readonly publisher: Named | null;
	readonly document: { readonly fileName: string };
	readonly statements: { readonly totalCount: number };
}

interface Place extends Named {
	readonly kind: string;
	readonly countryCode: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly wikidataId: string | null;
	readonly geonamesId: string | null;
	readonly parent: { readonly slug: string } | null;
	readonly statementCount: number;
}

interface Speaker extends Named {
	readonly kind: string;
	readonly wikidataId: string | null;
	readonly statementCount: number;
}

interface Statement {
	readonly slug: string;
	readonly kind: string;
	readonly act: string;
	readonly text: string;
	readonly language: string;
	readonly saidAt: FuzzyDate;
	readonly article: Article;
	readonly occasion: { slug: string; kind: string; ar: string; en: string } | null;
	readonly relays: readonly { readonly speaker: { readonly slug: string } }[];
	readonly attributions: readonly {
		readonly speaker: Speaker;
		readonly role: string;
		readonly resolution: string;
		readonly office: { readonly ar: string; readonly en: string } | null;
	}[];
	readonly locations: readonly { readonly role: string; readonly location: Place }[];
}

/** The beginning of a day, a month or a year that a date lies in as a whole; null where in none. */
function begin({ earliest, latest }: FuzzyDate, length: number): string | null {
	if (earliest === null || latest === null) return null;
	if (earliest.slice(0, length) !== latest.slice(0, length)) return null;
	return `${earliest.slice(0, length)}${"0000-01-01".slice(length)}`;
}

function dateOf(prefix: string, date: FuzzyDate): Row {
	return Object.fromEntries(
		Object.entries({
			...date,
			day: begin(date, "2018-10-03".length),
			month: begin(date, "2018-10".length),
			year: begin(date, "2018".length),
		}).map(([part, value]) => [`${prefix}_${part}`, value]),
	);
}

function namesOf(prefix: string, named: Named | null): Row {
	return {
		[`${prefix}_slug`]: named?.slug ?? null,
		[`${prefix}_name_arabic`]: named?.ar ?? null,
		[`${prefix}_name_english`]: named?.en ?? null,
	};
}

function factsOf({ slug, kind, act, saidAt, article }: Statement): Row {
	return {
		statement_slug: slug,
		kind,
		act,
		...dateOf("said", saidAt),
		article_slug: article.slug,
		...namesOf("publisher", article.publisher),
	};
}

function joined(values: readonly string[]): string | null {
	return values.length === 0 ? null : values.join("; ");
}

function statementRow(statement: Statement): Row {
	const { article, occasion, attributions, relays } = statement;
	const speakers = attributions.map(({ speaker }) => speaker);
	return {
		...factsOf(statement),
		text: statement.text,
		language: statement.language,
		speaker_slugs: joined(speakers.map(({ slug }) => slug)),
		speaker_names_arabic: joined(speakers.map(({ ar }) => ar)),
		speaker_names_english: joined(speakers.map(({ en }) => en)),
		relay_slugs: joined(relays.map(({ speaker }) => speaker.slug)),
		article_title: article.title,
		...dateOf("published", article.publishedAt),
		occasion_slug: occasion?.slug ?? null,
		occasion_kind: occasion?.kind ?? null,
		occasion_name_arabic: occasion?.ar ?? null,
		occasion_name_english: occasion?.en ?? null,
		explorer_path: `/articles/${article.slug}?statement=${statement.slug}`,
	};
}

function speakerRows(statement: Statement): Row[] {
	return statement.attributions.map(({ speaker, role, resolution, office }) => ({
		...factsOf(statement),
		...namesOf("speaker", speaker),
		speaker_kind: speaker.kind,
		role,
		resolution,
		office_title_arabic: office?.ar ?? null,
		office_title_english: office?.en ?? null,
	}));
}

function placeRows(statement: Statement): Row[] {
	return statement.locations.map(({ role, location }) => ({
		...factsOf(statement),
		...namesOf("place", location),
		role,
		place_kind: location.kind,
		country_code: location.countryCode,
		latitude: location.latitude,
		longitude: location.longitude,
	}));
}

function articleRow(article: Article): Row {
	return {
		article_slug: article.slug,
		title: article.title,
		language: article.language,
		...namesOf("publisher", article.publisher),
		...dateOf("published", article.publishedAt),
		statement_count: article.statements.totalCount,
		document_file_name: article.document.fileName,
		explorer_path: `/articles/${article.slug}`,
	};
}

function urlOf(site: string, id: string | null): string | null {
	return id === null ? null : `${site}${id}`;
}

function speakerRow(speaker: Speaker): Row {
	return {
		...namesOf("speaker", speaker),
		kind: speaker.kind,
		wikidata_url: urlOf("https://www.wikidata.org/wiki/", speaker.wikidataId),
		statement_count: speaker.statementCount,
		explorer_path: `/speakers/${speaker.slug}`,
	};
}

function placeRow(place: Place): Row {
	return {
		...namesOf("place", place),
		kind: place.kind,
		parent_slug: place.parent?.slug ?? null,
		country_code: place.countryCode,
		latitude: place.latitude,
		longitude: place.longitude,
		wikidata_url: urlOf("https://www.wikidata.org/wiki/", place.wikidataId),
		geonames_url: urlOf("https://www.geonames.org/", place.geonamesId),
		statement_count: place.statementCount,
		explorer_path: `/statements?place=${place.slug}`,
	};
}

const SPEAKER_FIELDS = `${NAMES} kind wikidataId statementCount`;
const PLACE_FIELDS = `${NAMES} kind countryCode latitude longitude wikidataId geonamesId parent { slug } statementCount`;
const STATEMENT_FIELDS = `slug kind act text language saidAt { ${DATE} } article { ${ARTICLE} }
	occasion { slug kind ar: name(lang: "ar") en: name(lang: "en") } relays { speaker { slug } }
	attributions { role resolution speaker { ${SPEAKER_FIELDS} } office { ar: title(lang: "ar") en: title(lang: "en") } }
	locations { role location { ${PLACE_FIELDS} } }`;

/** Which list of the API a view comes from, and the rows of the view that a node of it makes. */
export interface ExpectedView {
	readonly view: string;
	readonly list: string;
	readonly fields: string;
	readonly rowsOf: (node: Row) => Row[];
}

function expectedView<Node>(
	view: string,
	list: string,
	fields: string,
	rows: (node: Node) => Row[],
): ExpectedView {
	// The node has the fields that are asked for beside it.
	return { view, list, fields, rowsOf: (node) => rows(node as Node) };
}

/** Every view with what it should have, but for aqwal_corpus. */
export const EXPECTED: readonly ExpectedView[] = [
	expectedView<Statement>("aqwal_statements", "statements", STATEMENT_FIELDS, (node) => [
		statementRow(node),
	]),
	expectedView<Statement>("aqwal_statement_speakers", "statements", STATEMENT_FIELDS, speakerRows),
	expectedView<Statement>("aqwal_statement_places", "statements", STATEMENT_FIELDS, placeRows),
	expectedView<Article>(
		"aqwal_articles",
		"articles",
		`${ARTICLE} statements { totalCount }`,
		(node) => [articleRow(node)],
	),
	expectedView<Speaker>("aqwal_speakers", "speakers", SPEAKER_FIELDS, (node) => [speakerRow(node)]),
	expectedView<Place>("aqwal_places", "locations", PLACE_FIELDS, (node) => [placeRow(node)]),
];
