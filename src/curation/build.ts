import { fold } from "../text/fold.ts";
import { directionOf } from "../text/language.ts";
import { PART_SEPARATOR, type Span, toSpan } from "../text/span.ts";
import {
	type CorpusArticle,
	type CorpusContent,
	type CorpusDate,
	type CorpusDocument,
	type CorpusLocation,
	type CorpusName,
	type CorpusOccasion,
	type CorpusReview,
	type CorpusSpeaker,
	type CorpusStatement,
	textOf,
} from "./corpus.ts";
import type { ArticleFile } from "./format/article.ts";
import type {
	LocationEntry,
	NamesEntry,
	OccasionEntry,
	SpeakerEntry,
} from "./format/authorities.ts";
import type { LocatedArticle, LocatedCorpus, LocatedStatement } from "./located.ts";
import { wasHeld } from "./rules/office-held.ts";
import { occasionDate, publishedDate, saidDate } from "./said.ts";

function bySlug<Entry extends { slug: string }>(entries: readonly Entry[]): Entry[] {
	return entries.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

function given<Value>(value: Value | null, what: string): Value {
	if (value === null) throw new Error(`${what} is missing although every rule holds`);
	return value;
}

function buildNames(names: NamesEntry): CorpusName[] {
	return Object.entries(names).flatMap(
		([language, { official, alias = [], spelling = [], epithet = [] }]) => {
			const name =
				(kind: CorpusName["kind"]) =>
				(text: string): CorpusName => ({ text, folded: fold(text), language, kind });
			return [
				...(official === undefined ? [] : [name("OFFICIAL")(official)]),
				...alias.map(name("ALIAS")),
				...spelling.map(name("SPELLING")),
				...epithet.map(name("EPITHET")),
			];
		},
	);
}

function buildSpeaker({
	slug,
	kind,
	names,
	wikidataId,
	offices = [],
}: SpeakerEntry): CorpusSpeaker {
	return {
		slug,
		kind,
		wikidataId: wikidataId ?? null,
		sortName: fold(names.ar.official),
		names: buildNames(names),
		offices: offices.map(({ key, title, of, organization, from, to }, position) => ({
			id: `${slug}.${position}`,
			key,
			titleArabic: title.ar,
			titleEnglish: title.en,
			locationSlug: of ?? null,
			organizationSlug: organization ?? null,
			startDate: from ?? null,
			endDate: to ?? null,
		})),
	};
}

function ancestorsOf(slug: string, locations: readonly LocationEntry[]): string[] {
	const parent = locations.find((location) => location.slug === slug)?.parent;
	return parent === undefined ? [] : [parent, ...ancestorsOf(parent, locations)];
}

function buildLocation(entry: LocationEntry, all: readonly LocationEntry[]): CorpusLocation {
	return {
		slug: entry.slug,
		kind: entry.kind,
		wikidataId: entry.wikidataId ?? null,
		geonamesId: entry.geonamesId ?? null,
		countryCode: entry.countryCode ?? null,
		latitude: entry.coordinates?.latitude ?? null,
		longitude: entry.coordinates?.longitude ?? null,
		parentSlug: entry.parent ?? null,
		ancestors: ancestorsOf(entry.slug, all),
		sortName: fold(entry.names.ar.official),
		names: buildNames(entry.names),
	};
}

function buildOccasion(
	corpus: LocatedCorpus,
	{ slug, kind, names, location }: OccasionEntry,
): CorpusOccasion {
	const date = given(occasionDate(corpus, slug), `the date of ${slug}`);
	return {
		slug,
		kind,
		nameArabic: names.ar,
		nameEnglish: names.en,
		locationSlug: location ?? null,
		date,
	};
}

/** The office that a speaker held when a statement was said: the one that an epithet names, or else the first listed. */
function officeId(
	speaker: SpeakerEntry | undefined,
	key: string | undefined,
	said: CorpusDate,
): string | null {
	const held = (speaker?.offices ?? []).findIndex(
		(office) => (key === undefined || office.key === key) && wasHeld(office, said),
	);
	return held < 0 ? null : `${speaker?.slug}.${held}`;
}

function buildLocations(
	corpus: LocatedCorpus,
	{ entry, locationMentions }: LocatedStatement,
): CorpusStatement["locations"] {
	const listed = (entry.locations ?? []).map(({ location, role }, index) => ({
		locationSlug: location,
		role,
		mention: locationMentions[index] ?? null,
	}));
	const occasion = corpus.occasions?.value.find(({ slug }) => slug === entry.occasion);
	if (occasion?.location === undefined || listed.some(({ role }) => role === "SPOKEN_AT"))
		return listed;
	return [...listed, { locationSlug: occasion.location, role: "SPOKEN_AT", mention: null }];
}

function buildAttributions(
	corpus: LocatedCorpus,
	{ entry, mentions }: LocatedStatement,
	said: CorpusDate,
): CorpusStatement["attributions"] {
	return entry.speakers.map(({ speaker, role, resolution, office }, index) => ({
		speakerSlug: speaker,
		role: role ?? (entry.speakers.length > 1 ? "JOINT" : "SOLE"),
		resolution,
		mention: mentions[index] ?? null,
		officeId: officeId(
			corpus.speakers?.value.find(({ slug }) => slug === speaker),
			office,
			said,
		),
	}));
}

function buildReview({ status, method, confidence }: ArticleFile["review"]): CorpusReview {
	return { status, method, confidence: confidence ?? null };
}

function buildStatement(
	corpus: LocatedCorpus,
	article: LocatedArticle,
	statement: LocatedStatement,
	position: number,
): CorpusStatement {
	const { entry, spans } = statement;
	const words = ({ source, start, end }: Span) =>
		textOf(article, article.document, source).slice(start, end);
	const said = given(saidDate(corpus, article, statement), `the date of ${entry.key}`);
	const language = entry.language ?? article.source.value.language;
	return {
		slug: `${article.slug}.${entry.key}`,
		position,
		kind: entry.kind,
		act: entry.act,
		text: spans.map(words).join(PART_SEPARATOR),
		language,
		direction: directionOf(language),
		spans,
		quotes: statement.quotes,
		cue: statement.cue,
		parentSlug: entry.parent === undefined ? null : `${article.slug}.${entry.parent}`,
		occasionSlug: entry.occasion ?? null,
		said,
		review: buildReview(entry.review ?? article.source.value.review),
		attributions: buildAttributions(corpus, statement, said),
		addressees: (entry.addressees ?? []).map(({ speaker, description }, index) => {
			const mention = statement.addresseeMentions[index] ?? null;
			return {
				speakerSlug: speaker ?? null,
				description: description ?? (mention === null ? "" : words(mention)),
				mention,
			};
		}),
		relays: (entry.relays ?? []).map(({ speaker }, index) => ({
			speakerSlug: speaker,
			mention: statement.relayMentions[index] ?? null,
		})),
		locations: buildLocations(corpus, statement),
	};
}

function buildArticle(corpus: LocatedCorpus, article: LocatedArticle): CorpusArticle {
	const { language, publisher, creditedSources = [], places = [], review } = article.source.value;
	return {
		slug: article.slug,
		title: article.title,
		body: article.body,
		language,
		direction: directionOf(language),
		publisherSlug: publisher ?? null,
		documentFileName: article.document.fileName,
		published: given(publishedDate(article), `the date of ${article.slug}`),
		review: buildReview(review),
		creditedSources: creditedSources.map(({ speaker }, index) => {
			const { start, end } = given(article.creditedSources[index] ?? null, "a credited source");
			return { text: article.document.text.slice(start, end), speakerSlug: speaker ?? null };
		}),
		locations: places.map(({ location }, index) => ({
			locationSlug: location,
			mention: given(article.places[index] ?? null, "a place"),
		})),
		statements: article.statements.map((statement, position) =>
			buildStatement(corpus, article, statement, position),
		),
	};
}

function buildDocument(corpus: LocatedCorpus, fileName: string): CorpusDocument {
	const document = given(corpus.documents.get(fileName) ?? null, fileName);
	const segments = corpus.articles
		.filter((article) => article.document.fileName === fileName)
		.flatMap((article) => article.segments)
		.toSorted((a, b) => a.span.start - b.span.start)
		.map(({ kind, span }) => ({ kind, span: toSpan("DOCUMENT", document.text, span) }));
	return { ...document, segments };
}

/**
 * Turns located files, in which every rule holds, into the rows that are served.
 * The result depends on the files alone, not on their order.
 *
 * @throws Error where something that the rules promise is missing (a bug)
 */
export function buildContent(corpus: LocatedCorpus): CorpusContent {
	const locations = corpus.locations?.value ?? [];
	return {
		documents: [...corpus.documents.keys()]
			.toSorted()
			.map((fileName) => buildDocument(corpus, fileName)),
		publishers: bySlug(corpus.publishers?.value ?? []).map(({ slug, names }) => ({
			slug,
			names: buildNames(names),
		})),
		speakers: bySlug(corpus.speakers?.value ?? []).map(buildSpeaker),
		locations: bySlug(locations).map((location) => buildLocation(location, locations)),
		occasions: bySlug(corpus.occasions?.value ?? []).map((occasion) =>
			buildOccasion(corpus, occasion),
		),
		articles: bySlug([...corpus.articles]).map((article) => buildArticle(corpus, article)),
	};
}
