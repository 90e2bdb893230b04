import type { Format } from "./format.ts";
import { CONTEXT } from "./json-ld-context.ts";
import type {
	ContentSpan,
	ExportDate,
	ExportLocation,
	ExportRecord,
	ExportSpeaker,
} from "./record.ts";

/** A node of the graph, or a value; what is undefined is left out. */
type Node = Readonly<Record<string, unknown>>;

/** The language of the names that records have. */
const NAME_LANGUAGE = "ar";

/**
 * The IRI of a thing. Slugs do not change, and a URN is the same on whatever host the
 * corpus is served; a link to this server would be another one on each of them, and
 * would be taken from a header that the client writes.
 */
function iri(
	noun: "statement" | "article" | "speaker" | "location" | "occasion" | "publisher" | "corpus",
	slug: string,
): string {
	return `urn:aqwal:${noun}:${encodeURIComponent(slug)}`;
}

function inLanguage(text: string, language: string): Node {
	return { "@value": text, "@language": language };
}

function wikidata(id: string | null): string | undefined {
	return id === null ? undefined : `http://www.wikidata.org/entity/${encodeURIComponent(id)}`;
}

/** Whoever is known to be a person or a body is called so; a crowd or an unnamed source is called neither. */
const AGENT_TYPES: Readonly<Record<ExportSpeaker["kind"], string | undefined>> = {
	PERSON: "Person",
	ORGANIZATION: "Organization",
	STATE: "Organization",
	MEDIA: "NewsMediaOrganization",
	GROUP: undefined,
	ANONYMOUS: undefined,
	UNKNOWN: undefined,
};

function agent({ slug, kind, name, wikidataId }: ExportSpeaker): Node {
	return {
		"@id": iri("speaker", slug),
		"@type": AGENT_TYPES[kind],
		name: inLanguage(name, NAME_LANGUAGE),
		sameAs: wikidata(wikidataId),
	};
}

/** A day is a date of XML Schema; what is known less finely is said in EDTF; the unknown is left out. */
function date({ edtf, precision }: ExportDate): Node | undefined {
	if (precision === "UNKNOWN") return undefined;
	const isDay = precision === "DAY" && /^\d{4}-\d{2}-\d{2}$/.test(edtf);
	return { "@value": edtf, "@type": isDay ? "xsd:date" : "edtf:EDTF" };
}

/** The text that a selector counts in: the body goes by the name of the article, its title has a name of its own. */
function sourceOf(article: string, { source }: ContentSpan): string {
	return source === "TITLE" ? `${iri("article", article)}#title` : iri("article", article);
}

/** Both ways of the Web Annotation Data Model to find the words; it counts in code points. */
function evidence(article: string, span: ContentSpan): Node {
	const { startCodePoint, endCodePoint, exact, prefix, suffix } = span;
	return {
		"@type": "SpecificResource",
		source: sourceOf(article, span),
		selector: [
			{ "@type": "TextPositionSelector", start: startCodePoint, end: endCodePoint },
			{ "@type": "TextQuoteSelector", exact, prefix, suffix },
		],
	};
}

function articleNode({ slug, title, language, publisher, publishedAt }: ExportRecord["article"]) {
	return {
		"@id": iri("article", slug),
		"@type": "NewsArticle",
		headline: title === null ? undefined : inLanguage(title, language),
		inLanguage: language,
		datePublished: date(publishedAt),
		publisher:
			publisher === null
				? undefined
				: {
						"@id": iri("publisher", publisher.slug),
						"@type": "NewsMediaOrganization",
						name: inLanguage(publisher.name, NAME_LANGUAGE),
					},
	};
}

function placesIn({ locations }: ExportRecord, role: ExportLocation["role"]): Node[] | undefined {
	return some(
		locations
			.filter((location) => location.role === role)
			.map(({ slug, name, wikidataId }) => ({
				"@id": iri("location", slug),
				"@type": "Place",
				name: inLanguage(name, NAME_LANGUAGE),
				sameAs: wikidata(wikidataId),
			})),
	);
}

/** A list with something in it; an empty one says nothing and is left out. */
function some<Value>(values: Value[]): Value[] | undefined {
	return values.length === 0 ? undefined : values;
}

function eventNode({ occasion }: ExportRecord): Node | undefined {
	if (occasion === null) return undefined;
	const name = inLanguage(occasion.name, NAME_LANGUAGE);
	return { "@id": iri("occasion", occasion.slug), "@type": "Event", name };
}

function addressee({ speaker, description }: ExportRecord["addressees"][number], language: string) {
	return speaker === null ? { name: inLanguage(description, language) } : agent(speaker);
}

/**
 * Every statement is a schema:Quotation, indirect speech too: schema.org attributes
 * one to a speaker "within the containing CreativeWork", which is what an article does
 * with both. schema:Claim would not do for indirect speech: it is for what can be true
 * or false and is checked by a ClaimReview, while many reports are of demands, thanks
 * or condolences. `statementKind` tells which words are the speaker's own.
 *
 * @see https://schema.org/Quotation
 * @see https://www.w3.org/TR/annotation-model/
 */
function quotation(record: ExportRecord): Node {
	const { slug, language, article, review } = record;
	return {
		"@id": iri("statement", slug),
		"@type": "Quotation",
		identifier: record.id,
		text: inLanguage(record.text, language),
		inLanguage: language,
		spokenByCharacter: record.attributions.map(({ speaker }) => agent(speaker)),
		addressee: some(record.addressees.map((each) => addressee(each, language))),
		relayedBy: some(record.relays.map(agent)),
		dateCreated: date(record.saidAt),
		dateBasis: record.saidAt.basis === "NONE" ? undefined : record.saidAt.basis,
		locationCreated: placesIn(record, "SPOKEN_AT"),
		about: placesIn(record, "ABOUT"),
		mentions: placesIn(record, "MENTIONED"),
		recordedAt: eventNode(record),
		statementKind: record.kind,
		speechAct: record.act,
		verbatim: some(record.quotes.map(({ exact }) => inLanguage(exact, language))),
		creativeWorkStatus: review.status,
		isPartOf: articleNode(article),
		isBasedOn: record.spans.map((span) => evidence(article.slug, span)),
	};
}

/**
 * One document with a graph of quotations, each of which can be read alone. Its first
 * node says which version of the corpus they are of.
 */
export const jsonLd: Format = {
	ending: "jsonld",
	contentType: "application/ld+json",
	edition: 1,
	begin: (version) => {
		const corpus = { "@id": iri("corpus", version), "@type": "Dataset", version };
		return `{"@context":${JSON.stringify(CONTEXT)},"@graph":[\n${JSON.stringify(corpus)}`;
	},
	write: (records) => records.map((record) => `,\n${JSON.stringify(quotation(record))}`).join(""),
	end: "\n]}\n",
};
